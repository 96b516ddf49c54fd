import path from 'node:path';
import TOML from '@iarna/toml';
import { expect } from 'vitest';
import type { Config } from '../../src/definitions/config.js';
import { parseToml } from '../../src/definitions/parse-toml.js';
import { toActionConnectors, toExceptionLists, toValueLists } from '../../src/definitions/to-exceptions.js';
import { toHunt, toRule } from '../../src/definitions/to-model.js';
import { toOverlay } from '../../src/definitions/to-overlay.js';
import { validateTable } from '../../src/definitions/validate.js';
import { codeOf } from '../../src/lint/check.js';
import type { Check, CheckExample, LintInput } from '../../src/lint/check.js';
import { lint } from '../../src/lint/run.js';
import { PROFILES, severityIn } from '../../src/lint/profiles.js';
import { keysOf, RULE_TYPES, typesWith } from '../../src/schemas/rule-types.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { ordered } from '../../src/diagnostics/order.js';

const METADATA: Readonly<Record<string, string>> = {
  creation_date: '"2026/05/01"',
  updated_date: '"2026/05/02"',
  maturity: '"production"',
};

const RULE: Readonly<Record<string, string>> = {
  name: '"Shell started by a web server"',
  rule_id: '"0f616aee-8161-4120-857e-742366f5eeb3"',
  description: '"Finds shells that a web server starts."',
  author: '["Blue Team"]',
  severity: '"medium"',
  risk_score: '47',
  type: '"query"',
  language: '"kuery"',
  index: '["logs-endpoint.events.process-*"]',
  query: '"process.parent.name: nginx and process.name: sh"',
  from: '"now-9m"',
};

/** What the schema demands of a type besides. */
const OF_TYPE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  eql: { language: '"eql"', query: '"process where process.name == \\"sh\\""' },
  esql: { language: '"esql"', query: '"from logs-* metadata _id, _version, _index | where process.name == \\"sh\\""' },
  threshold: { threshold: '{ field = ["host.id"], value = 5 }' },
  new_terms: { new_terms_fields: '["host.id"]', history_window_start: '"now-7d"' },
  threat_match: {
    threat_index: '["logs-ti_*"]',
    threat_query: '"*:*"',
    threat_mapping: '[{ entries = [{ field = "source.ip", type = "mapping", value = "threat.indicator.ip" }] }]',
  },
  machine_learning: { anomaly_threshold: '50', machine_learning_job_id: '["rare_process_by_host"]' },
};

const HUNT: Readonly<Record<string, string>> = {
  author: '"Blue Team"',
  description: '"Finds shells that a web server starts."',
  integration: '["endpoint"]',
  uuid: '"5c1f7bb4-6d0e-4b39-9c3c-0c6a4b0f8f11"',
  name: '"Shells of web servers"',
  language: '["ES|QL"]',
  license: '"Apache-2.0"',
  query: '["from logs-endpoint.events.process-* | stats count(*) by process.name"]',
};

/** Files that accompany rules, by the key that they are known by. */
const COMPANIONS = [
  ['exceptions', 'exceptions'],
  ['value_lists', 'value-lists'],
  ['action_connectors', 'action-connectors'],
  ['overlay', 'overlay'],
] as const;

