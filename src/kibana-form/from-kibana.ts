import { isJsonArray, isJsonObject, printJson, type JsonObject, type JsonValue } from '../values/json.js';
import { EMPTY_DEFAULTS, isIndexOfDataView } from './defaults.js';
import type { FormNote } from './form-note.js';
import { splitSetup } from './note-sections.js';
import { pluginsOfNote } from './plugins-of-note.js';
import { fieldsOfQuery } from './query-fields.js';
import { isFromServer, SERVER_RULE_FIELDS, without } from './server-fields.js';
import { forToml } from './toml-values.js';

/** What a file needs that a rule in Kibana's form may not have. */
export interface FromKibanaOptions {
  /** Day to write where the rule does not say when it was made and changed: `2026/05/31`. */
  readonly today: string;
}

/** A rule as the tables of its file. */
export interface RuleFile {
  /** `metadata`, `rule` and, for a guide with plugins, `transform`. */
  readonly file: JsonObject;
  /** Values that TOML cannot hold; paths start at the rule. */
  readonly notes: readonly FormNote[];
}

/**
 * The tables of a file for a rule in Kibana's form, as the API answers it or NDJSON holds it; `toKibana` of them is the rule again, but for
 * what only Kibana sets (see `SERVER_RULE_FIELDS`) and nulls. Empty lists and texts that a Kibana has filled in are left out, every other
 * field is kept, unknown ones too. `created_at` and `updated_at` become the dates of `[metadata]`.
 * https://www.elastic.co/docs/api/doc/kibana/operation/operation-readrule
 */
export function fromKibana(rule: JsonObject, { today }: FromKibanaOptions): RuleFile {
  const notes: FormNote[] = [];
  const known = forToml(without(rule, SERVER_RULE_FIELDS), [], notes);
  const fields = new Map<string, JsonValue>(Object.entries(known));
  if (isFromServer(rule)) for (const [key, value] of fields) if (saysNothing(key, value, known)) fields.delete(key);
  if (printJson([...fieldsOfQuery(known)].map((field) => ({ ...field }))) === printed(fields.get('required_fields'))) {
    fields.delete('required_fields');
  }
  const threats = fields.get('threat');
  if (isJsonArray(threats)) fields.set('threat', threats.map(withoutEmptyTechnique));
  nestNewTerms(fields);
  const guide = typeof known['note'] === 'string' ? pluginsOfNote(known['note']) : undefined;
  if (guide !== undefined) fields.set('note', guide.note);
  const metadata = {
    creation_date: dayOf(rule['created_at']) ?? today,
    maturity: 'production',
    updated_date: dayOf(rule['updated_at']) ?? today,
  };
  const file = {
    metadata,
    ...(guide === undefined ? {} : { transform: guide.transform }),
    rule: Object.fromEntries(fields),
  };
  return { file, notes };
}

/** Whether a value is an empty default. An empty one counts where something would follow from the other fields in its absence. */
function saysNothing(key: string, value: JsonValue, rule: JsonObject): boolean {
  if (isIndexOfDataView(key, value, rule)) return true;
  const empty = EMPTY_DEFAULTS.get(key);
  if (empty === undefined || printJson(value) !== printJson(empty)) return false;
  if (key === 'author') return false;
  if (key === 'required_fields') return fieldsOfQuery(rule).length === 0;
  return key !== 'setup' || typeof rule['note'] !== 'string' || splitSetup(rule['note']) === undefined;
}

/** JSON of required fields with their keys in the order of ours. */
function printed(value: JsonValue | undefined): string | undefined {
  if (!isJsonArray(value) || value.length === 0) return undefined;
  return printJson(
    value.map((field) => {
      if (!isJsonObject(field) || Object.keys(field).length !== 3) return field;
      const { ecs = null, name = null, type = null } = field;
      return { ecs, name, type };
    }),
  );
}

/** `toKibana` adds the list. */
function withoutEmptyTechnique(threat: JsonValue): JsonValue {
  if (!isJsonObject(threat)) return threat;
  const { technique } = threat;
  return isJsonArray(technique) && technique.length === 0 ? without(threat, new Set(['technique'])) : threat;
}

/** `[rule.new_terms]`, as elastic/detection-rules has it in its files. */
function nestNewTerms(fields: Map<string, JsonValue>): void {
  const [value, start] = [fields.get('new_terms_fields'), fields.get('history_window_start')];
  if (!isJsonArray(value) || typeof start !== 'string' || fields.has('new_terms')) return;
  fields.delete('new_terms_fields');
  fields.delete('history_window_start');
  fields.set('new_terms', {
    field: 'new_terms_fields',
    value,
    history_window_start: [{ field: 'history_window_start', value: start }],
  });
}

/** `2026/05/31` of `2026-05-31T10:00:00.000Z`; undefined for what is no such time. */
function dayOf(time: JsonValue | undefined): string | undefined {
  const [, year, month, day] = typeof time === 'string' ? (/^(\d{4})-(\d\d)-(\d\d)T/.exec(time) ?? []) : [];
  return year === undefined ? undefined : `${year}/${month ?? ''}/${day ?? ''}`;
}
