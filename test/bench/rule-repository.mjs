// A repository of rules with tests, written for the benches: every rule type and language in turn, each test with documents of its own.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** When the tests run. */
const NOW = '2026-05-01T12:00:00Z';

const PROGRAMS = ['aws', 'certutil', 'curl', 'osascript', 'psexec', 'rundll32', 'schtasks', 'socat', 'whoami', 'xxd'];
const CALLS = ['CreateUser', 'DeleteTrail', 'GetSecretValue', 'PutBucketPolicy', 'RunInstances', 'StopLogging'];

/** An event of a process, `minutes` before the tests run. */
function started(at, minutes, changes = {}) {
  const name = PROGRAMS[at % PROGRAMS.length];
  return {
    _id: `event-${at}-${minutes}`,
    _index: 'logs-endpoint.events.process-default',
    '@timestamp': `now-${minutes}m`,
    event: { action: 'exec', category: ['process'], kind: 'event', type: ['start'], outcome: 'success' },
    host: { id: `host-${at % 7}`, name: `build-${at % 7}`, os: { type: 'linux' }, ip: [`10.0.${at % 250}.7`] },
    process: {
      name,
      pid: 4000 + at,
      entity_id: `entity-${at % 7}`,
      executable: `/usr/bin/${name}`,
      args: [name, '--rule', `number-${at}`],
      command_line: `${name} --rule number-${at}`,
      parent: { name: 'bash', executable: '/bin/bash', pid: 17 },
    },
    user: { id: `${at % 9}`, name: `user-${at % 9}` },
    // A field that no catalogue has: most real events have some.
    bench: { vendor_level: at % 3, vendor_note: `note ${at % 11}` },
    ...changes,
  };
}

/** A call in CloudTrail. */
function called(at, minutes, changes = {}) {
  return {
    _id: `call-${at}-${minutes}`,
    _index: 'logs-aws.cloudtrail-default',
    '@timestamp': `now-${minutes}m`,
    event: {
      action: CALLS[at % CALLS.length],
      provider: `service-${at}.amazonaws.com`,
      outcome: 'success',
      dataset: 'aws.cloudtrail',
    },
    aws: { cloudtrail: { user_identity: { arn: `arn:aws:iam::123456789012:user/${at % 9}`, type: 'IAMUser' } } },
    cloud: { account: { id: '123456789012' }, region: 'eu-central-1' },
    source: { ip: `203.0.113.${at % 200}`, address: `203.0.113.${at % 200}` },
    user: { name: `user-${at % 9}` },
    user_agent: { original: 'aws-cli/2.15.0 exec-env/CloudShell' },
    ...changes,
  };
}

const PROCESS_INDEX = 'index = ["logs-endpoint.events.process-*"]';
const CALL_INDEX = 'index = ["logs-aws.cloudtrail-*"]';
const query = (text) => `query = '''\n${text}\n'''`;

/**
 * Kinds of rules: the keys of the rule, documents on which it fires and how often, documents on which it does not.
 * `at` makes each rule, and what it looks for, another.
 */
