import type { JsonObject } from '../values/json.js';
import type { RuleMetadata } from './rule-metadata.js';
import type { SuppressionByFields, ThresholdSuppression } from './suppression.js';
import type { Threat } from './threat.js';

/**
 * A detection rule: a union on `type`. Names follow Kibana's API in camelCase; what the file leaves out is absent here.
 * Defaults are Kibana's and live in functions (`intervalOf(rule)`), so that a writer never turns a default into text.
 *
 * https://www.elastic.co/docs/api/doc/kibana/operation/operation-createrule
 */
export type Rule =
  | QueryRule
  | SavedQueryRule
  | EqlRule
  | EsqlRule
  | ThresholdRule
  | NewTermsRule
  | ThreatMatchRule
  | MachineLearningRule;

/** The eight types of rules. */
export type RuleType = Rule['type'];

/** How bad an alert is; not the severity of a diagnostic. */
export type RuleSeverity = 'low' | 'medium' | 'high' | 'critical';

/** A language whose queries become Query DSL. */
export type FilterLanguage = 'kuery' | 'lucene';

/** What every rule has, whatever its type. */
export interface RuleBase {
  readonly ruleId: string;
  readonly name: string;
  /** Markdown. */
  readonly description: string;
  readonly author: readonly string[];
  readonly severity: RuleSeverity;
  /** 0 to 100. */
  readonly riskScore: number;
  readonly license?: string;
  readonly enabled?: boolean;
  /** Date math: where the search window of a run starts. See `fromOf`. */
  readonly from?: string;
  /** Date math: where the search window of a run ends. See `toOf`. */
  readonly to?: string;
  /** Time between two runs: a number and a unit (`5m`). See `intervalOf`. */
  readonly interval?: string;
  /** Most alerts that one run may create. See `maxSignalsOf`. */
  readonly maxSignals?: number;
  readonly tags?: readonly string[];
  readonly references?: readonly string[];
  readonly falsePositives?: readonly string[];
  /** The investigation guide, Markdown; `$osquery_0` and the like stand for entries of `transform`. */
  readonly note?: string;
  /** The setup guide, Markdown. */
  readonly setup?: string;
  readonly threat?: readonly Threat[];
  readonly severityMapping?: readonly FieldMapping[];
  readonly riskScoreMapping?: readonly FieldMapping[];
  readonly ruleNameOverride?: string;
  readonly timestampOverride?: string;
  readonly timestampOverrideFallbackDisabled?: boolean;
  readonly timelineId?: string;
  readonly timelineTitle?: string;
  /** Present (`default`) on a building block: its alerts feed other rules and stay hidden. */
  readonly buildingBlockType?: string;
  readonly exceptionsList?: readonly JsonObject[];
  readonly actions?: readonly JsonObject[];
  readonly responseActions?: readonly JsonObject[];
  readonly investigationFields?: readonly string[];
  readonly relatedIntegrations?: readonly RelatedIntegration[];
  readonly requiredFields?: readonly RequiredField[];
  readonly throttle?: string;
  readonly meta?: JsonObject;
  readonly version?: number;
  readonly revision?: number;
  /** `[metadata]` of the file. */
  readonly metadata: RuleMetadata;
  /** `[transform]` of the file as it stands: what fills the placeholders of `note`. */
  readonly transform?: JsonObject;
}

/** Where a rule that reads indices finds its documents: patterns, or a Kibana data view. */
export interface IndexSource {
  readonly index?: readonly string[];
  readonly dataViewId?: string;
}

/** A query in KQL or Lucene over indices; an empty query matches all documents, the filters then decide. */
export interface FilterQuery extends IndexSource {
  readonly language: FilterLanguage;
  readonly query: string;
  /** Kibana's filters (`{meta, query, $state}`), all of which a document must pass. */
  readonly filters?: readonly JsonObject[];
}

/** An alert for each document that matches. */
export interface QueryRule extends RuleBase, FilterQuery {
  readonly type: 'query';
  readonly alertSuppression?: SuppressionByFields;
}

