/**
 * One fault: the file of the clean repository, what is replaced there by what, and all that is then said: severity, code and the text at the
 * place, with the file before it where it is another one. `NAME` as what is replaced renames the file.
 */
export type Mutation = readonly [file: string, before: string, after: string, ...expected: string[]];

/** Stands for the name of a file among what is replaced. */
export const NAME = 'the name of the file';

const SHELL = 'rules/persistence_shell.toml';
const DOWNLOAD = 'rules/execution_download.toml';
const SEQUENCE = 'rules/sequence.toml';
const HOSTS = 'rules/many_hosts.toml';
const COPIES = 'rules/remote_copies.toml';
const THRESHOLD = 'rules/threshold.toml';
const NEW_TERMS = 'rules/new_terms.toml';
const THREATS = 'rules/threat_match.toml';
const LEARNING = 'rules/machine_learning.toml';
const LUCENE = 'rules/lucene.toml';
const BLOCK = 'rules_building_block/discovery.toml';
const OLD = 'rules/_deprecated/old_rule.toml';
const HUNT = 'hunting/linux/queries/shells.toml';
const OTHER_HUNT = 'hunting/linux/queries/copies.toml';
const LINUX = 'rules/linux/execution_ssh.toml';
const OLD_STACK = 'rules/old_stack.toml';
const TEST = 'rules/persistence_shell.test.toml';
const EXCEPTIONS = 'exceptions/scanners.toml';
const LIST = 'value_lists/known.toml';
const OVERLAY = 'overlays/outbound.toml';
const CONNECTOR = 'connectors/soc.toml';

/** A technique of the shell rule under another one. */
const SUBTECHNIQUE = `
[[rule.threat.technique.subtechnique]]
id = "T1053.005"
name = "Scheduled Task"
reference = "https://attack.mitre.org/techniques/T1053/005/"
`;

const PERSISTENCE_AGAIN = `
[[rule.threat]]
framework = "MITRE ATT&CK"

[rule.threat.tactic]
id = "TA0003"
name = "Persistence"
reference = "https://attack.mitre.org/tactics/TA0003/"
`;

const URL_OF_TECHNIQUE = 'reference = "https://attack.mitre.org/techniques/T1505/"\n';
const TECHNIQUE =
  'id = "T1505"\nname = "Server Software Component"\nreference = "https://attack.mitre.org/techniques/T1505/"';

/** A technique in the place of the one that the shell rule has. */
function technique(id: string, name: string): string {
  return `id = "${id}"\nname = "${name}"\nreference = "https://attack.mitre.org/techniques/${id}/"`;
}

