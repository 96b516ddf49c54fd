import { didYouMean } from '../diagnostics/did-you-mean.js';
import { plural } from '../diagnostics/plural.js';
import type { DefinitionDocument } from '../search/definition-document.js';
import { definitionFields } from '../search/definition-fields.js';
import { printJson } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import type { Arguments, Command } from './command.js';
import { EXIT } from './exit-codes.js';
import { findDefinitions } from './find-definitions.js';
import { PATHS, selectFiles } from './repository.js';
import { textTable } from './text-table.js';
import { UsageError } from './usage-error.js';

/** What is shown of a definition unless the call says otherwise. */
const COLUMNS: readonly string[] = ['file', 'rule_id', 'name', 'type', 'severity'];

/** File names and ids are to be copied, so that they stand whole. */
const WIDEST = 200;

/** `dragnet search`: which rules and hunts a KQL query over their own keys finds. */
export const search: Command = {
  positionals: {
    query: {
      type: 'string',
      demandOption: true,
      describe: 'KQL over the keys of rules and hunts: severity: high and tags: "OS: Linux"',
    },
    ...PATHS,
  },
  options: {
    columns: { type: 'string', describe: `Fields to show, with commas between (default: ${COLUMNS.join(',')})` },
    format: {
      choices: ['table', 'json', 'ndjson'],
      default: 'table',
      describe: 'Form of the output; json and ndjson keep numbers and lists',
    },
    count: { type: 'boolean', default: false, describe: 'Print how many there are, and nothing else' },
  },
  examples: [
    [`$0 search 'threat.technique.id: T1059*'`, 'Rules and hunts about a technique and its sub-techniques'],
    [`$0 search 'type: eql and query: *sequence*' --columns file,metadata.updated_date`, 'Other columns'],
    [`$0 search 'not references: *' rules --count`, 'How many rules name no reference'],
  ],
  async run(args, terminal) {
    const query = String(args['query']);
    const selected = await selectFiles(args, terminal);
    const { found, asked, isBroken } = await findDefinitions(query, selected, terminal);
    const documents = found.map(({ document }) => document);
    const columns = columnsOf(args, documents);
    if (args['count'] === true) terminal.out(`${documents.length}\n`);
    else terminal.out(printed(documents, columns, String(args['format'])));
    terminal.err(`search: ${documents.length} of ${plural(asked, 'definition')}${hint(query, documents.length)}\n`);
    return isBroken ? EXIT.findings : EXIT.clean;
  },
};

function columnsOf(args: Arguments, documents: readonly DefinitionDocument[]): readonly string[] {
  const given = args['columns'] as string | undefined;
  if (given === undefined) return COLUMNS;
  const known = definitionFields(documents);
  const names = given.split(',').map((name) => name.trim());
  for (const name of names) {
    if (!known.has(name))
      throw new UsageError(
        `--columns: there is no field ${JSON.stringify(name)} in rules or hunts.${didYouMean(name, known.keys())}`,
      );
  }
  return names;
}

function printed(documents: readonly DefinitionDocument[], columns: readonly string[], format: string): string {
  if (format === 'json') {
    const definitions = documents.map((document) => valuesOf(document, columns));
    return `${printJson({ version: 1, count: documents.length, definitions }, 2)}\n`;
  }
  if (format === 'ndjson') return documents.map((document) => `${printJson(valuesOf(document, columns))}\n`).join('');
  if (documents.length === 0) return '';
  const rows = documents.map(({ fields }) => columns.map((name) => (fields.get(name) ?? []).map(String).join(', ')));
  return textTable(columns, rows, WIDEST);
}

/** The values as JSON: one as itself, several as a list, none as null. */
function valuesOf({ fields }: DefinitionDocument, columns: readonly string[]): JsonObject {
  return Object.fromEntries(
    columns.map((name): [string, JsonValue] => {
      const values = fields.get(name) ?? [];
      return [name, values.length > 1 ? values : (values[0] ?? null)];
    }),
  );
}

/** What to try where nothing was found: values are compared as a whole. */
function hint(query: string, count: number): string {
  if (count > 0) return '';
  return query.includes('*')
    ? '; nothing found'
    : '; nothing found. Values are compared as a whole: *word* finds a word in a text';
}
