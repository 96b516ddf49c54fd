import { describe, expect, it } from 'vitest';
import { parseToml } from '../../src/definitions/parse-toml.js';
import { schemaAt } from '../../src/definitions/schema-lookup.js';
import { validateTable } from '../../src/definitions/validate.js';
import { FILE_SCHEMAS } from '../../src/schemas/file-schemas.js';
import type { FileKind } from '../../src/schemas/file-schemas.js';
import type { JsonSchema } from '../../src/schemas/json-schema.js';
import { TYPE_PROPERTIES } from '../../src/schemas/rule-type-properties.js';
import { placedToml } from './placed-toml.js';
import type { TomlData } from './placed-toml.js';
import { samples } from './schema-samples.js';

type Path = readonly (string | number)[];
interface Table {
  readonly [key: string]: TomlData;
}

/** A valid file with one fault, and what is to be said about it. */
interface Mutation {
  readonly title: string;
  readonly data: Table;
  readonly code: string;
  readonly at: 'key' | 'value';
  readonly path: Path;
}

function found(kind: FileKind, data: Table): readonly string[] {
  const { text } = placedToml(data);
  const toml = parseToml('f.toml', text);
  expect(toml.diagnostics, text).toEqual([]);
  return validateTable(kind, { ...toml, table: toml.table ?? {} }).map(
    ({ code, span }) => `${code} ${span.start}-${span.end} ${text.slice(span.start, span.end)}`,
  );
}

/** The data with the value at a path changed; `undefined` takes the key away. */
function changed(data: TomlData, path: Path, change: (value: TomlData) => TomlData | undefined): TomlData {
  const [step, ...rest] = path;
  if (step === undefined) return change(data) ?? '';
  if (typeof step === 'number')
    return (data as readonly TomlData[]).with(step, changed((data as readonly TomlData[])[step] ?? '', rest, change));
  const entries = Object.entries(data as Table).flatMap(([key, value]): [string, TomlData][] => {
    if (key !== step) return [[key, value]];
    if (rest.length > 0) return [[key, changed(value, rest, change)]];
    const after = change(value);
    return after === undefined ? [] : [[key, after]];
  });
  return Object.fromEntries(entries);
}

function renamed(data: TomlData, path: Path, name: string): TomlData {
  const parent = path.slice(0, -1);
  const key = path.at(-1);
  return changed(data, parent, (table) =>
    Object.fromEntries(Object.entries(table as Table).map(([own, value]) => [own === key ? name : own, value])),
  );
}

function* pathsOf(value: TomlData, path: Path = []): Generator<readonly [Path, TomlData], void, undefined> {
  yield [path, value];
  if (Array.isArray(value))
    for (const [at, item] of (value as readonly TomlData[]).entries()) yield* pathsOf(item, [...path, at]);
  else if (typeof value === 'object')
    for (const [key, item] of Object.entries(value)) yield* pathsOf(item, [...path, key]);
}

/** Values of every type; those that a schema does not name are wrong. */
const OF_TYPES: Readonly<Record<string, TomlData>> = {
  string: 'a text',
  integer: 7,
  number: 7.5,
  boolean: true,
  object: { a: 1 },
  array: [[true]],
};

function* wrongValues(schema: JsonSchema): Generator<readonly [name: string, value: TomlData], void, undefined> {
  const types: readonly string[] = [schema.type ?? []].flat();
  for (const [type, value] of Object.entries(OF_TYPES)) {
    if (types.length > 0 && !types.includes(type) && !(type === 'integer' && types.includes('number')))
      yield ['wrong-type', value];
  }
  if (schema.enum) yield ['wrong-value', 'zzzz'];
  if (schema.pattern !== undefined) yield ['wrong-form', ' '];
  if (schema.minimum !== undefined) yield ['out-of-range', schema.minimum - 1];
  if (schema.maximum !== undefined) yield ['out-of-range', schema.maximum + 1];
}

function* mutationsOf(kind: FileKind, data: Table): Generator<Mutation, void, undefined> {
  const root = FILE_SCHEMAS[kind];
  const area = kind === 'config' || kind === 'test' ? kind : 'schema';
  for (const [path, value] of pathsOf(data)) {
    const schema = schemaAt(root, path, data);
    if (schema === undefined || path.length < 2) continue;
    for (const { name, ...mutation } of [
      ...wrongAt(schema, data, path, value),
      ...wrongKeys(schemaAt(root, path.slice(0, -1), data), data, path),
    ])
      yield { ...mutation, code: `${area}/${name}` };
  }
}

