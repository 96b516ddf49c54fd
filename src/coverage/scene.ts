import type { ClauseTruth } from '../clauses/clause-truth.js';
import type { Cluster } from '../engine/cluster.js';
import type { ObservedRow } from '../testing/observation.js';
import type { Outcome, TestCase } from '../testing/test-case.js';
import type { JsonObject } from '../values/json.js';
import type { JudgedClause } from './judged-clause.js';
import type { RuleCondition } from './rule-conditions.js';

/** What a rule's type makes its rows of. */
export interface Scene {
  readonly cluster: Cluster;
  readonly test: TestCase;
  readonly outcome: Outcome;
  readonly indices: readonly string[];
  /** Query DSL of the windows of all runs of the test. */
  readonly window: JsonObject;
  /** What the clauses are for the documents of the window. */
  readonly truth: ClauseTruth;
  readonly conditions: readonly RuleCondition[];
  /** Ids of the documents that alerts stand for. */
  readonly fired: ReadonlySet<string>;
}

/** A row for each document; clauses that the engine was not asked about are told by `others`. */
export function documentRows(
  { truth, fired }: Pick<Scene, 'truth' | 'fired'>,
  clauses: readonly JudgedClause[],
  others: (clause: JudgedClause, document: string) => boolean = () => false,
): readonly ObservedRow[] {
  return truth.documents.map(({ id }, at) => ({
    document: id,
    truth: clauses
      .map((clause) => {
        if (clause.kind !== 'test') return '-';
        const value = clause.origin === undefined ? others(clause, id) : truth.of(clause.origin, at);
        return value === null ? '?' : value ? '1' : '0';
      })
      .join(''),
    fired: fired.has(id),
  }));
}
