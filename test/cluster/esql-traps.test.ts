import { describe, expect, it } from 'vitest';
import { oracleUrl, useIndex } from './node-under-oracle-url.js';

const index = 'esql-traps';

useIndex(
  index,
  {
    properties: {
      category: { type: 'keyword' },
      ip: { type: 'ip' },
      user: { type: 'keyword' },
      number: { type: 'long' },
    },
  },
  new Map([
    ['both', { category: ['process', 'file'], ip: ['10.0.0.1', '192.168.0.1'], user: 'root', number: 1 }],
    ['one', { category: ['process'], ip: ['10.0.0.2'], number: 2 }],
    ['none', { user: 'ann', number: 3 }],
  ]),
);

async function rows(query: string): Promise<readonly (readonly unknown[])[]> {
  const response = await fetch(`${oracleUrl()}/_query`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { values } = (await response.json()) as { readonly values: readonly (readonly unknown[])[] };
  return values;
}

/** The documents that a condition keeps. */
async function kept(condition: string): Promise<string> {
  const found = await rows(`from ${index} metadata _id | where ${condition} | sort _id | keep _id`);
  return found.map(([id]) => id).join(' ');
}

/** What the rationale of lint/esql-array-compared says. */
describe('a field of several values', () => {
  it.each([
    ['category == "process"', 'one'],
    ['category != "network"', 'one'],
    ['category in ("process", "file")', 'one'],
    ['category like "p*"', 'one'],
    ['category rlike "p.*"', 'one'],
    ['starts_with(category, "p")', 'one'],
    ['ends_with(category, "s")', 'one'],
    ['to_lower(category) == "process"', 'one'],
    ['cidr_match(ip, "10.0.0.0/8")', 'one'],
    ['category : "process"', 'both one'],
    ['match(category, "process")', 'both one'],
    ['kql("category: process")', 'both one'],
  ])('%s keeps %s', async (condition, ids) => {
    expect(await kept(condition)).toBe(ids);
  });

  it('has one value a row behind MV_EXPAND, and as a key of STATS', async () => {
    expect(await rows(`from ${index} | mv_expand category | where category == "file" | keep user`)).toEqual([['root']]);
    const groups = `from ${index} | stats n = count(*) by category | where category == "process"`;
    expect(await rows(groups)).toEqual([[2, 'process']]);
  });
});

/** What the rationale of lint/esql-negation-keeps-null says. */
describe('a negation about a field that is missing', () => {
  it.each([
    ['user != "root"', 'none'],
    ['not user == "root"', 'none'],
    ['not user in ("root")', 'none'],
    ['user not like "r*"', 'none'],
    ['not starts_with(user, "r")', 'none'],
    ['not (user == "root" or number == 7)', 'none'],
    ['user is null or user != "root"', 'none one'],
    ['not (user is not null and user == "root")', 'none one'],
    ['coalesce(user, "") != "root"', 'none one'],
    ['not user : "root"', 'none one'],
    ['not kql("user: root")', 'none one'],
    ['user not like "*"', 'one'],
  ])('%s keeps %s', async (condition, ids) => {
    expect(await kept(condition)).toBe(ids);
  });
});
