import { existsSync, readFileSync } from 'node:fs';
import { EcsFlat } from '@elastic/ecs';
import { describe, expect, test } from 'vitest';
import { parseToml } from '../../src/definitions/parse-toml.js';
import { requiredFields } from '../../src/definitions/required-fields.js';
import { versionLockHash } from '../../src/definitions/version-lock-hash.js';
import { fieldsOfEql } from '../../src/languages/eql/fields.js';
import { parseEql } from '../../src/languages/eql/parse.js';
import { fieldsOfKql } from '../../src/languages/kql/fields.js';
import { parseKql } from '../../src/languages/kql/parse.js';
import type { RequiredField } from '../../src/model/rule.js';
import { isJsonObject, type JsonObject } from '../../src/values/json.js';

const ROOT = new URL('../../', import.meta.url);
const CORPUS = new URL('../shared/corpus/', ROOT);

interface Expected {
  readonly path: string;
  readonly sha256: string | null;
}

const ecs = EcsFlat as unknown as Readonly<Record<string, { readonly type: string }>>;

function ecsType(name: string): string | undefined {
  return Object.hasOwn(ecs, name) ? ecs[name]?.type : undefined;
}

function fieldsOf(rule: JsonObject): RequiredField[] {
  const { language, query } = rule;
  if (typeof query !== 'string') return [];
  const tree = language === 'kuery' ? parseKql(query).value : undefined;
  const events = language === 'eql' ? parseEql(query).value : undefined;
  const names = [
    ...(tree === undefined ? [] : fieldsOfKql(tree)),
    ...(events === undefined ? [] : fieldsOfEql(events)),
  ];
  return requiredFields(names, ecsType);
}

function tablesOf(url: URL): JsonObject {
  const { table } = parseToml(url.pathname, readFileSync(url, 'utf8'));
  if (table === undefined) throw new Error(`${url.pathname} does not parse`);
  return table;
}

function hashOf(url: URL): string {
  const tables = tablesOf(url);
  const rule = tables['rule'];
  return versionLockHash(tables, { requiredFields: isJsonObject(rule) ? fieldsOf(rule) : [] });
}

test('the lock of this repository holds the hash of its rule', () => {
  const lock = JSON.parse(readFileSync(new URL('version.lock.json', ROOT), 'utf8')) as Record<
    string,
    { sha256: string }
  >;
  const file = new URL('rules/cross-platform/execution_aws_ssm_sendcommand_with_command_parameters.toml', ROOT);
  expect(hashOf(file)).toBe(lock['c371e9fc-6a10-11ef-a0ac-f661ea17fbcc']?.sha256);
});

describe.skipIf(!existsSync(CORPUS))(
  'hashes of elastic/detection-rules (skipped where ../shared/corpus is absent)',
  () => {
    const expected = existsSync(CORPUS)
      ? readFileSync(new URL('expected.jsonl', CORPUS), 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Expected)
          .filter(({ sha256 }) => typeof sha256 === 'string')
      : [];

    test.each(expected.map(({ path, sha256 }) => [path, sha256]))('%s', (path, sha256) => {
      expect(hashOf(new URL(path, CORPUS))).toBe(sha256);
    });

    test('there are hashes', () => {
      expect(expected.length).toBeGreaterThanOrEqual(151);
    });
  },
);

describe('what counts', () => {
  const rule: JsonObject = { name: 'A', description: 'One\n  two\n', query: 'a: 1\n', note: '## Triage\n', version: 3 };
  const facts = { requiredFields: [] };
  const hash = (table: JsonObject, rest: JsonObject = {}): string => versionLockHash({ rule: table, ...rest }, facts);

  test('layout of texts, metadata and version do not', () => {
    expect(hash({ ...rule, description: 'One two', version: 4 }, { metadata: { maturity: 'production' } })).toBe(
      hash(rule),
    );
  });

  test('layout of queries and guides does', () => {
    expect(hash({ ...rule, query: 'a: 1' })).not.toBe(hash(rule));
    expect(hash({ ...rule, note: '## Triage' })).not.toBe(hash(rule));
  });

  test('a setup section in the note is the setup guide', () => {
    const inNote = { ...rule, note: '## Triage\n\nLook.\n\n## Setup\n\nSend logs.\n\n### More\n\nText.\n' };
    expect(hash(inNote)).toBe(
      hash({ ...rule, note: '## Triage\n\nLook.\n\n\n\n### More\n\nText.', setup: 'Send logs.' }),
    );
    expect(hash({ ...inNote, setup: 'Other.' })).not.toBe(hash(inNote));
  });

  test('references of threats end in a slash, technique is never absent', () => {
    const tactic = { id: 'TA0002', name: 'Execution', reference: 'https://attack.mitre.org/tactics/TA0002' };
    const framework = 'MITRE ATT&CK';
    expect(hash({ ...rule, threat: [{ framework, tactic }] })).toBe(
      hash({
        ...rule,
        threat: [{ framework, tactic: { ...tactic, reference: `${tactic.reference}/` }, technique: [] }],
      }),
    );
  });

  test('an action without a throttle has the throttle null, unless it opens a case', () => {
    const action = (type: string, frequency: JsonObject): JsonObject => ({
      ...rule,
      actions: [{ action_type_id: type, frequency }],
    });
    expect(hash(action('.slack', {}))).toBe(hash(action('.slack', { throttle: null })));
    expect(hash(action('.cases', {}))).not.toBe(hash(action('.cases', { throttle: null })));
  });

  test('related integrations count only where asked for, required fields not where ES|QL keeps by wildcard', () => {
    const related = { ...rule, related_integrations: [{ package: 'aws', version: '^2.0.0' }] };
    expect(hash(related)).toBe(hash(rule));
    expect(versionLockHash({ rule: related }, { ...facts, keepRelatedIntegrations: true })).not.toBe(hash(rule));
    const esql = { ...rule, language: 'esql', query: 'from a | keep host.*, b' };
    const fields = [{ ecs: true, name: 'host.id', type: 'keyword' }];
    expect(versionLockHash({ rule: esql }, { requiredFields: fields })).toBe(hash(esql));
    expect(versionLockHash({ rule }, { requiredFields: fields })).not.toBe(hash(rule));
  });

  test('a float counts as one', () => {
    const scored = { ...rule, meta: { weight: 1 } };
    expect(
      versionLockHash({ rule: scored }, { ...facts, isFloat: (path) => path.join('.') === 'rule.meta.weight' }),
    ).not.toBe(hash(scored));
  });
});
