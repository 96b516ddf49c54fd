/** What stands in the metadata of all rules of the clean repository. */
const METADATA = `[metadata]
creation_date = "2026/05/01"
integration = ["endpoint"]
maturity = "production"
updated_date = "2026/05/02"
`;

const COMMON = `author = ["Blue Team"]
description = "Finds what attackers leave behind."
from = "now-9m"
license = "Apache-2.0"
risk_score = 47
severity = "medium"
`;

/** A tactic of ATT&CK with a technique, as an entry of `threat`. */
function threat(
  [tactic, tacticName]: readonly [string, string],
  [technique, techniqueName]: readonly [string, string],
): string {
  return `
[[rule.threat]]
framework = "MITRE ATT&CK"

[rule.threat.tactic]
id = "${tactic}"
name = "${tacticName}"
reference = "https://attack.mitre.org/tactics/${tactic}/"

[[rule.threat.technique]]
id = "${technique}"
name = "${techniqueName}"
reference = "https://attack.mitre.org/techniques/${technique}/"
`;
}

/** An EQL rule with a guide, suppression and tags: most keys that any rule can have. */
const EQL = String.raw`[metadata]
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
process where host.os.type == "windows" and event.type == "start" and
  process.parent.executable : "C:\\inetpub\\*" and process.name : "cmd.exe"
'''
risk_score = 47
rule_id = "0f616aee-8161-4120-857e-742366f5eeb3"
rule_name_override = "process.name"
severity = "medium"
tags = ["Domain: Endpoint", "OS: Windows", "Tactic: Persistence", "Resources: Investigation Guide"]
timestamp_override = "event.ingested"
type = "eql"

[rule.alert_suppression]
group_by = ["host.id", "user.name"]
${threat(['TA0003', 'Persistence'], ['T1505', 'Server Software Component'])}`;

const KQL = `${METADATA}
[rule]
${COMMON.replace('Apache-2.0', 'Elastic License v2').replace('Blue Team', 'Elastic')}index = ["logs-endpoint.events.process-*"]
language = "kuery"
name = "Downloads by a Script"
query = "event.category: process and process.name: curl and user.name: root"
rule_id = "1f616aee-8161-4120-857e-742366f5eeb3"
timestamp_override = "event.ingested"
type = "query"
exceptions_list = [{ id = "1", list_id = "scanners", type = "detection", namespace_type = "single" }]

[[rule.response_actions]]
action_type_id = ".endpoint"
params = { command = "kill-process", config = { field = "process.entity_id", overwrite = false } }

[[rule.actions]]
id = "soc"
action_type_id = ".slack"
group = "default"
params = { message = "Look." }
${threat(['TA0002', 'Execution'], ['T1059', 'Command and Scripting Interpreter'])}`;

const SEQUENCE = `[metadata]
creation_date = "2026/05/01"
integration = ["endpoint"]
maturity = "production"
min_stack_comments = "Suppression of sequences"
min_stack_version = "8.18.0"
updated_date = "2026/05/02"

[rule]
${COMMON}index = ["logs-endpoint.events.*"]
language = "eql"
name = "File written and run"
tags = ["Domain: Endpoint", "Data Source: Elastic Defend"]
query = "sequence by host.id with maxspan=1m [file where true] [process where true]"
rule_id = "2f616aee-8161-4120-857e-742366f5eeb3"
type = "eql"

[rule.alert_suppression]
group_by = ["host.id"]
`;

const ESQL = `${METADATA}
[rule]
${COMMON}language = "esql"
name = "Many Hosts of a User"
query = '''
from logs-endpoint.events.process-*
| where user.id == "0"
| stats hosts = count_distinct(host.id) by user.name
| where hosts > 5
'''
rule_id = "3f616aee-8161-4120-857e-742366f5eeb3"
type = "esql"
`;

