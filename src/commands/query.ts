import { EmbeddedCluster } from '../engine/embedded/embedded-cluster.js';
import type { Cluster, EqlEvent } from '../engine/cluster.js';
import { ClusterError } from '../engine/cluster-error.js';
import { parseEsql } from '../languages/esql/parse.js';
import { kql } from '../languages/kql/kql.js';
import { kqlToQueryDsl } from '../languages/kql/to-query-dsl.js';
import { printable } from '../diagnostics/printable.js';
import { absoluteTime } from '../values/dates/absolute-time.js';
import { printJson } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import type { Arguments, Command } from './command.js';
import { csvLine } from './csv-line.js';
import { EXIT } from './exit-codes.js';
import type { ExitCode } from './exit-codes.js';
import { loadDocuments } from './load-documents.js';
import { openCatalogues } from './repository.js';
import type { Terminal } from './terminal.js';
import { textTable } from './text-table.js';
import { UsageError } from './usage-error.js';

const LANGUAGES = ['kql', 'lucene', 'eql', 'esql'] as const;
type QueryLanguage = (typeof LANGUAGES)[number];
const FORMATS = ['table', 'json', 'ndjson', 'csv'] as const;
type QueryFormat = (typeof FORMATS)[number];

/** `dragnet query`: one query over NDJSON files, on the embedded engine. */
export const query: Command = {
  positionals: {
    query: { type: 'string', describe: 'The query', demandOption: true },
    files: {
      type: 'string',
      array: true,
      describe: 'NDJSON files, one document a line; - is standard input',
      default: ['-'],
    },
  },
  options: {
    language: {
      alias: 'l',
      choices: LANGUAGES,
      describe: 'Language (default: esql if the query starts with a source command, else kql)',
    },
    index: { type: 'string', describe: 'Index of documents that name none in _index' },
    mappings: {
      type: 'string',
      array: true,
      describe: 'Mapping profiles, such as aws.cloudtrail (default: by index name)',
    },
    now: { type: 'string', describe: 'The time that now means, ISO 8601 (default: the time of the call)' },
    format: {
      choices: FORMATS,
      describe: 'Output (default: table for ES|QL, ndjson otherwise; table and csv are for ES|QL)',
    },
    size: { type: 'number', default: 10_000, describe: 'Most documents to print' },
  },
  examples: [
    [`$0 query 'event.action: SendCommand' cloudtrail.ndjson`, 'Documents that match, one a line'],
    [`$0 query 'FROM logs-* | STATS n = COUNT(*) BY event.action' cloudtrail.ndjson`, 'A table'],
  ],
  async run(args, terminal) {
    const options = readOptions(args);
    const cluster = new EmbeddedCluster({ clock: () => options.now });
    try {
      const { files, index, mappings, now } = options;
      const patterns = index === undefined ? patternsOf(options) : [index];
      const catalogues = await openCatalogues(terminal);
      await loadDocuments(cluster, { files, patterns, mappings, catalogues, now }, terminal);
      return await (options.language === 'esql'
        ? runEsql(cluster, options, terminal)
        : runSearch(cluster, options, terminal));
    } catch (error) {
      // There is no remote system here: what the engine refuses is the caller's query or documents.
      if (error instanceof ClusterError) throw new UsageError(error.message);
      throw error;
    }
  },
};

interface QueryOptions {
  readonly query: string;
  readonly files: readonly string[];
  readonly language: QueryLanguage;
  readonly index: string | undefined;
  readonly mappings: readonly string[];
  readonly now: Date;
  readonly format: QueryFormat;
  readonly size: number;
}

function readOptions(args: Arguments): QueryOptions {
  const text = String(args['query']);
  const language =
    (args['language'] as QueryLanguage | undefined) ?? (/^\s*(?:from|row|show|ts)\b/i.test(text) ? 'esql' : 'kql');
  const now = absoluteTime(typeof args['now'] === 'string' ? args['now'] : 'now', new Date());
  if (now === undefined)
    throw new UsageError(`--now ${String(args['now'])} is not a time. Write it like 2026-05-01T12:00:00Z.`);
  return {
    query: text,
    files: args['files'] as readonly string[],
    language,
    index: args['index'] as string | undefined,
    mappings: (args['mappings'] as readonly string[] | undefined) ?? [],
    now: new Date(now),
    format: (args['format'] as QueryFormat | undefined) ?? (language === 'esql' ? 'table' : 'ndjson'),
    size: args['size'] as number,
  };
}