type Named = Omit<Mutation, 'code'> & { readonly name: string };

function* wrongAt(schema: JsonSchema, data: Table, path: Path, value: TomlData): Generator<Named, void, undefined> {
  const place = JSON.stringify(path);
  const set = (name: string, wrong: TomlData): Named => ({
    title: `${place} = ${JSON.stringify(wrong)}`,
    data: changed(data, path, () => wrong) as Table,
    name,
    at: 'value',
    path,
  });
  for (const [name, wrong] of wrongValues(schema)) yield set(name, wrong);
  if (!Array.isArray(value)) return;
  const [first = ''] = value as readonly TomlData[];
  if (schema.minItems !== undefined) yield set('too-few', []);
  if (schema.maxItems !== undefined)
    yield set(
      'too-many',
      Array.from({ length: schema.maxItems + 1 }, () => first),
    );
}

function* wrongKeys(parent: JsonSchema | undefined, data: Table, path: Path): Generator<Named, void, undefined> {
  const key = path.at(-1);
  if (typeof key !== 'string' || parent === undefined) return;
  const place = JSON.stringify(path);
  const above = path.slice(0, -1);
  const slip = `${key}${key.at(-1) ?? ''}`;
  if (parent.additionalProperties === false)
    yield {
      title: `${place} misspelt`,
      data: renamed(data, path, slip) as Table,
      name: 'unknown-key',
      at: 'key',
      path: [...above, slip],
    };
  if (parent.required?.includes(key) === true)
    yield {
      title: `${place} missing`,
      data: changed(data, path, () => undefined) as Table,
      name: 'missing-key',
      at: 'key',
      path: above,
    };
}

/** Keys that all rules have are tried in rules of one type. */
function isOwn(title: string, kind: FileKind, path: Path): boolean {
  return kind !== 'rule' || title === 'query 1' || Object.hasOwn(TYPE_PROPERTIES, String(path[1]));
}

describe.each(samples())('$title', ({ title, kind, data }) => {
  it('is valid', () => {
    expect(found(kind, data)).toEqual([]);
  });

  it('has one diagnostic for each single fault, at its place', () => {
    const wrong: unknown[] = [];
    let count = 0;
    for (const mutation of mutationsOf(kind, data)) {
      if (!isOwn(title, kind, mutation.path)) continue;
      count += 1;
      const { text, keys, values } = placedToml(mutation.data);
      const [start = -1, end = -1] = (mutation.at === 'key' ? keys : values).get(JSON.stringify(mutation.path)) ?? [];
      const expected = [`${mutation.code} ${start}-${end} ${text.slice(start, end)}`];
      const actual = found(kind, mutation.data);
      if (JSON.stringify(actual) !== JSON.stringify(expected)) wrong.push({ title: mutation.title, expected, actual });
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(20);
  });
});

/** All keys of a schema, lists as `*`; what stands behind a reference counts each time that it stands there. */
function* keysOfSchema(
  schema: JsonSchema | boolean,
  root: JsonSchema,
  path: string,
): Generator<string, void, undefined> {
  if (typeof schema === 'boolean') return;
  if (schema.$ref !== undefined) {
    yield* keysOfSchema(root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? true, root, path);
    return;
  }
  if (schema.items !== undefined) yield* keysOfSchema(schema.items, root, `${path}.*`);
  for (const [key, inner] of Object.entries(schema.properties ?? {})) {
    yield `${path}.${key}`;
    yield* keysOfSchema(inner, root, `${path}.${key}`);
  }
}

it('tries every key of every schema', () => {
  const tried = new Set(
    samples().flatMap(({ kind, data }) =>
      [...pathsOf(data)].map(([path]) =>
        [kind, ...path.map((step) => (typeof step === 'number' ? '*' : step))].join('.'),
      ),
    ),
  );
  const kinds = Object.keys(FILE_SCHEMAS) as FileKind[];
  const all = kinds.flatMap((kind) => [...keysOfSchema(FILE_SCHEMAS[kind], FILE_SCHEMAS[kind], kind)]);
  expect(all.length).toBeGreaterThan(200);
  expect(all.filter((key) => !tried.has(key))).toEqual([]);
});
