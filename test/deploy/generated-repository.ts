import { printToml } from '../../src/definitions/print-toml.js';
import { RULE_TYPES } from '../../src/schemas/rule-types.js';
import type { JsonObject, JsonValue } from '../../src/values/json.js';
import { pick, seededRandom } from '../seeded-random.js';

/** How large a generated repository is. */
export interface RepositorySize {
  readonly rules: number;
  readonly lists?: number;
  readonly connectors?: number;
}

type Random = () => number;

/**
 * The files of a repository that is valid and of odd values: rules of every type in turn, exception lists (shared ones and rules' own) with items, value
 * lists, connectors with secrets, and actions. The same seed gives the same files.
 */
export function generatedRepository(seed: number, size: RepositorySize): ReadonlyMap<string, string> {
  const random = seededRandom(seed);
  const { rules, lists = Math.ceil(rules / 10), connectors = 3 } = size;
  const files = new Map<string, string>();
  const ids = Array.from({ length: rules }, (_, at) => ruleId(seed, at));
  for (let at = 0; at < connectors; at += 1) files.set(`connectors/c${at}.toml`, printToml(connectorFile(at, random)));
  files.set('lists/values.toml', printToml(valueListFile(lists, random)));
  for (let at = 0; at < lists; at += 1) {
    files.set(
      `exceptions/list_${at}.toml`,
      printToml(exceptionFile(at, random, [pick(random, ids), pick(random, ids)])),
    );
  }
  for (const [at, id] of ids.entries()) {
    const type = RULE_TYPES[at % RULE_TYPES.length]!;
    files.set(`rules/${type}/rule_${at}.toml`, printToml(ruleFile(type, id, at, random, { lists, connectors })));
  }
  return files;
}

/** The `rule_id` of the rule at a place of the repository of a seed. */
export function ruleId(seed: number, at: number): string {
  return `00000000-0000-4000-8${String(seed).padStart(3, '0')}-${String(at).padStart(12, '0')}`;
}

const TEXTS = [
  'plain text',
  'two\nlines and a "quote"',
  'Umlauts äöü, 日本, 🦊',
  'C:\\Windows\\System32\\*.exe',
  '<b>bold</b> & *stars* | pipes',
  "it's '''three''' \"\"\"",
  '  spaces around  ',
  'tab\there',
];

const KUERY = [
  'process.name : "cmd.exe" and user.name : *',
  'event.action:(start or exec) and not host.name:web-*\n  and source.ip : "10.0.0.0/8"',
  '*',
];

function ruleFile(
  type: (typeof RULE_TYPES)[number],
  id: string,
  at: number,
  random: Random,
  { lists, connectors }: { readonly lists: number; readonly connectors: number },
): JsonObject {
  const some = (entries: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(entries).filter(() => random() < 0.5));
  const text = (): string => pick(random, TEXTS);
  return {
    metadata: { creation_date: '2026/05/01', maturity: 'production', updated_date: '2026/05/02' },
    rule: {
      rule_id: id,
      type,
      name: `Generated ${type} ${at} ${text().trim().split('\n')[0]!}`,
      description: `Why ${text().trim()}`,
      risk_score: Math.floor(random() * 101),
      severity: pick(random, ['low', 'medium', 'high', 'critical']),
      author: pick<JsonValue>(random, [['SOC'], []]),
      ...OF_TYPE[type](random),
      ...pick<JsonObject>(random, [
        { interval: '5m', from: 'now-6m', to: 'now' },
        { interval: '300s', from: 'now-360s' },
        { interval: '60m', from: 'now-2h', to: 'now' },
        { from: 'now-540s' },
      ]),
      ...some({
        note: `## Triage\n\n${text()}\n`,
        setup: text(),
        license: 'Apache-2.0',
        tags: ['Domain: Endpoint', `Tag ${Math.floor(random() * 5)}`],
        references: ['https://example.org/a', 'https://example.org/b?c=d#e'],
        false_positives: [text()],
        max_signals: pick(random, [100, 50]),
        enabled: random() < 0.5,
        building_block_type: 'default',
        timestamp_override: 'event.ingested',
        rule_name_override: 'event.action',
        severity_mapping: [{ field: 'event.severity', operator: 'equals', value: '99', severity: 'high' }],
        risk_score_mapping: [{ field: 'event.risk_score', operator: 'equals', value: '' }],
        related_integrations: [{ package: 'endpoint', version: '^8.2.0' }],
        required_fields: [
          { name: 'user.name', type: 'keyword', ecs: true },
          { name: 'my.own', type: 'long', ecs: false },
        ],
        investigation_fields: { field_names: ['host.name', 'user.name'] },
        threat: [
          {
            framework: 'MITRE ATT&CK',
            tactic: { id: 'TA0002', name: 'Execution', reference: 'https://attack.mitre.org/tactics/TA0002/' },
            technique: [
              {
                id: 'T1059',
                name: 'Command and Scripting Interpreter',
                reference: 'https://attack.mitre.org/techniques/T1059/',
              },
            ],
          },
        ],
        exceptions_list: [
          { id: 'x', list_id: `list-${Math.floor(random() * lists)}`, type: 'detection', namespace_type: 'single' },
        ],
        actions: Array.from({ length: 1 + Math.floor(random() * 2) }, () => action(random, connectors)),
      }),
    },
  };
}

function action(random: Random, connectors: number): JsonObject {
  return {
    id: `connector-${Math.floor(random() * connectors)}`,
    action_type_id: '.slack',
    group: 'default',
    params: { message: pick(random, TEXTS) },
    ...(random() < 0.5 ? { frequency: { summary: true, notifyWhen: 'onActiveAlert' } } : {}),
  };
}

