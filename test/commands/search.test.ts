import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RULE, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

const HUNT = `[hunt]
author = "The team"
description = "Finds programs."
integration = ["endpoint"]
uuid = "f9c0c4a5-2d4f-4a53-8c37-31d1a9a3d6b2"
name = "Long lines"
language = ["ES|QL"]
license = "Apache-2.0"
mitre = ["T1059.004", "TA0002"]
query = ["FROM logs-* | LIMIT 10"]
`;

const SHELLS = `${RULE.replace('0f616aee', '1f616aee').replace('Forbidden Program Started', 'Shell of a Server').replace('severity = "medium"', 'severity = "high"').replace('risk_score = 47', 'risk_score = 73').replace('2026/05/02', '2026/09/30')}tags = ["OS: Linux", "Use Case: Threat Detection"]

[[rule.threat]]
framework = "MITRE ATT&CK"
tactic = { id = "TA0002", name = "Execution", reference = "https://attack.mitre.org/tactics/TA0002/" }

[[rule.threat.technique]]
id = "T1059"
name = "Command and Scripting Interpreter"
reference = "https://attack.mitre.org/techniques/T1059/"

[[rule.threat.technique.subtechnique]]
id = "T1059.004"
name = "Unix Shell"
reference = "https://attack.mitre.org/techniques/T1059/004/"
`;

let space: Workspace;
beforeAll(async () => {
  space = await workspace({ 'rules/forbidden.toml': RULE, 'rules/shell.toml': SHELLS, 'queries/hunt.toml': HUNT });
});
afterAll(() => space.remove());

const files = async (query: string, ...more: string[]): Promise<readonly string[]> => {
  const { code, out, err } = await space.run(['search', query, '--format', 'ndjson', '--columns', 'file', ...more]);
  expect(code, err).toBe(0);
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { file: string }).file);
};

describe('dragnet search', () => {
  test('finds rules by keys, tags and techniques, and prints a table', async () => {
    const { code, out, err } = await space.run([
      'search',
      'severity: high and tags: "OS: Linux" and threat.technique.id: T1059*',
    ]);
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'file              rule_id                               name               type   severity',
        '----------------  ------------------------------------  -----------------  -----  --------',
        'rules/shell.toml  1f616aee-8161-4120-857e-742366f5eeb3  Shell of a Server  query  high',
        '',
      ].join('\n'),
    );
    expect(err).toBe('search: 1 of 3 definitions\n');
  });

  test.each([
    ['threat.technique.id: T1059.004', ['queries/hunt.toml', 'rules/shell.toml']],
    ['threat.technique.name: "unix shell"', ['rules/shell.toml']],
    ['threat.tactic.id: TA0002', ['queries/hunt.toml', 'rules/shell.toml']],
    ['type: hunt', ['queries/hunt.toml']],
    ['kind: rule and not threat.tactic.id: *', ['rules/forbidden.toml']],
    ['risk_score >= 50', ['rules/shell.toml']],
    ['metadata.updated_date >= "2026-06-01"', ['rules/shell.toml']],
    ['metadata.updated_date < "2026/06/01"', ['rules/forbidden.toml']],
    ['query: *mimikatz.exe*', ['rules/forbidden.toml', 'rules/shell.toml']],
    ['NAME: x or name: *SERVER', undefined],
    ['name: *SERVER', ['rules/shell.toml']],
    ['name: (*lines or *started)', ['queries/hunt.toml', 'rules/forbidden.toml']],
    ['mimikatz', ['rules/forbidden.toml', 'rules/shell.toml']],
    ['metadata.*: production', ['rules/forbidden.toml', 'rules/shell.toml']],
    ['file: rules/*', ['rules/forbidden.toml', 'rules/shell.toml']],
    ['', ['queries/hunt.toml', 'rules/forbidden.toml', 'rules/shell.toml']],
  ])('%s', async (query, expected) => {
    if (expected === undefined) expect((await space.run(['search', query])).code).toBe(2);
    else expect(await files(query)).toEqual(expected);
  });

  test('looks only at the paths that are named', async () => {
    expect(await files('name: *', 'queries')).toEqual(['queries/hunt.toml']);
  });

  test('prints JSON with a version, lists as lists and what is missing as null', async () => {
    const { out } = await space.run([
      'search',
      'risk_score: 73',
      '--format',
      'json',
      '--columns',
      'risk_score,tags,note',
    ]);
    expect(JSON.parse(out)).toEqual({
      version: 1,
      count: 1,
      definitions: [{ risk_score: 73, tags: ['OS: Linux', 'Use Case: Threat Detection'], note: null }],
    });
  });

  test('counts', async () => {
    expect((await space.run(['search', 'type: query', '--count'])).out).toBe('2\n');
  });

  test('says that nothing was found, which is no failure', async () => {
    const { code, out, err } = await space.run(['search', 'name: Shell']);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain('0 of 3 definitions; nothing found. Values are compared as a whole');
  });

  test.each([
    ['severty: high', 'There is no field "severty" in rules or hunts. Did you mean "severity"?'],
    ['rule.severity: high', 'Did you mean "severity"?'],
    ['updated_date: *', 'Did you mean "metadata.updated_date"?'],
    ['severity: (', 'The query is not KQL'],
    ['__proto__: x', 'There is no field "__proto__"'],
  ])('refuses %s', async (query, message) => {
    const { code, out, err } = await space.run(['search', query]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  test('refuses a column that does not exist', async () => {
    const { code, err } = await space.run(['search', 'type: query', '--columns', 'file,nmae']);
    expect(code).toBe(2);
    expect(err).toContain('--columns: there is no field "nmae" in rules or hunts. Did you mean "name"');
  });

  test('tells of files that cannot be read, and still answers', async () => {
    const broken = await workspace({ 'a.toml': RULE, 'b.toml': '[rule\n' });
    const { code, out, err } = await broken.run(['search', 'type: query', '--count']);
    await broken.remove();
    expect({ code, out }).toEqual({ code: 1, out: '1\n' });
    expect(err).toContain('b.toml');
  });
});
