import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDefinitions } from '../../src/definitions/load-definitions.js';
import { parseToml } from '../../src/definitions/parse-toml.js';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import type { Rule, RuleBase } from '../../src/model/rule.js';
import { fixtureLines, newTest } from '../../src/testing/new-test.js';
import type { NewTest } from '../../src/testing/new-test.js';
import { tomlValue } from '../../src/definitions/write-toml.js';

const base: RuleBase = {
  ruleId: 'c3f2a1de-58cb-4a3c-9a86-7f7f36c1f3aa',
  name: 'A rule',
  description: 'A rule.',
  author: [],
  severity: 'low',
  riskScore: 21,
  metadata: { creationDate: '2026/01/01', updatedDate: '2026/01/01', maturity: 'production', integration: [], raw: {} },
};
const index = ['logs-endpoint.events.process-*'];

const make = (rule: Rule, file = 'rules/a.toml'): Promise<NewTest> =>
  newTest(rule, {
    file,
    imported: [],
    embedded: (now) => Promise.resolve(new EmbeddedCluster({ clock: () => now })),
    signal: new AbortController().signal,
  });

const textOf = (made: NewTest): string => ('text' in made ? made.text : made.none);

const names = (made: NewTest): readonly string[] =>
  made.none === undefined ? made.cases.map(({ name }) => name) : [made.none];

describe('a first test of a rule', () => {
  it('is readable TOML: what fires, and what stays silent and why', async () => {
    const query = 'process.name : "cmd.exe" and not user.id : ("0" or "1")';
    const made = await make({ ...base, type: 'query', language: 'kuery', index, query });
    expect(textOf(made)).toBe(`[defaults]
now = 2026-01-01T12:00:00Z

[[test]]
name = "fires on the smallest event"
expect = { alerts = 1 }

[[test.event]]
"@timestamp" = "now-1m"
process = { name = "cmd.exe" }

[[test]]
name = "stays silent when process.name differs"
expect = { alerts = 0 }

[[test.event]]
"@timestamp" = "now-1m"
process = { name = "cmd.ex" }

[[test]]
name = "stays silent when user.id is 0"
expect = { alerts = 0 }

[[test.event]]
"@timestamp" = "now-1m"
process = { name = "cmd.exe" }
user = { id = "0" }
`);
  });

  it('of new terms has history', async () => {
    const query = 'process.name : *';
    const made = await make({
      ...base,
      type: 'new_terms',
      language: 'kuery',
      index,
      query,
      newTermsFields: ['user.id', 'process.name'],
      historyWindowStart: 'now-7d',
    });
    expect(names(made)).toEqual([
      'fires on the first event with its user.id, process.name',
      'stays silent when user.id, process.name was there the day before',
      'stays silent for want of user.id',
    ]);
    expect(made.none === undefined && fixtureLines(made.cases).split('\n')[1]).toBe(
      '{"_id":"stays-silent-when-user-id-process-name-was-there-the-day-before-history","@timestamp":"now-1d","user":{"id":"x"},"process":{"name":"x"}}',
    );
  });

  it('of a threshold has as many events as it takes, with different values where it counts them', async () => {
    const threshold = { field: ['host.id'], value: 3, cardinality: [{ field: 'user.id', value: 2 }] };
    const made = await make({
      ...base,
      type: 'threshold',
      language: 'kuery',
      index,
      query: 'process.pid > 4',
      threshold,
    });
    expect(names(made)).toEqual([
      'fires on 3 events',
      'stays silent on 2',
      'stays silent on 3 events with 1 value of user.id',
      'stays silent when process.pid differs',
    ]);
  });

  it('of indicators has one', async () => {
    const made = await make({
      ...base,
      type: 'threat_match',
      language: 'kuery',
      index: ['logs-network_traffic.*'],
      query: 'destination.ip : *',
      threatIndex: ['logs-ti_*'],
      threatQuery: 'threat.indicator.type : "ipv4-addr"',
      threatMapping: [{ entries: [{ field: 'destination.ip', value: 'threat.indicator.ip' }] }],
    });
    expect(names(made)).toEqual(['fires on an event that an indicator names', 'stays silent without an indicator']);
  });

  it('of a machine learning rule has anomalies', async () => {
    const jobs = { anomalyThreshold: 50, machineLearningJobId: ['rare_program', 'other'] };
    const made = await make({ ...base, type: 'machine_learning', ...jobs });
    expect(names(made)).toEqual([
      'fires on an anomaly with a score of 50',
      'stays silent on a score below 50',
      'stays silent on an anomaly of another job',
      'stays silent while the record is not final',
    ]);
    expect(textOf(made)).toContain(`anomalies = [
    { timestamp = "now-1m", job_id = "rare_program", record_score = 49 },
]
expect = { alerts = 0 }
`);
    expect(made.none === undefined && fixtureLines(made.cases).split('\n')[0]).toBe(
      '{"_id":"fires-on-an-anomaly-with-a-score-of-50","timestamp":"now-1m","job_id":"rare_program","record_score":50}',
    );
    const all = await make({ ...base, type: 'machine_learning', anomalyThreshold: 0, machineLearningJobId: ['*'] });
    expect(names(all)).toEqual(['fires on an anomaly with a score of 0', 'stays silent while the record is not final']);
  });

  it('of a sequence says which event is not as it should be', async () => {
    const query = `sequence by host.id with maxspan=1m
      [process where process.name == "a.exe"]
      [file where file.name == "b"]`;
    const made = await make({ ...base, type: 'eql', language: 'eql', index: ['logs-endpoint.events.*'], query });
    expect(names(made)).toEqual([
      'fires on 2 events',
      'stays silent when event.category differs in the first event',
      'stays silent when process.name differs in the first event',
      'stays silent when event.category differs in the second event',
      'stays silent when file.name differs in the second event',
      'stays silent without the last event',
      'stays silent when host.id differs in the second event',
      'stays silent when the last event comes too late',
    ]);
  });

  it('brings a mapping where EQL needs fields that no profile has', async () => {
    const query = 'any where my_app.count > 3 and my_app.name == "x" or my_app.other == "y"';
    const made = await make({ ...base, type: 'eql', language: 'eql', index, query }, 'rules/deep/own.toml');
    const mapping = made.none === undefined ? made.mapping : undefined;
    expect(mapping?.name).toBe('own.mapping.json');
    expect(JSON.parse(mapping!.text)).toMatchObject({
      mappings: { properties: { my_app: { properties: { count: { type: 'long' }, other: { type: 'keyword' } } } } },
    });
    expect(made.none === undefined && made.text).toContain('mappings = "own.mapping.json"');
  });

  it('is refused where nothing can be made, with the reason', async () => {
    const never = 'process.name : a and not process.name : a';
    expect(names(await make({ ...base, type: 'query', language: 'kuery', index, query: never }))).toEqual([
      'No document was found that satisfies the query.',
    ]);
    const anomalies = { anomalyThreshold: 50, machineLearningJobId: [] };
    expect(names(await make({ ...base, type: 'machine_learning', ...anomalies }))).toEqual(['The rule names no job.']);
  });

  it('of ES|QL has as many events as an aggregate asks for, and finds fields behind EVAL and STATS', async () => {
    const query = `from logs-endpoint.events.*
      | where process.name in ("curl", "wget") and not to_lower(process.parent.name) like "sys*"
      | eval who = coalesce(user.name, "nobody")
      | stats n = count(*), hosts = count_distinct(host.id), names = values(process.name) by who
      | where n >= 4 and hosts > 2 and who != "root"`;
    const made = await make({ ...base, type: 'esql', language: 'esql', query });
    expect(names(made)).toEqual([
      'fires on 4 events',
      'stays silent on 3',
      'stays silent when process.name differs',
      'stays silent when process.parent.name differs',
      'stays silent when user.name differs',
    ]);
  });

  it('writes every text so that TOML reads the same', () => {
    for (const text of ['plain', 'C:\\Windows', 'a"b', "it's", '\\"\'', 'a\tb\nc\u007f', 'é😀', '']) {
      expect(parseToml('x.toml', `x = ${tomlValue({ 'a.b': text, '-': [text, 1, 0.5, true] })}`).table).toEqual({
        x: { 'a.b': text, '-': [text, 1, 0.5, true] },
      });
    }
  });
});

