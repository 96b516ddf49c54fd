import { describe, expect, it, test } from 'vitest';
import { parseToml } from '../../src/definitions/parse-toml.js';
import { toRule } from '../../src/definitions/to-model.js';
import { queriesOfRule } from '../../src/lint/queries.js';
import { lint } from '../../src/lint/run.js';
import { techniqueExample } from '../../src/lint/threat-example.js';
import { parseEsql } from '../../src/languages/esql/parse.js';
import { parseKql } from '../../src/languages/kql/parse.js';
import { completed, inputOf } from './lint-files.js';

function codes(part: string): string[] {
  return lint(inputOf({ 'a.toml': completed(part) }))
    .map(({ code }) => code)
    .filter((code) => code.startsWith('lint/attack') || code.includes('date') || code.includes('creation'));
}

describe('one mistake, one message', () => {
  const technique = ['T1059', 'Command and Scripting Interpreter'] as const;
  test.each<[string, string, string[]]>([
    [
      'a day that there is not',
      '[metadata]\ncreation_date = "2026/02/31"\nupdated_date = "2026/02/10"',
      ['lint/dates-exist'],
    ],
    [
      'an unknown technique above a sub-technique',
      techniqueExample({
        technique: ['T9999', 'Command and Scripting Interpreter'],
        subtechnique: ['T1059.004', 'Unix Shell'],
      }),
      ['lint/attack-id-known'],
    ],
    [
      'the id of another sub-technique',
      techniqueExample({
        technique,
        subtechnique: ['T1021.004', 'Unix Shell', 'https://attack.mitre.org/techniques/T1059/004/'],
      }),
      ['lint/attack-names-agree'],
    ],
    [
      'the id of another tactic',
      techniqueExample({ tactic: ['TA0003', 'Execution', 'https://attack.mitre.org/tactics/TA0002/'], technique }),
      ['lint/attack-names-agree'],
    ],
  ])('%s', (_name, part, expected) => {
    expect(codes(part)).toEqual(expected);
  });

  it.each([
    ['eql', 'kuery', 'process where process.name == "x"', ['eql']],
    ['esql', 'eql', 'FROM logs-* | LIMIT 1', ['esql']],
    ['query', 'eql', 'process.name: x', []],
  ])('the language of another type of rule: %s in %s', (type, language, query, expected) => {
    const { table } = parseToml('a.toml', completed(`type = "${type}"\nlanguage = "${language}"\nquery = '${query}'`));
    const queries = queriesOfRule(toRule(table!));
    expect(queries.map((parsed) => parsed.language)).toEqual(expected);
    expect(queries.flatMap(({ findings }) => findings)).toEqual([]);
  });
});

describe('fixes say what to write', () => {
  it.each([
    ['FROM a | WHERE b = 1', 'Write == to compare.'],
    ['WHERE b == 1', 'Begin the query with FROM and its indices.'],
    ['FROM a | LIMIT 1 2', "Remove '2', or begin the next command with |."],
  ])('%s', (query, fix) => {
    expect(parseEsql(query).diagnostics.map((finding) => finding.fix)).toEqual([fix]);
  });

  it.each([
    ['a: 1 && b: 2', 'Write "and" instead of "&&".'],
    ['a: 1 || b: 2', 'Write "or" instead of "||".'],
    ['a: 1 b: 2', 'Put a value with a colon in quotes, or write \\: for the colon.'],
  ])('%s', (query, fix) => {
    expect(parseKql(query).diagnostics.map((finding) => finding.fix)).toEqual([fix]);
  });
});
