import { inputIndices } from '../detections/input-indices.js';
import { huntLanguage } from '../languages/hunt-language.js';
import type { Hunt } from '../model/hunt.js';
import type { Rule } from '../model/rule.js';

/** What a test file tests: the definition beside it. */
export type Subject =
  | { readonly kind: 'rule'; readonly file: string; readonly rule: Rule }
  | { readonly kind: 'hunt'; readonly file: string; readonly hunt: Hunt };

/**
 * The index patterns that a rule or the given query of a hunt (counted from 1) reads, exclusions (`-x`) included. A hunt's query in EQL names
 * none: it reads the data streams of the integrations that the hunt names.
 */
export async function patternsOf(subject: Subject, query: number): Promise<readonly string[]> {
  if (subject.kind === 'rule') return inputIndices(subject.rule);
  const { hunt } = subject;
  const text = hunt.query[query - 1] ?? '';
  if (huntLanguage(hunt, text) === 'eql') return hunt.integration.map(dataStreamsOf);
  const { esqlIndices } = await import('../detections/esql-indices.js');
  return esqlIndices(text);
}

/** The data streams of an integration (`windows`) or of one of its data sets (`aws.cloudtrail`). */
export function dataStreamsOf(integration: string): string {
  // Elastic Defend has other streams than those of events.
  if (integration === 'endpoint') return 'logs-endpoint.events.*';
  return integration.includes('.') ? `logs-${integration}-*` : `logs-${integration}.*`;
}
