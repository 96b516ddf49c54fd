import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { slugOf } from '../../src/render/slug.js';
import { runCli } from '../commands/run-cli.js';

const ROOT = new URL('../../', import.meta.url);
const RULE_PAGE = `docs/rules/${slugOf('AWS SSM `SendCommand` with Run Shell Command Parameters')}.md`;
const HUNT_PAGE = 'docs/ssm_rare_sendcommand_code_execution.md';

test('the pages of this repository are those under docs/', async () => {
  const { code, out } = await runCli(fileURLToPath(ROOT), ['docs', 'check']);
  expect({ code, out }).toEqual({ code: 0, out: '' });
}, 120_000);

test('the page of the hunt is the golden one, byte for byte', () => {
  const golden = new URL('test/golden/hunts/ssm_rare_sendcommand_code_execution.md', ROOT);
  expect(readFileSync(new URL(HUNT_PAGE, ROOT), 'utf8')).toBe(readFileSync(golden, 'utf8'));
});

test('the page of the rule says what the published page of its version 2 says, in that order', () => {
  const page = readFileSync(new URL(RULE_PAGE, ROOT), 'utf8');
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
  const places = facts.map((fact) => page.indexOf(fact));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((left, right) => left - right));
});
