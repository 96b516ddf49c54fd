import { choice, DIALECT, flag, formed, list, table, text, texts, whole, type JsonSchema } from './json-schema.js';
import { TARGET_SCHEMA } from './target-schema.js';

/** `dragnet.toml`: found in the working directory or above. */
export const CONFIG_SCHEMA: JsonSchema = {
  $schema: DIALECT,
  $id: 'urn:dragnet:schema:config',
  title: 'dragnet configuration',
  description: 'Settings of dragnet for one repository; all paths are relative to this file.',
  ...table(
    {
      paths: texts('Files and folders with definitions; without it the folder of this file.', {
        minItems: 1,
        examples: [['rules', 'queries']],
      }),
      exclude: texts('Patterns of files to leave out.', { examples: [['**/drafts/**']] }),
      version_lock: text('The version lock to read versions from.', { default: 'version.lock.json' }),
      max_file_size: whole(1, 'Largest definition in bytes; larger files are refused unread.', { default: 1_048_576 }),
      stack: list(
        formed('^[0-9]+\\.[0-9]+(\\.[0-9]+)?$', 'a version like 8.19', 'A version of the stack.'),
        'Versions of the stack that must take every query; without it, the newest.',
        { examples: [['8.19', '9.1']] },
      ),
      fields: table(
        {
          catalogues: texts('Files with the fields of your indices, as `dragnet schemas import` writes them.', {
            examples: [['schemas/fields/aws.json']],
          }),
        },
        [],
        'Which fields your indices have.',
      ),
      attack: table(
        {
          data: text('File with the data of a version of MITRE ATT&CK, as `dragnet attack import` writes it; without it the built-in one.', {
            examples: ['attack-enterprise.json'],
          }),
        },
        [],
        'Which version of MITRE ATT&CK threats are checked against.',
      ),
      test: table(
        {
          engine: choice(['embedded', 'elasticsearch', 'both'], 'Engine that runs the tests.', { default: 'embedded' }),
          cluster: formed('^https?://\\S+$', 'a URL like http://localhost:9200', 'URL of an Elasticsearch. It gets no credentials; name one that wants them with --cluster or ELASTICSEARCH_URL.', {
            examples: ['http://localhost:9200'],
          }),
          min_coverage: {
            type: 'number',
            minimum: 0,
            maximum: 100,
            description: 'Share of the clauses of each rule that its tests must cover, in per cent; less fails `dragnet test`.',
            examples: [100],
          },
          min_tests: whole(0, 'How many tests each rule and hunt needs; from 2 on one that fires and one that stays silent.', {
            default: 0,
            examples: [2],
          }),
        },
        [],
        'How tests run.',
      ),
      docs: table(
        {
          format: choice(['dragnet', 'detection-rules', 'asciidoc'], 'Form of the pages that `dragnet docs build` writes.', {
            default: 'dragnet',
          }),
          coverage: flag('Run the tests of rules for the clause coverage on their pages; without it these have what the test files say.', {
            default: true,
          }),
          out: text('Folder that docs/ lies in; without it the folder of this file.', { examples: ['site'] }),
        },
        [],
        'How pages are built.',
      ),
      redact: {
        type: 'object',
        additionalProperties: { enum: ['hash', 'replace', 'keep', 'remove'] },
        description:
          'Field (`*` is any text) → what `fixture pull` and `fixture redact` do with it; after the defaults, the last that names a field decides.',
        examples: [{ 'user.name': 'keep', 'okta.actor.*': 'hash' }],
      },
      profile: choice(['recommended', 'strict', 'elastic'], 'Which checks run, and how much they weigh.', {
        default: 'recommended',
        examples: ['strict'],
      }),
      baseline: text('File of known problems, which are not reported; `dragnet validate --update-baseline` writes it.', {
        examples: ['dragnet.baseline.json'],
      }),
      target: {
        type: 'object',
        additionalProperties: TARGET_SCHEMA,
        description: 'Name → a space of a Kibana that rules are deployed to; `--target` chooses.',
      },
      checks: {
        type: 'object',
        properties: {
          local: texts('Modules with checks of your own; they run with --allow-local-checks alone.', {
            examples: [['./checks/mine.mjs']],
          }),
        },
        additionalProperties: { enum: ['off', 'info', 'warning', 'error'] },
        description: 'Code of a check → its severity, or `off`.',
        examples: [{ 'lint/risk-score-matches-severity': 'warning' }],
      },
    },
    [],
    'Settings of dragnet for one repository; all paths are relative to this file.',
  ),
};
