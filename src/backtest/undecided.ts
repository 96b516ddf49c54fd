import { runRule } from '../detections/run-rule.js';
import { ClusterError } from '../engine/cluster-error.js';
import type { Rule } from '../model/rule.js';
import type { BacktestDocument } from './backtest-document.js';
import type { ExecutionInputs } from './execution-inputs.js';

/** Documents that one run is asked about: not more than a run may make alerts of. */
const BATCH = 1000;

/** All times that documents have. */
const ALL_TIME = { from: '0001-01-01T00:00:00.000Z', to: '9999-12-31T23:59:59.999Z', maxSignals: BATCH };

/** What the engine says of documents that the pass could not decide about. */
export interface Decided {
  readonly documents: readonly BacktestDocument[];
  readonly warnings: readonly string[];
  readonly errors: readonly string[];
}

/** Lets the engine run a rule whose alerts are single documents on those of them that the pass could not decide about. */
export async function* decide({ plan, events, store, known }: ExecutionInputs, now: Date): AsyncGenerator<Decided> {
  const { exceptions = [], valueLists = [] } = plan;
  const rule: Rule = { ...plan.rule, ...ALL_TIME };
  for (let at = 0; at < events.length; at += BATCH) {
    const batch = new Map<string, BacktestDocument>();
    for (let each = at; each < Math.min(events.length, at + BATCH); each++) {
      const document = store.read(events.place(each));
      batch.set(keyOf(document), document);
    }
    const documents = [...batch.values()];
    const wanted = new Set(documents.map(({ index }) => index));
    const cluster = await known.cluster(plan.events.patterns, wanted, () => now);
    await cluster.bulk(documents.map(({ index, id, text }) => ({ _index: index, _id: id, source: text })));
    try {
      const { alerts, warnings, errors } = await runRule(rule, cluster, { now, exceptions, valueLists });
      const found = new Set(alerts.flatMap(({ sources }) => sources.map(keyOf)));
      yield { documents: documents.filter((document) => found.has(keyOf(document))), warnings, errors };
    } catch (error) {
      if (!(error instanceof ClusterError) || error.isUnavailable) throw error;
      yield { documents: [], warnings: [], errors: [error.message] };
      return;
    }
  }
}

function keyOf({ index, id }: { readonly index: string; readonly id: string }): string {
  return `${index}\n${id}`;
}
