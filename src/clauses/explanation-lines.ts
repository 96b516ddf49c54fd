import { codeFrame } from '../diagnostics/code-frame.js';
import type { Range } from '../diagnostics/diagnostic.js';
import type { Execution } from '../detections/execution.js';
import type { Cluster } from '../engine/cluster.js';
import { queryOf } from '../model/rule-defaults.js';
import type { Rule } from '../model/rule.js';
import { SourceText } from '../diagnostics/source-text.js';
import { explainRule } from './explain-rule.js';
import type { Explanation, Reason } from './explanation.js';

/** Shows a place of the query; undefined shows nothing. */
export type Frame = (range: Range) => string | undefined;

/** Shows places of a query by its own lines. */
export function queryFrame(query: string): Frame {
  const source = new SourceText(query);
  return (range) => codeFrame(source, range);
}

/**
 * A reason as lines of text: what keeps the document silent, its real values, and the clause in the query. Without colour; nothing in
 * them acts on a terminal.
 */
export function reasonLines({ stage, what, details, range }: Reason, frame?: Frame): readonly string[] {
  const shown = range === undefined ? undefined : frame?.(range);
  const place = shown === undefined || shown === '' ? [] : shown.split('\n');
  // The values say more than the fact alone, where there are any.
  const isPlain = details.length > 0 && (stage === 'query' || stage === 'filter' || stage === 'anomaly');
  return [...(isPlain ? [] : [`${what.charAt(0).toUpperCase()}${what.slice(1)}.`]), ...details, ...place];
}

/** What is said of one document, after its id. */
export function explanationLines(explanation: Explanation, frame?: Frame): readonly string[] {
  const { document, outcome, reason } = explanation;
  if (outcome === 'fired' || reason === undefined) return [`${document.id}: it fired, all clauses are true`];
  const [first = '', ...rest] = reasonLines(reason, frame);
  return [`${document.id}: ${first}`, ...rest.map((line) => `  ${line}`)];
}

/**
 * Why the documents of some ids raised no alert, or that they did, as lines by id: what the failure of a test shows. The execution is that of the run
 * in question; what is wrong with the rule itself is told for each.
 */
export async function whyLines(
  rule: Rule,
  cluster: Cluster,
  ids: readonly string[],
  execution: Execution,
  frame: Frame = queryFrame(queryOf(rule) ?? ''),
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { explanations } = await explainRule(rule, cluster, { ...execution, ids });
  return new Map(explanations.map((explanation) => [explanation.document.id, explanationLines(explanation, frame)]));
}
