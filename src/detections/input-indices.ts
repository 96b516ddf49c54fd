import type { Cluster } from '../engine/cluster.js';
import { indexOf } from '../model/rule-defaults.js';
import type { Rule } from '../model/rule.js';
import { missingTimeField, noMatchingIndex } from './warnings.js';

/** The index patterns that a rule reads: its `index`, or those of its ES|QL query; none for machine learning. */
export async function inputIndices(rule: Rule): Promise<readonly string[]> {
  if (rule.type !== 'esql') return indexOf(rule);
  // Most rules need nothing of ES|QL.
  const { esqlIndices } = await import('./esql-indices.js');
  return esqlIndices(rule.query);
}

/** What is wrong with the indices of a rule before it runs. */
export interface IndexCheck {
  /** No index matches: there is nothing to run on. */
  readonly missing: boolean;
  readonly warnings: readonly string[];
}

/** Looks whether the patterns match an index, and whether each index maps the field of the time. */
export async function checkIndices(rule: Rule, patterns: readonly string[], cluster: Cluster): Promise<IndexCheck> {
  if (rule.type === 'machine_learning' || patterns.length === 0) return { missing: false, warnings: [] };
  const field = rule.timestampOverride ?? '@timestamp';
  const found = await cluster.fieldCaps({ index: patterns.join(','), fields: [field], ignore_unavailable: true });
  if (found.indices.length === 0) return { missing: true, warnings: [noMatchingIndex(patterns)] };
  const without = await indicesWithout(field, found.indices, Object.hasOwn(found.fields, field), cluster);
  return { missing: false, warnings: without.length === 0 ? [] : [missingTimeField(field, without)] };
}

async function indicesWithout(
  field: string,
  indices: readonly string[],
  isMapped: boolean,
  cluster: Cluster,
): Promise<readonly string[]> {
  if (!isMapped) return indices;
  if (indices.length === 1) return [];
  const without: string[] = [];
  for (const index of indices) {
    const { fields } = await cluster.fieldCaps({ index, fields: [field] });
    if (!Object.hasOwn(fields, field)) without.push(index);
  }
  return without;
}