const ESQL_EVENTS = `${METADATA}
[rule]
${COMMON}language = "esql"
name = "Remote Copies"
query = '''
from logs-endpoint.events.process-* metadata _id, _index, _version
| where process.name == "scp"
'''
rule_id = "4f616aee-8161-4120-857e-742366f5eeb3"
type = "esql"
`;

const THRESHOLD = `${METADATA}
[rule]
${COMMON}index = ["logs-endpoint.events.network-*"]
language = "kuery"
name = "Many Connections"
query = "event.category: network"
rule_id = "5f616aee-8161-4120-857e-742366f5eeb3"
type = "threshold"

[rule.threshold]
field = ["source.ip"]
value = 5
cardinality = [{ field = "destination.ip", value = 3 }]
`;

const NEW_TERMS = `${METADATA}
[rule]
${COMMON}history_window_start = "now-7d"
index = ["logs-endpoint.events.process-*"]
language = "kuery"
name = "New Program on a Host"
new_terms_fields = ["host.id", "process.name"]
query = "event.category: process"
rule_id = "6f616aee-8161-4120-857e-742366f5eeb3"
type = "new_terms"
`;

const THREAT_MATCH = `${METADATA}
[rule]
${COMMON}index = ["logs-endpoint.events.network-*"]
language = "kuery"
name = "Known Bad Address"
query = "event.category: network"
rule_id = "7f616aee-8161-4120-857e-742366f5eeb3"
threat_index = ["logs-ti_*"]
threat_query = "event.kind: enrichment"
type = "threat_match"

[[rule.threat_mapping]]
entries = [
  { field = "source.ip", type = "mapping", value = "threat.indicator.ip" },
  { field = "source.port", type = "mapping", value = "threat.indicator.port" },
]
`;

const MACHINE_LEARNING = `[metadata]
creation_date = "2026/05/01"
integration = ["endpoint", "pad"]
maturity = "production"
updated_date = "2026/05/02"

[rule]
${COMMON}anomaly_threshold = 50
machine_learning_job_id = ["pad_rare_process"]
name = "Rare Process of a Host"
rule_id = "8f616aee-8161-4120-857e-742366f5eeb3"
tags = ["Rule Type: ML", "Rule Type: Machine Learning"]
type = "machine_learning"
`;

const BUILDING_BLOCK = `${METADATA}
[rule]
${COMMON.replace('now-9m', 'now-119m')}building_block_type = "default"
index = ["logs-endpoint.events.process-*"]
interval = "60m"
language = "kuery"
name = "Look around on a Host"
query = "process.name: whoami"
rule_id = "9f616aee-8161-4120-857e-742366f5eeb3"
tags = ["Rule Type: BBR"]
timestamp_override = "event.ingested"
type = "query"
`;

const DEPRECATED = `[metadata]
creation_date = "2026/05/01"
deprecation_date = "2026/05/03"
maturity = "deprecated"
updated_date = "2026/05/03"

[rule]
${COMMON}index = ["logs-endpoint.events.process-*"]
language = "kuery"
name = "Old Rule"
query = "process.name: rsh"
rule_id = "af616aee-8161-4120-857e-742366f5eeb3"
type = "query"
`;

const LUCENE = `${METADATA}
[rule]
${COMMON}index = ["logs-endpoint.events.process-*"]
language = "lucene"
name = "Odd Port of a Shell"
query = "process.name:bash AND process.pid:4444"
rule_id = "bf616aee-8161-4120-857e-742366f5eeb3"
type = "query"
`;

const LINUX = `${METADATA}
[rule]
${COMMON}index = ["logs-endpoint.events.process-*"]
investigation_fields = { field_names = ["host.name", "user.name"] }
language = "kuery"
name = "Shell of another Host"
query = "host.os.type: linux and process.name: sshd and not user.name: root"
rule_id = "df616aee-8161-4120-857e-742366f5eeb3"
tags = ["OS: Linux"]
timestamp_override = "event.ingested"
type = "query"
`;

