import { names, slashDate } from './forms.js';
import { anyText, choice, flag, formed, list, open, table, text, type JsonSchema } from './json-schema.js';

/** `[metadata]` of a rule file. */
export const METADATA: JsonSchema = table(
  {
    creation_date: slashDate('Day on which the rule was written.'),
    updated_date: slashDate('Day of the last change.'),
    deprecation_date: slashDate('Day on which the rule was deprecated.'),
    deprecated_reason: text('Why the rule was deprecated, and what replaces it.'),
    maturity: choice(
      ['development', 'experimental', 'beta', 'production', 'deprecated'],
      'How finished the rule is; only `production` is meant to be shipped.',
    ),
    min_stack_version: formed(
      '^\\d+\\.\\d+(\\.\\d+[\\w-]*)*$',
      'a version like 8.19.0',
      'Oldest version of the Elastic Stack that runs the rule.',
      { examples: ['8.19.0'] },
    ),
    min_stack_comments: anyText('Why an older stack does not do.'),
    integration: names('Packages whose data the rule reads: `aws`, `endpoint`, …', { examples: ['aws', 'endpoint'] }),
    os_type_list: list(
      choice(['windows', 'linux', 'macos'], 'An operating system.'),
      'Operating systems that the rule is for.',
    ),
    related_endpoint_rules: list(
      { description: 'An endpoint rule: its name, or name and id.' },
      'Endpoint rules about the same behaviour.',
    ),
    bypass_bbr_timing: flag('Leave the schedule of this building block unchecked.'),
    query_schema_validation: flag('Set to false to leave the fields of the query unchecked.', { default: true }),
    promotion: flag('The rule turns alerts of another system into alerts of Elastic Security.'),
    comments: anyText('Notes for maintainers.'),
    fork_of: text('The rule_id of the prebuilt rule that this one was copied from; dragnet prebuilt compares the two.', {
      examples: ['5c1f7bb4-6d0e-4b39-9c3c-0c6a4b0f8f11'],
    }),
    extended: open('Facts of your own; dragnet leaves them alone.'),
  },
  ['creation_date', 'updated_date'],
  'Facts about the definition; Kibana never sees them.',
);
