import { dateMath } from './forms.js';
import { anyText, anyTexts, choice, flag, formed, list, open, table, text, texts, whole, type SchemaMap } from './json-schema.js';
import { THREAT_MAPPINGS_ENTRY } from './threat-schema.js';

/** Severities of a rule, least first. */
export const SEVERITIES: readonly string[] = ['low', 'medium', 'high', 'critical'];

const SEVERITY = choice(SEVERITIES, 'How bad an alert of this rule is.', { examples: ['medium'] });

/** https://www.elastic.co/docs/api/doc/kibana/operation/operation-createexceptionlist; `endpoint_trusted_devices` since 9.2. */
const EXCEPTION_LIST_TYPES: readonly string[] = [
  'detection',
  'rule_default',
  'endpoint',
  'endpoint_trusted_apps',
  'endpoint_trusted_devices',
  'endpoint_events',
  'endpoint_host_isolation_exceptions',
  'endpoint_blocklists',
];

/** One rule of elastic/detection-rules was shipped with thirteen digits in its last group; its id can never change. */
const RULE_ID = '^([0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}|119c8877-8613-416d-a98a-96b6664ee73a5)$';

/** Keys that every rule may have, whatever its type: https://www.elastic.co/docs/api/doc/kibana/operation/operation-createrule */
export const COMMON_PROPERTIES: SchemaMap = {
  rule_id: formed(
    RULE_ID,
    'a UUID in lower case',
    'Identity of the rule; it never changes once the rule is deployed.',
    {
      examples: ['5c1f7bb4-6d0e-4b39-9c3c-0c6a4b0f8f11'],
    },
  ),
  name: text('Name of the rule; its alerts carry it.', { examples: ['New command sent by a principal'] }),
  description: text('What the rule detects and why it matters, Markdown.', { examples: ['Detects …'] }),
  author: anyTexts('Who wrote the rule.', { examples: [['Security Team']] }),
  severity: SEVERITY,
  risk_score: whole(0, 'Risk from 0 to 100; alert queues sort by it.', { maximum: 100, examples: [47] }),
  license: anyText('Licence of the rule.', { examples: ['Apache-2.0'] }),
  enabled: flag('Whether the rule starts to run when it is created.'),
  from: dateMath('Start of the time range that each run searches. Kibana uses now-6m without it.', 'now-9m'),
  to: dateMath('End of the time range that each run searches. Kibana uses now without it.', 'now'),
  interval: formed(
    '^[1-9]\\d*[smhd]$',
    'a number and a unit like 5m (units: s, m, h, d)',
    'Time between two runs. Kibana uses 5m without it.',
    { examples: ['5m'] },
  ),
  max_signals: whole(1, 'Most alerts that one run creates. Kibana uses 100 without it.', { examples: [100] }),
  tags: anyTexts('Words to find the rule by.', { examples: [['Domain: Cloud']] }),
  references: anyTexts('Pages that explain the behaviour.', { examples: [['https://example.org/post']] }),
  false_positives: anyTexts('What else could raise the alert.'),
  note: anyText('The investigation guide, Markdown.'),
  setup: anyText('What must be set up before the rule works, Markdown.'),
  threat: list({ $ref: '#/$defs/threat' }, 'Tactics and techniques that the rule detects.'),
  threat_mappings: list(THREAT_MAPPINGS_ENTRY, 'The same for other versions of a framework; never sent to Kibana.'),
  severity_mapping: list(
    table(
      {
        field: anyText('Field of the document.', { examples: ['event.severity'] }),
        operator: choice(['equals'], 'How they are compared.', { examples: ['equals'] }),
        value: { type: 'string', description: 'Value of the field.' },
        severity: SEVERITY,
      },
      ['field'],
      'Where the field has the value, the alert has this severity.',
    ),
    'Takes the severity of an alert from a field of its document.',
  ),
  risk_score_mapping: list(
    table(
      {
        field: anyText('Field of the document that holds a number.', { examples: ['event.risk_score'] }),
        operator: choice(['equals'], 'How they are compared.', { examples: ['equals'] }),
        value: { type: 'string', description: 'Not used by Kibana; an empty text.' },
        risk_score: whole(0, 'Risk score to use.', { maximum: 100 }),
        severity: SEVERITY,
      },
      ['field'],
      'The alert has the risk score of this field.',
    ),
    'Takes the risk score of an alert from a field of its document.',
  ),
  rule_name_override: anyText('Field of the document whose value becomes the name in the alert.'),
  timestamp_override: anyText('Field to use as time of a document instead of @timestamp.', {
    examples: ['event.ingested'],
  }),
  timestamp_override_fallback_disabled: flag('Do not fall back to @timestamp for documents without that field.'),
  timeline_id: anyText('Id of the Timeline template for investigating an alert.'),
  timeline_title: anyText('Title of that template.'),
  building_block_type: choice(['default'], 'Makes the rule a building block: its alerts are hidden by default.', {
    examples: ['default'],
  }),
  exceptions_list: list(
    table(
      {
        id: text('Id of the list.', { examples: ['endpoint_list'] }),
        list_id: text('Readable id of the list.', { examples: ['endpoint_list'] }),
        type: choice(EXCEPTION_LIST_TYPES, 'Kind of list.', { examples: ['endpoint', 'detection', 'rule_default'] }),
        namespace_type: choice(['single', 'agnostic'], 'Whether the list belongs to one space or to all.', {
          examples: ['agnostic'],
        }),
      },
      ['id', 'list_id', 'type', 'namespace_type'],
      'An exception list of Kibana.',
      { additionalProperties: { type: 'string' } },
    ),
    'Exception lists that silence the rule.',
  ),
  actions: list(
    open(
      'A notification through a connector.',
      {
        action_type_id: text('Type of the connector.', { examples: ['.slack', '.email', '.webhook'] }),
        id: text('Id of the connector.'),
        group: text('Group of the action.', { examples: ['default'] }),
        params: open('Parameters of the connector.'),
        frequency: open('How often the action runs.'),
        alerts_filter: open('Which alerts the action is for.'),
        uuid: text('Id of the action.'),
      },
      ['action_type_id', 'id', 'params'],
    ),
    'What happens when the rule raises alerts.',
  ),
  response_actions: list(
    open(
      'A response on the host.',
      {
        action_type_id: text('`.osquery` or `.endpoint`.', { examples: ['.osquery'] }),
        params: open('Parameters of the response.'),
      },
      ['action_type_id', 'params'],
    ),
    'Responses that run on the host of the alert.',
  ),
  investigation_fields: table(
    { field_names: texts('Names of the fields.', { minItems: 1, examples: [['host.name', 'user.name']] }) },
    ['field_names'],
    'Fields that Kibana shows first when an alert is opened.',
  ),
  related_integrations: list(
    table(
      {
        package: text('Name of the package.', { examples: ['aws'] }),
        version: text('Versions that do, as a semver range.', { examples: ['^2.0.0'] }),
        integration: text('Integration in the package.', { examples: ['cloudtrail'] }),
      },
      ['package', 'version'],
      'An integration.',
    ),
    'Integrations whose data the rule reads.',
  ),
  required_fields: list(
    table(
      {
        name: text('Name of the field.', { examples: ['event.action'] }),
        type: text('Elasticsearch type of the field.', { examples: ['keyword'] }),
        ecs: flag('Whether the field is part of ECS.'),
      },
      ['name', 'type'],
      'A field.',
    ),
    'Fields that the query uses.',
  ),
  throttle: anyText('How often actions run.', { examples: ['rule', '1h'] }),
  meta: open('Data of your own that Kibana keeps with the rule.'),
  namespace: anyText('Has no effect in current versions.'),
  output_index: anyText('Index for the alerts; has no effect in current versions.'),
  version: whole(1, 'Version of the rule; best left to the version lock.'),
  revision: whole(0, 'Revision of the rule in Kibana; best left to Kibana.'),
};
