import { expect, test } from 'vitest';
import { indexDefinitionFor } from '../../src/testing/index-definition.js';

const file = (body: unknown): Promise<unknown> =>
  indexDefinitionFor('logs-a', ['m.json'], () =>
    Promise.resolve(typeof body === 'string' ? body : JSON.stringify(body)),
  );
const PROPERTIES = { properties: { a: { type: 'keyword' } } };

test('a file gives a mapping, alone or in the body of an index', async () => {
  expect(await file(PROPERTIES)).toEqual({ mappings: PROPERTIES });
  const settings = { 'index.mapping.total_fields.limit': 5, index: { analysis: {} } };
  expect(await file({ mappings: PROPERTIES, settings })).toEqual({ mappings: PROPERTIES, settings });
});

test.each([
  [{ mappings: PROPERTIES, settings: { 'index.default_pipeline': 'x' } }, /sets index\.default_pipeline/],
  [{ mappings: PROPERTIES, settings: { index: { final_pipeline: 'x' } } }, /sets final_pipeline/],
  [{ a: 1 }, /neither "properties" nor "mappings"/],
  ['[1]', /not a JSON object/],
  ['{', /is not JSON/],
])('%j is refused', async (body, message) => {
  await expect(file(body)).rejects.toThrow(message);
});

test('the name of an index chooses its fields', async () => {
  const { mappings } = await indexDefinitionFor('logs-aws.cloudtrail-default', [], () =>
    Promise.reject(new Error('no file')),
  );
  expect(JSON.stringify(mappings)).toContain('request_parameters');
});
