import TOML from '@iarna/toml';
import { describe, expect, test } from 'vitest';
import type { KeyPath } from '../../src/definitions/locate.js';
import { KeyPositions } from '../../src/definitions/locate.js';
import { parseToml } from '../../src/definitions/parse-toml.js';
import { schemaAt } from '../../src/definitions/schema-lookup.js';
import { validateTable } from '../../src/definitions/validate.js';
import { FILE_SCHEMAS, type FileKind } from '../../src/schemas/file-schemas.js';
import type { JsonSchema } from '../../src/schemas/json-schema.js';
import type { JsonObject } from '../../src/values/json.js';
import { keysOf, RULE_TYPE_KEYS, RULE_TYPES } from '../../src/schemas/rule-types.js';

/*
 * For every key of every schema: a file that has all keys is accepted, and with one fault in that key it gets that one diagnostic, there.
 * The files and the faults are made from the schemas.
 */

type Table = Record<string, unknown>;

/** Keys that exclude others, and those that only make sense with more than a made-up value. */
const LEFT_OUT: ReadonlySet<string> = new Set(['data_view_id', 'new_terms_fields', 'history_window_start']);

function sample(root: JsonSchema, path: KeyPath, skip: ReadonlySet<string>): unknown {
  const schema = schemaAt(root, path);
  if (!schema) return 'x';
  const key = path.at(-1);
  if (schema.properties && Object.keys(schema.properties).length > 0) {
    const table: Table = {};
    for (const name of Object.keys(schema.properties)) {
      if (!skip.has(`${key}.${name}`)) table[name] = sample(root, [...path, name], skip);
    }
    return table;
  }
  return schema.enum?.[0] ?? schema.examples?.[0] ?? plain(root, schema, path, skip);
}

function plain(root: JsonSchema, schema: JsonSchema, path: KeyPath, skip: ReadonlySet<string>): unknown {
  switch ([schema.type ?? 'string'].flat()[0]) {
    case 'array':
      return [sample(root, [...path, 0], skip)];
    case 'object':
      return {};
    case 'boolean':
      return true;
    case 'integer':
      return schema.minimum ?? 1;
    default:
      return 'text';
  }
}

/** The sample as a copy: examples of a schema may stand in it more than once. */
function sampleFile(kind: FileKind, skip: ReadonlySet<string> = new Set()): Table {
  return JSON.parse(JSON.stringify(sample(FILE_SCHEMAS[kind], [], skip))) as Table;
}

function ruleOf(type: (typeof RULE_TYPES)[number]): Table {
  const own = new Set(keysOf(type));
  const skip = new Set<string>();
  for (const other of RULE_TYPES) for (const key of keysOf(other)) if (!own.has(key)) skip.add(`rule.${key}`);
  for (const key of LEFT_OUT) skip.add(`rule.${key}`);
  const file = sampleFile('rule', skip);
  const rule = file['rule'] as Table;
  rule['type'] = type;
  const [language] = RULE_TYPE_KEYS[type].languages;
  if (language !== undefined) rule['language'] = language;
  if (own.has('alert_suppression')) {
    const duration = { value: 5, unit: 'm' };
    rule['alert_suppression'] = type === 'threshold' ? { duration } : { group_by: ['host.id'], duration };
  }
  return file;
}

const FILES: readonly (readonly [string, FileKind, Table])[] = [
  ...RULE_TYPES.map((type): [string, FileKind, Table] => [`${type} rule`, 'rule', ruleOf(type)]),
  ['hunt', 'hunt', sampleFile('hunt')],
  ['test file', 'test', sampleFile('test')],
  ['configuration', 'config', sampleFile('config')],
];

interface Fault {
  readonly path: KeyPath;
  readonly code: string;
  /** Where the message belongs: the path, or the table that lacks something. */
  readonly place: KeyPath;
  readonly apply: (file: Table) => void;
}

function parentOf(file: Table, path: KeyPath): Table {
  return path.slice(0, -1).reduce<unknown>((value, step) => (value as Table)[step], file) as Table;
}

function setting(path: KeyPath, code: string, value: unknown): Fault {
  return { path, code, place: path, apply: (file) => (parentOf(file, path)[path.at(-1)!] = value) };
}

