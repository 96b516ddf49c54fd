import type { RuleRun } from '../detections/alert.js';
import type { Execution } from '../detections/execution.js';
import type { Cluster } from '../engine/cluster.js';
import type { Rule } from '../model/rule.js';
import type { DocumentRef } from './asker.js';
import type { Clause } from './clause.js';
import type { ClauseTruth } from './clause-truth.js';
import type { Culprit } from './culprit.js';
import type { DocumentValues } from './document-values.js';
import type { Reason } from './explanation.js';

/** What a run of a rule is asked about. */
export interface ExplainOptions extends Execution {
  /** The documents asked about; all that the rule reads unless given. */
  readonly documents?: readonly DocumentRef[];
  /** Or their ids, as a test names them. */
  readonly ids?: readonly string[];
  /** For how many documents the details are made, first for one of each reason; for all unless given. */
  readonly detailed?: number;
}

/** A run that is explained: the rule, what it did, and what is true of the documents. */
export interface Scene {
  readonly rule: Rule;
  readonly cluster: Cluster;
  readonly indices: readonly string[];
  readonly clauses: readonly Clause[];
  readonly truth: ClauseTruth;
  readonly run: RuleRun;
  readonly options: ExplainOptions;
}

/** What became of a document. */
export type Verdict = 'fired' | Culprit | Reason;

/** A scene with the documents that got this far. */
export interface Stage extends Scene {
  readonly survivors: readonly number[];
  readonly values: DocumentValues;
}
