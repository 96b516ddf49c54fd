import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadDefinitions } from '../../src/definitions/load-definitions.js';
import { parseVersionLock } from '../../src/definitions/version-lock.js';
import { renderPages } from '../../src/render/pages.js';
import { slugOf } from '../../src/render/slug.js';

const ROOT = new URL('../../', import.meta.url);
const RULE = 'rules/cross-platform/execution_aws_ssm_sendcommand_with_command_parameters.toml';
const HUNT = 'queries/ssm_rare_sendcommand_code_execution.toml';

async function pagesOfRepository(): Promise<ReadonlyMap<string, string>> {
  const { rules, hunts } = await loadDefinitions([RULE, HUNT], fileURLToPath(ROOT));
  const lock = parseVersionLock(readFileSync(new URL('version.lock.json', ROOT), 'utf8'));
  if (typeof lock === 'string') throw new Error(lock);
  return renderPages([
    ...rules.map(({ file, value }) => {
      const version = lock.get(value.ruleId);
      return { kind: 'rule' as const, file, rule: value, ...(version === undefined ? {} : { version }) };
    }),
    ...hunts.map(({ file, value }) => ({ kind: 'hunt' as const, file, hunt: value })),
  ]).pages;
}

test('the pages of this repository are those under docs/', async () => {
  const pages = await pagesOfRepository();
  expect([...pages.keys()].sort()).toEqual([
    'docs/rules/aws-ssm-sendcommand-with-run-shell-command-parameters.md',
    'docs/ssm_rare_sendcommand_code_execution.md',
  ]);
  for (const [path, text] of pages) expect(readFileSync(new URL(path, ROOT), 'utf8'), path).toBe(text);
});

test('the page of the hunt is the golden one, byte for byte', async () => {
  const pages = await pagesOfRepository();
  const golden = new URL('test/golden/hunts/ssm_rare_sendcommand_code_execution.md', ROOT);
  expect(pages.get('docs/ssm_rare_sendcommand_code_execution.md')).toBe(readFileSync(golden, 'utf8'));
});

test('the page of the rule says what the published page of its version 2 says, in that order', async () => {
  const page = (await pagesOfRepository()).get(
    `docs/rules/${slugOf('AWS SSM `SendCommand` with Run Shell Command Parameters')}.md`,
  );
  const facts = [
    '# AWS SSM `SendCommand` with Run Shell Command Parameters\n',
    '- **Rule type:** `new_terms` (New terms)\n',
    '- **Rule indices:** `logs-endpoint.events.*`, `endgame-*`, `auditbeat-*`, `logs-auditd_manager.auditd-*`\n',
    '- **Severity:** medium\n',
    '- **Risk score:** 47\n',
    '- **Runs every:** `5m` (5 minutes)\n',
    '- **Searches indices from:** `now-9m` (each run looks back 9 minutes, 4 minutes of it as additional look-back time)\n',
    '- **Maximum alerts per execution:** 100\n',
    '- **References:**\n',
    '- **Tags:** `Domain: Endpoint`, `Domain: Cloud`,',
    '- **Version:** 2\n',
    '- **Rule authors:** Elastic\n',
    '- **Rule license:** Elastic License v2\n',
    '- **New terms fields:** `host.id`\n',
    '- **History window start:** `now-7d` (7 days)\n',
    '## Setup\n',
    '## Rule query\n\n```kuery\nevent.category: "process"',
    '## MITRE ATT&CK\n\n- Tactic: [Execution (TA0002)](https://attack.mitre.org/tactics/TA0002/)\n',
  ];
  const places = facts.map((fact) => page?.indexOf(fact));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((left = 0, right = 0) => left - right));
});
