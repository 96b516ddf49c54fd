import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { runCli } from './run-cli.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

it('prints an entry, its name in any case', async () => {
  const { code, out, err } = await runCli(ROOT, ['docs', 'esql', 'inline  stats']);
  expect(err).toBe('');
  expect(out).toContain('INLINE STATS [name =] aggregate');
  expect(out).toContain('since 9.2');
  expect(code).toBe(0);
});

it('finds functions by their other names, and operators by their signs', async () => {
  expect((await runCli(ROOT, ['docs', 'esql', 'to_dt'])).out).toMatch(/^TO_DATETIME\(/u);
  expect((await runCli(ROOT, ['docs', 'esql', '+'])).out).toMatch(/^\+\n/u);
  expect((await runCli(ROOT, ['docs', 'eql', 'CIDRMATCH'])).out).toMatch(/^cidrMatch\(/u);
});

it('lists all without a name', async () => {
  const { out } = await runCli(ROOT, ['docs', 'esql']);
  for (const name of ['FROM', 'DATE_TRUNC', 'COUNT_DISTINCT', 'KQL'])
    expect(out).toMatch(new RegExp(`^${name} `, 'mu'));
});

it('suggests what may have been meant', async () => {
  const { code, err } = await runCli(ROOT, ['docs', 'esql', 'date_trnc']);
  expect(err).toContain('ES|QL has nothing called date_trnc. Did you mean DATE_TRUNC?');
  expect(code).toBe(2);
});
