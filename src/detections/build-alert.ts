import type { SearchHit } from '../engine/cluster.js';
import { absoluteTime } from '../values/dates/absolute-time.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import type { Alert, AlertFields, Ancestor } from './alert.js';
import { alertFields } from './alert-fields.js';
import type { AlertSetting, Parent } from './alert-fields.js';
import { documentAlertId } from './alert-id.js';
import { fieldOf, hitValues } from './document-fields.js';
import { withMissingFields } from './missing-fields.js';
import { overridesFor } from './overrides.js';
import type { Overrides } from './overrides.js';
import { reasonOf } from './reason.js';
import { sourceFields } from './source-document.js';

/** A document that raises an alert. */
export type AlertSource = Pick<SearchHit, '_index' | '_id' | '_source' | 'fields'>;

/** How an alert differs from that of a single document. */
export interface AlertOptions {
  /** Another id than that of the document's alert. */
  readonly id?: string;
  readonly extra?: AlertFields;
  /** The documents that were read; by default the source itself. */
  readonly sources?: readonly Ancestor[];
  /** Takes name, severity and risk score from the rule alone. */
  readonly withoutOverrides?: boolean;
}

/** The alert that one document raises: its source, the rule's identity, and what the rule type adds. */
export function alertFromHit(setting: AlertSetting, hit: AlertSource, options: AlertOptions = {}): Alert {
  const source = withMissingFields(hit);
  const { rule, owner } = setting;
  const overrides: Overrides = options.withoutOverrides === true ? rule : overridesFor(rule, source);
  const ancestors = [...earlierAncestors(source), parentOf(hit)];
  const id = options.id ?? documentAlertId({ index: hit._index, id: hit._id }, owner);
  const common = alertFields(setting, {
    uuid: id,
    reason: reasonOf(overrides, source),
    ancestors,
    depth: parentOf(hit).depth + 1,
    originalTime: timeOf(hit),
    overrides: { name: overrides.name, severity: overrides.severity, riskScore: overrides.riskScore },
  });
  return {
    id,
    ancestors,
    sources: options.sources ?? [{ index: hit._index, id: hit._id }],
    document: { ...sourceFields(source), ...common, ...options.extra },
  };
}

/** Whether the alert comes from an alert of the same rule: Kibana drops it, so that no rule feeds itself. */
export function isOwnDescendant({ document }: Alert, { owner }: Pick<AlertSetting, 'owner'>): boolean {
  const ancestors = document['kibana.alert.ancestors'];
  return (
    isJsonArray(ancestors) && ancestors.some((parent) => isJsonObject(parent) && parent['rule'] === owner.ruleUuid)
  );
}

/** The document as an ancestor; an alert is a `signal`, one deeper than its own depth says. */
function parentOf({ _id: id, _index: index, _source: source = {} }: AlertSource): Parent {
  if (fieldOf(source, 'kibana.alert.uuid') === undefined) return { id, type: 'event', index, depth: 0 };
  const depth = fieldOf(source, 'kibana.alert.depth');
  const rule = fieldOf(source, 'kibana.alert.rule.uuid');
  return {
    id,
    type: 'signal',
    index,
    depth: typeof depth === 'number' ? depth : 1,
    ...(typeof rule === 'string' ? { rule } : {}),
  };
}

function earlierAncestors(source: JsonObject): readonly Parent[] {
  const listed = fieldOf(source, 'kibana.alert.ancestors');
  const ancestors = isJsonArray(listed) ? listed : [];
  return ancestors.filter(isJsonObject) as unknown as readonly Parent[];
}

/** The document's `@timestamp` as ISO 8601 in UTC; undefined where it has none that can be read. */
function timeOf(hit: AlertSource): string | undefined {
  return isoTime(hitValues(hit, '@timestamp')[0]);
}

/** A date of a document (a date as text, or milliseconds) as ISO 8601 in UTC; undefined for what is no date. */
export function isoTime(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return absoluteTime(String(value), new Date(0));
  return typeof value === 'string' ? absoluteTime(value, new Date(0)) : undefined;
}
