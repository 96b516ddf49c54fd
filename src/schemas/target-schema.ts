import { choice, flag, formed, list, table, text, texts, type JsonSchema } from './json-schema.js';

/** `[target.X]` of dragnet.toml: a space of a Kibana, what it gets, and who owns what there. */
export const TARGET_SCHEMA: JsonSchema = table(
  {
    kibana: formed(
      '^https?://[^\\s@]+$',
      'a URL without credentials, like https://kibana.example',
      'URL of Kibana, with its base path. Credentials go to it only when the call or the environment names it, too (--kibana, KIBANA_URL).',
      { examples: ['https://kibana.example'] },
    ),
    space: formed('^[a-z0-9_-]+$', 'the id of a space: small letters, digits, - and _', 'Id of the space.', {
      default: 'default',
      examples: ['security'],
    }),
    elasticsearch: formed(
      '^https?://[^\\s@]+$',
      'a URL without credentials, like https://elasticsearch.example:9200',
      'URL of the Elasticsearch that keeps what was applied, in the index dragnet-state.',
      { examples: ['https://elasticsearch.example:9200'] },
    ),
    state: text('File that keeps what was applied, in place of an index.', { examples: ['.dragnet/prod.json'] }),
    select: table(
      {
        tags: texts('Rules with one of these tags.', { minItems: 1, examples: [['Production']] }),
        paths: texts('Rules of these files and folders; `*` is any text.', { minItems: 1, examples: [['rules/windows']] }),
        maturity: texts('Rules of these maturities.', { minItems: 1, examples: [['production']] }),
      },
      [],
      'Which rules it gets; without it, those of maturity production.',
    ),
    tag: {
      type: 'string',
      description: 'Tag of the rules that dragnet manages there; none if empty.',
      default: 'Managed by dragnet',
    },
    manage: table(
      {
        enabled: flag('Whether git decides which rules are enabled.', { default: true }),
        exceptions_list: flag('Whether git decides which exception lists a rule has.', { default: true }),
        actions: flag('Whether git decides about actions.', { default: true }),
      },
      [],
      'What belongs to git; what is false belongs to analysts, and is kept as they have it.',
    ),
    override: table(
      {
        enabled: flag('Whether rules are enabled there, whatever their files say.'),
        tags: texts('Tags that rules have there besides their own.', { examples: [['prod']] }),
        index_prefix: text('Put in front of each index pattern.', { examples: ['remote:'] }),
        exceptions_list: list(
          table(
            {
              list_id: text('`list_id` of the list.', { examples: ['trusted-admins'] }),
              namespace_type: choice(['single', 'agnostic'], 'Whether the list is of one space or of all.', {
                default: 'single',
              }),
              type: choice(['detection', 'rule_default', 'endpoint'], 'Type of the list.', { default: 'detection' }),
            },
            ['list_id'],
            'An exception list.',
          ),
          'Exception lists that rules have there besides their own.',
        ),
      },
      [],
      'What is otherwise there, for every rule.',
    ),
  },
  [],
  'A space of a Kibana that rules are deployed to.',
);
