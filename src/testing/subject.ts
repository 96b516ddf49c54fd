import { inputIndices } from '../detections/input-indices.js';
import type { Hunt } from '../model/hunt.js';
import type { Rule } from '../model/rule.js';

/** What a test file tests: the definition beside it. */
export type Subject =
  | { readonly kind: 'rule'; readonly file: string; readonly rule: Rule }
  | { readonly kind: 'hunt'; readonly file: string; readonly hunt: Hunt };

/** The index patterns that a rule or the given query of a hunt (counted from 1) reads, exclusions (`-x`) included. */
export async function patternsOf(subject: Subject, query: number): Promise<readonly string[]> {
  if (subject.kind === 'rule') return inputIndices(subject.rule);
  const { esqlIndices } = await import('../detections/esql-indices.js');
  return esqlIndices(subject.hunt.query[query - 1] ?? '');
}