/** A whole file out of an example: what its schema demands and the example leaves out is filled in, below the keys of the example. */
export function completed(example: string): string {
  const text = /^\s*\[/u.test(example) ? example : `[rule]\n${example}`;
  const table = TOML.parse(text) as Record<string, Record<string, unknown> | undefined>;
  if (['test', ...COMPANIONS.map(([key]) => key)].some((key) => table[key] !== undefined)) return `${text}\n`;
  if (table['hunt'] !== undefined) return withKeys(text, 'hunt', HUNT, table['hunt']);
  const rule = table['rule'] ?? {};
  const type = RULE_TYPES.find((name) => name === rule['type']) ?? 'query';
  const base = Object.entries({ ...RULE, ...OF_TYPE[type] }).filter(
    ([key]) => typesWith(key).length === 0 || keysOf(type).includes(key),
  );
  // Old and new form of the same keys, and index or data view, exclude each other.
  const excluded = [
    ...(rule['new_terms'] === undefined ? [] : ['new_terms_fields', 'history_window_start']),
    ...(rule['data_view_id'] === undefined && !text.includes('# without index') ? [] : ['index']),
  ];
  const keys = Object.fromEntries(base.filter(([key]) => !excluded.includes(key)));
  const withRule = withKeys(text, 'rule', keys, rule);
  return withKeys(withRule, 'metadata', METADATA, table['metadata'] ?? {});
}

function withKeys(
  text: string,
  section: string,
  base: Readonly<Record<string, string>>,
  given: Readonly<Record<string, unknown>>,
): string {
  const lines = Object.entries(base)
    .filter(([key]) => !Object.hasOwn(given, key))
    .map(([key, value]) => `${key} = ${value}\n`)
    .join('');
  const header = `[${section}]\n`;
  return text.includes(header) ? text.replace(header, header + lines) : `${header}${lines}\n${text}\n`;
}

/** The files of an example, completed. */
export function filesOf(example: CheckExample): Readonly<Record<string, string>> {
  const files = typeof example === 'string' ? { 'example.toml': example } : example;
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => [file, file.endsWith('.toml') ? completed(text) : text]),
  );
}

/** Loads files that must be valid. */
export function inputOf(files: Readonly<Record<string, string>>, config: Pick<Config, 'checks'> = {}): LintInput {
  const rules: LintInput['rules'][number][] = [];
  const hunts: LintInput['hunts'][number][] = [];
  const tests: LintInput['tests'][number][] = [];
  const exceptions: NonNullable<LintInput['exceptions']>[number][] = [];
  const valueLists: NonNullable<LintInput['valueLists']>[number][] = [];
  const actionConnectors: NonNullable<LintInput['actionConnectors']>[number][] = [];
  const overlays: NonNullable<LintInput['overlays']>[number][] = [];
  const texts = new Map<string, string>();
  for (const [file, raw] of Object.entries(files)) {
    if (!file.endsWith('.toml')) continue;
    const toml = parseToml(file, raw);
    expect(toml.diagnostics, raw).toEqual([]);
    const { table = {} } = toml;
    const [, companion] = COMPANIONS.find(([key]) => table[key] !== undefined) ?? [];
    const kind = companion ?? (table['rule'] ? 'rule' : table['hunt'] ? 'hunt' : 'test');
    expect(validateTable(kind, { ...toml, table }), raw).toEqual([]);
    texts.set(file, toml.text);
    if (kind === 'rule') rules.push({ file, value: toRule(table) });
    else if (kind === 'hunt') hunts.push({ file, value: toHunt(table) });
    else if (kind === 'exceptions') exceptions.push({ file, value: toExceptionLists(table) });
    else if (kind === 'value-lists') valueLists.push({ file, value: toValueLists(table) });
    else if (kind === 'action-connectors') actionConnectors.push({ file, value: toActionConnectors(table) });
    else if (kind === 'overlay') overlays.push({ file, value: toOverlay(table) });
    else tests.push({ file, value: table });
  }
  const names = Object.keys(files);
  const there: LintInput['files'] = {
    has: (name) => names.includes(name),
    names: (folder) =>
      names.filter((name) => path.posix.dirname(name) === (folder || '.')).map((name) => path.posix.basename(name)),
  };
  return { rules, hunts, tests, exceptions, valueLists, actionConnectors, overlays, texts, config, files: there };
}

/** What one check finds in an example, all others running as well. */
export function lintExample(check: Check, example: CheckExample): readonly Diagnostic[] {
  const own = (code: string): boolean =>
    code === codeOf(check) || (check.name.startsWith('query-') && !code.startsWith('lint/'));
  // A check that is off as a rule is tried where it is not.
  const profile = PROFILES.find((name) => severityIn(check, name) !== 'off') ?? 'recommended';
  return ordered(lint({ ...inputOf(filesOf(example)), profile })).filter(({ code }) => own(code));
}