function patternsOf({ language, query: text }: QueryOptions): readonly string[] {
  const source = language === 'esql' ? parseEsql(text).value?.source : undefined;
  // A document that names its data stream goes there, and so gets its mapping; any other into `events`.
  if (source?.kind !== 'From') return ['events', '*'];
  return source.indices.flatMap((index) => (index.kind === 'IndexPattern' ? [index.name] : []));
}

async function runSearch(cluster: Cluster, options: QueryOptions, terminal: Terminal): Promise<ExitCode> {
  const { items, noun } =
    options.language === 'eql' ? await searchEql(cluster, options) : await searchDsl(cluster, options);
  if (options.format === 'json') terminal.out(`${printJson(items, 2)}\n`);
  else for (const item of items) terminal.out(`${printJson(item)}\n`);
  terminal.err(`${items.length} ${noun}${items.length === 1 ? '' : 's'}\n`);
  return EXIT.clean;
}

/** What a search prints, one item a line, and what to call it. */
interface Items {
  readonly items: readonly JsonObject[];
  readonly noun: string;
}

async function searchDsl(cluster: Cluster, options: QueryOptions): Promise<Items> {
  const response = await cluster.search({ index: '*', query: toDsl(options), size: options.size });
  return { items: response.hits.hits.map(printedHit), noun: 'document' };
}

async function searchEql(cluster: Cluster, options: QueryOptions): Promise<Items> {
  const { hits } = await cluster.eql({ index: '*', query: options.query, size: options.size });
  if (hits.events) return { items: hits.events.map(printedHit), noun: 'event' };
  const sequences = (hits.sequences ?? []).map(({ join_keys: keys, events }) => ({
    ...(keys === undefined ? {} : { join_keys: keys }),
    events: events.map(printedHit),
  }));
  return { items: sequences, noun: 'sequence' };
}

function printedHit({ _index, _id, _source, missing }: EqlEvent): JsonObject {
  if (missing === true) return { missing };
  return { _index, _id, ...(_source ? { _source } : {}) };
}

function toDsl({ language, query: text }: QueryOptions): JsonObject {
  if (language === 'lucene') return { query_string: { query: text, analyze_wildcard: true } };
  const { value, diagnostics } = kql.parse(text);
  const [problem] = diagnostics.filter(({ severity }) => severity === 'error');
  if (problem)
    throw new UsageError(`the KQL query is wrong at column ${problem.range.start + 1}: ${problem.what} ${problem.fix}`);
  return value ? kqlToQueryDsl(value) : { match_all: {} };
}

async function runEsql(cluster: Cluster, options: QueryOptions, terminal: Terminal): Promise<ExitCode> {
  const { columns, values, warnings = [] } = await cluster.esql({ query: options.query });
  for (const warning of warnings) terminal.err(`warning: ${printable(warning)}\n`);
  const names = columns.map(({ name }) => name);
  terminal.out(
    formatRows(
      options.format,
      columns.map(({ name, type }) => ({ name, type })),
      names,
      values,
    ),
  );
  terminal.err(`${values.length} row${values.length === 1 ? '' : 's'}\n`);
  return EXIT.clean;
}

function formatRows(
  format: QueryFormat,
  columns: readonly JsonObject[],
  names: readonly string[],
  rows: readonly (readonly JsonValue[])[],
): string {
  switch (format) {
    case 'json':
      return `${printJson({ columns, values: rows }, 2)}\n`;
    case 'ndjson':
      return rows
        .map((row) => `${printJson(Object.fromEntries(names.map((name, at) => [name, row[at] ?? null])))}\n`)
        .join('');
    case 'csv':
      return [names, ...rows.map((row) => row.map(cellText))].map(csvLine).join('');
    case 'table':
      return textTable(
        names,
        rows.map((row) => row.map(cellText)),
      );
  }
}

function cellText(cell: JsonValue): string {
  if (cell === null) return '';
  return typeof cell === 'string' ? cell : printJson(cell);
}