/** All faults that one value can have, and those of the values in it. */
function faultsOf(root: JsonSchema, file: JsonObject, value: unknown, path: KeyPath): Fault[] {
  const schema = schemaAt(root, path, file);
  if (!schema) return [];
  const faults = [...(path.length === 0 ? [] : typeFaults(schema, path)), ...formFaults(schema, value, path)];
  if (Array.isArray(value)) {
    return [...faults, ...value.flatMap((element, at) => faultsOf(root, file, element, [...path, at]))];
  }
  if (typeof value !== 'object' || value === null) return faults;
  const inner = Object.entries(value).flatMap(([key, child]) => faultsOf(root, file, child, [...path, key]));
  return [...faults, ...keyFaults(schema, path), ...inner];
}

function typeFaults(schema: JsonSchema, path: KeyPath): Fault[] {
  if (schema.type === undefined) return [];
  const types = [schema.type].flat();
  const wrong = types.includes('boolean') ? 'no' : types.includes('string') ? true : 'text';
  const faults = [setting(path, 'wrong-type', wrong)];
  return schema.enum ? [...faults, setting(path, 'wrong-value', 'nothing of the kind')] : faults;
}

function formFaults({ pattern, minimum, maximum, minItems, maxItems }: JsonSchema, value: unknown, path: KeyPath): Fault[] {
  const faults: (Fault | undefined)[] = [];
  if (typeof value === 'string') faults.push(pattern === undefined ? undefined : setting(path, 'wrong-form', ' '));
  if (typeof value === 'number') {
    faults.push(minimum === undefined ? undefined : setting(path, 'out-of-range', minimum - 1));
    faults.push(maximum === undefined ? undefined : setting(path, 'out-of-range', maximum + 1));
  }
  if (Array.isArray(value)) {
    const many = Array.from({ length: (maxItems ?? 0) + 1 }, (): unknown => value[0]);
    faults.push(minItems === undefined ? undefined : setting(path, 'too-few', []));
    faults.push(maxItems === undefined ? undefined : setting(path, 'too-many', many));
  }
  return faults.filter((fault) => fault !== undefined);
}

function keyFaults(schema: JsonSchema, path: KeyPath): Fault[] {
  const unknown = schema.additionalProperties === false ? [setting([...path, 'nonsense_key'], 'unknown-key', 1)] : [];
  // Without its type a rule is every rule.
  const required = (schema.required ?? []).filter((key) => key !== 'type' || path[0] !== 'rule');
  const missing = required.map((key): Fault => {
    const own = [...path, key];
    const apply = (file: Table): boolean => Reflect.deleteProperty(parentOf(file, own), key);
    return { path: own, code: 'missing-key', place: path, apply };
  });
  return [...unknown, ...missing];
}

/** Faults in what all rules share are tried on one type of rule only. */
function isOwn(file: Table, [top, key]: KeyPath): boolean {
  const type = RULE_TYPES.find((name) => name === (file['rule'] as Table | undefined)?.['type']);
  if (type === undefined || type === 'query') return true;
  return top === 'rule' && typeof key === 'string' && (keysOf(type).includes(key) || key === 'nonsense_key');
}

describe.each(FILES)('%s', (_, kind, file) => {
  const print = (table: Table): string => TOML.stringify(table as Parameters<typeof TOML.stringify>[0]);
  const problemsOf = (text: string): readonly string[] => {
    const toml = parseToml('f.toml', text);
    const { table } = toml;
    if (table === undefined) throw new Error(toml.diagnostics[0]?.what);
    return validateTable(kind, { ...toml, table }).map(({ code, span }) => `${span.start} ${code}`);
  };

  test('all keys at once are accepted', () => {
    expect(problemsOf(print(file))).toEqual([]);
  });

  const faults = faultsOf(FILE_SCHEMAS[kind], file as JsonObject, file, []).filter(({ path }) => isOwn(file, path));
  test('there are faults to try', () => {
    expect(faults.length).toBeGreaterThan(5);
  });

  test.each(faults.map((fault) => [fault.path.join('.'), fault.code, fault] as const))('%s: %s', (path, name, fault) => {
    const broken = structuredClone(file);
    fault.apply(broken);
    const text = print(broken);
    const positions = new KeyPositions({ file: 'f.toml', text });
    const atKey = name === 'missing-key' || name === 'unknown-key';
    const { start } = atKey ? positions.key(fault.place) : positions.value(fault.place);
    const area = kind === 'config' || kind === 'test' ? kind : 'schema';
    expect(problemsOf(text)).toEqual([`${start} ${area}/${name}`]);
    expect(path).not.toBe('');
  });
});