const KINDS = {
  'query (KQL)': (at) => ({
    keys: [
      'type = "query"',
      'language = "kuery"',
      PROCESS_INDEX,
      query(
        `event.category: process and event.type: start and host.os.type: (linux or macos) and
process.args: "number-${at}" and not process.parent.name: (cron or "systemd" or ansible*) and process.name: (${PROGRAMS.join(' or ')})`,
      ),
    ],
    hit: { event: [started(at, 3)], alerts: 1 },
    miss: { event: [started(at, 3, { process: { name: 'cat', args: ['cat', `number-${at}`] } })] },
  }),
  'query (Lucene)': (at) => ({
    keys: [
      'type = "query"',
      'language = "lucene"',
      PROCESS_INDEX,
      query(
        `event.category:process AND process.args:"number-${at}" AND NOT process.parent.name:(cron OR systemd) AND process.executable:\\/usr\\/bin\\/*`,
      ),
    ],
    hit: { event: [started(at, 3)], alerts: 1 },
    miss: { event: [started(at, 3, { process: { args: [`number-${at}`], executable: '/opt/tool' } })] },
  }),
  saved_query: (at) => ({
    keys: [
      'type = "saved_query"',
      'language = "kuery"',
      `saved_id = "saved-${at}"`,
      CALL_INDEX,
      query(
        `event.dataset: aws.cloudtrail and event.provider: "service-${at}.amazonaws.com" and event.outcome: success`,
      ),
    ],
    hit: { event: [called(at, 3)], alerts: 1 },
    miss: { event: [called(at + 1, 3)] },
  }),
  'eql (event)': (at) => ({
    keys: [
      'type = "eql"',
      'language = "eql"',
      PROCESS_INDEX,
      query(
        `process where host.os.type == "linux" and event.type == "start" and process.args : "number-${at}" and
not process.parent.executable : ("/usr/sbin/cron", "/opt/agent/*") and process.pid > 10`,
      ),
    ],
    hit: { event: [started(at, 3)], alerts: 1 },
    miss: { event: [started(at, 3, { host: { id: 'other', os: { type: 'windows' } } })] },
  }),
  'eql (sequence)': (at) => ({
    keys: [
      'type = "eql"',
      'language = "eql"',
      PROCESS_INDEX,
      query(
        `sequence by process.entity_id with maxspan=5m
[process where event.type == "start" and process.args : "number-${at}"]
[process where event.type == "end" and process.name : "${PROGRAMS[at % PROGRAMS.length]}"]`,
      ),
    ],
    // Two alerts for the events of the sequence, as building blocks, and one for the sequence.
    hit: {
      event: [
        started(at, 4),
        started(at, 3, { event: { category: ['process'], type: ['end'], kind: 'event', action: 'end' } }),
      ],
      alerts: 1,
    },
    miss: { event: [started(at, 4), started(at, 3)] },
  }),
  threshold: (at) => ({
    keys: [
      'type = "threshold"',
      'language = "kuery"',
      CALL_INDEX,
      query(`event.dataset: aws.cloudtrail and event.provider: "service-${at}.amazonaws.com"`),
      '[rule.threshold]',
      'field = ["user.name"]',
      'value = 3',
    ],
    hit: { event: [called(at, 2), called(at, 3), called(at, 4)], alerts: 1 },
    miss: { event: [called(at, 2), called(at, 3)] },
  }),
  new_terms: (at) => ({
    keys: [
      'type = "new_terms"',
      'language = "kuery"',
      PROCESS_INDEX,
      query(`event.category: process and process.args: "number-${at}"`),
      '[rule.new_terms]',
      'field = "new_terms_fields"',
      'value = ["host.id"]',
      '[[rule.new_terms.history_window_start]]',
      'field = "history_window_start"',
      'value = "now-7d"',
    ],
    hit: { event: [started(at, 3)], alerts: 1 },
    miss: { event: [started(at, 3), started(at, 1500)] },
  }),
  threat_match: (at) => ({
    keys: [
      'type = "threat_match"',
      'language = "kuery"',
      CALL_INDEX,
      query(`event.dataset: aws.cloudtrail and event.provider: "service-${at}.amazonaws.com"`),
      'threat_index = ["logs-ti_*"]',
      'threat_language = "kuery"',
      'threat_query = "threat.indicator.type: ipv4-addr"',
      'threat_indicator_path = "threat.indicator"',
      '[[rule.threat_mapping]]',
      'entries = [{ field = "source.ip", type = "mapping", value = "threat.indicator.ip" }]',
    ],
    hit: { event: [called(at, 3)], indicators: true, alerts: 1 },
    miss: { event: [called(at, 3, { source: { ip: '198.51.100.9' } })], indicators: true },
  }),
  machine_learning: (at) => ({
    keys: ['type = "machine_learning"', 'anomaly_threshold = 60', `machine_learning_job_id = ["rare_job_${at}"]`],
    hit: { anomaly: [anomaly(at, 75)], alerts: 1 },
    miss: { anomaly: [anomaly(at, 30)] },
  }),
  esql: (at) => ({
    keys: [
      'type = "esql"',
      'language = "esql"',
      query(
        `from logs-endpoint.events.process-* metadata _id, _version, _index
| where event.action == "exec" and process.command_line like "* --rule number-${at}" and process.pid > 10
| eval Esql.parent = to_lower(process.parent.name)
| keep @timestamp, host.id, process.name, Esql.parent, _id, _version, _index`,
      ),
    ],
    hit: { event: [started(at, 3)], alerts: 1 },
    miss: { event: [started(at, 3, { event: { action: 'fork' } })] },
  }),
};

function anomaly(at, score) {
  return {
    _id: `anomaly-${at}`,
    job_id: `rare_job_${at}`,
    timestamp: 'now-5m',
    '@timestamp': 'now-5m',
    record_score: score,
    bucket_span: 900,
    partition_field_name: 'host.name',
    partition_field_value: `build-${at % 7}`,
  };
}

/** Names of the kinds of rules, which follow each other. */
export const RULE_KINDS = Object.keys(KINDS);

/**
 * Writes rules with two tests each into a folder, below `rules/`.
 * @param {string} root the folder
 * @param {number} count how many rules
 * @param {readonly string[]} kinds their kinds, in turn
 */
