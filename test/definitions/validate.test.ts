import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { parseToml } from '../../src/definitions/parse-toml.js';
import type { TomlFile } from '../../src/definitions/parse-toml.js';
import { toHunt, toRule } from '../../src/definitions/to-model.js';
import { validateTable } from '../../src/definitions/validate.js';
import { SourceText } from '../../src/diagnostics/source-text.js';
import type { FileKind } from '../../src/schemas/file-schemas.js';
import type { JsonObject } from '../../src/values/json.js';

const RULE = `[metadata]
creation_date = "2026/05/01"
maturity = "production"
updated_date = "2026/05/02"

[rule]
author = ["Ä team"]
description = "Finds a thing."
index = ["logs-*"]
language = "kuery"
name = "A rule"
query = "process.name: x"
risk_score = 47
rule_id = "0f616aee-8161-4120-857e-742366f5eeb3"
severity = "medium"
type = "query"
`;

function toml(text: string): TomlFile & { table: JsonObject } {
  const file = parseToml('f.toml', text);
  expect(file.diagnostics).toEqual([]);
  return { ...file, table: file.table! };
}

/** `line:column code what` of every diagnostic. */
function problems(text: string, kind: FileKind = 'rule'): string[] {
  const file = toml(text);
  const source = new SourceText(file.text);
  return validateTable(kind, file).map(({ code, span, what, why, fix }) => {
    expect(why).not.toBe('');
    expect(fix).not.toBe('');
    const { line, column } = source.position(span.start);
    return `${line}:${column} ${code} ${what}`;
  });
}

test('a misspelt [rule] beside its own tables is one mistake', () => {
  const text = RULE.replace('[rule]', '[rules]');
  expect(problems(`${text}\n[rule.investigation_fields]\nfield_names = ["host.name"]\n`)).toEqual([
    '6:2 schema/unknown-key "rules" is not a key of this file. Did you mean "rule"?',
  ]);
});

test('a form that has an example in its words gets no second one, and kinds of exception lists are known', () => {
  const date = toml(RULE.replace('2026/05/01', '2026-05-01'));
  expect(validateTable('rule', date).map(({ fix }) => fix)).toEqual(['Write a date like 2026/05/31.']);
  const list = 'id = "a"\nlist_id = "b"\nnamespace_type = "single"';
  expect(problems(`${RULE}\n[[rule.exceptions_list]]\n${list}\ntype = "endpoint_blocklists"\n`)).toEqual([]);
  expect(problems(`${RULE}\n[[rule.exceptions_list]]\n${list}\ntype = "detectio"\n`)).toEqual([
    '22:8 schema/wrong-value rule.exceptions_list[0].type is "detectio". Did you mean "detection"?',
  ]);
});

test('a rule without mistakes has no diagnostics', () => {
  expect(problems(RULE)).toEqual([]);
});

describe('one mistake, one diagnostic, at its place', () => {
  test.each([
    [
      'severity = "medium"',
      'severty = "medium"',
      ['15:1 schema/unknown-key "severty" is not a key of [rule]. Did you mean "severity"?'],
    ],
    [
      'severity = "medium"',
      'severity = "hgh"',
      ['15:12 schema/wrong-value rule.severity is "hgh". Did you mean "high"?'],
    ],
    [
      'risk_score = 47',
      'risk_score = "47"',
      ['13:14 schema/wrong-type rule.risk_score is the text "47", not a whole number.'],
    ],
    ['risk_score = 47', 'risk_score = 101', ['13:14 schema/out-of-range rule.risk_score is 101, more than 100.']],
    [
      'type = "query"',
      'type = "esql"',
      [
        '9:1 schema/misplaced-key index does not belong to a rule of type esql.',
        '10:12 schema/wrong-value rule.language is "kuery".',
      ],
    ],
    ['name = "A rule"\n', '', ['6:2 schema/missing-key [rule] has no name.']],
    [
      'author = ["Ä team"]',
      'author = "Ä team"',
      ['7:10 schema/wrong-type rule.author is the text "Ä team", not a list.'],
    ],
    [
      'index = ["logs-*"]',
      'index = ["logs-*"]\ndata_view_id = "x"',
      ['9:1 schema/conflicting-key index cannot stand beside the other keys here.'],
    ],
    ['index = ["logs-*"]', 'index = ["logs-*", 7]', ['9:20 schema/wrong-type rule.index[1] is 7, not text.']],
    ['maturity = "production"', 'maturity = "prod"', ['3:12 schema/wrong-value metadata.maturity is "prod".']],
  ])('%s → %s', (before, after, expected) => {
    const text = RULE.replace(before, after);
    expect(text).not.toBe(RULE);
    expect(problems(text).sort()).toEqual([...expected].sort());
  });
});

