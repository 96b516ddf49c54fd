import { expect, it } from 'vitest';
import { ordered } from '../../src/diagnostics/order.js';
import { lint } from '../../src/lint/run.js';
import { inputOf } from './lint-files.js';

/** A rule with nothing wrong. */
const RULE = String.raw`[metadata]
creation_date = "2026/05/01"
integration = ["endpoint"]
maturity = "production"
min_stack_comments = "Suppression of EQL"
min_stack_version = "9.2.0"
updated_date = "2026/05/02"

[rule]
author = ["Blue Team"]
description = "Finds shells that a web server starts."
from = "now-9m"
index = ["logs-endpoint.events.process-*"]
language = "eql"
license = "Apache-2.0"
name = "Shell of a Web Server"
note = """## Triage and analysis

### Investigating Shell of a Web Server

Look at the parent.
"""
query = '''
process where event.type == "start" and
  process.parent.executable : "C:\\inetpub\\*" and process.name : "cmd.exe"
'''
risk_score = 47
rule_id = "0f616aee-8161-4120-857e-742366f5eeb3"
rule_name_override = "process.name"
severity = "medium"
tags = ["Domain: Endpoint", "OS: Windows"]
type = "eql"

[rule.alert_suppression]
group_by = ["host.id", "user.name"]

[[rule.threat]]
framework = "MITRE ATT&CK"

[rule.threat.tactic]
id = "TA0003"
name = "Persistence"
reference = "https://attack.mitre.org/tactics/TA0003/"

[[rule.threat.technique]]
id = "T1505"
name = "Server Software Component"
reference = "https://attack.mitre.org/techniques/T1505/"
`;

function found(text: string): readonly string[] {
  const input = inputOf({ 'rules/shell_of_a_web_server.toml': text });
  return ordered(lint(input)).map(
    ({ severity, code, span }) => `${severity} ${code} «${text.slice(span.start, span.end)}»`,
  );
}

it('finds nothing in a rule with nothing wrong', () => {
  expect(found(RULE)).toEqual([]);
});

/** What is written instead, and all that is then said, each with its place. */
it.each([
  ['risk_score = 47', 'risk_score = 99', 'warning lint/risk-score-matches-severity «99»'],
  ['"OS: Windows"]', '"OS: Windows", "OS: Windows"]', 'warning lint/unique-tags «"OS: Windows"»'],
  [
    'updated_date = "2026/05/02"',
    'updated_date = "2026/04/02"',
    'warning lint/updated-not-before-creation «"2026/04/02"»',
  ],
  ['min_stack_comments = "Suppression of EQL"\n', '', 'info lint/min-stack-explained «min_stack_version»'],
  [
    'min_stack_version = "9.2.0"',
    'min_stack_version = "8.13.0"',
    'warning lint/min-stack-covers-keys «rule.alert_suppression»',
  ],
  ['from = "now-9m"', 'from = "now-4m"', 'warning lint/lookback-covers-interval «"now-4m"»'],
  [
    'Investigating Shell of a Web',
    'Investigating Shell of a Mail',
    'warning lint/guide-names-rule «Shell of a Mail Server»',
  ],
  [
    'maturity = "production"',
    'deprecation_date = "2026/05/02"\nmaturity = "production"',
    'warning lint/deprecated-has-date «deprecation_date»',
  ],
  [
    'executable : "C:',
    'executable like "C:',
    String.raw`warning lint/case-sensitive-windows-path «process.parent.executable like "C:\\inetpub\\*"»`,
  ],
  ['process.name : "cmd.exe"', 'process.name == "cmd*"', 'warning lint/wildcard-taken-literally «"cmd*"»'],
  ['process.name : "cmd.exe"', 'process.nmae : "cmd.exe"', 'warning eql/unknown-field «process.nmae»'],
  ['process.name : "cmd.exe"', 'acme.name : "cmd.exe"', 'warning lint/index-has-catalogue «acme.name»'],
  ['process.name : "cmd.exe"', 'process.pid : "4"', 'warning eql/type-mismatch «process.pid»'],
  ['process.name : "cmd.exe"', 'lenght(process.name) > 3', 'error eql/unknown-function «lenght»'],
  ['"user.name"]', '"user.nmae"]', 'warning lint/rule-fields-known «"user.nmae"»'],
  ['"user.name"]', '"message"]', 'warning lint/rule-fields-known «"message"»'],
  ['override = "process.name"', 'override = "proces.name"', 'warning lint/rule-fields-known «"proces.name"»'],
  ['id = "T1505"', 'id = "T9999"', 'warning lint/attack-id-known «"T9999"»'],
])('%j → %j', (before, after, ...expected) => {
  expect(RULE.split(before)).toHaveLength(2);
  expect(found(RULE.replace(before, () => after))).toEqual(expected);
});
