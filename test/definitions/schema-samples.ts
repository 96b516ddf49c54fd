import type { FileKind } from '../../src/schemas/file-schemas.js';
import { FILE_SCHEMAS } from '../../src/schemas/file-schemas.js';
import type { JsonSchema } from '../../src/schemas/json-schema.js';
import { RULE_TYPES, keysOf } from '../../src/schemas/rule-types.js';
import { SUPPRESSION, THRESHOLD_SUPPRESSION, TYPE_PROPERTIES } from '../../src/schemas/rule-type-properties.js';
import type { TomlData } from './placed-toml.js';

/** A valid file with as many keys as its schema allows at once. */
export interface Sample {
  readonly title: string;
  readonly kind: FileKind;
  readonly data: { readonly [key: string]: TomlData };
}

type Table = Record<string, TomlData>;

/** Patterns without an example in the schema. */
const OF_FORM: Readonly<Record<string, string>> = {
  'a version like 8.19': '8.19',
  'the id of a technique like T1059 or T1059.004': 'T1059',
};

/** A value that a schema allows, with all keys that it names. */
export function sampleOf(schema: JsonSchema | boolean, root: JsonSchema): TomlData {
  if (typeof schema === 'boolean') return 'anything';
  if (schema.$ref !== undefined) return sampleOf(root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? true, root);
  const [type] = [schema.type ?? 'string'].flat();
  if (type === 'object') return tableOf(schema, root);
  return type === 'array' ? [sampleOf(schema.items ?? true, root)] : plainOf(schema, type);
}

function tableOf(schema: JsonSchema, root: JsonSchema): TomlData {
  const keys = Object.entries(schema.properties ?? {}).map(([key, inner]) => [key, sampleOf(inner, root)] as const);
  return keys.length === 0 && typeof schema.additionalProperties === 'object'
    ? { some_key: sampleOf(schema.additionalProperties, root) }
    : Object.fromEntries(keys);
}

function plainOf(schema: JsonSchema, type: string | undefined): TomlData {
  const [example] = schema.examples ?? [];
  if (example !== undefined && !Array.isArray(example)) return example as TomlData;
  const [first] = schema.enum ?? [];
  if (first !== undefined) return first;
  if (type === 'boolean') return true;
  return type === 'string' ? (OF_FORM[schema['x-form'] ?? ''] ?? 'some text') : (schema.minimum ?? 1);
}

function fileOf(kind: FileKind): Table {
  return sampleOf(FILE_SCHEMAS[kind], FILE_SCHEMAS[kind]) as Table;
}

/** The keys of a rule that exclude each other, one half at a time. */
const VARIANTS: readonly (readonly string[])[] = [
  ['data_view_id', 'new_terms_fields', 'history_window_start'],
  ['index', 'new_terms'],
];

function ruleSamples(): readonly Sample[] {
  const whole = fileOf('rule');
  return RULE_TYPES.flatMap((type) =>
    VARIANTS.map((left, at): Sample => {
      const own = new Set(keysOf(type));
      const rule = Object.fromEntries(
        Object.entries(whole['rule'] as Table).filter(
          ([key]) => (!Object.hasOwn(TYPE_PROPERTIES, key) || own.has(key)) && !left.includes(key),
        ),
      );
      rule['type'] = type;
      const [language] = { eql: ['eql'], esql: ['esql'] }[type as string] ?? ['kuery'];
      if (own.has('language')) rule['language'] = language ?? 'kuery';
      if (own.has('alert_suppression')) {
        const suppression = type === 'threshold' ? THRESHOLD_SUPPRESSION : SUPPRESSION;
        rule['alert_suppression'] = sampleOf(suppression, suppression);
      }
      return { title: `${type} ${at + 1}`, kind: 'rule', data: { ...whole, rule } };
    }),
  );
}

/** Entries of each type: what one has, another must not have. */
const ENTRIES: readonly Table[] = [
  { field: 'process.name', type: 'match', operator: 'included', value: 'sh' },
  { field: 'process.name', type: 'wildcard', operator: 'excluded', value: 's*' },
  { field: 'process.name', type: 'match_any', operator: 'included', value: ['sh', 'zsh'] },
  { field: 'process.name', type: 'exists', operator: 'included' },
  { field: 'source.ip', type: 'list', operator: 'included', list: { id: 'known-scanners', type: 'ip' } },
];

function exceptionSample(): Sample {
  const data = fileOf('exceptions');
  const [list] = data['exceptions'] as readonly Table[];
  const [item] = (list?.['items'] ?? []) as readonly Table[];
  const nested: Table = { field: 'process.parent', type: 'nested', entries: ENTRIES };
  return {
    title: 'exceptions',
    kind: 'exceptions',
    data: { ...data, exceptions: [{ ...list, items: [{ ...item, entries: [...ENTRIES, nested] }] }] },
  };
}

/** What a test can give as a table instead of as a text or number. */
function testWithTables(): Sample {
  const { defaults, test } = fileOf('test') as { defaults: Table; test: readonly [Table] };
  const tables = { value_lists: [{ id: 'scanners', type: 'ip', values: ['10.0.0.1'] }] };
  const [{ expect, ...given }] = test;
  const alerts = { min: 1, max: 2 };
  return {
    title: 'test with tables',
    kind: 'test',
    data: {
      defaults: { ...defaults, ...tables },
      test: [{ ...given, ...tables, expect: { ...(expect as Table), alerts } }],
    },
  };
}

/** Valid files of every kind that a definition can be, and the configuration; rules of each type, in both of their forms. */
export function samples(): readonly Sample[] {
  const plain = (['hunt', 'test', 'value-lists', 'action-connectors', 'overlay'] as const).map((kind): Sample => ({
    title: kind,
    kind,
    data: fileOf(kind),
  }));
  const config = fileOf('config');
  return [
    ...ruleSamples(),
    ...plain,
    exceptionSample(),
    testWithTables(),
    {
      title: 'config',
      kind: 'config',
      data: { ...config, checks: { local: ['./checks/mine.mjs'], 'lint/unique-tags': 'off' } },
    },
  ];
}
