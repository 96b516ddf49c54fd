import { describe, expect, test } from 'vitest';
import { editToml } from '../../src/definitions/edit-toml.js';
import type { TomlEdit } from '../../src/definitions/edit-toml.js';
import type { JsonValue } from '../../src/values/json.js';

const set = (path: TomlEdit['path'], value: JsonValue): TomlEdit => ({ kind: 'set', path, value });
const remove = (...path: TomlEdit['path']): TomlEdit => ({ kind: 'remove', path });
const insert = (path: TomlEdit['path'], value: JsonValue): TomlEdit => ({ kind: 'insert', path, value });

function edited(raw: string, ...edits: TomlEdit[]): string {
  const { text, problem } = editToml(raw, edits);
  expect(problem).toBeUndefined();
  return text ?? '';
}

const RULE = `# A rule of ours.
[metadata]
maturity = "production" # since May
updated_date = '2026/05/01'

[rule]
name = "Old name"   # the name
index = ["logs-*", "winlogbeat-*"]
query = '''
process.name: "cmd.exe"
'''
risk_score = 47

# ATT&CK
[[rule.threat]]
framework = "MITRE ATT&CK"
[rule.threat.tactic]
id = "TA0001"

[[rule.threat]]
framework = "other"
`;

describe('a value that is there', () => {
  test('is replaced in place, its quotes and all around it stay', () => {
    expect(edited(RULE, set(['rule', 'name'], 'New "name"'), set(['metadata', 'updated_date'], '2026/06/01'))).toBe(
      RULE.replace('"Old name"', String.raw`"New \"name\""`).replace('2026/05/01', '2026/06/01'),
    );
  });

  test('stays on several lines', () => {
    const query = 'process.name: ("cmd.exe" or\n  "powershell.exe")\n';
    expect(edited(RULE, set(['rule', 'query'], query))).toBe(RULE.replace('process.name: "cmd.exe"\n', query));
  });

  test('changes its quotes where they cannot hold it', () => {
    expect(edited("a = 'x'\n", set(['a'], "it's"))).toBe('a = "it\'s"\n');
    expect(edited("a = '''x\n'''\n", set(['a'], "y'''"))).toBe(`a = "y'''"\n`);
    expect(edited('a = "x"\n', set(['a'], 'x\ny'))).toBe("a = '''\nx\ny'''\n");
  });

  test('keeps the escapes and broken lines of the part that stays', () => {
    expect(edited(String.raw`a = "\u00e9 and x"`, set(['a'], 'é and y'))).toBe(String.raw`a = "\u00e9 and y"`);
    expect(edited('a = """\\\n   one \\\n   two"""\n', set(['a'], 'one 2'))).toBe('a = """\\\n   one \\\n   2"""\n');
    expect(edited('a = """x"""\n', set(['a'], 'x""y"'))).toBe('a = """x\\"\\"y\\""""\n');
  });

  test.each([
    ['a = 1.0 # c', 2, 'a = 2.0 # c'],
    ['a = 1', 2.5, 'a = 2.5'],
    ['a = 1_000', 9007199254740993n, 'a = 9007199254740993'],
    ['a = 2026-05-01T12:00:00Z', '2026-06-01T12:00:00.000Z', 'a = 2026-06-01T12:00:00Z'],
    ['a = 2026-05-01', '2026-06-01', 'a = 2026-06-01'],
    ['a = 2026-05-01', 'soon', 'a = "soon"'],
    ['a = true', false, 'a = false'],
    ['a = 1', 'x\\y', "a = 'x\\y'"],
  ])('%s becomes %s', (raw, value, wanted) => {
    expect(edited(raw, set(['a'], value))).toBe(wanted);
  });

  test('that is written otherwise but is the same stays as it is', () => {
    for (const raw of ['a = 0x10\n', 'a = 1_6', 'a = 16.0']) expect(edited(raw, set(['a'], 16))).toBe(raw);
  });
});

