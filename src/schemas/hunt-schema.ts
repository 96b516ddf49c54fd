import { DIALECT, formed, list, table, text, texts, type JsonSchema } from './json-schema.js';

/** A hunt file: one `[hunt]` table. */
export const HUNT_SCHEMA: JsonSchema = {
  $schema: DIALECT,
  $id: 'urn:dragnet:schema:hunt',
  title: 'Hunt',
  description: 'Queries that an analyst runs by hand, with what it takes to read their results.',
  type: 'object',
  required: ['hunt'],
  additionalProperties: false,
  properties: {
    hunt: table(
      {
        uuid: formed(
          '^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$',
          'a UUID',
          'Identity of the hunt; it never changes.',
          { examples: ['5c1f7bb4-6d0e-4b39-9c3c-0c6a4b0f8f11'] },
        ),
        name: text('Name of the hunt.', { examples: ['Rare commands sent to instances'] }),
        author: text('Who wrote the hunt.', { examples: ['Security Team'] }),
        description: text('What the hunt looks for and why, Markdown.', { examples: ['Finds …'] }),
        integration: texts('Integrations whose data the queries read, dots between package and data set.', {
          examples: [['aws.cloudtrail']],
        }),
        language: texts('Languages of the queries.', { minItems: 1, examples: [['ES|QL']] }),
        license: text('Licence of the hunt.', { examples: ['Apache-2.0'] }),
        query: texts('The queries.', { minItems: 1, examples: [['from logs-*\n| limit 10\n']] }),
        notes: texts('How to read the results, Markdown.'),
        mitre: list(
          formed(
            '^(TA\\d{4}|T\\d{4}(\\.\\d{3})?|AML\\.TA?\\d{4}(\\.\\d{3})?)$',
            'the id of a technique like T1059 or T1059.004',
            'Id of a technique of MITRE ATT&CK or ATLAS.',
          ),
          'Techniques that the hunt looks for.',
          { examples: [['T1651']] },
        ),
        references: texts('Pages that explain the behaviour.'),
      },
      ['author', 'description', 'integration', 'uuid', 'name', 'language', 'license', 'query'],
      'The hunt.',
    ),
  },
};
