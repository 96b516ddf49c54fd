import type { RuleTests } from '../../src/render/rule-tests.js';
import type {
  EqlRule,
  EsqlRule,
  MachineLearningRule,
  NewTermsRule,
  QueryRule,
  RuleBase,
  SavedQueryRule,
  ThreatMatchRule,
  ThresholdRule,
} from '../../src/model/rule.js';

/** What the samples share: a rule with nothing that is optional. */
export const BASE: RuleBase = {
  ruleId: '0c8f7a52-31f7-4a0b-9a55-7e2f3a1c9d01',
  name: 'Sample',
  description: 'Finds samples.',
  author: ['Us'],
  severity: 'low',
  riskScore: 21,
  metadata: { integration: [], raw: {} },
};

export const QUERY: QueryRule = {
  ...BASE,
  type: 'query',
  name: 'Sign-in From `TOR`',
  description: '\nSign-ins whose address is an exit of the Tor network.\n  Most users have no reason for it.\n',
  author: ['Us', 'Them'],
  license: 'Apache-2.0',
  language: 'kuery',
  query: 'event.action: "sign-in" and source.as.organization.name: *tor*\n',
  index: ['logs-idp.*', 'filebeat-*'],
  filters: [{ meta: { disabled: false, negate: true }, query: { term: { 'user.name': 'probe' } } }],
  alertSuppression: {
    groupBy: ['user.name', 'source.ip'],
    duration: { value: 6, unit: 'h' },
    missingFieldsStrategy: 'doNotSuppress',
  },
  from: 'now-125m',
  interval: '1h',
  maxSignals: 50,
  enabled: true,
  tags: ['Domain: Identity', 'Tactic: Initial Access'],
  references: ['https://example.org/tor (2026)', 'https://example.org/a_(b)?c=d|e'],
  falsePositives: ['Journalists and\n    researchers.', 'Tests of the\n\n- Tor team'],
  note: '## Triage and analysis\n\n### Investigating\n\n$investigate_0\n\n- $osquery_0\n  - ask $osquery_1\n- costs $$5\n\n```sh\n# no heading\n```\n',
  setup: '## Setup\n\nSend the logs of the identity provider.\n\n### Steps\n- One\n- Two\n',
  transform: {
    osquery: [
      { label: 'Osquery - Users', query: 'SELECT * FROM users\n' },
      { label: 'Shells', query: 'SELECT * FROM shell_history' },
    ],
    investigate: [
      {
        label: 'Other sign-ins of the user',
        description: 'within two days',
        providers: [
          [
            { field: 'user.name', value: '{{user.name}}', excluded: false, queryType: 'phrase', valueType: 'string' },
            { field: 'event.outcome', value: 'failure', excluded: true, queryType: 'phrase', valueType: 'string' },
          ],
          [{ field: 'source.ip', value: '{{source.ip}}', excluded: false, queryType: 'phrase', valueType: 'string' }],
        ],
        relativeFrom: 'now-48h/h',
        relativeTo: 'now',
      },
    ],
  },
  severityMapping: [
    { field: 'event.severity', operator: 'equals', value: '73', severity: 'high' },
    { field: 'event.severity', operator: 'equals', value: '99', severity: 'critical' },
  ],
  riskScoreMapping: [{ field: 'event.risk_score', operator: 'equals', value: '' }],
  ruleNameOverride: 'message',
  timestampOverride: 'event.ingested',
  timelineId: '4434b91a-94ca-4a89-83cb-a37cdc0532b7',
  timelineTitle: 'Comprehensive Identity Timeline',
  exceptionsList: [{ id: 'probes', list_id: 'known_probes', namespace_type: 'single', type: 'detection' }],
  actions: [{ action_type_id: '.slack', group: 'default', id: 'c0ffee', params: { message: 'hi' } }],
  responseActions: [{ action_type_id: '.osquery', params: {} }],
  throttle: '1h',
  meta: { owner: 'identity' },
  investigationFields: ['user.name', 'source.ip'],
  relatedIntegrations: [
    { package: 'okta', version: '^2.0.0' },
    { package: 'azure', version: '^1.5.0', integration: 'signinlogs' },
  ],
  requiredFields: [
    { name: 'event.action', type: 'keyword', ecs: true },
    { name: 'idp.session', type: 'keyword', ecs: false },
  ],
  threat: [
    {
      framework: 'MITRE ATT&CK',
      tactic: { id: 'TA0001', name: 'Initial Access', reference: 'https://attack.mitre.org/tactics/TA0001/' },
      technique: [
        {
          id: 'T1078',
          name: 'Valid Accounts',
          reference: 'https://attack.mitre.org/techniques/T1078/',
          subtechnique: [
            { id: 'T1078.004', name: 'Cloud Accounts', reference: 'https://attack.mitre.org/techniques/T1078/004/' },
          ],
        },
      ],
    },
    {
      framework: 'MITRE ATLAS',
      tactic: { id: 'AML.TA0004', name: 'Initial Access', reference: 'https://atlas.mitre.org/tactics/AML.TA0004/' },
    },
  ],
  metadata: {
    creationDate: '2026/01/10',
    updatedDate: '2026/02/20',
    maturity: 'production',
    minStackVersion: '8.19.0',
    integration: ['okta', 'azure'],
    raw: {
      min_stack_comments: 'The field came with it.',
      os_type_list: ['windows', 'macos'],
      related_endpoint_rules: ['Tor Client Started', { name: 'Tor Relay', id: 'f00' }],
      comments: 'Ask the *identity* team.',
    },
  },
};

