import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { generateScript } from '../spec/generate-script.js';
import { nodeCluster } from '../spec/node-cluster.js';
import { answerScript } from '../spec/run-script.js';
import { parseScript, printScript, type Script } from '../spec/script.js';

const url = process.env['ORACLE_URL'];
const folder = new URL('../spec/', import.meta.url);

/** Seeds of the generated scripts; more can be tried with SPEC_SEEDS=7,8,9 without writing anything. */
const SEEDS = [1, 2, 3, 4, 5, 6];
const DOCUMENTS = 50;
const QUERIES = 300;

/** The script with the answers of the node in place of its own. */
async function answered(script: Script, prefix: string): Promise<Script> {
  const answers = await answerScript(script, nodeCluster(url!), prefix, false);
  return {
    blocks: script.blocks.map((block, at) => ({
      ...block,
      queries: answers
        .filter((answer) => answer.block === at)
        .map(({ query, given }) => ({ ...query, expected: given })),
    })),
  };
}

describe.runIf(url)('the real node', () => {
  test.runIf(process.env['UPDATE_SPEC'])('answers the generated scripts', async () => {
    for (const seed of SEEDS) {
      const script = await answered(generateScript(seed, DOCUMENTS, QUERIES), `spec-generate-${seed}`);
      const comment = `Generated from seed ${seed} and answered by Elasticsearch 8.19. Do not edit: UPDATE_SPEC=1 writes it anew.`;
      writeFileSync(new URL(`generated/seed-${seed}.spec`, folder), printScript(script, comment));
    }
  });

  test.each(
    ['scripts', 'generated'].flatMap((part) => readdirSync(new URL(part, folder)).map((file) => `${part}/${file}`)),
  )('agrees with %s', async (file) => {
    const script = parseScript(readFileSync(new URL(file, folder), 'utf8'));
    const prefix = `spec-${file.replaceAll(/[^a-z0-9]/gu, '-')}`;
    const answers = await answerScript(script, nodeCluster(url!), prefix);
    const wrong = answers.filter(({ query, given }) => JSON.stringify(given) !== JSON.stringify(query.expected));
    expect(
      wrong.map(({ query, given }) => ({ line: query.line, text: query.text, expected: query.expected, given })),
    ).toEqual([]);
  });
});

test.runIf(!url)('there is no node to ask', (context) => {
  context.skip('ORACLE_URL is not set');
});
