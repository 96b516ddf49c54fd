import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from '@iarna/toml';
import { describe, expect, test } from 'vitest';
import type { Hunt } from '../../src/model/hunt.js';
import { huntPage } from '../../src/render/hunt-page.js';

const ROOT = new URL('../../', import.meta.url);
const CORPUS = new URL('../shared/corpus/hunting/', ROOT);

function huntIn(file: URL): Hunt {
  return parse(readFileSync(file, 'utf8'))['hunt'] as unknown as Hunt;
}

function pageOf(file: URL): string {
  return huntPage(huntIn(file), `../queries/${basename(file.pathname)}`);
}

const PLAIN: Hunt = {
  uuid: '6c1f1a3e-90b5-4c9e-8f7e-2a4f3e1f5b11',
  name: 'Rare Logins',
  author: 'Us',
  description: 'Finds logins\nthat are rare.\n',
  integration: ['okta'],
  language: ['ES|QL'],
  license: 'Apache-2.0',
  query: ['from logs-okta*\n| limit 1\n'],
};

test('the page of the seed hunt is the golden page, byte for byte', async () => {
  const page = pageOf(new URL('queries/ssm_rare_sendcommand_code_execution.toml', ROOT));
  await expect(page).toMatchFileSnapshot('../golden/hunts/ssm_rare_sendcommand_code_execution.md');
});

describe.skipIf(!existsSync(CORPUS))(
  'pages of elastic/detection-rules (skipped where ../shared/corpus is absent)',
  () => {
    const files = existsSync(CORPUS)
      ? readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.toml'))
      : [];

    test.each(files)('%s is rendered byte for byte', (path) => {
      const expected = readFileSync(new URL(path.replace('queries', 'docs').replace(/toml$/, 'md'), CORPUS), 'utf8');
      expect(pageOf(new URL(path, CORPUS))).toBe(expected);
    });

    test('there are pairs', () => {
      expect(files.length).toBeGreaterThanOrEqual(16);
    });
  },
);

describe('forms', () => {
  test('a hunt without notes, techniques and references has two blank lines more before its licence', () => {
    expect(huntPage(PLAIN, '../queries/rare.toml')).toBe(
      [
        '# Rare Logins',
        '',
        '---',
        '',
        '## Metadata',
        '',
        '- **Author:** Us',
        '- **Description:** Finds logins',
        'that are rare.',
        '',
        '- **UUID:** `6c1f1a3e-90b5-4c9e-8f7e-2a4f3e1f5b11`',
        '- **Integration:** [okta](https://docs.elastic.co/integrations/okta)',
        '- **Language:** `[ES|QL]`',
        '- **Source File:** [Rare Logins](../queries/rare.toml)',
        '',
        '## Query',
        '',
        '```sql',
        'from logs-okta*',
        '| limit 1',
        '```',
        '',
        '',
        '',
        '## License',
        '',
        '- `Apache-2.0`',
        '',
      ].join('\n'),
    );
  });

  test('several queries, languages and integrations', () => {
    const page = huntPage(
      {
        ...PLAIN,
        query: ['from a\n', 'select 1;\n'],
        language: ['ES|QL', 'SQL'],
        integration: ['aws.cloudtrail', 'aws_bedrock.invocation'],
      },
      '../queries/rare.toml',
    );
    expect(page).toContain('```sql\nfrom a\n```\n\n```sql\nselect 1;\n```\n\n');
    expect(page).toContain('- **Language:** `[ES|QL, SQL]`\n');
    expect(page).toContain(
      '[aws.cloudtrail](https://docs.elastic.co/integrations/aws/cloudtrail), [aws_bedrock.invocation](https://docs.elastic.co/integrations/aws_bedrock)\n',
    );
  });

  test('notes end without a line break of their own, techniques and references follow after one blank line', () => {
    const page = huntPage(
      {
        ...PLAIN,
        notes: ['one', 'two'],
        mitre: ['T1059.004', 'AML.T0051.000', 'TA0002'],
        references: ['https://example.org/a'],
      },
      '../queries/rare.toml',
    );
    expect(page.slice(page.indexOf('## Notes'))).toBe(
      [
        '## Notes',
        '',
        '- one',
        '- two',
        '',
        '## MITRE ATT&CK Techniques',
        '',
        '- [T1059.004](https://attack.mitre.org/techniques/T1059/004)',
        '- [AML.T0051.000](https://atlas.mitre.org/techniques/AML.T0051.000)',
        '- [TA0002](https://attack.mitre.org/techniques/TA0002)',
        '',
        '## References',
        '',
        '- https://example.org/a',
        '',
        '## License',
        '',
        '- `Apache-2.0`',
        '',
      ].join('\n'),
    );
  });
});

describe('hostile text', () => {
  test('a fence inside a query does not end its block', () => {
    const page = huntPage({ ...PLAIN, query: ['from a\n```\n# not a heading\n'] }, '../queries/rare.toml');
    expect(page).toContain('````sql\nfrom a\n```\n# not a heading\n````\n');
  });

  test('a query without a final line break still gets its fence on a line of its own', () => {
    expect(huntPage({ ...PLAIN, query: ['from a'] }, 'x.toml')).toContain('```sql\nfrom a\n```\n');
  });

  test('names and notes run no scripts and open no script links', () => {
    const page = huntPage(
      {
        ...PLAIN,
        name: 'Rare <script>alert(1)</script>',
        notes: ['[x](javascript:alert(1))', '<img src=x onerror=alert(1)>', 'on <host> since 5 < 6'],
      },
      '../queries/rare.toml',
    );
    expect(page).toContain('# Rare &lt;script>alert(1)&lt;/script>\n');
    expect(page).toContain('- [x\\](javascript:alert(1))\n');
    expect(page).toContain('- &lt;img src=x onerror=alert(1)>\n');
    expect(page).toContain('- on <host> since 5 < 6\n');
  });

  test('line breaks in the file do not matter', () => {
    const crlf = {
      ...PLAIN,
      description: 'Finds logins\r\nthat are rare.\r\n',
      query: ['from logs-okta*\r\n| limit 1\r\n'],
    };
    expect(huntPage(crlf, 'x.toml')).toBe(huntPage(PLAIN, 'x.toml'));
  });
});
