import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { DIAGNOSTIC_FORMATS, reportDiagnostics } from '../../src/diagnostics/reporters/formats.js';
import type { DiagnosticFormat } from '../../src/diagnostics/reporters/formats.js';

const FILE = 'rules/a b,c.toml';
const TEXT = '[rule]\nseverity = "hgh"\nname = """x\ny"""\n';
const at = (part: string) => ({ file: FILE, start: TEXT.indexOf(part), end: TEXT.indexOf(part) + part.length });
const ENUM: Diagnostic = {
  code: 'schema/enum',
  severity: 'error',
  what: 'severity is "hgh" <100%>.',
  why: 'Kibana knows four severities.\nNo more.',
  fix: 'Use "high" & go.',
  span: at('"hgh"'),
};
const NAME: Diagnostic = { ...ENUM, code: 'lint/unique-name', severity: 'warning', span: at('"""x\ny"""') };
const GONE: Diagnostic = {
  ...ENUM,
  severity: 'info',
  what: 'a\u001b[31mb',
  span: { file: 'gone.toml', start: 0, end: 0 },
};
const SOURCES = new Map([
  [FILE, TEXT],
  ['rules/clean.toml', '[rule]\n'],
]);

function report(format: DiagnosticFormat, diagnostics: readonly Diagnostic[] = [ENUM, NAME, GONE]): string {
  const describe = (code: string): string | undefined => (code === 'schema/enum' ? 'One of the values.' : undefined);
  return reportDiagnostics(format, diagnostics, SOURCES, { color: false, tool: { version: '1.2.3', describe } });
}

test('concise: a line each, as editors read it; nothing for nothing', () => {
  expect(report('concise')).toBe(
    [
      'rules/a b,c.toml:2:12: error schema/enum: severity is "hgh" <100%>.',
      'rules/a b,c.toml:3:8: warning lint/unique-name: severity is "hgh" <100%>.',
      'gone.toml:1:1: info schema/enum: a\u241b[31mb',
      '',
    ].join('\n'),
  );
  expect(report('concise', [])).toBe('');
});

describe('github', () => {
  test('a command each; columns only within one line', () => {
    expect(report('github').split('\n')).toEqual([
      '::error file=rules/a b%2Cc.toml,line=2,endLine=2,col=12,endColumn=17,title=schema/enum::severity is "hgh" <100%25>.%0AKibana knows four severities.%0ANo more.%0AUse "high" & go.',
      '::warning file=rules/a b%2Cc.toml,line=3,endLine=4,title=lint/unique-name::severity is "hgh" <100%25>.%0AKibana knows four severities.%0ANo more.%0AUse "high" & go.',
      '::notice file=gone.toml,line=1,endLine=1,col=1,endColumn=1,title=schema/enum::a\u001b[31mb%0AKibana knows four severities.%0ANo more.%0AUse "high" & go.',
      '',
    ]);
  });

  test('no text can start another command', () => {
    const hostile: Diagnostic = {
      ...ENUM,
      what: 'x\r\n::add-mask::y',
      span: { file: 'a\n::stop.toml', start: 0, end: 0 },
    };
    expect(
      report('github', [hostile])
        .trimEnd()
        .split(/[\r\n]/u),
    ).toHaveLength(1);
  });
});

describe('junit', () => {
  test('errors fail, the rest passes, a clean file is a case', () => {
    expect(report('junit')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="dragnet validate" tests="4" failures="1" errors="0" skipped="0">
  <testsuite name="rules/a b,c.toml" tests="2" failures="1" errors="0" skipped="0">
    <testcase name="schema/enum at 2:12" classname="rules/a b,c.toml" file="rules/a b,c.toml" line="2"><failure message="severity is &quot;hgh&quot; &lt;100%&gt;." type="schema/enum">rules/a b,c.toml:2:12
severity is &quot;hgh&quot; &lt;100%&gt;.
Kibana knows four severities.
No more.
Use &quot;high&quot; &amp; go.</failure></testcase>
    <testcase name="lint/unique-name at 3:8" classname="rules/a b,c.toml" file="rules/a b,c.toml" line="3"><system-out>rules/a b,c.toml:3:8
severity is &quot;hgh&quot; &lt;100%&gt;.
Kibana knows four severities.
No more.
Use &quot;high&quot; &amp; go.</system-out></testcase>
  </testsuite>
  <testsuite name="rules/clean.toml" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="no problems" classname="rules/clean.toml" file="rules/clean.toml"/>
  </testsuite>
  <testsuite name="gone.toml" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="schema/enum at 1:1" classname="gone.toml" file="gone.toml" line="1"><system-out>gone.toml:1:1
a\ufffd[31mb
Kibana knows four severities.
No more.
Use &quot;high&quot; &amp; go.</system-out></testcase>
  </testsuite>
</testsuites>
`);
  });

  test('what XML cannot hold does not break it', () => {
    const hostile: Diagnostic = { ...ENUM, what: ']]> <!-- \u0000 \ud800 \ufffe \u{1f600} "\'' };
    expect(report('junit', [hostile])).toContain(
      'message="]]&gt; &lt;!-- \ufffd \ufffd \ufffd \u{1f600} &quot;&apos;"',
    );
  });
});

test('sarif: rules once, results with level, place and the three sentences', () => {
  const log = JSON.parse(report('sarif')) as { version: string; runs: Record<string, unknown>[] };
  expect(log.version).toBe('2.1.0');
  expect(log.runs).toHaveLength(1);
  expect(log.runs[0]).toMatchObject({
    columnKind: 'utf16CodeUnits',
    tool: {
      driver: {
        name: 'dragnet',
        semanticVersion: '1.2.3',
        rules: [{ id: 'lint/unique-name' }, { id: 'schema/enum', shortDescription: { text: 'One of the values.' } }],
      },
    },
  });
  expect(log.runs[0]?.['results']).toMatchObject([
    {
      ruleId: 'schema/enum',
      ruleIndex: 1,
      level: 'error',
      message: { text: 'severity is "hgh" <100%>.\nKibana knows four severities.\nNo more.\nUse "high" & go.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'rules/a%20b%2Cc.toml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 2, startColumn: 12, endLine: 2, endColumn: 17 },
          },
        },
      ],
    },
    { ruleId: 'lint/unique-name', ruleIndex: 0, level: 'warning' },
    { ruleId: 'schema/enum', ruleIndex: 1, level: 'note' },
  ]);
});

test.each(DIAGNOSTIC_FORMATS)('%s: nothing found is a report, too', (format) => {
  const text = report(format, []);
  if (format === 'json' || format === 'sarif') expect(() => JSON.parse(text) as unknown).not.toThrow();
  else if (format === 'junit') expect(text).toContain('tests="2" failures="0"');
  else expect(text).toBe('');
});
