/** The public library interface of dragnet: re-exports only. */
export type { Checked, Diagnostic, Finding, Message, Range, Severity, Span } from './diagnostics/diagnostic.js';
export type * from './engine/cluster.js';
export { ClusterError, UnsupportedError } from './engine/cluster-error.js';
export type { JsonArray, JsonObject, JsonValue } from './values/json.js';