const HUNT = `[hunt]
author = "Blue Team"
description = "Finds shells that web servers started."
integration = ["endpoint"]
uuid = "5c1f7bb4-6d0e-4b39-9c3c-0c6a4b0f8f11"
name = "Shells of Web Servers"
language = ["ES|QL"]
license = "Apache-2.0"
mitre = ["T1505.003"]
notes = ["Look at the parent."]
query = [
'''
from logs-endpoint.events.process-*
| where process.parent.name == "nginx"
| stats count(*) by process.name
''',
]
`;

const OTHER_HUNT = `[hunt]
author = "Blue Team"
description = "Finds copies to other hosts."
integration = ["endpoint"]
uuid = "6c1f7bb4-6d0e-4b39-9c3c-0c6a4b0f8f11"
name = "Copies to other Hosts"
language = ["EQL", "SQL"]
license = "Apache-2.0"
query = [
"process where process.name == \\"scp\\"",
"select * from processes",
]
`;

/** An ES|QL rule for stacks that are older than some commands. */
const OLD_STACK = `[metadata]
creation_date = "2026/05/01"
integration = ["endpoint"]
maturity = "production"
min_stack_comments = "Suppression of ES|QL"
min_stack_version = "8.19.0"
updated_date = "2026/05/02"

[rule]
${COMMON}language = "esql"
name = "Remote Shells of a Host"
query = '''
from logs-endpoint.events.process-*
| where process.name == "ssh"
| stats shells = count(*) by host.id
'''
rule_id = "cf616aee-8161-4120-857e-742366f5eeb3"
type = "esql"
`;

const TEST = `[[test]]
name = "finds a shell"
now = 2026-05-01T12:00:00Z
expect = { alerts = 1 }

[[test.event]]
host = { id = "web-1" }

[[test]]
name = "stays silent"
now = 2026-05-01T12:00:00Z
expect = { alerts = 0 }
`;

const EXCEPTIONS = `[[exceptions]]
[exceptions.container]
name = "Scanners"
list_id = "scanners"

[[exceptions.items]]
name = "ours"
list_id = "scanners"
expire_time = "2027-01-01T00:00:00Z"
entries = [
  { field = "source.ip", type = "match", operator = "included", value = "10.0.0.1" },
  { field = "host.name", type = "exists", operator = "included" },
  { field = "destination.ip", type = "list", operator = "included", list = { id = "known", type = "ip" } },
]
`;

/** Files of every kind with nothing wrong, in any profile. */
export const CLEAN: Readonly<Record<string, string>> = {
  'rules/persistence_shell.toml': EQL,
  'rules/persistence_shell.test.toml': TEST,
  'rules/execution_download.toml': KQL,
  'rules/sequence.toml': SEQUENCE,
  'rules/many_hosts.toml': ESQL,
  'rules/remote_copies.toml': ESQL_EVENTS,
  'rules/threshold.toml': THRESHOLD,
  'rules/new_terms.toml': NEW_TERMS,
  'rules/threat_match.toml': THREAT_MATCH,
  'rules/machine_learning.toml': MACHINE_LEARNING,
  'rules/lucene.toml': LUCENE,
  'rules/linux/execution_ssh.toml': LINUX,
  'rules/old_stack.toml': OLD_STACK,
  'rules_building_block/discovery.toml': BUILDING_BLOCK,
  'rules/_deprecated/old_rule.toml': DEPRECATED,
  'hunting/linux/queries/shells.toml': HUNT,
  'hunting/linux/queries/copies.toml': OTHER_HUNT,
  'exceptions/scanners.toml': EXCEPTIONS,
  'value_lists/known.toml': '[[value_lists]]\nid = "known"\ntype = "ip"\nvalues = ["10.0.0.1"]\n',
  'overlays/outbound.toml': '[overlay]\nrule_id = "2f1c1b0a-54a3-4a55-9f43-0c6a4b0f8f99"\nenabled = true\n',
  'connectors/soc.toml': '[[action_connectors]]\nid = "soc"\nattributes = { name = "SOC", actionTypeId = ".slack" }\n',
};