describe('five mistakes are five diagnostics in one run', () => {
  const broken = RULE.replace('severity = "medium"', 'severity = "hgh"')
    .replace('risk_score = 47', 'risk_score = -1')
    .replace('author = ["Ä team"]', 'author = ["Ä team"]\nautor = 1')
    .replace('index = ["logs-*"]', 'index = "logs-*"')
    .replace('name = "A rule"\n', '');
  const expected = [
    '10:9 schema/wrong-type rule.index is the text "logs-*", not a list.',
    '13:14 schema/out-of-range rule.risk_score is -1, less than 0.',
    '15:12 schema/wrong-value rule.severity is "hgh". Did you mean "high"?',
    '6:2 schema/missing-key [rule] has no name.',
    '8:1 schema/unknown-key "autor" is not a key of [rule]. Did you mean "author"?',
  ];

  test.each([
    ['LF', broken],
    ['CRLF', broken.replaceAll('\n', '\r\n')],
    ['BOM', `\uFEFF${broken}`],
    ['BOM and CRLF', `\uFEFF${broken.replaceAll('\n', '\r\n')}`],
  ])('%s', (_, text) => {
    expect(problems(text).sort()).toEqual(expected);
  });
});

test('messages inside alert_suppression know what the type of rule allows there', () => {
  const messagesOf = (text: string): string[] => {
    const file = toml(text);
    return validateTable('rule', file).map(({ what, fix }) => `${what} ${fix}`);
  };
  expect(
    messagesOf(`${RULE}alert_suppression = { group_byy = ["a"], duration = { value = 1, unit = "d" } }\n`),
  ).toEqual([
    '"group_byy" is not a key of [rule.alert_suppression]. Did you mean "group_by"? Rename the key, or remove it.',
    'rule.alert_suppression.duration.unit is "d". Use one of "s", "m", "h".',
  ]);
  const threshold = RULE.replace('"query"', '"threshold"');
  expect(
    messagesOf(
      `${threshold}threshold = { field = [], value = 1 }\nalert_suppression = { group_by = ["a"], duration = { value = 1, unit = "m" } }\n`,
    ),
  ).toEqual(['"group_by" is not a key of [rule.alert_suppression]. Remove the key. Known here: duration.']);
});

test('a number that is none is shown as it stands', () => {
  expect(problems(RULE.replace('risk_score = 47', 'risk_score = nan'))).toEqual([
    '13:14 schema/wrong-type rule.risk_score is nan, not a whole number.',
  ]);
});

test.each([
  [
    'hunt',
    '[hunt]\nauthor = "a"\ndescription = "d"\nintegration = "aws"\nuuid = "x"\nname = "n"\nlanguage = ["ES|QL"]\nlicense = "l"\nquery = ["FROM a"]',
    /integration/,
  ],
  ['test', '[[test]]\nname = "x"\n[test.expect]\nalert = 1', /alert/],
  ['config', 'pahts = ["rules"]', /Did you mean "paths"/],
] as const)('%s files have a schema too', (kind, text, message) => {
  expect(problems(text, kind).join('\n')).toMatch(message);
});

const CORPUS = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const corpus = existsSync(CORPUS)
  ? globSync(['rules/**/*.toml', 'rules_building_block/**/*.toml', 'hunting/**/*.toml'], { cwd: CORPUS })
  : [];
if (corpus.length === 0) console.warn('skipped: ../shared/corpus is not here');

describe.runIf(corpus.length > 0)("Elastic's rules and hunts", () => {
  test.each(corpus)('%s is accepted', (file) => {
    const loaded = toml(readFileSync(CORPUS + file, 'utf8'));
    const isHunt = file.startsWith('hunting/');
    expect(validateTable(isHunt ? 'hunt' : 'rule', loaded).map(({ what }) => what)).toEqual([]);
    expect(isHunt ? toHunt(loaded.table).query.length : toRule(loaded.table).name.length).toBeGreaterThan(0);
  });
});

test('a key that is cut short is one mistake, not two', () => {
  const toml = parseToml('a.toml', '[meta]\nmaturity = "production"\n\n[rule]\n');
  const found = validateTable('rule', { ...toml, table: toml.table ?? {} }).filter(({ what }) => what.includes('meta'));
  expect(found.map(({ what }) => what)).toEqual([
    expect.stringContaining('"meta" is not a key of this file. Did you mean "metadata"?'),
  ]);
});