/** Rules kept beside the repository, read in place. */
const folder = path.resolve(import.meta.dirname, '../../../shared/corpus');

/** Rules that get no test, by the name of the file, and why. */
const NONE: ReadonlyMap<string, string> = new Map([
  ['command_and_control_wget_activity_llm_triage.toml', 'COMPLETION asks a model'],
  ['multiple_alerts_llm_attack_chain_triage_by_host.toml', 'COMPLETION asks a model'],
  ['multiple_alerts_llm_by_user_entity.toml', 'COMPLETION asks a model'],
  ['execution_aws_ec2_lolbin_via_ssm.toml', 'groups events of two kinds'],
  [
    'privilege_escalation_gcp_gke_sensitive_rbac_change_followed_by_workload_modification.toml',
    'groups events of two kinds',
  ],
  ['credential_access_okta_successful_login_after_credential_attack.toml', 'groups events of two kinds'],
  ['persistence_web_server_potential_command_injection.toml', 'adds up what CASE finds'],
  ['credential_access_kubernetes_pod_exec_sensitive_file_access.toml', 'looks into what GROK and REPLACE leave'],
  ['defense_evasion_posh_obfuscation_backtick.toml', 'counts what REPLACE leaves'],
  ['defense_evasion_posh_obfuscation_concat_dynamic.toml', 'counts what REPLACE leaves'],
  ['defense_evasion_posh_obfuscation_high_number_proportion.toml', 'counts what REPLACE leaves'],
  ['defense_evasion_posh_obfuscation_proportion_special_chars.toml', 'counts what REPLACE leaves'],
]);

describe.skipIf(!existsSync(folder))('the rules beside the repository', () => {
  it('get tests that pass as they are written, with a near miss', { timeout: 600_000 }, async () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.startsWith('rules') && file.endsWith('.toml'),
    );
    const { rules } = await loadDefinitions(files, folder);
    const odd: unknown[] = [];
    for (const { file, value: rule } of rules) {
      const made = await make(rule, file);
      const expected = NONE.get(path.basename(file));
      if (made.none !== undefined || expected !== undefined) {
        if ((made.none === undefined) !== (expected === undefined)) odd.push([file, made.none]);
        // Near misses of ES|QL are guesses, of which a run keeps those that are right.
      } else if (made.cases.length < 2 || (rule.type !== 'esql' && made.dropped.length > made.cases.length / 4))
        odd.push([file, made.dropped]);
    }
    expect(odd).toEqual([]);
    expect(rules.length).toBeGreaterThan(200);
  });
});
