/** The public library interface of dragnet: re-exports only. */
export type { Checked, Diagnostic, Finding, Message, Range, Severity, Span } from './diagnostics/diagnostic.js';
export { reportJson } from './diagnostics/reporters/json.js';
export { reportPretty } from './diagnostics/reporters/pretty.js';

export { findFiles } from './definitions/find.js';
export { loadDefinitions } from './definitions/load-definitions.js';
export type { Definition, Definitions } from './definitions/load-definitions.js';
export { lint } from './lint/run.js';
export { defineCheck } from './lint/local-check.js';
export type { LocalCheck, LocalContext, LocalViolation } from './lint/local-check.js';
export { checkQuery } from './lint/check-query.js';
export type { QueryToCheck } from './lint/check-query.js';
export type { Hunt } from './model/hunt.js';
export type { Rule, RuleType } from './model/rule.js';

export type { Language, LanguageId } from './languages/language.js';
export { eql } from './languages/eql/eql.js';
export { esql } from './languages/esql/language.js';
export { kql } from './languages/kql/kql.js';
export { lucene } from './languages/lucene/lucene.js';
export { esqlColumns, esqlColumnsAt } from './languages/esql/columns.js';
export type { EsqlColumn, EsqlStage } from './languages/esql/columns.js';
export { kqlToQueryDsl } from './languages/kql/to-query-dsl.js';

export type { FieldCatalogue, FieldMapping } from './schemas/fields/catalogue.js';
export { parseCatalogueFile, printCatalogueFile } from './schemas/fields/catalogue-file.js';
export type { CatalogueFile, ImportedCatalogue } from './schemas/fields/catalogue-file.js';
export { FieldKnowledge } from './schemas/fields/index-fields.js';
export type { IndexField, IndexFields } from './schemas/fields/index-fields.js';
export { catalogueFromDocuments } from './schemas/fields/import/from-documents.js';
export { catalogueFromFieldCaps } from './schemas/fields/import/from-field-caps.js';
export { catalogueFromMapping } from './schemas/fields/import/from-mapping.js';

export type * from './engine/cluster.js';
export { ClusterError, UnsupportedError } from './engine/cluster-error.js';
export { EmbeddedCluster } from './engine/embedded/embedded-cluster.js';

export { explainRule } from './clauses/explain-rule.js';
export type { Explanation, Reason, RuleExplanation, Stage } from './clauses/explanation.js';
export type { ExplainOptions } from './clauses/scene.js';
export { runRule } from './detections/run-rule.js';
export { schedule } from './detections/schedule.js';
export type { Alert, RuleRun } from './detections/alert.js';
export type { Execution } from './detections/execution.js';
export type { RuleHistory } from './detections/rule-history.js';
export type { ExceptionItem, ExceptionList, ValueList } from './model/exception-list.js';
export type { ActionConnector } from './model/action-connector.js';

export { comparable } from './kibana-form/defaults.js';
export { fromKibana } from './kibana-form/from-kibana.js';
export type { FormNote } from './kibana-form/form-note.js';
export { mergeRule } from './kibana-form/merge-rule.js';
export { toKibana } from './kibana-form/to-kibana.js';
export { formatToml } from './definitions/format-toml.js';

export { comparableObject, liveHash } from './deploy/comparable-object.js';
export { desiredState } from './deploy/desired-state.js';
export type { DesiredOptions, DesiredState } from './deploy/desired-state.js';
export type { DesiredObject } from './deploy/desired-object.js';
export type { Kibana, LiveObject, ObjectKind } from './deploy/kibana.js';
export { KibanaError } from './deploy/kibana-error.js';
export { makePlan } from './deploy/make-plan.js';
export type { PlanInput } from './deploy/make-plan.js';
export { isOpenConflict } from './deploy/plan.js';
export type { Plan, PlannedAction, PlannedField, PlanProblem } from './deploy/plan.js';
export type { StateEntry, TargetState } from './deploy/state.js';
export type { TargetSettings } from './deploy/target.js';

export { convertCloudTrail } from './convert/cloudtrail/convert-cloud-trail.js';
export { renderPages } from './render/pages.js';

export type { JsonArray, JsonObject, JsonValue } from './values/json.js';
export { parseJson, printJson } from './values/json.js';