/** Faults of every check, in the order of the checks; a check without one fails the test. */
export const MUTATIONS: Readonly<Record<string, readonly Mutation[]>> = {
  'action-frequency-whole': [
    [
      DOWNLOAD,
      'group = "default"',
      'frequency = { summary = true, notifyWhen = "onThrottleInterval" }',
      'error lint/action-frequency-whole «frequency»',
    ],
  ],
  'attack-framework-fits': [
    [
      SHELL,
      'framework = "MITRE ATT&CK"',
      'framework = "MITRE ATLAS"',
      'warning lint/attack-framework-fits «"MITRE ATLAS"»',
    ],
  ],
  'attack-id-known': [
    [SHELL, 'id = "T1505"', 'id = "T9999"', 'warning lint/attack-id-known «"T9999"»'],
    [HUNT, '"T1505.003"', '"T1505.999"', 'warning lint/attack-id-known «"T1505.999"»'],
  ],
  'attack-names-agree': [
    [
      SHELL,
      'name = "Server Software',
      'name = "Servers Software',
      'warning lint/attack-names-agree «"Servers Software Component"»',
    ],
    [
      SHELL,
      'techniques/T1505/',
      'techniques/T1506/',
      'warning lint/attack-names-agree «"https://attack.mitre.org/techniques/T1506/"»',
    ],
  ],
  'attack-tactic-once': [
    [SHELL, URL_OF_TECHNIQUE, URL_OF_TECHNIQUE + PERSISTENCE_AGAIN, 'warning lint/attack-tactic-once «"TA0003"»'],
  ],
  'attack-technique-current': [
    [SHELL, TECHNIQUE, technique('T1100', 'Web Shell'), 'warning lint/attack-technique-current «"T1100"»'],
    [HUNT, '"T1505.003"', '"T1100"', 'warning lint/attack-technique-current «"T1100"»'],
  ],
  'attack-technique-of-tactic': [
    [
      SHELL,
      TECHNIQUE,
      technique('T1003', 'OS Credential Dumping'),
      'warning lint/attack-technique-of-tactic «"T1003"»',
    ],
    [SHELL, URL_OF_TECHNIQUE, URL_OF_TECHNIQUE + SUBTECHNIQUE, 'warning lint/attack-technique-of-tactic «"T1053.005"»'],
  ],
  'building-block-folder': [
    [BLOCK, 'building_block_type = "default"\n', '', 'warning lint/building-block-folder «rule»'],
  ],
  'building-block-timing': [
    [BLOCK, '"now-119m"', '"now-90m"', 'warning lint/building-block-timing «"now-90m"»'],
    [BLOCK, 'interval = "60m"', 'interval = "30m"', 'warning lint/building-block-timing «"30m"»'],
  ],
  'cardinality-can-vary': [
    [THRESHOLD, 'field = "destination.ip"', 'field = "source.ip"', 'warning lint/cardinality-can-vary «"source.ip"»'],
  ],
  'case-sensitive-windows-path': [
    [
      SHELL,
      'executable : "C:',
      'executable like "C:',
      String.raw`warning lint/case-sensitive-windows-path «process.parent.executable like "C:\\inetpub\\*"»`,
    ],
  ],
  'connector-type-agrees': [
    [DOWNLOAD, '".slack"', '".email"', 'error lint/connector-type-agrees «".email"»'],
    [CONNECTOR, '".slack"', '".email"', `${DOWNLOAD} error lint/connector-type-agrees «".slack"»`],
  ],
  'constant-condition': [
    [SHELL, 'process.name : "cmd.exe"', '1 == 2', 'warning lint/constant-condition «1 == 2»'],
    [
      HUNT,
      'process.parent.name == "nginx"',
      'host.name == host.name',
      'warning lint/constant-condition «host.name == host.name»',
    ],
  ],
  'contradictory-clauses': [
    [
      DOWNLOAD,
      'user.name: root',
      'not process.name: curl',
      'error lint/contradictory-clauses «not process.name: curl»',
    ],
  ],
  'data-set-fits-index': [
    [DOWNLOAD, 'user.name: root', 'event.dataset: aws.cloudtrail', 'warning lint/data-set-fits-index «aws.cloudtrail»'],
  ],
  'dates-exist': [
    [SHELL, 'creation_date = "2026/05/01"', 'creation_date = "2026/02/30"', 'warning lint/dates-exist «"2026/02/30"»'],
  ],
  'deprecated-folder': [
    [OLD, NAME, 'rules/old_rule.toml', 'rules/old_rule.toml warning lint/deprecated-folder «"deprecated"»'],
    [
      OLD,
      'updated_date = "2026/05/03"',
      'updated_date = "2026/05/04"',
      'warning lint/deprecated-folder «"2026/05/04"»',
    ],
  ],
  'deprecated-has-date': [
    [OLD, 'deprecation_date = "2026/05/03"\n', '', 'warning lint/deprecated-has-date «maturity»'],
    [
      SHELL,
      'maturity = "production"',
      'deprecation_date = "2026/05/02"\nmaturity = "production"',
      'warning lint/deprecated-has-date «deprecation_date»',
    ],
  ],
  'duplicate-clause': [
    [DOWNLOAD, 'process.name: curl', 'process.name: (curl or curl)', 'warning lint/duplicate-clause «curl»'],
    [
      HUNT,
      'process.parent.name == "nginx"',
      'process.parent.name in ("nginx", "nginx")',
      'warning lint/duplicate-clause «"nginx"»',
    ],
  ],
  'esql-array-compared': [
    [
      COPIES,
      'process.name == "scp"',
      'process.args == "-r"',
      'warning lint/esql-array-compared «process.args == "-r"»',
    ],
  ],
  'esql-filter-before-stats': [
    [
      HOSTS,
      'where hosts > 5',
      'where hosts > 5 and user.name == "root"',
      'warning lint/esql-filter-before-stats «user.name == "root"»',
    ],
  ],
  'esql-keeps-document-id': [
    [
      COPIES,
      ' metadata _id, _index, _version',
      '',
      'warning lint/esql-keeps-document-id «from logs-endpoint.events.process-*»',
    ],
  ],
  'esql-negation-keeps-null': [
    [
      COPIES,
      'process.name == "scp"',
      'user.name != "root"',
      'warning lint/esql-negation-keeps-null «user.name != "root"»',
    ],
  ],
  'exception-fields-known': [
    [EXCEPTIONS, '"host.name"', '"host.nmae"', 'warning lint/exception-fields-known «"host.nmae"»'],
  ],
  'exception-item-of-list': [
    [
      EXCEPTIONS,
      'name = "ours"\nlist_id = "scanners"',
      'name = "ours"\nlist_id = "scaners"',
      'error lint/exception-item-of-list «"scaners"»',
    ],
  ],
  'exception-list-used': [
    [
      DOWNLOAD,
      'exceptions_list = [{ id = "1", list_id = "scanners", type = "detection", namespace_type = "single" }]\n',
      '',
      `${EXCEPTIONS} info lint/exception-list-used «"scanners"»`,
    ],
  ],
  'exception-not-expired': [
    [
      EXCEPTIONS,
      '"2027-01-01T00:00:00Z"',
      '"2026-01-01T00:00:00Z"',
      'warning lint/exception-not-expired «"2026-01-01T00:00:00Z"»',
    ],
  ],
  'exception-values-fit': [[EXCEPTIONS, '"10.0.0.1"', '"scanner-1"', 'error lint/exception-values-fit «"scanner-1"»']],
  'exception-wildcard-is-one': [
    [
      EXCEPTIONS,
      '"host.name", type = "exists", operator = "included"',
      '"host.name", type = "match", operator = "included", value = "scan-*"',
      'warning lint/exception-wildcard-is-one «"scan-*"»',
    ],
  ],
  'file-name-form': [
    [LUCENE, NAME, 'rules/Lucene-Rule.toml', 'rules/Lucene-Rule.toml warning lint/file-name-form «rule»'],
  ],
  'file-name-has-tactic': [
    [DOWNLOAD, NAME, 'rules/download.toml', 'rules/download.toml warning lint/file-name-has-tactic «"Execution"»'],
  ],
  'filters-known': [
    [
      THRESHOLD,
      'type = "threshold"\n',
      'type = "threshold"\nfilters = [{ meta = {}, query = { match_prase = { "process.name" = "sh" } } }]\n',
      'error lint/filters-known «match_prase»',
    ],
    [
      THRESHOLD,
      'type = "threshold"\n',
      'type = "threshold"\nfilters = [{ meta = {}, query = { term = { "process.pid" = "four" } } }]\n',
      'warning lint/filters-known «"four"»',
    ],
  ],
  'guide-names-rule': [
    [
      SHELL,
      'Investigating Shell of a Web',
      'Investigating Shell of a Mail',
      'warning lint/guide-names-rule «Shell of a Mail Server»',
    ],
  ],
  'guide-placeholders-filled': [
    [SHELL, 'Look at the parent.', 'Look: $osquery_0', 'warning lint/guide-placeholders-filled «$osquery_0»'],
  ],
  'guide-plugins-readable': [
    [SHELL, 'Look at the parent.', '!{osquery{label}}', 'warning lint/guide-plugins-readable «!{osquery{label}}»'],
  ],
  'guide-present': [
    [
      LUCENE,
      'risk_score = 47\nseverity = "medium"',
      'risk_score = 73\nseverity = "high"',
      'info lint/guide-present «"high"»',
    ],
  ],
  'guide-setup-heading': [
    [SHELL, 'Look at the parent.', 'Look.\n\n### Setup\n\nInstall.', 'warning lint/guide-setup-heading «### Setup»'],
  ],
  'hunt-language-fits': [[HUNT, '["ES|QL"]', '["EQL"]', 'warning lint/hunt-language-fits «["EQL"]»']],
  'ignore-has-reason': [
    [
      SHELL,
      'risk_score = 47',
      'risk_score = 99 # dragnet-ignore lint/risk-score-matches-severity',
      'warning lint/ignore-has-reason «lint/risk-score-matches-severity»',
    ],
  ],
  'ignore-is-used': [
    [
      SHELL,
      'risk_score = 47',
      'risk_score = 47 # dragnet-ignore lint/risk-score-matches-severity -- was wrong once',
      'warning lint/ignore-is-used «lint/risk-score-matches-severity»',
    ],
  ],
  'index-form': [
    [SHELL, 'events.process-*"]', 'events.Process-*"]', 'warning lint/index-form «"logs-endpoint.events.Process-*"»'],
  ],
  'index-has-catalogue': [
    [SHELL, 'process.name : "cmd.exe"', 'acme.name : "cmd.exe"', 'warning lint/index-has-catalogue «acme.name»'],
  ],
  'index-has-integration': [
    [
      THRESHOLD,
      'events.network-*"]',
      'events.network-*", "logs-windows.forwarded-*"]',
      'warning lint/index-has-integration «"logs-windows.forwarded-*"»',
    ],
  ],
  'integration-fits-index': [
    [SHELL, 'integration = ["endpoint"]', 'integration = ["aws"]', 'warning lint/integration-fits-index «"aws"»'],
    [
      COPIES,
      'integration = ["endpoint"]',
      'integration = ["endpoint", "aws"]',
      'warning lint/integration-fits-index «"aws"»',
    ],
  ],
  'interval-covers-maxspan': [
    [
      SEQUENCE,
      'query = "sequence by host.id with maxspan=1m',
      'interval = "4m"\nquery = "sequence by host.id with maxspan=9m',
      'warning lint/interval-covers-maxspan «9m»',
    ],
  ],
  'interval-not-too-short': [
    [SHELL, 'language = "eql"', 'interval = "30s"\nlanguage = "eql"', 'warning lint/interval-not-too-short «"30s"»'],
  ],
  'kql-shortest-form': [
    [
      LINUX,
      'not user.name: root',
      'not user.name: root and not user.name: admin',
      'info lint/kql-shortest-form «not user.name: root and not user.name: admin»',
    ],
  ],
  'leading-wildcard': [
    [THRESHOLD, 'event.category: network', 'process.command_line: *nc', 'info lint/leading-wildcard «*nc»'],
  ],
  'licence-is-elastic': [
    [DOWNLOAD, '"Elastic License v2"', '"Apache-2.0"', 'warning lint/licence-is-elastic «"Apache-2.0"»'],
  ],
  'licence-named': [[SHELL, 'license = "Apache-2.0"\n', '', 'info lint/licence-named «rule»']],
  'list-type-agrees': [[EXCEPTIONS, 'type = "ip" }', 'type = "keyword" }', 'error lint/list-type-agrees «"keyword"»']],
  'lookback-covers-interval': [
    [SHELL, 'from = "now-9m"', 'from = "now-4m"', 'warning lint/lookback-covers-interval «"now-4m"»'],
  ],
  'machine-learning-job-form': [
    [LEARNING, '"pad_rare_process"', '"Rare Process"', 'error lint/machine-learning-job-form «"Rare Process"»'],
  ],
  'machine-learning-job-integration': [
    [
      LEARNING,
      '"pad_rare_process"',
      '"lmd_rare_process"',
      'warning lint/machine-learning-job-integration «"lmd_rare_process"»',
    ],
  ],
  'mapping-complete': [
    [
      SHELL,
      'severity = "medium"',
      'severity = "medium"\nseverity_mapping = [{ field = "event.severity", value = "9" }]',
      'error lint/mapping-complete «{ field = "event.severity", value = "9" }»',
    ],
  ],
  'max-signals-within-limit': [
    [SHELL, 'language = "eql"', 'language = "eql"\nmax_signals = 5000', 'warning lint/max-signals-within-limit «5000»'],
  ],
  'maxspan-within-lookback': [[SEQUENCE, 'maxspan=1m', 'maxspan=30m', 'warning lint/maxspan-within-lookback «30m»']],
  'min-stack-covers-keys': [
    [
      SHELL,
      'min_stack_version = "9.2.0"',
      'min_stack_version = "8.13.0"',
      'warning lint/min-stack-covers-keys «rule.alert_suppression»',
    ],
  ],
  'min-stack-covers-query': [
    [
      OLD_STACK,
      'where process.name == "ssh"',
      'inline stats n = count(*) by host.id',
      'warning lint/min-stack-covers-query «inline stats n = count(*) by host.id»',
    ],
  ],
  'min-stack-explained': [
    [SHELL, 'min_stack_comments = "Suppression of EQL"\n', '', 'info lint/min-stack-explained «min_stack_version»'],
  ],
  'mixed-and-or': [
    [
      DOWNLOAD,
      'event.category: process and process.name: curl and user.name: root',
      'process.name: curl or process.name: wget and user.name: root',
      'info lint/mixed-and-or «process.name: wget and user.name: root»',
    ],
  ],
  'name-form': [
    [LUCENE, '"Odd Port of a Shell"', '"Odd Port of a Shell."', 'warning lint/name-form «"Odd Port of a Shell."»'],
  ],
  'new-terms-history-before-lookback': [
    [NEW_TERMS, '"now-7d"', '"now-5m"', 'error lint/new-terms-history-before-lookback «"now-5m"»'],
  ],
  'no-control-characters': [
    [
      LUCENE,
      'name = "Odd Port',
      'name = "Odd \\u0007Port',
      'warning lint/no-control-characters «"Odd \\u0007Port of a Shell"»',
    ],
    [
      LUCENE,
      'name = "Odd Port',
      'name = "Odd \\u202ePort',
      'warning lint/no-control-characters «"Odd \\u202ePort of a Shell"»',
    ],
    [TEST, '"stays silent"', '"stays\\u0000 silent"', 'warning lint/no-control-characters «"stays\\u0000 silent"»'],
  ],
  'no-placeholders': [
    [SHELL, 'a web server starts."', 'a web server starts, TODO."', 'warning lint/no-placeholders «TODO»'],
  ],
  'no-secrets': [
    [
      TEST,
      'id = "web-1"',
      'id = "https://ghp_a1B2c3a1B2c3a1B2c3a1B2c3a1B2c3a1B2c3@example.org"',
      'warning lint/no-secrets «ghp_a1B2c3a1B2c3a1B2c3a1B2c3a1B2c3a1B2c3»',
    ],
  ],
  'no-version-in-file': [
    [DOWNLOAD, 'type = "query"', 'type = "query"\nversion = 3', 'warning lint/no-version-in-file «version»'],
  ],
  'os-agrees': [[SHELL, '"OS: Windows"', '"OS: Linux"', 'warning lint/os-agrees «"OS: Linux"»']],
  'os-folder-agrees': [
    [
      LINUX,
      'host.os.type: linux and ',
      '',
      'warning lint/os-folder-agrees «"process.name: sshd and not user.name: root"»',
    ],
    [
      LINUX,
      'tags = ["OS: Linux"]',
      'tags = ["Domain: Endpoint"]',
      'warning lint/os-folder-agrees «["Domain: Endpoint"]»',
    ],
  ],
  'query-fields-known': [
    [SHELL, 'process.name : "cmd.exe"', 'process.nmae : "cmd.exe"', 'warning eql/unknown-field «process.nmae»'],
    [DOWNLOAD, 'process.name: curl', 'process.nmae: curl', 'warning kql/unknown-field «process.nmae»'],
    [LUCENE, 'process.name:bash', 'process.nmae:bash', 'warning lucene/unknown-field «process.nmae»'],
    [HUNT, 'process.parent.name', 'process.parent.nmae', 'warning esql/unknown-column «process.parent.nmae»'],
    [THREATS, 'event.kind', 'event.kidn', 'warning kql/unknown-field «event.kidn»'],
  ],
  'query-narrows': [
    [
      DOWNLOAD,
      'event.category: process and process.name: curl and user.name: root',
      '*:*',
      'warning lint/query-narrows «"*:*"»',
    ],
  ],
  'query-syntax': [
    [DOWNLOAD, 'process.name: curl', 'process.name: (curl', 'error kql/unexpected-text «:»'],
    [LUCENE, 'process.name:bash', 'process.name:(bash', 'error lucene/unclosed-bracket «(»'],
    [SHELL, 'process.name :', 'process.name =', 'error eql/unexpected-text «=»'],
    [COPIES, '| where', '| were', 'error esql/syntax «were»'],
    [HUNT, '| where', '| were', 'error esql/syntax «were»'],
  ],
  'query-types': [
    [SHELL, 'process.name : "cmd.exe"', 'lenght(process.name) > 3', 'error eql/unknown-function «lenght»'],
    [SHELL, 'process.name : "cmd.exe"', 'process.pid : "4"', 'warning eql/type-mismatch «process.pid»'],
    [SHELL, 'process.name : "cmd.exe"', 'process.pid == "four"', 'warning eql/value-type «"four"»'],
    [DOWNLOAD, 'user.name: root', 'process.pid: four', 'warning kql/value-type «four»'],
    [LUCENE, '4444', 'four', 'warning lucene/value-type «process.pid:four»'],
    [HOSTS, 'hosts > 5', 'host > 5', 'error esql/unknown-column «host»'],
  ],
  'references-are-urls': [
    [
      SHELL,
      'risk_score = 47',
      'references = ["example.org/a"]\nrisk_score = 47',
      'warning lint/references-are-urls «"example.org/a"»',
    ],
  ],
  'references-use-https': [
    [
      SHELL,
      'risk_score = 47',
      'references = ["http://example.org/a"]\nrisk_score = 47',
      'info lint/references-use-https «"http://example.org/a"»',
    ],
  ],
  'related-integrations-form': [
    [
      SHELL,
      'risk_score = 47',
      'related_integrations = [{ package = "endpoint", version = "latest" }]\nrisk_score = 47',
      'warning lint/related-integrations-form «"latest"»',
    ],
  ],
  'response-action-form': [
    [DOWNLOAD, '".endpoint"', '".endpont"', 'error lint/response-action-form «".endpont"»'],
    [DOWNLOAD, '"kill-process"', '"kill"', 'error lint/response-action-form «"kill"»'],
    [DOWNLOAD, 'command = "kill', 'note = "x", command = "kill', 'warning lint/response-action-form «note»'],
  ],
  'risk-score-matches-severity': [
    [SHELL, 'risk_score = 47', 'risk_score = 99', 'warning lint/risk-score-matches-severity «99»'],
  ],
  'rule-fields-known': [
    [SHELL, '"user.name"]', '"user.nmae"]', 'warning lint/rule-fields-known «"user.nmae"»'],
    [SHELL, '"user.name"]', '"message"]', 'warning lint/rule-fields-known «"message"»'],
    [SHELL, 'override = "process.name"', 'override = "proces.name"', 'warning lint/rule-fields-known «"proces.name"»'],
    [LINUX, '"user.name"]', '"user.nmae"]', 'warning lint/rule-fields-known «"user.nmae"»'],
    [NEW_TERMS, '"process.name"]', '"proces.name"]', 'warning lint/rule-fields-known «"proces.name"»'],
    [THRESHOLD, '"source.ip"]', '"sorce.ip"]', 'warning lint/rule-fields-known «"sorce.ip"»'],
    [THREATS, '"threat.indicator.ip"', '"threat.indicatr.ip"', 'warning lint/rule-fields-known «"threat.indicatr.ip"»'],
  ],
  'sequence-has-maxspan': [[SEQUENCE, ' with maxspan=1m', '', 'warning lint/sequence-has-maxspan «sequence»']],
  'setup-in-one-place': [
    [
      SHELL,
      'Look at the parent.\n"""\n',
      'Look.\n\n## Setup\n\nInstall.\n"""\nsetup = "Install."\n',
      'warning lint/setup-in-one-place «## Setup»',
    ],
  ],
  'shadowed-clause': [
    [
      DOWNLOAD,
      'user.name: root',
      '(process.name: curl or user.name: root)',
      'warning lint/shadowed-clause «process.name: curl or user.name: root»',
    ],
  ],
  'source-named': [[LUCENE, 'index = ["logs-endpoint.events.process-*"]\n', '', 'info lint/source-named «rule»']],
  'suppression-of-sequences': [
    [SEQUENCE, '"8.18.0"', '"8.14.0"', 'warning lint/suppression-of-sequences «rule.alert_suppression»'],
  ],
  'tactic-tag-present': [[SHELL, '"Tactic: Persistence", ', '', 'info lint/tactic-tag-present «"Persistence"»']],
  'tactic-tags-agree': [
    [
      SHELL,
      '"Tactic: Persistence"',
      '"Tactic: Persistence", "Tactic: Execution"',
      'warning lint/tactic-tags-agree «"Tactic: Execution"»',
    ],
  ],
  'tag-form': [
    [SHELL, '"Domain: Endpoint"', '"Domain:Endpoint"', 'warning lint/tag-form «"Domain:Endpoint"»'],
    [SHELL, '"OS: Windows"', '"OS: Widows"', 'warning lint/tag-form «"OS: Widows"»'],
  ],
  'tag-prefix-known': [[LINUX, '"OS: Linux"]', '"OS: Linux", "Ours"]', 'warning lint/tag-prefix-known «"Ours"»']],
  'tags-tell-kind': [
    [BLOCK, '["Rule Type: BBR"]', '["Use Case: Discovery"]', 'warning lint/tags-tell-kind «["Use Case: Discovery"]»'],
  ],
  'tags-tell-source': [
    [SEQUENCE, ', "Data Source: Elastic Defend"]', ']', 'warning lint/tags-tell-source «["Domain: Endpoint"]»'],
  ],
  'test-expects-something': [
    [TEST, '{ alerts = 0 }', '{ matched_any = [] }', 'warning lint/test-expects-something «{ matched_any = [] }»'],
  ],
  'test-fits-definition': [[TEST, '{ alerts = 0 }', '{ rows = [] }', 'error lint/test-fits-definition «rows»']],
  'test-has-definition': [
    [TEST, NAME, 'rules/nothing.test.toml', 'rules/nothing.test.toml error lint/test-has-definition «test»'],
  ],
  'test-inputs-exist': [
    [
      TEST,
      '{ alerts = 0 }',
      '{ alerts = 0 }\nevents = ["quiet.ndjson"]',
      'error lint/test-inputs-exist «"quiet.ndjson"»',
    ],
    [TEST, '{ alerts = 0 }', '{ alerts = 0 }\nmappings = "esc"', 'error lint/test-inputs-exist «"esc"»'],
  ],
  'test-time-has-zone': [
    [
      TEST,
      '"stays silent"\nnow = 2026-05-01T12:00:00Z',
      '"stays silent"\nnow = 2026-05-01T12:00:00',
      'warning lint/test-time-has-zone «2026-05-01T12:00:00»',
    ],
    [
      TEST,
      '{ alerts = 0 }',
      '{ alerts = 0 }\nrun_at = ["2026-05-01T13:00:00"]',
      'warning lint/test-time-has-zone «"2026-05-01T13:00:00"»',
    ],
  ],
  'threat-mapping-negation': [
    [
      THREATS,
      '"threat.indicator.ip" },\n  { field = "source.port", type = "mapping", value = "threat.indicator.port" },',
      '"threat.indicator.ip", negate = true },',
      'error lint/threat-mapping-negation «true»',
    ],
  ],
  'threat-mapping-types': [
    [
      THREATS,
      'value = "threat.indicator.port"',
      'value = "threat.indicator.ip"',
      'warning lint/threat-mapping-types «"threat.indicator.ip"»',
    ],
  ],
  'threat-mappings-once': [
    [
      SHELL,
      URL_OF_TECHNIQUE,
      `${URL_OF_TECHNIQUE}\n[[rule.threat_mappings]]\nframework = "MITRE ATLAS"\nversion = "v18"\nthreat = [{ framework = "MITRE ATT&CK", tactic = { id = "TA0003", name = "Persistence", reference = "https://attack.mitre.org/tactics/TA0003/" } }]\n`,
      'warning lint/threat-mappings-once «"MITRE ATT&CK"»',
    ],
  ],
  'timeline-has-id': [
    [
      SHELL,
      'risk_score = 47',
      'risk_score = 47\ntimeline_title = "Generic Process Timeline"',
      'error lint/timeline-has-id «timeline_title»',
    ],
  ],
  'timeline-known': [
    [
      SHELL,
      'risk_score = 47',
      'risk_score = 47\ntimeline_id = "76e52245-7519-4251-91ab-262fb1a1728c"\ntimeline_title = "Processes"',
      'warning lint/timeline-known «"Processes"»',
    ],
  ],
  'timestamp-override-set': [
    [DOWNLOAD, 'timestamp_override = "event.ingested"\n', '', 'info lint/timestamp-override-set «rule»'],
  ],
  'unique-entries': [
    [SHELL, '"user.name"]', '"host.id"]', 'warning lint/unique-entries «"host.id"»'],
    [HUNT, '["T1505.003"]', '["T1505.003", "T1505.003"]', 'warning lint/unique-entries «"T1505.003"»'],
  ],
  'unique-file-name': [
    [
      LUCENE,
      NAME,
      'rules/linux/threshold.toml',
      'rules/linux/threshold.toml warning lint/unique-file-name «rule»',
      `${THRESHOLD} warning lint/unique-file-name «rule»`,
    ],
  ],
  'unique-hunt-uuid': [
    [
      OTHER_HUNT,
      '6c1f7bb4-6d0e-4b39-9c3c-0c6a4b0f8f11',
      '5c1f7bb4-6d0e-4b39-9c3c-0c6a4b0f8f11',
      `${HUNT} warning lint/unique-hunt-uuid «"5c1f7bb4-6d0e-4b39-9c3c-0c6a4b0f8f11"»`,
      'warning lint/unique-hunt-uuid «"5c1f7bb4-6d0e-4b39-9c3c-0c6a4b0f8f11"»',
    ],
  ],
  'unique-list-id': [
    [
      LIST,
      'values = ["10.0.0.1"]\n',
      'values = ["10.0.0.1"]\n\n[[value_lists]]\nid = "known"\ntype = "ip"\nvalues = ["10.0.0.2"]\n',
      'error lint/unique-list-id «"known"»',
    ],
  ],
  'unique-name': [
    [
      LUCENE,
      '"Odd Port of a Shell"',
      '"Many Connections"',
      'warning lint/unique-name «"Many Connections"»',
      `${THRESHOLD} warning lint/unique-name «"Many Connections"»`,
    ],
  ],
  'unique-overlay': [
    [
      OVERLAY,
      '2f1c1b0a-54a3-4a55-9f43-0c6a4b0f8f99',
      '5f616aee-8161-4120-857e-742366f5eeb3',
      'error lint/unique-overlay «"5f616aee-8161-4120-857e-742366f5eeb3"»',
    ],
  ],
  'unique-rule-id': [
    [
      LUCENE,
      'bf616aee-8161-4120-857e-742366f5eeb3',
      '5f616aee-8161-4120-857e-742366f5eeb3',
      'error lint/unique-rule-id «"5f616aee-8161-4120-857e-742366f5eeb3"»',
      `${THRESHOLD} error lint/unique-rule-id «"5f616aee-8161-4120-857e-742366f5eeb3"»`,
    ],
  ],
  'unique-tags': [[SHELL, '"OS: Windows"', '"OS: Windows", "OS: Windows"', 'warning lint/unique-tags «"OS: Windows"»']],
  'unique-test-names': [
    [TEST, '"stays silent"', '"finds a shell"', 'warning lint/unique-test-names «"finds a shell"»'],
  ],
  'updated-not-before-creation': [
    [
      SHELL,
      'updated_date = "2026/05/02"',
      'updated_date = "2026/04/02"',
      'warning lint/updated-not-before-creation «"2026/04/02"»',
    ],
  ],
  'value-list-values-fit': [[LIST, '"10.0.0.1"', '"scanner-1"', 'error lint/value-list-values-fit «"scanner-1"»']],
  'wildcard-taken-literally': [
    [SHELL, 'process.name : "cmd.exe"', 'process.name == "cmd*"', 'warning lint/wildcard-taken-literally «"cmd*"»'],
    [HUNT, '"nginx"', '"ngin*"', 'warning lint/wildcard-taken-literally «"ngin*"»'],
  ],
};