export async function writeRuleRepository(root, count, kinds = RULE_KINDS) {
  const folder = join(root, 'rules');
  await mkdir(join(folder, 'fixtures'), { recursive: true });
  await writeFile(join(root, 'dragnet.toml'), 'paths = ["rules"]\n');
  const others = Array.from({ length: 5 }, (_, at) => started(100_000 + at, 2 + at));
  await writeFile(join(folder, 'fixtures/others.ndjson'), lines(others));
  const indicators = Array.from({ length: 20 }, (_, at) => indicator(at * 10));
  for (let group = 0; group < 10; group += 1) {
    await writeFile(
      join(folder, `fixtures/indicators_${group}.ndjson`),
      lines(indicators.map((one) => moved(one, group))),
    );
  }
  for (let at = 0; at < count; at += 1) {
    const make = KINDS[kinds[at % kinds.length]];
    const { keys, hit, miss } = make(at);
    const name = `bench_rule_${String(at).padStart(5, '0')}`;
    await mkdir(join(folder, `group_${at % 20}`), { recursive: true });
    const path = join(folder, `group_${at % 20}`, name);
    await writeFile(`${path}.toml`, ruleFile(at, keys));
    await writeFile(`${path}.test.toml`, testFile(at, hit, miss));
  }
}

function indicator(number) {
  return {
    _id: `indicator-${number}`,
    _index: 'logs-ti_feed-default',
    '@timestamp': '2026-04-20T00:00:00Z',
    threat: { indicator: { ip: `203.0.113.${number}`, type: 'ipv4-addr' }, feed: { name: 'bench feed' } },
  };
}

function moved(one, by) {
  const number = Number(one._id.slice('indicator-'.length)) + by;
  return indicator(number);
}

function ruleFile(at, keys) {
  return `[metadata]
creation_date = "2026/01/05"
integration = ["endpoint"]
maturity = "production"
updated_date = "2026/02/06"

[rule]
author = ["The bench"]
description = """
Finds what bench rule ${at} looks for. The text is as long as the description of a rule is on average, so that reading it
takes what it takes elsewhere: somebody ran a program, or called a service, in a way that only this rule knows.
"""
from = "now-9m"
license = "Apache-2.0"
name = "Bench rule ${at}"
note = """## Triage

- Look at the process, its parent and its arguments, and ask who started it and why.
- Look at other alerts of the same host and user in the last two days.

## False positives

- Administrators may do the same with a ticket; number ${at} knows none.
"""
risk_score = 47
rule_id = "00000000-0000-4000-8000-${String(at).padStart(12, '0')}"
severity = "medium"
tags = ["Domain: Endpoint", "Use Case: Threat Detection"]
${keys.join('\n')}

[[rule.threat]]
framework = "MITRE ATT&CK"

[[rule.threat.technique]]
id = "T1059"
name = "Command and Scripting Interpreter"
reference = "https://attack.mitre.org/techniques/T1059/"

[rule.threat.tactic]
id = "TA0002"
name = "Execution"
reference = "https://attack.mitre.org/tactics/TA0002/"
`;
}

function testFile(at, hit, miss) {
  return `[defaults]
now = ${NOW}

${test(`rule ${at} fires`, at, hit, `alerts = ${hit.alerts}`)}
${test(`rule ${at} stays silent`, at, miss, 'alerts = 0')}`;
}

function test(name, at, { event = [], anomaly: anomalies, indicators }, expect) {
  return [
    '[[test]]',
    `name = "${name}"`,
    ...(anomalies ? [] : ['events = ["../fixtures/others.ndjson"]']),
    ...(indicators ? [`indicators = ["../fixtures/indicators_${at % 10}.ndjson"]`] : []),
    ...(anomalies ? [`anomalies = [${anomalies.map(inline).join(', ')}]`] : []),
    `expect = { ${expect} }`,
    ...event.flatMap((one) => [
      '',
      '[[test.event]]',
      ...Object.entries(one).map(([key, value]) => `${quoted(key)} = ${inline(value)}`),
    ]),
    '',
  ].join('\n');
}

/** A value as TOML. */
function inline(value) {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value === 'object') {
    return `{ ${Object.entries(value)
      .map(([key, item]) => `${quoted(key)} = ${inline(item)}`)
      .join(', ')} }`;
  }
  return JSON.stringify(value);
}

function quoted(key) {
  return /^[\w-]+$/.test(key) ? key : JSON.stringify(key);
}

function lines(documents) {
  return documents.map((document) => `${JSON.stringify(document)}\n`).join('');
}
