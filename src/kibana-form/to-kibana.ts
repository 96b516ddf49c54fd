import { noteWithPlugins } from '../definitions/note-plugins.js';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../values/json.js';
import { compareTexts } from '../values/text-order.js';
import type { FormNote } from './form-note.js';
import { splitSetup } from './note-sections.js';
import { fieldsOfQuery } from './query-fields.js';
import { without } from './server-fields.js';
import { fitToStack } from './stack-limits.js';

/** How a rule is put into Kibana's form. */
export interface ToKibanaOptions {
  /** Version of the Kibana that gets it (`8.19`); the newest without one. */
  readonly stack?: string;
}

/** A rule in Kibana's form. */
export interface KibanaRule {
  readonly rule: JsonObject;
  /** What of the file is not in it; paths start at the top of the file. */
  readonly notes: readonly FormNote[];
  /** Why that stack cannot have the rule; empty for a rule that can. */
  readonly obstacles: readonly FormNote[];
}

/**
 * The rule of a file (its tables `[rule]` and `[transform]`) as Kibana's API takes it, in requests and in NDJSON: guides with their plugins
 * filled in and the setup section in a field of its own, flat new terms, `required_fields` of the query, `technique` and `throttle` where the
 * API asks for them, keys in order. Defaults that Kibana fills in are left to it; see `withDefaults`. What no schema knows is kept, texts
 * stay as they are. `[metadata]` and `threat_mappings` are never sent. Never throws, whatever the tables hold.
 * https://www.elastic.co/docs/api/doc/kibana/operation/operation-createrule
 */
export function toKibana(file: JsonObject, options: ToKibanaOptions = {}): KibanaRule {
  const table = isJsonObject(file['rule']) ? file['rule'] : {};
  const notes: FormNote[] = [];
  const rule = new Map<string, JsonValue>(Object.entries(without(table, NEVER_SENT)));
  for (const key of NEVER_SENT) {
    if (Object.hasOwn(table, key)) notes.push({ path: ['rule', key], what: `${key} is not for Kibana: left out.` });
  }
  fillGuide(rule, file['transform']);
  change(rule, 'threat', (threats) => eachObject(threats, withTechnique));
  change(rule, 'actions', (actions) => eachObject(actions, withThrottle));
  flattenNewTerms(rule);
  requireFields(rule);
  if (NEEDS_QUERY.has(rule.get('type') ?? null) && !rule.has('query')) rule.set('query', '');
  if (rule.get('type') === 'threat_match' && !rule.has('threat_query')) rule.set('threat_query', '*:*');
  const whole = sorted(Object.fromEntries(rule), notes, ['rule']) as JsonObject;
  if (options.stack === undefined) return { rule: whole, notes, obstacles: [] };
  const fitted = fitToStack(whole, options.stack);
  return { rule: fitted.rule, notes: [...notes, ...fitted.notes], obstacles: fitted.obstacles };
}

/** Keys of `[rule]` that are for the repository only. */
const NEVER_SENT: ReadonlySet<string> = new Set(['threat_mappings']);

/** Types that Kibana refuses without a query; an empty one matches everything. */
const NEEDS_QUERY: ReadonlySet<JsonValue> = new Set(['threshold', 'new_terms', 'threat_match']);

function change(rule: Map<string, JsonValue>, key: string, to: (value: JsonValue) => JsonValue): void {
  const value = rule.get(key);
  if (value !== undefined) rule.set(key, to(value));
}

function eachObject(value: JsonValue, to: (item: JsonObject) => JsonObject): JsonValue {
  return isJsonArray(value) ? value.map((item) => (isJsonObject(item) ? to(item) : item)) : value;
}

function fillGuide(rule: Map<string, JsonValue>, transform: JsonValue | undefined): void {
  const written = rule.get('note');
  if (typeof written !== 'string') return;
  const note = noteWithPlugins(written, transform);
  rule.set('note', note);
  const split = rule.has('setup') ? undefined : splitSetup(note);
  if (split === undefined) return;
  rule.set('note', split.note);
  rule.set('setup', split.setup);
}

/** Cases and workflows run once a rule; other actions name their frequency with a throttle, even if it is none. */
function withThrottle(action: JsonObject): JsonObject {
  const { action_type_id: type, frequency } = action;
  if (type === '.cases' || type === '.workflows' || !isJsonObject(frequency)) return action;
  return { ...action, frequency: { throttle: null, ...frequency } };
}

function withTechnique(threat: JsonObject): JsonObject {
  return withSlashes({ technique: [], ...threat }) as JsonObject;
}

// MITRE's pages end in a slash in what Kibana holds, whether the file has it or not.
function withSlashes(value: JsonValue): JsonValue {
  if (isJsonArray(value)) return value.map(withSlashes);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'reference' && typeof inner === 'string' && MITRE.test(inner) ? `${inner}/` : withSlashes(inner),
    ]),
  );
}

const MITRE = /^https:\/\/(?:attack|atlas)\.mitre\.org\/.*[^/]$/;

/** `[rule.new_terms]` as the two fields of the API; one of another form stays as it is. */
function flattenNewTerms(rule: Map<string, JsonValue>): void {
  const terms = rule.get('new_terms');
  if (!isNestedNewTerms(terms)) return;
  const [window] = terms.history_window_start;
  rule.delete('new_terms');
  rule.set('new_terms_fields', terms.value);
  rule.set('history_window_start', window.value);
}

interface NestedNewTerms {
  readonly value: JsonValue;
  readonly history_window_start: readonly [{ readonly value: JsonValue }];
}

function isNestedNewTerms(terms: JsonValue | undefined): terms is JsonObject & NestedNewTerms {
  if (!isJsonObject(terms) || !isJsonArray(terms['history_window_start'])) return false;
  const { field, value, history_window_start: starts, ...others } = terms;
  const [start] = starts;
  if (field !== 'new_terms_fields' || value === undefined || Object.keys(others).length > 0) return false;
  return starts.length === 1 && isJsonObject(start) && Object.keys(start).sort().join() === 'field,value';
}

function requireFields(rule: Map<string, JsonValue>): void {
  if (rule.has('required_fields')) return;
  const fields = fieldsOfQuery({ language: rule.get('language') ?? null, query: rule.get('query') ?? null });
  if (fields.length > 0)
    rule.set(
      'required_fields',
      fields.map((field) => ({ ...field })),
    );
}

/** Keys in order at every level, so that equal rules are equal texts; a number that JSON cannot hold is left out. */
function sorted(value: JsonValue, notes: FormNote[], path: FormNote['path']): JsonValue | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    notes.push({ path, what: `${String(value)} is no JSON: left out.` });
    return undefined;
  }
  if (isJsonArray(value)) {
    return value.map((item, at) => sorted(item, notes, [...path, at])).filter((item) => item !== undefined);
  }
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).sort(([left], [right]) => compareTexts(left, right));
  return Object.fromEntries(
    entries.flatMap(([key, item]): [string, JsonValue][] => {
      const inner = sorted(item, notes, [...path, key]);
      return inner === undefined ? [] : [[key, inner]];
    }),
  );
}