function queryOf(random: Random): JsonObject {
  return {
    language: 'kuery',
    query: pick(random, KUERY),
    index: pick(random, [['logs-*'], ['logs-a-*', '-logs-a-b']]),
  };
}

function maybe(random: Random, entries: JsonObject): JsonObject {
  return random() < 0.4 ? entries : {};
}

const OF_TYPE: Readonly<Record<(typeof RULE_TYPES)[number], (random: Random) => JsonObject>> = {
  query: (random) => ({
    ...queryOf(random),
    ...maybe(random, { alert_suppression: { group_by: ['host.id'], duration: { value: 5, unit: 'm' } } }),
    ...maybe(random, { filters: [{ meta: { negate: false }, query: { match_phrase: { 'host.name': 'web' } } }] }),
  }),
  saved_query: (random) => ({ ...queryOf(random), saved_id: 'saved' }),
  eql: (random) => ({
    language: 'eql',
    index: ['logs-*'],
    query: pick(random, [
      'process where process.name == "cmd.exe"',
      'sequence by host.id with maxspan=1m\n  [process where true]\n  [network where destination.port == 443]',
    ]),
    ...maybe(random, { tiebreaker_field: 'event.sequence' }),
  }),
  esql: (random) => ({
    language: 'esql',
    query: pick(random, [
      'FROM logs-* METADATA _id, _index, _version\n| WHERE user.name == "ann"',
      'FROM logs-*, metrics-*\n| STATS n = COUNT(*) BY host.name\n| WHERE n > 5',
    ]),
  }),
  threshold: (random) => ({
    ...queryOf(random),
    threshold: {
      field: pick<JsonValue[]>(random, [['host.id'], ['host.id', 'user.name'], []]),
      value: 5,
      ...maybe(random, { cardinality: [{ field: 'process.name', value: 3 }] }),
    },
    ...maybe(random, { alert_suppression: { duration: { value: 1, unit: 'h' } } }),
  }),
  new_terms: (random) => ({
    ...queryOf(random),
    new_terms: {
      field: 'new_terms_fields',
      value: pick(random, [['host.id'], ['host.id', 'user.name']]),
      history_window_start: [{ field: 'history_window_start', value: 'now-7d' }],
    },
  }),
  threat_match: (random) => ({
    ...queryOf(random),
    threat_index: ['logs-ti_*'],
    threat_query: '*:*',
    threat_mapping: [{ entries: [{ field: 'source.ip', type: 'mapping', value: 'threat.indicator.ip' }] }],
    ...maybe(random, { threat_indicator_path: 'threat.indicator', threat_language: 'kuery' }),
  }),
  machine_learning: (random) => ({
    anomaly_threshold: 50,
    machine_learning_job_id: pick<JsonValue>(random, ['one_job', ['one_job', 'another_job']]),
  }),
};

function exceptionFile(at: number, random: Random, rules: readonly string[]): JsonObject {
  const entries: readonly JsonObject[] = [
    { field: 'user.name', type: 'match', operator: 'included', value: pick(random, TEXTS) },
    { field: 'process.name', type: 'match_any', operator: 'excluded', value: ['a', 'b'] },
    { field: 'file.path', type: 'wildcard', operator: 'included', value: 'C:\\*\\x?.exe' },
    { field: 'host.os.name', type: 'exists', operator: 'included' },
    {
      field: 'file.Ext',
      type: 'nested',
      entries: [{ field: 'code', type: 'match', operator: 'included', value: 'x' }],
    },
  ];
  // A value list stands alone in an item.
  const own = random() < 0.2 ? [valueListEntry()] : entries.filter((_, one) => one === 0 || random() < 0.4);
  return {
    metadata: { list_name: `List ${at}`, ...(random() < 0.5 ? { rule_ids: rules } : {}) },
    exceptions: [
      {
        container: { list_id: `list-${at}`, name: `List ${at}`, description: pick(random, TEXTS), type: 'detection' },
        items: Array.from({ length: 1 + Math.floor(random() * 3) }, (_, item) => ({
          name: `Item ${item}`,
          ...(random() < 0.5 ? { item_id: `list-${at}-item-${item}` } : {}),
          ...(random() < 0.3 ? { expire_time: '2027-01-01T00:00:00.000Z' } : {}),
          ...(random() < 0.3 ? { tags: ['agreed'] } : {}),
          ...(random() < 0.3 ? { comments: [{ comment: 'Agreed with the team.' }] } : {}),
          entries: own,
        })),
      },
    ],
  };
}

function valueListEntry(): JsonObject {
  return { field: 'source.ip', type: 'list', operator: 'included', list: { id: 'values-0', type: 'ip' } };
}

function valueListFile(count: number, random: Random): JsonObject {
  return {
    value_lists: Array.from({ length: Math.max(1, Math.min(count, 5)) }, (_, at) => ({
      id: `values-${at}`,
      type: at === 0 ? 'ip' : 'keyword',
      ...(random() < 0.5 ? { description: 'Known ones.' } : {}),
      values: Array.from({ length: 5 + Math.floor(random() * 20) }, (_, value) =>
        at === 0 ? `10.0.${at}.${value}` : `value ${value}`,
      ),
    })),
  };
}

function connectorFile(at: number, random: Random): JsonObject {
  return {
    metadata: { action_connector_name: `Connector ${at}` },
    action_connectors: [
      {
        id: `connector-${at}`,
        type: 'action',
        attributes: { actionTypeId: '.slack', name: `Connector ${at} ${pick(random, TEXTS).trim()}`, config: {} },
        secrets: { webhookUrl: `env:SLACK_URL_${at}` },
      },
    ],
  };
}
