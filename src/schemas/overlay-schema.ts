import { slashDate } from './forms.js';
import { anyText, anyTexts, choice, DIALECT, list, open, table, text, type JsonSchema, type SchemaMap } from './json-schema.js';
import { COMMON_PROPERTIES } from './rule-properties.js';
import { TYPE_PROPERTIES } from './rule-type-properties.js';
import { THREAT_ENTRY } from './threat-schema.js';

/**
 * Keys of a rule that no overlay sets: author, licence and type of a prebuilt rule are Elastic's, versions are Kibana's, the others are no fields of an
 * installed rule.
 */
export const NOT_IN_OVERLAYS: ReadonlySet<string> = new Set([
  'author',
  'license',
  'type',
  'version',
  'revision',
  'meta',
  'namespace',
  'output_index',
  'throttle',
  'threat_mappings',
]);

/** What an overlay says in other words than a rule does. */
const OWN: SchemaMap = {
  enabled: { type: 'boolean', description: 'Whether the rule runs; without it that stays as Kibana has it.' },
  tags: anyTexts('Tags that are added to those of Elastic.', { examples: [['Team: SOC']] }),
  exceptions_list: list(
    table(
      {
        list_id: text('Readable id of the list.', { examples: ['known-deployments'] }),
        type: choice(['detection', 'rule_default', 'endpoint'], 'Kind of list.', { examples: ['detection'] }),
        namespace_type: choice(['single', 'agnostic'], 'Whether the list belongs to one space or to all.'),
        id: text('Id of the saved object; found out where it is not given.'),
      },
      ['list_id'],
      'An exception list.',
    ),
    'Exception lists that silence the rule. The list of Elastic Defend and the own list of the rule stay beside them.',
  ),
  alert_suppression: open('Makes one alert of many, in the form that the type of the rule wants.'),
};

const PROPERTIES: SchemaMap = Object.fromEntries(
  Object.entries({ ...COMMON_PROPERTIES, ...TYPE_PROPERTIES, ...OWN }).filter(([key]) => !NOT_IN_OVERLAYS.has(key)),
);

/** A file of what a team sets on a prebuilt rule of Elastic. */
export const OVERLAY_SCHEMA: JsonSchema = {
  $schema: DIALECT,
  $id: 'urn:dragnet:schema:overlay',
  title: 'Overlay',
  description: 'What a team sets on a prebuilt rule; all else stays as Elastic has it: https://www.elastic.co/docs/solutions/security/detect-and-alert/install-manage-elastic-prebuilt-rules',
  type: 'object',
  required: ['overlay'],
  additionalProperties: false,
  properties: {
    metadata: table(
      {
        creation_date: slashDate('Day on which the overlay was written.'),
        updated_date: slashDate('Day of the last change.'),
        comments: anyText('Why it is set.'),
      },
      [],
      'Facts about the overlay that Kibana never sees.',
    ),
    overlay: table(PROPERTIES, ['rule_id'], 'The prebuilt rule, by its rule_id, and only what the team sets.'),
  },
  $defs: { threat: THREAT_ENTRY },
};
