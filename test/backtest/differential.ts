import { Backtest } from '../../src/backtest/backtest.js';
import type { BacktestDocument } from '../../src/backtest/backtest-document.js';
import { MemoryStore } from '../../src/backtest/document-store.js';
import type { Alert } from '../../src/detections/alert.js';
import { runRule } from '../../src/detections/run-rule.js';
import { isRuleError } from '../../src/detections/rule-error.js';
import { searchWindowOf } from '../../src/detections/search-window.js';
import type { IndexDefinition } from '../../src/engine/cluster.js';
import { ClusterError } from '../../src/engine/cluster-error.js';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import type { Rule } from '../../src/model/rule.js';
import { catalogueOfIndex } from '../../src/schemas/fields/profiles.js';
import { toIndexDefinition } from '../../src/schemas/fields/to-index-definition.js';

export const definitionOf = (index: string): IndexDefinition => toIndexDefinition(catalogueOfIndex(index));

/** The embedded engine with all documents. */
export async function clusterWith(documents: readonly BacktestDocument[], now: Date): Promise<EmbeddedCluster> {
  const cluster = new EmbeddedCluster({ clock: () => now });
  for (const index of new Set(documents.map((each) => each.index)))
    await cluster.createIndex(index, definitionOf(index));
  await cluster.bulk(documents.map(({ index, id, text }) => ({ _index: index, _id: id, source: text })));
  return cluster;
}

/** The alerts of one run of a rule on all documents; undefined where the engine refuses the rule. */
export async function alertsOfRun(
  rule: Rule,
  cluster: EmbeddedCluster,
  now: Date,
): Promise<readonly Alert[] | undefined> {
  try {
    const { alerts, errors } = await runRule(rule, cluster, { now });
    return errors.length > 0 ? undefined : alerts;
  } catch (error) {
    if (error instanceof ClusterError) return undefined;
    throw error;
  }
}

/** The alerts of a pass over the documents, by rule; events count that lie in the window of a run at `now`. */
export async function alertsOfPass(
  rules: readonly Rule[],
  documents: readonly BacktestDocument[],
  now: Date,
  from?: number,
): Promise<{ readonly backtest: Backtest; readonly alerts: ReadonlyMap<string, readonly Alert[]> }> {
  const alerts = new Map<string, Alert[]>();
  const backtest = await Backtest.of(
    rules.map((rule) => ({ rule })),
    {
      definitionOf,
      store: new MemoryStore(),
      now,
      to: now.getTime(),
      ...(from === undefined ? {} : { from }),
      onAlert: (alert, { ruleId }) => {
        const known = alerts.get(ruleId);
        if (known) known.push(alert);
        else alerts.set(ruleId, [alert]);
      },
    },
  );
  for (const document of documents) backtest.add(document, JSON.parse(document.text) as object);
  await backtest.finish();
  return { backtest, alerts };
}

/** What tells alerts apart: those of documents by their ids, those of groups and rows by what they say. */
export function identities(alerts: readonly Alert[]): readonly string[] {
  return alerts
    .map(({ sources, document }) =>
      sources.length > 0
        ? `${JSON.stringify(document['kibana.alert.group.index'] ?? null)} ${sources.map(({ index, id }) => `${index}/${id}`).join(' ')}`
        : JSON.stringify(Object.fromEntries(Object.entries(document).filter(([key]) => !RUN.test(key)))),
    )
    .sort();
}

/** Fields of an alert that depend on when its run was. */
const RUN =
  /^@timestamp$|^kibana\.alert\.(?:uuid|start|last_detected|rule\.execution|original_time|threshold_result|intended|ancestors|reason|suppression)/;

export function windowStart(rule: Rule, now: Date): number {
  const window = searchWindowOf(rule, now);
  return isRuleError(window) ? now.getTime() : Date.parse(window.from);
}
