import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { ordered } from '../../src/diagnostics/order.js';
import { jsonReport, reportJson } from '../../src/diagnostics/reporters/json.js';
import { reportPretty } from '../../src/diagnostics/reporters/pretty.js';
import { summaryOf, summaryText } from '../../src/diagnostics/summary.js';

const FILE = 'rules/a.toml';
const TEXT = '[rule]\r\nseverity = "hgh"\r\n';
const SOURCES = new Map([[FILE, TEXT]]);
const ENUM: Diagnostic = {
  code: 'schema/enum',
  severity: 'error',
  what: 'severity is "hgh".',
  why: 'Kibana knows four severities.',
  fix: 'Use "high".',
  span: { file: FILE, start: TEXT.indexOf('"hgh"'), end: TEXT.indexOf('"hgh"') + 5 },
};
const UNREADABLE: Diagnostic = {
  ...ENUM,
  code: 'toml/unreadable',
  severity: 'warning',
  span: { file: 'gone.toml', start: 0, end: 0 },
};

describe('pretty', () => {
  test('place, severity, code, what; frame; why; fix', () => {
    expect(reportPretty([ENUM], SOURCES)).toBe(
      [
        'rules/a.toml:2:12  error  schema/enum  severity is "hgh".',
        '    1 | [rule]',
        '  > 2 | severity = "hgh"',
        '      |            ^^^^^',
        '    3 |',
        '  why  Kibana knows four severities.',
        '  fix  Use "high".',
        '',
      ].join('\n'),
    );
  });
  test('a file without text gets no frame', () => {
    expect(reportPretty([UNREADABLE], SOURCES)).toBe(
      'gone.toml:1:1  warning  toml/unreadable  severity is "hgh".\n  why  Kibana knows four severities.\n  fix  Use "high".\n',
    );
  });
  test('colour only where asked for', () => {
    expect(reportPretty([ENUM], SOURCES)).not.toContain('\u001b');
    expect(reportPretty([ENUM], SOURCES, { color: true })).toContain('\u001b[31merror\u001b[39m');
  });
  test('what a definition says cannot steer the terminal', () => {
    const hostile = { ...ENUM, what: 'name is "\u001b]0;owned\u0007".\nSecond line.' };
    const printed = reportPretty([hostile], SOURCES);
    expect(printed).not.toContain('\u001b');
    expect(printed).toContain('\u241b]0;owned\u2407".\n       Second line.');
  });
  test('no diagnostics, no text', () => {
    expect(reportPretty([], SOURCES)).toBe('');
  });
});

describe('json', () => {
  test('versioned, with lines and columns of start and end', () => {
    expect(jsonReport([ENUM, UNREADABLE], SOURCES)).toEqual({
      version: 1,
      summary: { errors: 1, warnings: 1, infos: 0, files: 2, checked: SOURCES.size },
      diagnostics: [
        {
          code: 'schema/enum',
          severity: 'error',
          file: FILE,
          line: 2,
          column: 12,
          endLine: 2,
          endColumn: 17,
          what: 'severity is "hgh".',
          why: 'Kibana knows four severities.',
          fix: 'Use "high".',
        },
        expect.objectContaining({ file: 'gone.toml', line: 1, column: 1, endLine: 1, endColumn: 1 }),
      ],
    });
  });
  test('the text is one JSON document', () => {
    const text = reportJson([], new Map());
    expect(JSON.parse(text)).toEqual({
      version: 1,
      summary: { errors: 0, warnings: 0, infos: 0, files: 0, checked: 0 },
      diagnostics: [],
    });
    expect(text.endsWith('}\n')).toBe(true);
  });
});

describe('order and summary', () => {
  test('by file, place, code; the same one once', () => {
    const later = { ...ENUM, span: { ...ENUM.span, start: 20, end: 21 } };
    expect(ordered([UNREADABLE, later, ENUM, { ...ENUM }])).toEqual([UNREADABLE, ENUM, later]);
    expect(ordered([ENUM, { ...ENUM, what: 'other' }])).toHaveLength(2);
  });
  test('counts in words', () => {
    expect(summaryText(summaryOf([]))).toBe('no problems');
    expect(summaryText(summaryOf([ENUM]))).toBe('1 error in 1 file');
    expect(summaryText(summaryOf([ENUM, ENUM, UNREADABLE, { ...ENUM, severity: 'info' }]))).toBe(
      '2 errors, 1 warning and 1 info in 2 files',
    );
  });
});
