import { METADATA } from '../schemas/rule-metadata-schema.js';
import { HUNT_SCHEMA } from '../schemas/hunt-schema.js';
import type { JsonSchema, SchemaMap } from '../schemas/json-schema.js';
import { COMMON_PROPERTIES } from '../schemas/rule-properties.js';
import { TYPE_PROPERTIES } from '../schemas/rule-type-properties.js';
import type { DefinitionDocument } from './definition-document.js';

/** How a field of definitions is searched. */
export type DefinitionFieldType = 'keyword' | 'long' | 'double' | 'boolean' | 'date';

/**
 * The fields that a query over definitions may name: all that schemas of rules and hunts have, and what the documents hold besides. A field that holds
 * texts anywhere is one of texts.
 */
export function definitionFields(documents: readonly DefinitionDocument[]): ReadonlyMap<string, DefinitionFieldType> {
  const types = new Map<string, DefinitionFieldType>();
  for (const name of ['file', 'kind']) types.set(name, 'keyword');
  for (const name of ['id', 'name', 'reference']) {
    for (const level of ['tactic', 'technique', 'technique.subtechnique'])
      types.set(`threat.${level}.${name}`, 'keyword');
  }
  addSchema(types, '', COMMON_PROPERTIES);
  addSchema(types, '', TYPE_PROPERTIES);
  addSchema(types, '', propertiesOf(propertiesOf(HUNT_SCHEMA)['hunt']));
  addSchema(types, 'metadata.', propertiesOf(METADATA));
  for (const { fields } of documents) {
    for (const [name, values] of fields) {
      const found = DATES.has(name) ? 'date' : typeOf(values);
      const known = types.get(name);
      types.set(name, known === undefined || known === found ? found : wider(known, found));
    }
  }
  for (const name of types.keys()) if (DATES.has(name)) types.set(name, 'date');
  return types;
}

const DATES: ReadonlySet<string> = new Set(
  ['creation_date', 'updated_date', 'deprecation_date'].map((key) => `metadata.${key}`),
);

function propertiesOf(schema: JsonSchema | boolean | undefined): SchemaMap {
  return typeof schema === 'object' ? (schema.properties ?? {}) : {};
}

/** The fields of tables, down to their leaves; `items` of lists have the fields of the list. */
function addSchema(types: Map<string, DefinitionFieldType>, prefix: string, properties: SchemaMap): void {
  for (const [key, schema] of Object.entries(properties)) {
    if (typeof schema === 'boolean') continue;
    const { type, items } = schema;
    const inner = propertiesOf(items ?? schema);
    const name = `${prefix}${key}`;
    if (Object.keys(inner).length > 0 && !OPAQUE.has(key)) addSchema(types, `${name}.`, inner);
    else if (!types.has(name)) types.set(name, BY_SCHEMA.get(type) ?? 'keyword');
  }
}

const OPAQUE: ReadonlySet<string> = new Set([
  'filters',
  'threat_filters',
  'meta',
  'actions',
  'response_actions',
  'threat',
]);

const BY_SCHEMA: ReadonlyMap<unknown, DefinitionFieldType> = new Map<unknown, DefinitionFieldType>([
  ['integer', 'long'],
  ['number', 'double'],
  ['boolean', 'boolean'],
]);

function typeOf(values: readonly (string | number | bigint | boolean)[]): DefinitionFieldType {
  if (values.every((value) => typeof value === 'boolean')) return 'boolean';
  if (values.every((value) => typeof value === 'bigint' || Number.isSafeInteger(value))) return 'long';
  return values.every((value) => typeof value === 'number' || typeof value === 'bigint') ? 'double' : 'keyword';
}

function wider(left: DefinitionFieldType, right: DefinitionFieldType): DefinitionFieldType {
  const numbers = new Set<DefinitionFieldType>(['long', 'double']);
  return numbers.has(left) && numbers.has(right) ? 'double' : 'keyword';
}
