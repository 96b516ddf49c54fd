import { describe, expect, test } from 'vitest';
import { parseToml } from '../../src/definitions/parse-toml.js';
import { printToml } from '../../src/definitions/print-toml.js';
import { comparable } from '../../src/kibana-form/defaults.js';
import { fromKibana } from '../../src/kibana-form/from-kibana.js';
import { toKibana } from '../../src/kibana-form/to-kibana.js';
import { isJsonObject, parseJson, printJson, type JsonObject } from '../../src/values/json.js';
import { generatedRules } from './generated-rules.js';

const TODAY = { today: '2026/05/31' };

function read(text: string): JsonObject {
  const { table, diagnostics } = parseToml('rule.toml', text);
  if (table === undefined) throw new Error(`${diagnostics[0]?.what ?? ''}\n${text}`);
  return table;
}

function object(text: string): JsonObject {
  const value = parseJson(text);
  if (!isJsonObject(value)) throw new Error(text);
  return value;
}

describe('files and Kibana', () => {
  test('print, read, print gives what was there, for rules of all types with odd values and unknown fields', () => {
    for (const file of generatedRules(600, 8)) {
      expect(read(printToml(file))).toEqual(file);
      const first = printJson(toKibana(file).rule);
      const written = printToml(fromKibana(object(first), TODAY).file);
      const again = printJson(toKibana(read(written)).rule);
      expect(again).toBe(first);
      expect(printToml(fromKibana(object(again), TODAY).file)).toBe(written);
    }
  });

  test('a rule as Kibana answers it is the same rule after it was a file, but for what only Kibana sets', () => {
    for (const file of generatedRules(300, 9)) {
      const live = {
        ...toKibana(file).rule,
        id: 'x',
        revision: 3,
        created_at: '2026-01-02T03:04:05.000Z',
        updated_at: '2026-02-03T04:05:06.000Z',
        created_by: 'ann',
        execution_summary: { last_execution: { status: 'succeeded' } },
      };
      const { file: tables } = fromKibana(object(printJson(live)), TODAY);
      expect(tables['metadata']).toMatchObject({ creation_date: '2026/01/02', updated_date: '2026/02/03' });
      const { rule } = toKibana(read(printToml(tables)));
      expect(comparable(rule)).toEqual(comparable(live));
    }
  });
});
