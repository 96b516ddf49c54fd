import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';

/** A value of a field of a definition. */
export type FieldValue = string | number | bigint | boolean;

/** A rule or hunt as a document: what a query over definitions looks at. */
export interface DefinitionDocument {
  /** Relative to the root of the repository. */
  readonly file: string;
  readonly kind: 'rule' | 'hunt';
  /** Dotted name → its values, in the order of the file; a list is several values, as in Elasticsearch. */
  readonly fields: ReadonlyMap<string, readonly FieldValue[]>;
}

/** Keys whose content is a form of its own (Query DSL, options of other systems): only that they are there can be asked. */
const OPAQUE: ReadonlySet<string> = new Set(['filters', 'threat_filters', 'meta', 'actions', 'response_actions']);

/**
 * The document of a rule or hunt file: the keys of `[rule]` (or `[hunt]`) by their own names, those of `[metadata]` under `metadata.`, tables with
 * dots; besides
 *
 * - `file`, `kind` (`rule`, `hunt`); a hunt has the `type` `hunt`, and its `uuid` also as `rule_id`;
 * - `threat.technique.id` and `.name` also hold those of sub-techniques; the techniques and tactics of a hunt (`mitre`) stand there too.
 *
 * Undefined for a file that is neither. Values are as they stand in the file, whether or not a schema accepts them.
 */
export function definitionDocument(file: string, table: JsonObject): DefinitionDocument | undefined {
  const { rule, hunt, metadata } = table;
  const own = isJsonObject(rule) ? rule : isJsonObject(hunt) ? hunt : undefined;
  if (own === undefined) return undefined;
  const kind = isJsonObject(rule) ? 'rule' : 'hunt';
  const fields = new Map<string, FieldValue[]>([
    ['file', [file]],
    ['kind', [kind]],
  ]);
  for (const [key, value] of Object.entries(own)) {
    if (OPAQUE.has(key)) addValue(fields, key, isEmpty(value) ? undefined : true);
    else addValue(fields, key, value);
  }
  if (isJsonObject(metadata)) addValue(fields, 'metadata', metadata);
  if (kind === 'hunt') addHunt(fields, own);
  else addSubTechniques(fields);
  return { file, kind, fields };
}

function isEmpty(value: JsonValue): boolean {
  return isJsonArray(value) && value.length === 0;
}

function addHunt(fields: Map<string, FieldValue[]>, hunt: JsonObject): void {
  addValue(fields, 'type', 'hunt');
  if (hunt['uuid'] !== undefined) addValue(fields, 'rule_id', hunt['uuid']);
  const { mitre } = hunt;
  for (const id of isJsonArray(mitre) ? mitre : []) {
    if (typeof id !== 'string') continue;
    const isTactic = /^(?:AML\.)?TA/.test(id);
    addValue(fields, isTactic ? 'threat.tactic.id' : 'threat.technique.id', id);
    if (/\.\d{3}$/.test(id)) addValue(fields, 'threat.technique.subtechnique.id', id);
  }
}

function addSubTechniques(fields: Map<string, FieldValue[]>): void {
  for (const key of ['id', 'name']) {
    for (const value of fields.get(`threat.technique.subtechnique.${key}`) ?? [])
      addValue(fields, `threat.technique.${key}`, value);
  }
}

/** Adds a value, flattened; the depth is bounded by that of the file. */
function addValue(fields: Map<string, FieldValue[]>, name: string, value: JsonValue | undefined): void {
  if (value === undefined || value === null) return;
  if (isJsonArray(value)) for (const item of value) addValue(fields, name, item);
  else if (isJsonObject(value))
    for (const [key, item] of Object.entries(value)) addValue(fields, `${name}.${key}`, item);
  else {
    const values = fields.get(name);
    if (values === undefined) fields.set(name, [value]);
    else if (!values.includes(value)) values.push(value);
  }
}
