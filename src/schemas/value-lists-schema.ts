import { anyText, DIALECT, list, table, text, type JsonSchema } from './json-schema.js';

/** A file of value lists, which exceptions name. */
export const VALUE_LISTS_SCHEMA: JsonSchema = {
  $schema: DIALECT,
  $id: 'urn:dragnet:schema:value-lists',
  title: 'Value lists',
  description: 'Values that exceptions compare fields with: https://www.elastic.co/docs/solutions/security/detect-and-alert/create-manage-value-lists',
  type: 'object',
  required: ['value_lists'],
  additionalProperties: false,
  properties: {
    value_lists: list(
      table(
        {
          id: text('Id of the list, by which exceptions name it.', { examples: ['known-scanners'] }),
          name: text('Name of the list.'),
          description: anyText('What the list is for.'),
          type: text('What the values are: `keyword`, `ip`, `ip_range`, `text` …', { examples: ['ip'] }),
          values: list({ type: 'string', description: 'A value.' }, 'The values.', { examples: [['10.0.0.1']] }),
        },
        ['id', 'type', 'values'],
        'A value list.',
      ),
      'The lists.',
      { minItems: 1 },
    ),
  },
};