/** A query kept in Kibana (`saved_id`); the query in the file, where there is one, is only its copy. */
export interface SavedQueryRule extends RuleBase, IndexSource {
  readonly type: 'saved_query';
  readonly savedId: string;
  readonly language?: FilterLanguage;
  readonly query?: string;
  readonly filters?: readonly JsonObject[];
  readonly alertSuppression?: SuppressionByFields;
}

/** An alert for each event, or each sequence of events, that an EQL query finds. */
export interface EqlRule extends RuleBase, IndexSource {
  readonly type: 'eql';
  readonly language: 'eql';
  readonly query: string;
  readonly filters?: readonly JsonObject[];
  readonly timestampField?: string;
  readonly eventCategoryOverride?: string;
  readonly tiebreakerField?: string;
  readonly alertSuppression?: SuppressionByFields;
}

/** An alert for each row that an ES|QL query returns; the indices stand in the query. */
export interface EsqlRule extends RuleBase {
  readonly type: 'esql';
  readonly language: 'esql';
  readonly query: string;
  readonly filters?: readonly JsonObject[];
  readonly alertSuppression?: SuppressionByFields;
}

/** An alert for each group of matching documents that is large enough. */
export interface ThresholdRule extends RuleBase, FilterQuery {
  readonly type: 'threshold';
  readonly threshold: Threshold;
  readonly alertSuppression?: ThresholdSuppression;
}

/** Groups by `field` (all documents are one group where it is empty), of at least `value` documents. */
export interface Threshold {
  readonly field: readonly string[];
  readonly value: number;
  /** In addition at least `value` different values of `field`. */
  readonly cardinality?: readonly { readonly field: string; readonly value: number }[];
}

/** An alert for each combination of values that the history window does not hold. */
export interface NewTermsRule extends RuleBase, FilterQuery {
  readonly type: 'new_terms';
  /** One to three fields. */
  readonly newTermsFields: readonly string[];
  /** Date math: `now-7d`. */
  readonly historyWindowStart: string;
  readonly alertSuppression?: SuppressionByFields;
}

/** An alert for each document with a value that the indicator indices hold. */
export interface ThreatMatchRule extends RuleBase, FilterQuery {
  readonly type: 'threat_match';
  readonly threatIndex: readonly string[];
  /** Any of the groups; within a group all entries. */
  readonly threatMapping: readonly ThreatMappingGroup[];
  readonly threatQuery?: string;
  readonly threatLanguage?: FilterLanguage;
  readonly threatFilters?: readonly JsonObject[];
  /** Where the indicator stands in its document. See `threatIndicatorPathOf`. */
  readonly threatIndicatorPath?: string;
  readonly concurrentSearches?: number;
  readonly itemsPerSearch?: number;
  readonly alertSuppression?: SuppressionByFields;
}

/** Entries that must all hold. */
export interface ThreatMappingGroup {
  readonly entries: readonly ThreatMappingEntry[];
}

/** The event's `field` equals the indicator's field named by `value` (with `negate`: differs from it). */
export interface ThreatMappingEntry {
  readonly field: string;
  readonly value: string;
  readonly negate?: boolean;
}

/** An alert for each anomaly of one of the jobs with at least this score. */
export interface MachineLearningRule extends RuleBase {
  readonly type: 'machine_learning';
  /** 0 to 100. */
  readonly anomalyThreshold: number;
  /** One or more; a single id in the file becomes a list of one. */
  readonly machineLearningJobId: readonly string[];
  readonly alertSuppression?: SuppressionByFields;
}

/** Takes severity or risk score from a field of the document: where `field` equals `value`, `severity` or `riskScore`. */
export interface FieldMapping {
  readonly field: string;
  readonly operator?: string;
  readonly value?: string;
  readonly severity?: RuleSeverity;
  readonly riskScore?: number;
}

/** An integration whose data the rule reads. */
export interface RelatedIntegration {
  readonly package: string;
  readonly version: string;
  readonly integration?: string;
}

/** A field that the query uses. */
export interface RequiredField {
  readonly name: string;
  readonly type: string;
  readonly ecs: boolean;
}
