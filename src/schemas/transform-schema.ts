import { anyText, choice, flag, list, open, table, text, type JsonSchema } from './json-schema.js';

const PROVIDER = table(
  {
    excluded: flag('Look for events that do not match.'),
    field: text('Field to look in.', { examples: ['host.id'] }),
    queryType: choice(['phrase', 'range'], 'Whether `value` is one value or a range.'),
    value: anyText('Value, or `{{field}}` for the value in the alert.', { examples: ['{{host.id}}'] }),
    valueType: choice(['string', 'boolean'], 'Type of the value.'),
  },
  ['excluded', 'field', 'queryType', 'value', 'valueType'],
  'A condition.',
);

/** `[transform]` of a rule file. */
export const TRANSFORM: JsonSchema = table(
  {
    osquery: list(
      table(
        {
          label: text('What the button says.'),
          query: text('The Osquery SQL.'),
          ecs_mapping: open('ECS field → `{field}` or `{value}` of the result.'),
        },
        ['label', 'query'],
        'An Osquery.',
      ),
      'Osqueries; `$osquery_0` in `note` stands for the first.',
    ),
    investigate: list(
      table(
        {
          label: text('What the button says.'),
          // Elastic's own guides leave it empty in many places.
          description: { type: 'string', description: 'What the search is for; may be empty.' },
          providers: list(
            list(PROVIDER, 'Conditions that must all hold.'),
            'Groups of conditions, one of which must hold.',
          ),
          relativeFrom: text('Start of the time range, date math.', { examples: ['now-48h/h'] }),
          relativeTo: text('End of the time range, date math.', { examples: ['now'] }),
        },
        ['label', 'providers'],
        'A search in Timeline.',
      ),
      'Timeline searches; `$investigate_0` in `note` stands for the first.',
    ),
  },
  [],
  'What fills the placeholders of the investigation guide (`note`).',
);
