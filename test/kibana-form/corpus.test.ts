import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseToml } from '../../src/definitions/parse-toml.js';
import { printToml } from '../../src/definitions/print-toml.js';
import { versionLockHash } from '../../src/definitions/version-lock-hash.js';
import { fromKibana } from '../../src/kibana-form/from-kibana.js';
import { without } from '../../src/kibana-form/server-fields.js';
import { toKibana } from '../../src/kibana-form/to-kibana.js';
import { parseJson, printJson, type JsonObject } from '../../src/values/json.js';

const CORPUS = new URL('../../../shared/corpus/', import.meta.url);
const TODAY = { today: '2026/05/31' };

function filesBelow(folder: URL): readonly URL[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.toml'))
    .sort()
    .map((name) => new URL(name, folder));
}

function tablesOf(name: string, text: string): JsonObject {
  const { table, diagnostics } = parseToml(name, text);
  if (table === undefined) throw new Error(`${name}: ${diagnostics[0]?.what ?? ''}\n${text.slice(0, 400)}`);
  return table;
}

function lockHash(file: JsonObject): string {
  return versionLockHash(file, { requiredFields: [] });
}

const DERIVED: ReadonlySet<string> = new Set(['setup', 'note', 'threat', 'threat_mappings']);

const RULES = ['rules/', 'rules_building_block/'].flatMap((folder) => filesBelow(new URL(folder, CORPUS)));

describe.skipIf(RULES.length === 0)(
  'rules of elastic/detection-rules (skipped where ../shared/corpus is absent)',
  () => {
    test.each(RULES.map((url) => [url.pathname.slice(url.pathname.indexOf('rules')), url]))(
      '%s is the same rule in Kibana and in its file, again and again',
      (name, url) => {
        const file = tablesOf(name, readFileSync(url, 'utf8'));
        const first = printJson(toKibana(file).rule);
        const written = printToml(fromKibana(parseJson(first) as JsonObject, TODAY).file);
        const read = tablesOf(name, written);
        expect(printJson(toKibana(read).rule)).toBe(first);
        expect(printToml(fromKibana(toKibana(read).rule, TODAY).file)).toBe(written);
        // Nothing of the rule changes in the file but what is derived: the setup section of a guide, slashes of references.
        const [rule, before] = [read, file].map((tables) => tables['rule'] as JsonObject);
        const kept = without(before ?? {}, DERIVED);
        expect(without(rule ?? {}, DERIVED)).toEqual(kept);
        // elastic/detection-rules hashes an empty setup section as if it stood in the guide and beside it.
        if (rule?.['setup'] !== '') expect(lockHash(read)).toBe(lockHash(file));
      },
    );
  },
);
