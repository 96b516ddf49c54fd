import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { CLUSTER_FACTS } from '../../src/cluster-checks/facts.js';
import { codeOf } from '../../src/lint/check.js';
import { CHECKS } from '../../src/lint/checks/index.js';

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/detection-rules-checks.md'), 'utf8');

/** What the reader of a schema says; tried key by key in the mutations of schemas. */
const OF_SCHEMAS = 'unknown-key missing-key wrong-type wrong-value wrong-form out-of-range too-few too-many'.split(' ');

it('names codes that there are', () => {
  const codes = [...page.matchAll(/`((?:lint|schema|cluster)\/[a-z-]+)`/gu)].map(([, code]) => code);
  const known = new Set<string | undefined>([
    ...CHECKS.map(codeOf),
    ...Object.values(CLUSTER_FACTS).map(({ code }) => code),
    ...OF_SCHEMAS.map((name) => `schema/${name}`),
  ]);
  expect(codes.length).toBeGreaterThan(60);
  expect(codes.filter((code) => !known.has(code))).toEqual([]);
});

it('names every check that runs for the files of Elastic alone', () => {
  const own = CHECKS.filter(({ profiles }) => profiles?.recommended === 'off' && profiles.strict === 'off');
  expect(own.map(codeOf).filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
});
