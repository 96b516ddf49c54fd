import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatToml } from '../../src/definitions/format-toml.js';
import { parseToml } from '../../src/definitions/parse-toml.js';
import { printToml } from '../../src/definitions/print-toml.js';
import { generatedRules } from '../kibana-form/generated-rules.js';
import { pick, seededRandom } from '../seeded-random.js';

function formatted(raw: string): string {
  const { text, problem } = formatToml(raw);
  if (problem !== undefined) throw new Error(`${problem}\n${raw}`);
  expect(formatToml(text)).toEqual({ text });
  return text;
}

describe('the layout of a rule', () => {
  test('keys are in order, metadata comes first, long texts may come last', () => {
    const messy = `[rule]
type="eql"
name   =   "A"

query = '''
process where true
'''
note = "n"
[metadata]
updated_date = "2026/05/02"
creation_date = "2026/05/01"
`;
    expect(formatted(messy)).toBe(`[metadata]
creation_date = "2026/05/01"
updated_date = "2026/05/02"

[rule]
name = "A"
type = "eql"

query = '''
process where true
'''
note = "n"
`);
  });

  test('comments go with the key that they stand above or behind', () => {
    const messy = `# The file.

[rule] # the rule
# what it is
type = "eql" # event query
  # who made it
author = ["me"]   # and nobody else
# end
`;
    expect(formatted(messy)).toBe(`# The file.

[rule] # the rule
  # who made it
author = ["me"]   # and nobody else
# what it is
type = "eql" # event query
# end
`);
  });

  test('lists stand on one line, or one item a line', () => {
    const long = Array.from({ length: 9 }, (_, at) => `"Data Source: ${at}"`);
    const messy = `[rule]\na = [ "x","y" , ]\nb = [${long.join(',')}]\nc = [\n"x",\n  'y' ]\nd = [\n  # why\n  1,\n]\ne = [[1,2],{a=1}]\nf = [\n]\n`;
    expect(formatted(messy)).toBe(
      `[rule]\na = ["x", "y"]\nb = [\n${long.map((item) => `    ${item},\n`).join('')}]\nc = [\n    "x",\n    'y',\n]\nd = [\n  # why\n  1,\n]\ne = [[1,2],{a=1}]\nf = []\n`,
    );
  });

  test('texts, quotes and BOM stay, also blanks and empty lines in texts', () => {
    const text = `[rule]\nname = 'A \\ B'\nnote = """\n  x  \n\n\n\n\n\n\\\n   y\n"""\nquery = '''a  \n'''\n`;
    expect(formatted(text)).toBe(text);
    expect(formatted(`\uFEFF${text}`)).toBe(`\uFEFF${text}`);
    expect(formatted(text.replaceAll('\n', '\r\n'))).toBe(text.replaceAll('\n', '\r\n'));
  });

  test('line ends of what does not change stay, mixed ones too', () => {
    expect(formatted('[rule]\r\na = 1\nb=2\r\nc = 3')).toBe('[rule]\r\na = 1\nb = 2\r\nc = 3\r\n');
  });

  test('empty lines: none at the start, three at most elsewhere', () => {
    expect(formatted('\n\n[rule]\na = 1\n\n\n\n\n\n[rule.b]\nc = 1')).toBe('[rule]\na = 1\n\n\n\n[rule.b]\nc = 1\n');
  });

  test('documents of tests keep the order of their author', () => {
    const text = '[[test]]\nname = "x"\nexpect = { alerts = 1 }\n\n[[test.event]]\nb = 1\na = 2\n';
    expect(formatted(text)).toBe(text);
  });

  test('what is no TOML is said', () => {
    expect(formatToml('a = [').problem).toBeDefined();
    expect(formatToml('').text).toBe('');
  });
});

/** The same definition, written carelessly. */
function careless(text: string, random: () => number): string {
  let isInside = false;
  const lines = text.split('\n').flatMap((line) => {
    const quotes = (line.match(/"""|'''/g) ?? []).length;
    const wasInside = isInside;
    if (quotes % 2 === 1) isInside = !isInside;
    if (wasInside || line === '') return [line];
    const spaced = isInside ? line : line.replace(' = ', pick(random, ['=', ' = ', '  =\t']));
    const comment = isInside || random() > 0.2 ? '' : pick(random, [' # why', '#', '   # x  ']);
    const before = random() < 0.15 ? pick(random, [['# above'], ['', '# apart', ''], ['', '', '', '', '']]) : [];
    return [...before, `${isInside ? '' : pick(random, ['', '', '  '])}${spaced}${comment}`];
  });
  return lines.join('\n');
}

test('values and comments of generated files stay, and formatting twice changes nothing', () => {
  const random = seededRandom(18);
  const comments = (text: string): number => (text.match(/# (why|x|above|apart)/g) ?? []).length;
  let count = 0;
  for (const file of generatedRules(400, 17)) {
    const text = careless(printToml(file), random);
    const { table } = parseToml('', text);
    if (table === undefined) continue;
    count += 1;
    const after = formatted(text);
    expect(parseToml('', after).table).toEqual(table);
    expect(comments(after)).toBe(comments(text));
  }
  expect(count).toBeGreaterThan(200);
});

test('what dragnet writes itself is formatted', () => {
  for (const file of generatedRules(200, 19)) {
    const text = printToml(file);
    expect(formatted(text)).toBe(text);
  }
});

const CORPUS = new URL('../../../shared/corpus/', import.meta.url);

test.skipIf(!existsSync(CORPUS))(
  'most rules of elastic/detection-rules are formatted already (skipped where ../shared/corpus is absent)',
  () => {
    const files = ['rules/', 'rules_building_block/', 'hunting/'].flatMap((folder) =>
      readdirSync(new URL(folder, CORPUS), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.toml'))
        .map((name) => readFileSync(new URL(folder + name, CORPUS), 'utf8')),
    );
    const same = files.filter((text) => formatted(text) === text);
    expect(files.length).toBeGreaterThan(200);
    expect(same.length / files.length).toBeGreaterThan(0.65);
  },
  60_000,
);
