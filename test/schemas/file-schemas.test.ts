import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { FILE_SCHEMAS } from '../../src/schemas/file-schemas.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../src/values/json.js';

const schemas = Object.entries(FILE_SCHEMAS).map(([kind, schema]) => [kind, schema as unknown as JsonObject] as const);

/** Every schema below a keyword that describes values, with its place. */
function* propertiesOf(value: JsonValue, place: string): Generator<readonly [string, JsonObject]> {
  if (!isJsonObject(value)) return;
  for (const [key, child] of Object.entries(value)) {
    if (key === 'then' || key === 'if' || key === 'dependentSchemas' || key === 'not') continue;
    if (key === 'properties' && isJsonObject(child)) {
      for (const [name, property] of Object.entries(child)) {
        if (isJsonObject(property)) yield [`${place}/${name}`, property];
        yield* propertiesOf(property, `${place}/${name}`);
      }
    } else if (key !== 'examples') yield* propertiesOf(child, place);
  }
}

describe.each(schemas)('the schema of %s files', (kind, schema) => {
  test('is valid, and published as it is', () => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allowUnionTypes: true });
    ajv.addKeyword('x-form');
    expect(() => ajv.compile(schema)).not.toThrow();
    const published = readFileSync(new URL(`../../schemas/${kind}.schema.json`, import.meta.url), 'utf8');
    expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  test('describes every key, for editors', () => {
    const silent = [...propertiesOf(schema, '')].filter(([, { description }]) => typeof description !== 'string');
    expect(silent.map(([place]) => place)).toEqual([]);
  });

  test('discriminates by if and then: editors report the wrong branch of oneOf and anyOf', () => {
    expect(JSON.stringify(schema)).not.toMatch(/"(oneOf|anyOf)":/);
  });

  test('gives examples that it accepts', () => {
    for (const [place, property] of propertiesOf(schema, '')) {
      const { examples, pattern, enum: values } = property;
      for (const example of Array.isArray(examples) ? (examples as readonly JsonValue[]) : []) {
        if (typeof example !== 'string') continue;
        if (typeof pattern === 'string') expect([place, example]).toEqual([place, expect.stringMatching(pattern)]);
        if (Array.isArray(values)) expect(values).toContain(example);
      }
    }
  });
});