describe('lists', () => {
  test('on one line', () => {
    const raw = 'a = ["x", "y"] # c\n';
    expect(edited(raw, remove('a', 0))).toBe('a = ["y"] # c\n');
    expect(edited(raw, remove('a', 1))).toBe('a = ["x"] # c\n');
    expect(edited(raw, insert(['a', 0], 'w'))).toBe('a = ["w", "x", "y"] # c\n');
    expect(edited(raw, set(['a', 2], 'z'))).toBe('a = ["x", "y", "z"] # c\n');
    expect(edited(raw, set(['a'], []))).toBe('a = [] # c\n');
    expect(edited('a = [ 1 ]', set(['a'], [1, 2]))).toBe('a = [ 1, 2 ]');
    expect(edited('a = []', set(['a'], [1, 2]))).toBe('a = [1, 2]');
  });

  const LIST = `a = [
    # the first
    "x", # one
    'y',
    "z" # three
]
`;

  test('on several lines keep their comments', () => {
    expect(edited(LIST, remove('a', 1))).toBe(LIST.replace("    'y',\n", ''));
    expect(edited(LIST, remove('a', 0))).toBe(LIST.replace('    "x", # one\n', ''));
    expect(edited(LIST, set(['a', 1], 'w'))).toBe(LIST.replace("'y'", "'w'"));
    expect(edited(LIST, set(['a'], ['x', 'y', 'z', 'zz']))).toBe(LIST.replace('"z" # three', '"z", # three\n    "zz"'));
    expect(edited(LIST, set(['a'], ['x', 'new', 'y', 'z']))).toBe(LIST.replace("    'y'", `    "new",\n    'y'`));
    expect(edited(LIST, set(['a'], []))).toBe('a = [\n    # the first\n]\n');
  });

  test('keep the items that stay, whichever others go', () => {
    expect(edited('a = ["x", "y", "z"]', set(['a'], ['y', 'w']))).toBe('a = ["y", "w"]');
    expect(edited("a = [{ b = 'x', c = 1 }, {b='y'}]", set(['a', 1, 'b'], 'z'), remove('a', 0))).toBe("a = [{b='z'}]");
  });
});

describe('inline tables', () => {
  test('get, change and lose keys', () => {
    const raw = "e = { alerts = 1, matched = ['a'], x.y = 2 } # c\n";
    expect(edited(raw, set(['e', 'alerts'], 2))).toBe(raw.replace('1', '2'));
    expect(edited(raw, set(['e', 'x', 'z'], 3))).toBe(raw.replace('x.y = 2', 'x.y = 2, x.z = 3'));
    expect(edited(raw, remove('e', 'alerts'))).toBe(raw.replace('alerts = 1, ', ''));
    expect(edited(raw, remove('e', 'x', 'y'))).toBe(raw.replace('x.y = 2', 'x = {}'));
    expect(edited(raw, remove('e', 'x'))).toBe(raw.replace(', x.y = 2', ''));
    expect(edited('e = {}', set(['e', 'a b'], { c: [1] }))).toBe('e = { "a b" = { c = [1] } }');
  });
});

describe('new keys', () => {
  test('go behind their siblings', () => {
    expect(edited(RULE, set(['rule', 'severity'], 'low'))).toBe(
      RULE.replace('risk_score = 47\n', 'risk_score = 47\nseverity = "low"\n'),
    );
    expect(edited(RULE, set(['rule', 'threat', 0, 'tactic', 'name'], 'Initial Access'))).toBe(
      RULE.replace('id = "TA0001"\n', 'id = "TA0001"\nname = "Initial Access"\n'),
    );
    expect(edited('[a]\n  b = 1\n[c]\n', set(['a', 'd'], 2))).toBe('[a]\n  b = 1\n  d = 2\n[c]\n');
    expect(edited('a.b = 1 # x', set(['a', 'c'], 2))).toBe('a.b = 1 # x\na.c = 2');
  });

  test('go in front of the first header where they are the first of the file', () => {
    expect(edited('# head\n\n# of a\n[a]\nb = 1\n', set(['c'], 2))).toBe('# head\n\nc = 2\n\n# of a\n[a]\nb = 1\n');
    expect(edited('# license\n[a]\n', set(['c'], 2))).toBe('# license\nc = 2\n\n[a]\n');
    expect(edited('', set(['c'], 2))).toBe('c = 2\n');
    expect(edited('# only this', set(['c'], 2))).toBe('# only this\nc = 2');
  });

  test('get the table that they belong to', () => {
    expect(edited(RULE, set(['rule', 'threshold', 'value'], 3))).toBe(`${RULE}\n[rule.threshold]\nvalue = 3\n`);
    expect(edited(RULE, set(['metadata', 'x', 'y'], 1))).toBe(
      RULE.replace('\n[rule]', '\n[metadata.x]\ny = 1\n\n[rule]'),
    );
    expect(edited(RULE, set(['rule', 'threat', 0, 'technique'], [{ id: 'T1', reference: 'r' }]))).toBe(
      RULE.replace('id = "TA0001"\n', 'id = "TA0001"\n\n[[rule.threat.technique]]\nid = "T1"\nreference = "r"\n'),
    );
    expect(edited(RULE, set(['rule', 'threat', 2], { framework: 'third', tactic: { id: 'TA2' } }))).toBe(
      `${RULE}\n[[rule.threat]]\nframework = "third"\n\n[rule.threat.tactic]\nid = "TA2"\n`,
    );
    expect(edited('[a.b]\nc = 1\n', set(['a', 'd'], 2))).toBe('[a]\nd = 2\n\n[a.b]\nc = 1\n');
    expect(edited('[a]\n[a.b]\nc = 1\n', set(['a', 'd'], { e: 2 }))).toBe('[a]\n[a.b]\nc = 1\n[a.d]\ne = 2\n');
  });
});

