import { choice, DIALECT, flag, formed, list, open, table, text, texts, whole, type JsonSchema } from './json-schema.js';

const INSTANT = text('A date with time and zone, as TOML date or as text.', {
  examples: ['2026-05-01T12:00:00Z'],
});

const ENGINES = list(
  choice(['embedded', 'elasticsearch'], 'An engine.'),
  'Engines that the test is for; without it whichever is asked for.',
  { minItems: 1 },
);

const MAPPINGS = text(
  'Mappings of the documents: the name of an integration profile or of an imported catalogue, or the path of a mapping as JSON.',
  {
    examples: ['aws.cloudtrail', 'fixtures/mapping.json'],
  },
);

const FILES = 'paths are relative to this file, one JSON document a line; `_id` and `_index` may stand in the document';

const HISTORY: JsonSchema = {
  type: 'array',
  items: {
    type: ['string', 'object'],
    pattern: '\\S',
    'x-form': 'a path or a document',
    description: 'A file of documents, or a document.',
  },
  description: `Documents from before the run, which no alert is expected for (known values, look-back): ${FILES}.`,
};

const INDICATORS: JsonSchema = {
  ...HISTORY,
  description: `Indicators of a threat_match rule, in the index that threat_index names: ${FILES}.`,
};

const ANOMALIES: JsonSchema = {
  ...HISTORY,
  description: `Anomaly records for a machine_learning rule; final records unless they say otherwise: ${FILES}.`,
};

const VALUE_LISTS: JsonSchema = {
  type: 'array',
  items: {
    type: ['string', 'object'],
    pattern: '\\S',
    'x-form': 'a path or a value list',
    properties: {
      id: text('Id of the list, by which exceptions name it.', { examples: ['known-scanners'] }),
      type: text('What the values are: `keyword`, `ip`, `ip_range`, `text` …', { examples: ['ip'] }),
      values: list({ type: 'string', description: 'A value.' }, 'The values.', { examples: [['10.0.0.1']] }),
    },
    required: ['id', 'type', 'values'],
    additionalProperties: false,
    description: 'A file with [[value_lists]], or a list `{ id, type, values }`.',
  },
  description: 'Value lists that exceptions name.',
};

const FILE: JsonSchema = { type: 'string', pattern: '\\S', 'x-form': 'the path of a file' };

const LOOKUP: JsonSchema = {
  type: 'object',
  additionalProperties: FILE,
  description: 'Lookup indices of LOOKUP JOIN: name → path of a file with one JSON document a line.',
};

const ENRICH: JsonSchema = {
  type: 'object',
  additionalProperties: {
    type: ['string', 'object'],
    pattern: '\\S',
    properties: {
      file: { ...FILE, description: 'The path of the file.' },
      type: { type: 'string', enum: ['match', 'range'], default: 'match', description: 'How the policy matches.' },
      match_field: { type: 'string', description: 'The field to match on; the first of the first document by default.' },
    },
    required: ['file'],
    additionalProperties: false,
    'x-form': 'the path of a file, or `{ file = "…", type = "range", match_field = "…" }`',
  },
  description: 'Enrich policies of ENRICH: name → path of a file with one JSON document a line, or a table.',
};

const COUNT: JsonSchema = {
  type: ['integer', 'object'],
  minimum: 0,
  properties: { min: whole(0, 'At least so many.'), max: whole(0, 'At most so many.') },
  additionalProperties: false,
  minProperties: 1,
  description: 'How many alerts: a number, or `{ min = 1, max = 3 }`.',
  examples: [1],
};

const EXPECT = table(
  {
    alerts: COUNT,
    matched: texts('Ids of the documents that alerts come from: exactly these.', { examples: [['evt-1']] }),
    matched_any: texts('Ids of documents that are among those that alerts come from.'),
    alert: list(
      table({ fields: open('Field → value that the alert document must have.') }, ['fields'], 'An alert.'),
      'For each of these there is an alert with these fields.',
    ),
    sequences: list(texts('Ids of the events of one sequence, in order.'), 'The sequences that the query finds.'),
    groups: list(
      table(
        { key: open('Field → value of the group.'), count: whole(1, 'Number of documents in the group.') },
        ['key'],
        'A group.',
      ),
      'The groups that pass the threshold.',
    ),
    rows: list(open('Column → value.'), 'The rows that the query returns; in any order unless `ordered`.'),
    columns: texts('Names of the columns that the query returns, in order.'),
    ordered: flag('The rows come in this order.', { default: false }),
    warnings: texts('Parts of warnings that the run must give.'),
    error: text('Part of the error that the run must end with.'),
  },
  [],
  'What must come out; at least one expectation.',
  { minProperties: 1 },
);

const PATCH = table(
  {
    id: text('`_id` of the document.', { examples: ['evt-1'] }),
    set: open('Field (dotted path) → new value.'),
    unset: texts('Fields (dotted paths) to take away.'),
  },
  ['id'],
  'A change of one document.',
);

const SHARED = {
  now: INSTANT,
  mappings: MAPPINGS,
  index: text('Index of documents that name none.', { examples: ['logs-aws.cloudtrail-default'] }),
  events: texts(`Documents that the run sees: ${FILES}.`, { examples: [['fixtures/events.ndjson']] }),
  history: HISTORY,
  exceptions: texts('Files with [[exceptions]], whose lists apply to the rule instead of those of the repository that it names in exceptions_list; [] for none.', {
    examples: [['exceptions/deployments.toml']],
  }),
  value_lists: VALUE_LISTS,
  indicators: INDICATORS,
  anomalies: ANOMALIES,
  enrich: ENRICH,
  lookup: LOOKUP,
  engine: ENGINES,
};

/** A test file: `[defaults]` and one `[[test]]` per case, beside the rule or hunt that it tests. */
export const TEST_SCHEMA: JsonSchema = {
  $schema: DIALECT,
  $id: 'urn:dragnet:schema:test',
  title: 'Tests of a rule or hunt',
  description: 'Cases for the rule or hunt beside this file: documents in, alerts or rows out.',
  type: 'object',
  required: ['test'],
  additionalProperties: false,
  properties: {
    defaults: table(SHARED, [], 'Settings of every test in this file that does not say otherwise.'),
    test: list(
      table(
        {
          name: text('What the case is about.', { examples: ['new principal sends a command'] }),
          ...SHARED,
          event: list(open('A document; @timestamp may be date math like now-5m.'), 'Documents that the run sees.'),
          patch: list(PATCH, 'Changes of documents, so that a case can differ from another in one field.'),
          query: whole(1, 'Which query of a hunt, counted from 1.', { default: 1 }),
          run_at: texts('When the rule runs, date math from `now`; more than one run simulates the schedule.', {
            minItems: 1,
            examples: [['now', 'now+5m']],
          }),
          expect: EXPECT,
          todo: text('Why the case is expected to fail for now.', {
            examples: ['the rule does not see renamed programs yet'],
          }),
          skip: formed('\\S', 'the reason, as text', 'Why the case does not run; it is reported with this reason.', {
            examples: ['the integration drops this field until 9.1'],
          }),
          only: flag('Run this case, and others so marked, alone: while working on it; refused in CI.', {
            default: false,
          }),
        },
        ['name', 'expect'],
        'A case.',
      ),
      'The cases.',
      { minItems: 1 },
    ),
  },
};
