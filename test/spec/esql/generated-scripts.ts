import { printJson } from '../../../src/values/json.js';
import { documentsOf, MAPPING } from './documents.js';
import { queriesOf } from './generate.js';
import { KNOWN_GAPS } from './known-gaps.js';
import { questionLines } from './script.js';

/** Seeds of the generated scripts, and how many queries and documents each has. */
export const SEEDS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const QUERIES = 200;
const DOCUMENTS = 16;

const INDEX = 'esql-spec-typed';

/** The script of a seed, without answers. */
export function generatedScript(seed: number): string {
  const documents = documentsOf(seed, DOCUMENTS).map(({ source }) => `doc ${source}`);
  const lines = [
    `# Generated from seed ${seed}. Do not edit: UPDATE_SPEC=1 writes it anew.`,
    `index ${INDEX} ${printJson(MAPPING)}`,
    ...documents,
    '',
    ...queriesOf(seed, QUERIES, INDEX).flatMap((query) => [...gapLines(query), ...questionLines(query)]),
  ];
  return `${lines.join('\n')}\n`;
}

function gapLines(query: string): string[] {
  const gap = KNOWN_GAPS.get(query);
  return gap === undefined ? [] : [`gap ${gap}`];
}