export const SAVED_QUERY: SavedQueryRule = {
  ...BASE,
  type: 'saved_query',
  name: 'Saved Search of the Night Shift',
  savedId: 'night-shift',
  dataViewId: 'security-solution-default',
  buildingBlockType: 'default',
  metadata: {
    ...BASE.metadata,
    maturity: 'deprecated',
    deprecationDate: '2026/03/01',
    raw: { deprecated_reason: 'Replaced by <another>.' },
  },
};

export const EQL: EqlRule = {
  ...BASE,
  type: 'eql',
  name: 'Download Then Run',
  language: 'eql',
  index: ['logs-endpoint.events.*'],
  query:
    '// first the file\nsequence by host.id with maxspan=1m\n  [file where event.type == "creation"]\n  [process where true]\n',
  timestampField: 'event.ingested',
  eventCategoryOverride: 'event.kind',
  tiebreakerField: 'event.sequence',
  alertSuppression: { groupBy: ['host.id'] },
};

export const ESQL: EsqlRule = {
  ...BASE,
  type: 'esql',
  name: 'Many Hosts From One Address',
  language: 'esql',
  query: 'FROM logs-*\n| STATS hosts = COUNT_DISTINCT(host.id) BY source.ip\n| WHERE hosts > 20\n',
  from: 'now-1d/d',
  to: 'now/d',
  interval: '24h',
};

export const THRESHOLD: ThresholdRule = {
  ...BASE,
  type: 'threshold',
  name: 'Password Spraying',
  language: 'lucene',
  query: 'event.outcome:failure',
  index: ['logs-idp.*'],
  threshold: { field: ['source.ip', 'host.id'], value: 25, cardinality: [{ field: 'user.name', value: 10 }] },
  alertSuppression: { duration: { value: 1, unit: 'h' } },
};

export const NEW_TERMS: NewTermsRule = {
  ...BASE,
  type: 'new_terms',
  name: 'First Time That a User Signs In From a Country',
  language: 'kuery',
  query: 'event.action: "sign-in"',
  newTermsFields: ['user.name', 'source.geo.country_iso_code'],
  historyWindowStart: 'now-14d',
  timestampOverride: 'event.ingested',
  timestampOverrideFallbackDisabled: true,
};

export const THREAT_MATCH: ThreatMatchRule = {
  ...BASE,
  type: 'threat_match',
  name: 'Indicator Match on Address or File',
  language: 'kuery',
  query: 'destination.ip: * or file.hash.sha256: *',
  index: ['logs-*'],
  threatIndex: ['logs-ti_*', 'filebeat-*'],
  threatQuery: '@timestamp >= "now-30d/d"',
  threatLanguage: 'kuery',
  threatFilters: [{ query: { term: { 'threat.indicator.provider': 'us' } } }],
  threatIndicatorPath: 'threat.feed',
  threatMapping: [
    {
      entries: [
        { field: 'destination.ip', value: 'threat.indicator.ip' },
        { field: 'host.name', value: 'threat.indicator.sensor', negate: true },
      ],
    },
    { entries: [{ field: 'file.hash.sha256', value: 'threat.indicator.file.hash.sha256' }] },
  ],
  concurrentSearches: 2,
  itemsPerSearch: 500,
};

export const MACHINE_LEARNING: MachineLearningRule = {
  ...BASE,
  type: 'machine_learning',
  name: 'Unusual Hour for a Sign-in',
  anomalyThreshold: 70,
  machineLearningJobId: ['auth_rare_hour', 'auth_rare_hour_ea'],
  alertSuppression: { groupBy: ['user.name'], duration: { value: 30, unit: 'm' } },
};

/** Tests of a rule, as its page tells of them. */
export const TESTS: RuleTests = {
  source: '../../rules/idp/tor.test.toml',
  tests: [
    { name: 'fires on an exit | of Tor', expects: '1 alert', fires: ['exit'], silent: ['office', 'vpn'] },
    {
      name: 'stays silent on <script>',
      expects: 'no alert',
      fires: [],
      silent: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
      mark: 'not run: the field is missing',
    },
  ],
  coverage: {
    covered: 2,
    total: 3,
    open: [{ text: 'source.as.organization.name: *tor*', part: 'query', status: 'never-false' }],
  },
};