describe('removal', () => {
  test('takes the line of a key, and comment lines stay', () => {
    expect(edited(RULE, remove('rule', 'name'))).toBe(RULE.replace('name = "Old name"   # the name\n', ''));
    expect(edited(RULE, remove('metadata', 'maturity'), remove('metadata', 'updated_date'))).toBe(
      RULE.replace(/maturity.*\nupdated_date.*\n/, ''),
    );
  });

  test('takes a table with what is in it', () => {
    expect(edited(RULE, remove('rule', 'threat', 1))).toBe(
      RULE.replace('\n[[rule.threat]]\nframework = "other"\n', ''),
    );
    expect(edited(RULE, remove('rule', 'threat'))).toBe(RULE.slice(0, RULE.indexOf('[[rule.threat]]')));
    expect(edited(RULE, remove('rule', 'threat', 0))).toBe(
      RULE.replace('[[rule.threat]]\nframework = "MITRE ATT&CK"\n[rule.threat.tactic]\nid = "TA0001"\n', ''),
    );
  });

  test('of what is not there changes nothing', () => {
    expect(edited(RULE, remove('rule', 'nothing'), remove('no', 'table'), remove('rule', 'index', 7))).toBe(RULE);
  });
});

describe('the bytes of a file', () => {
  const windows = `\uFEFF${RULE.replaceAll('\n', '\r\n')}`;

  test('keep BOM, CRLF and an open last line', () => {
    const both = (raw: string): string =>
      edited(raw, set(['rule', 'name'], 'x'), set(['rule', 'severity'], 'low'), set(['rule', 'query'], 'a\nb\n'));
    expect(both(windows)).toBe(`\uFEFF${both(RULE).replaceAll('\n', '\r\n')}`);
    expect(both(RULE.trimEnd())).toBe(both(RULE).trimEnd());
    expect(both(windows.trimEnd())).toBe(both(windows).trimEnd());
  });

  test('keep mixed line ends where nothing changes', () => {
    expect(edited('a = 1\r\nb = 2\nc = """x\r\ny\nz"""\r\n', set(['c'], 'x\ny\nw'))).toBe(
      'a = 1\r\nb = 2\nc = """x\r\ny\nw"""\r\n',
    );
  });
});

describe('refusals', () => {
  test.each<[string, string, TomlEdit, string]>([
    ['a broken file', 'a = ', set(['a'], 1), 'The file is not TOML'],
    ['a key of a text', 'a = "x"', set(['a', 'b'], 1), 'a is no table: it has no key b.'],
    ['an item of a table', '[a]', set(['a', 0], 1), 'a is no list: it has no item 0.'],
    ['a place behind the end', 'a = [1]', set(['a', 2], 1), 'a has 1 items: there is no place 2.'],
    ['null', 'a = 1', set(['a'], { b: null }), 'a.b would be null, which TOML does not have.'],
    ['half of a character', 'a = 1', set(['a'], '\ud800'), 'a holds half of a character'],
    ['no path', 'a = 1', set([], 1), 'The path is empty'],
  ])('%s', (_, raw, edit, problem) => {
    expect(editToml(raw, [edit]).problem).toContain(problem);
  });

  test('keys with the names of inherited properties are keys', () => {
    const text = edited('[constructor]\n__proto__ = 1\n', set(['constructor', '__proto__'], 2), set(['toString'], 3));
    expect(text).toBe('toString = 3\n\n[constructor]\n__proto__ = 2\n');
  });
});
