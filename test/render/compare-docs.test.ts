import { expect, test } from 'vitest';
import { compareDocs } from '../../src/render/compare-docs.js';
import { lineDiff, printDiff } from '../../src/render/line-diff.js';
import { renderPages } from '../../src/render/pages.js';
import { QUERY } from './sample-rules.js';

const [page = ''] = renderPages([{ kind: 'rule', file: 'rules/a.toml', rule: QUERY }]).pages.values();

test('pages that are as expected differ in nothing, whatever their line breaks', () => {
  const expected = new Map([['docs/a.md', 'one\ntwo\n']]);
  expect(compareDocs(expected, expected)).toEqual([]);
  expect(compareDocs(expected, new Map([['docs/a.md', 'one\r\ntwo\r\n']]))).toEqual([]);
});

test('missing, stale and extra pages, by path', () => {
  const differences = compareDocs(
    new Map([
      ['docs/stale.md', page],
      ['docs/missing.md', 'x\n'],
    ]),
    new Map([
      ['docs/stale.md', page.replace('# ', '# Old ')],
      ['docs/rules/gone.md', page],
      ['docs/by-hand.md', '# Mine\n'],
    ]),
  );
  expect(differences).toEqual([
    { path: 'docs/missing.md', kind: 'missing', mend: 'build', diff: '' },
    { path: 'docs/rules/gone.md', kind: 'extra', mend: 'build', diff: '' },
    {
      path: 'docs/stale.md',
      kind: 'stale',
      mend: 'build',
      diff: expect.stringMatching(/^@@ 1 @@\n-# Old .*\n\+# /) as unknown,
    },
  ]);
});

test('a page that dragnet did not write is foreign; an empty file is only stale', () => {
  const expected = new Map([['docs/a.md', page]]);
  const kinds = (text: string): unknown => compareDocs(expected, new Map([['docs/a.md', text]]));
  expect(kinds('# By hand\n')).toEqual([{ path: 'docs/a.md', kind: 'foreign', mend: 'hand', diff: '' }]);
  expect(kinds(`${page}\nAppended by hand.\n`)).toMatchObject([{ kind: 'foreign' }]);
  expect(kinds('\n')).toMatchObject([{ kind: 'stale', mend: 'build' }]);
});

test('an orphan is for the build to delete only with the mark, and never under the name of a page in other letters', () => {
  const hunt = '# Old\n\n---\n\n## Metadata\n\n- **Source File:** [Old](../queries/old.toml)\n\n\n## Query\n';
  const actual = new Map([
    ['docs/rules/A.md', page],
    ['docs/rules/a.md', page],
    ['docs/rules/gone.md', page],
    ['docs/old.md', hunt],
  ]);
  expect(
    compareDocs(new Map([['docs/rules/a.md', page]]), actual).map(({ path, kind, mend }) => [path, kind, mend]),
  ).toEqual([
    ['docs/old.md', 'extra', 'hand'],
    ['docs/rules/A.md', 'extra', 'hand'],
    ['docs/rules/gone.md', 'extra', 'build'],
  ]);
});

test('what lies at the path of a collision is not compared', () => {
  const collision = { path: 'docs/A.md', files: ['queries/A.toml', 'queries/a.toml'] };
  const actual = new Map([
    ['docs/A.md', page],
    ['docs/a.md', page],
  ]);
  expect(compareDocs(new Map([['docs/A.md', 'x\n']]), actual, [collision])).toEqual([
    { path: 'docs/A.md', kind: 'collision', mend: 'hand', diff: '' },
  ]);
});

test('a diff shows each change with three lines around it', () => {
  const before = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`);
  const after = before.with(1, 'second').toSpliced(15, 1).toSpliced(17, 0, 'new');
  expect(printDiff(lineDiff(before.join('\n'), after.join('\n')), 40)).toBe(
    [
      '@@ 1 @@',
      ' line 1',
      '-line 2',
      '+second',
      ' line 3',
      ' line 4',
      ' line 5',
      '@@ 13 @@',
      ' line 13',
      ' line 14',
      ' line 15',
      '-line 16',
      ' line 17',
      ' line 18',
      '+new',
      ' line 19',
      ' line 20',
    ].join('\n'),
  );
});

test('a long diff is cut and the rest counted', () => {
  expect(printDiff(lineDiff('', 'a\nb\nc\nd'), 3)).toBe('@@ 1 @@\n-\n+a\n… 3 more lines');
});

test('texts without a common line are replaced whole, also very long ones', () => {
  const long = (word: string): string => Array.from({ length: 3_000 }, (_, index) => `${word} ${index}`).join('\n');
  const diff = lineDiff(long('old'), long('new'));
  expect(diff.filter(({ kind }) => kind === 'removed')).toHaveLength(3_000);
  expect(diff.filter(({ kind }) => kind === 'added')).toHaveLength(3_000);
});
