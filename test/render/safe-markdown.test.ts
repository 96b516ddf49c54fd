import { describe, expect, test } from 'vitest';
import { guideUnder, proseOf } from '../../src/render/author-text.js';
import { codeSpan, escapeText, link, table } from '../../src/render/markdown.js';
import { markdownLines } from '../../src/render/markdown-lines.js';
import { safeMarkdown } from '../../src/render/safe-markdown.js';

function safe(markdown: string): string {
  return safeMarkdown(markdown, 'show placeholders');
}

describe('what authors write stays', () => {
  test.each([
    'a *b* **c** `d` [e](https://example.org/f?g=h#i) <https://example.org/> 1 < 2 > 0 && x',
    '[mail](mailto:us@example.org) [page](../rules/a.md) [place](#here) [root](/a:b)',
    '[1]: https://example.org/\nsee [1], as said [there]:',
    '| a | b |\n| --- | --- |\n| `c` | d<br>e |',
    'press <kbd>x</kbd>, H<sub>2</sub>O',
    '`<script>` and ``a ` <img src=x>`` and \\<b>',
    '```html\n<script>{{ x }}</script>\n```\nafter',
    '- a\n  ```\n  <x y>\n  ```\n- ~~~\n  <x y>\n  ~~~\n',
    'on `a | b`',
  ])('%j', (markdown) => {
    expect(safe(markdown)).toBe(markdown);
  });
});

describe('what a browser would run is shown instead', () => {
  test.each([
    ['<script>alert(1)</script>', '&lt;script>alert(1)&lt;/script>'],
    ['a <img src=x onerror=alert(1)>', 'a &lt;img src=x onerror=alert(1)>'],
    ['a <b onclick="x">b</b>', 'a &lt;b onclick="x">b</b>'],
    ['<b>\n`<script>`', '&lt;b>\n`<script>`'],
    ['a <!-- b --> <?c?> <!D>', 'a &lt;!-- b --> &lt;?c?> &lt;!D>'],
    ['a <svg/onload=alert(1)', 'a &lt;svg/onload=alert(1)'],
    ['[a](javascript:alert(1))', '[a\\](javascript:alert(1))'],
    ['[a]( JaVaScRiPt:alert(1))', '[a\\]( JaVaScRiPt:alert(1))'],
    ['[a](&#106;avascript:x)', '[a\\](&#106;avascript:x)'],
    ['[a](<java\tscript:x>)', '[a\\](&lt;java\tscript:x>)'],
    ['[a](\njavascript:x)', '[a\\](\njavascript:x)'],
    ['![a](data:image/svg+xml,x)', '![a\\](data:image/svg+xml,x)'],
    ['<javascript:x>', '&lt;javascript:x>'],
    ['[a]: javascript:x', '[a\\]: javascript:x'],
    ['{{ constructor }}', '&#123;{ constructor }}'],
    ['a <host>', 'a &lt;host>'],
  ])('%j → %j', (markdown, expected) => {
    expect(safe(markdown)).toBe(expected);
  });

  test('also where code seems to be, but need not', () => {
    expect(safe('a ` b\n<script> `')).toBe('a ` b\n&lt;script> `');
    expect(safe('\\`<script>`')).toBe('\\`&lt;script>`');
    expect(safe('| `a | <script>` |')).toBe('| `a | &lt;script>` |');
    expect(safe('      ```\n<script>')).toBe('      ```\n&lt;script>');
    expect(safe('a ` b\n\n`<script>`')).toBe('a ` b\n\n`<script>`');
  });

  test('placeholders may be left to the reader, active tags never', () => {
    expect(safeMarkdown('on <host> <style>', 'keep placeholders')).toBe('on <host> &lt;style>');
  });

  test('long hostile lines are no work', () => {
    const long = 200_000;
    for (const part of ['<a', '[', '](', '`', '<', '{{', '\\`', '<a ', '[x](']) {
      expect(safe(part.repeat(long / part.length)).length).toBeGreaterThanOrEqual(long - 1);
    }
  });
});

describe('blocks of code', () => {
  function codeIn(markdown: string): string[] {
    return markdownLines(markdown)
      .filter(({ code }) => code)
      .map(({ line }) => line);
  }

  test('end at a fence of the same kind and at least the same length', () => {
    expect(codeIn('````\n```\n~~~~\n`````\ntext')).toEqual(['````', '```', '~~~~', '`````']);
    expect(codeIn('~~~ a ` b\nx\n~~~ no\n~~~')).toEqual(['~~~ a ` b', 'x', '~~~ no', '~~~']);
    expect(codeIn('``` a ` b\nx')).toEqual([]);
  });

  test('that are left open are closed where their item or the text ends', () => {
    expect(markdownLines('- a\n  ```\n  b\nc').map(({ line }) => line)).toEqual(['- a', '  ```', '  b', '  ```', 'c']);
    expect(guideUnder(2, 'Setup', '```\n# a')).toBe('```\n# a\n```');
  });
});

describe('short texts', () => {
  test('paragraphs become one line, lists, code and quotes keep theirs', () => {
    expect(proseOf('\n  a\n  b\n\n  c\n  - d\n    e\n  - f\n  > g\n  h\n')).toBe('a b\n\nc\n- d e\n- f\n> g h');
    expect(proseOf('a\n```\nb\nc\n```\nd\ne')).toBe('a\n```\nb\nc\n```\nd e');
  });
});

describe('text that is not Markdown', () => {
  test.each([
    ['- a', '\\- a'],
    ['# a', '\\# a'],
    ['12. a', '12\\. a'],
    ['a\r\n\n b', 'a b'],
    ['a_b*c', 'a\\_b\\*c'],
    ['C:\\a', 'C:\\\\a'],
    ['Q&A &amp; more', 'Q&A &amp;amp; more'],
  ])('%j → %j', (text, expected) => {
    expect(escapeText(text)).toBe(expected);
  });

  test.each([
    ['a', '`a`'],
    ['a`b', '``a`b``'],
    ['`a``', '``` `a`` ```'],
    ['', ''],
  ])('%j as code → %j', (text, expected) => {
    expect(codeSpan(text)).toBe(expected);
  });

  test('a link needs a web address', () => {
    expect(link('a]', 'https://example.org/(b) c')).toBe('a\\] (`https://example.org/(b) c`)');
    expect(link('a]', 'https://example.org/(b)')).toBe('[a\\]](https://example.org/%28b%29)');
  });

  test('cells keep their pipes and lose their line breaks', () => {
    expect(table(['a'], [['b|c\\|d\ne']])).toBe('| a |\n| --- |\n| b\\|c\\|d e |');
  });
});
