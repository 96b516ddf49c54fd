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
  [
    'name = "Server Software',
    'name = "Servers Software',
    'warning lint/attack-names-agree «"Servers Software Component"»',
  ],
  [
    'techniques/T1505/',
    'techniques/T1506/',
    'warning lint/attack-names-agree «"https://attack.mitre.org/techniques/T1506/"»',
  ],
  ['framework = "MITRE ATT&CK"', 'framework = "MITRE ATLAS"', 'warning lint/attack-framework-fits «"MITRE ATLAS"»'],
  ['integration = ["endpoint"]', 'integration = ["aws"]', 'warning lint/integration-fits-index «"aws"»'],
  ['creation_date = "2026/05/01"', 'creation_date = "2026/02/30"', 'warning lint/dates-exist «"2026/02/30"»'],
  ['license = "Apache-2.0"\n', '', 'info lint/licence-named «rule»'],
  ['"Domain: Endpoint"', '"Domain:Endpoint"', 'warning lint/tag-form «"Domain:Endpoint"»'],
  ['"OS: Windows"]', '"OS: Widows"]', 'warning lint/tag-form «"OS: Widows"»'],
  ['events.process-*"]', 'events.Process-*"]', 'warning lint/index-form «"logs-endpoint.events.Process-*"»'],
  ['language = "eql"', 'language = "eql"\nmax_signals = 5000', 'warning lint/max-signals-within-limit «5000»'],
  ['language = "eql"', 'interval = "30s"\nlanguage = "eql"', 'warning lint/interval-not-too-short «"30s"»'],
  ['a web server starts."', 'a web server starts, TODO."', 'warning lint/no-placeholders «TODO»'],
  ['"user.name"]', '"host.id"]', 'warning lint/unique-entries «"host.id"»'],
  [
    'risk_score = 47',
    'references = ["example.org/a"]\nrisk_score = 47',
    'warning lint/references-are-urls «"example.org/a"»',
  ],
  ['Look at the parent.', 'Look: $osquery_0', 'warning lint/guide-placeholders-filled «$osquery_0»'],
  ['Look at the parent.', '!{osquery{label}}', 'warning lint/guide-plugins-readable «!{osquery{label}}»'],
  [
    'risk_score = 47',
    'related_integrations = [{ package = "endpoint", version = "latest" }]\nrisk_score = 47',
    'warning lint/related-integrations-form «"latest"»',
  ],
  [
    'risk_score = 47',
    'risk_score = 47\ntimeline_title = "Generic Process Timeline"',
    'error lint/timeline-has-id «timeline_title»',
  ],
  [
    'risk_score = 47',
    'risk_score = 47\ntimeline_id = "76e52245-7519-4251-91ab-262fb1a1728c"\ntimeline_title = "Processes"',
    'warning lint/timeline-known «"Processes"»',
  ],
  [
    'type = "eql"\n',
    'type = "eql"\nfilters = [{ meta = {}, query = { match_prase = { "process.name" = "sh" } } }]\n',
    'error lint/filters-known «match_prase»',
  ],
  [
    'type = "eql"\n',
    'type = "eql"\nfilters = [{ meta = {}, query = { term = { "process.pid" = "four" } } }]\n',
    'warning lint/filters-known «"four"»',
  ],
  [
    'severity = "medium"',
    'severity = "medium"\nseverity_mapping = [{ field = "event.severity", value = "9" }]',
    'error lint/mapping-complete «{ field = "event.severity", value = "9" }»',
  ],
])('%j → %j', (before, after, ...expected) => {
  expect(RULE.split(before)).toHaveLength(2);
  expect(found(RULE.replace(before, () => after))).toEqual(expected);
});
