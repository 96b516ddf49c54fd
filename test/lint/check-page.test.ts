import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { checkPage, checksIndex } from '../../src/lint/check-page.js';
import { CLUSTER_FACTS, clusterFactsIndex } from '../../src/cluster-checks/facts.js';
import { CHECKS } from '../../src/lint/checks/index.js';
import { riskScoreMatchesSeverity } from '../../src/lint/checks/risk-score-matches-severity.js';
import { uniqueRuleId } from '../../src/lint/checks/unique-rule-id.js';

const pages = path.resolve(import.meta.dirname, '../../docs/checks');

const facts = Object.values(CLUSTER_FACTS).map(({ code }) => `${code.replace('/', '-')}.md`);

it('has a page for each fact of a cluster', () => {
  expect(readdirSync(pages)).toEqual(expect.arrayContaining(facts));
});

it('has a page for each check, and no others', () => {
  expect(
    readdirSync(pages)
      .filter((name) => !facts.includes(name))
      .sort(),
  ).toEqual(['README.md', ...CHECKS.map(({ name }) => `${name}.md`)].sort());
});

it('says what, how much it weighs, why, what to avoid and to prefer, and how to switch it off', () => {
  const page = checkPage(riskScoreMatchesSeverity);
  expect(page).toContain('# risk-score-matches-severity\n\nGive a rule a risk score that fits its severity.');
  expect(page).toContain('Code `lint/risk-score-matches-severity` · severity warning · since 0.1.0');
  expect(page.indexOf('risk_score = 99')).toBeGreaterThan(page.indexOf('## Avoid'));
  expect(page.indexOf('risk_score = 21')).toBeGreaterThan(page.indexOf('## Prefer'));
  expect(page).toContain('[checks]\n"lint/risk-score-matches-severity" = "off"');
  expect(page).toContain('## References\n\n- <https://');
});

it('names the files of an example that has several', () => {
  expect(checkPage(uniqueRuleId)).toContain('`b.toml`:\n\n```toml\nrule_id');
});

it('lists the checks', () => {
  expect(checksIndex([uniqueRuleId])).toContain(
    '| [unique-rule-id](unique-rule-id.md) | error | Give every rule a rule_id of its own. |',
  );
});

it('escapes what would end a cell of the table', () => {
  const index = checksIndex(CHECKS);
  expect(index).toContain(String.raw`ES\|QL`);
  for (const row of index.split('\n').filter((line) => line.startsWith('| ['))) {
    expect(row.match(/(?<!\\)\|/g), row).toHaveLength(4);
  }
});

it('lists what only a cluster can say below the checks', () => {
  const rows = clusterFactsIndex()
    .split('\n')
    .filter((line) => line.startsWith('| ['));
  expect(rows).toHaveLength(facts.length);
  for (const file of facts) expect(rows.filter((row) => row.includes(`](${file})`))).toHaveLength(1);
});
