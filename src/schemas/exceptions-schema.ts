import { anyText, choice, DIALECT, flag, list, open, table, text, texts, type JsonSchema } from './json-schema.js';

const OPERATOR = choice(['included', 'excluded'], 'Whether the condition must hold, or must not.', {
  examples: ['included'],
});

const VALUE_LIST = table(
  {
    id: text('Id of the value list.', { examples: ['known-scanners'] }),
    type: text('What its values are: `keyword`, `ip`, `ip_range`, `text` …', { examples: ['ip'] }),
  },
  ['id', 'type'],
  'The value list that the field has a value of.',
);

/** An entry's keys by its type: what has a value, and of which form. */
const BY_TYPE: readonly JsonSchema[] = [
  ...['match', 'wildcard'].map((type) => when(type, { properties: { value: text('The value.') }, required: ['value'] })),
  when('match_any', { properties: { value: texts('The values.', { minItems: 1 }) }, required: ['value'] }),
  when('exists', { properties: { value: false, list: false, entries: false } }),
  when('list', { properties: { value: false }, required: ['list'] }),
];

function when(type: string, then: JsonSchema): JsonSchema {
  return { if: { properties: { type: { const: type } }, required: ['type'] }, then };
}

const SIMPLE = {
  field: text('Field of the document.', { examples: ['process.name'] }),
  operator: OPERATOR,
  value: { type: ['string', 'array'], description: 'The value, the pattern (`*`, `?`), or the values of match_any.' },
  list: VALUE_LIST,
} satisfies Readonly<Record<string, JsonSchema>>;

const NESTED_ENTRY: JsonSchema = {
  ...table(
    { ...SIMPLE, type: choice(['match', 'match_any', 'exists', 'wildcard', 'list'], 'Kind of condition.') },
    ['field', 'type'],
    'A condition on the nested object.',
  ),
  allOf: BY_TYPE,
};

const ENTRY: JsonSchema = {
  ...table(
    {
      ...SIMPLE,
      type: choice(['match', 'match_any', 'exists', 'wildcard', 'list', 'nested'], 'Kind of condition.', {
        examples: ['match'],
      }),
      entries: list(NESTED_ENTRY, 'Conditions on one object of the nested field; names count from it.', { minItems: 1 }),
    },
    ['field', 'type'],
    'A condition.',
  ),
  allOf: [...BY_TYPE, when('nested', { properties: { value: false, list: false }, required: ['entries'] })],
};

const ITEM = table(
  {
    name: text('What is let through.', { examples: ['the deployment user'] }),
    description: anyText('Why.'),
    item_id: text('Id of the item.'),
    list_id: text('Id of the list that the item is of; it is that of the container.'),
    type: choice(['simple'], 'Kind of item.'),
    namespace_type: choice(['single', 'agnostic'], 'One space, or all.'),
    entries: list(ENTRY, 'Conditions, all of which must hold.', { minItems: 1 }),
    os_types: list(choice(['linux', 'macos', 'windows'], 'An operating system.'), 'Only on hosts of these systems.'),
    expire_time: text('From when on the item counts no more.', { examples: ['2027-01-01T00:00:00Z'] }),
    comments: list(open('A comment.'), 'What was said about it.'),
    tags: texts('Marks.'),
    meta: open('Anything.'),
    created_at: text('When it was made.'),
    created_by: text('Who made it.'),
    updated_at: text('When it was changed.'),
    updated_by: text('Who changed it.'),
    id: text('Id of the saved object.'),
    tie_breaker_id: text('For sorting.'),
    _version: text('Version of the saved object.'),
  },
  ['name', 'entries'],
  'An exception.',
);

const CONTAINER = table(
  {
    name: text('Name of the list.', { examples: ['Known deployments'] }),
    description: anyText('What the list is for.'),
    list_id: text('Id of the list, by which rules name it.', { examples: ['known-deployments'] }),
    type: choice(['detection', 'endpoint', 'rule_default'], 'What the list is for: many rules, the agent, one rule.'),
    namespace_type: choice(['single', 'agnostic'], 'One space, or all.'),
    os_types: list(choice(['linux', 'macos', 'windows'], 'An operating system.'), 'Operating systems.'),
    tags: texts('Marks.'),
    meta: open('Anything.'),
    immutable: flag('Whether the list may not be changed.'),
    version: { type: 'integer', description: 'Version of the list.' },
    created_at: text('When it was made.'),
    created_by: text('Who made it.'),
    updated_at: text('When it was changed.'),
    updated_by: text('Who changed it.'),
    id: text('Id of the saved object.'),
    tie_breaker_id: text('For sorting.'),
    _version: text('Version of the saved object.'),
  },
  ['name', 'list_id'],
  'The list itself.',
);

/** `[metadata]` of files that accompany rules. */
export function companionMetadata(name: string): JsonSchema {
  return table(
    {
      [name]: text('Name of what the file holds.'),
      creation_date: text('When the file was made.', { examples: ['2026/05/01'] }),
      updated_date: text('When it was changed.', { examples: ['2026/05/01'] }),
      deprecation_date: text('When it was given up.'),
      rule_ids: texts('Ids of the rules that it belongs to.'),
      rule_names: texts('Names of those rules.'),
      comments: text('Remarks.'),
      maturity: text('How far it is.'),
    },
    [],
    'Facts about the file that Kibana never sees.',
  );
}

/** A file of exception lists, in the form of elastic/detection-rules. */
export const EXCEPTIONS_SCHEMA: JsonSchema = {
  $schema: DIALECT,
  $id: 'urn:dragnet:schema:exceptions',
  title: 'Exception lists',
  description: 'What rules do not alert on: https://www.elastic.co/docs/solutions/security/detect-and-alert/rule-exceptions',
  type: 'object',
  required: ['exceptions'],
  additionalProperties: false,
  properties: {
    metadata: companionMetadata('list_name'),
    exceptions: list(
      table(
        { container: CONTAINER, items: list(ITEM, 'The exceptions of the list, any of which is enough.') },
        ['container'],
        'A list and its exceptions.',
      ),
      'The lists.',
      { minItems: 1 },
    ),
  },
};
