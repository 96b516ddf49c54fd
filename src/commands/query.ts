import { EmbeddedCluster } from '../engine/embedded/embedded-cluster.js';
import type { Cluster, EqlEvent } from '../engine/cluster.js';
import { ClusterError } from '../engine/cluster-error.js';
import { parseEql } from '../languages/eql/parse.js';
import { parseEsql } from '../languages/esql/parse.js';
import { printable } from '../diagnostics/printable.js';
import { absoluteTime } from '../values/dates/absolute-time.js';
import { parseJson, printJson } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import type { Arguments, Command } from './command.js';
import { EXIT } from './exit-codes.js';
import type { ExitCode } from './exit-codes.js';
import { loadDocuments } from './load-documents.js';
import { openCatalogues } from './repository.js';
import { MAX_MEMORY, maxMemory } from './max-memory.js';
import { namesColumns, printRows, ROW_FORMATS } from './print-rows.js';
import type { RowFormat } from './print-rows.js';
import { looksLikeEql, QUERY_LANGUAGES, refuseMistakes, toDsl } from './query-text.js';
import type { QueryLanguage } from './query-text.js';
import { ROUTINE_WARNING } from './report-tests.js';
import { STACK_OPTION, stacksOf } from './stack-option.js';
import { loadTables, TABLE_OPTIONS } from './table-options.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

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
      choices: QUERY_LANGUAGES,
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
      choices: ROW_FORMATS,
      describe: 'Output (default: table for ES|QL, ndjson otherwise; table, csv and tsv are for ES|QL)',
    },
    param: {
      type: 'string',
      array: true,
      nargs: 1,
      describe: 'Parameter of ES|QL: NAME=VALUE for ?NAME and ??NAME, or VALUE for ?; JSON, else text',
    },
    ...TABLE_OPTIONS,
    ...STACK_OPTION,
    size: { type: 'number', default: 10_000, describe: 'Most documents or rows to print' },
    'all-columns': {
      type: 'boolean',
      default: false,
      describe: 'Print columns that are empty in all rows too (table, csv and tsv of ES|QL)',
    },
    ...MAX_MEMORY,
  },
  examples: [
    [`$0 query 'event.action: SendCommand' cloudtrail.ndjson`, 'Documents that match, one a line'],
    [`$0 query 'FROM logs-* | STATS n = COUNT(*) BY event.action' cloudtrail.ndjson`, 'A table'],
  ],
  async run(args, terminal) {
    const options = readOptions(args);
    refuseMistakes(options);
    const { stacks } = options;
    const cluster = new EmbeddedCluster({ clock: () => options.now, maxMemory: maxMemory(args), stacks });
    try {
      const { files, index, mappings, now } = options;
      const patterns = index === undefined ? patternsOf(options) : [index];
      const catalogues = await openCatalogues(terminal);
      await loadDocuments(cluster, { files, patterns, mappings, catalogues, now }, terminal);
      await loadTables(cluster, args, catalogues, terminal);
      return await (options.language === 'esql'
        ? runEsql(cluster, options, terminal)
        : runSearch(cluster, options, terminal));
    } catch (error) {
      // There is no remote system here: what the engine refuses is the caller's query or documents.
      if (error instanceof ClusterError) throw new UsageError(withAdvice(error));
      throw error;
    }
  },
};

function withAdvice({ message, error }: ClusterError): string {
  if (error.type !== 'circuit_breaking_exception') return message;
  return `${message}. Filter or group sooner, or let the query hold more with --max-memory.`;
}

/** `NAME=VALUE` or `VALUE`, the value as JSON where it is, else as text. */
function parametersOf(given: unknown): readonly JsonValue[] {
  return ((given as readonly string[] | undefined) ?? []).map((text) => {
    const [, name, value = text] = /^([A-Za-z_]\w*)=(.*)$/s.exec(text) ?? [];
    return name === undefined ? jsonOrText(value) : { [name]: jsonOrText(value) };
  });
}

function jsonOrText(text: string): JsonValue {
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}

interface QueryOptions {
  readonly query: string;
  readonly files: readonly string[];
  readonly language: QueryLanguage;
  readonly index: string | undefined;
  readonly mappings: readonly string[];
  readonly now: Date;
  readonly format: RowFormat;
  readonly size: number;
  readonly allColumns: boolean;
  readonly stacks: readonly string[];
  readonly params: readonly JsonValue[];
}

function readOptions(args: Arguments): QueryOptions {
  const text = String(args['query']);
  const language =
    (args['language'] as QueryLanguage | undefined) ?? (/^\s*(?:from|row|show|ts)\b/i.test(text) ? 'esql' : 'kql');
  const now = absoluteTime(typeof args['now'] === 'string' ? args['now'] : 'now', new Date());
  if (now === undefined)
    throw new UsageError(`--now ${String(args['now'])} is not a time. Write it like 2026-05-01T12:00:00Z.`);
  const format = (args['format'] as RowFormat | undefined) ?? (language === 'esql' ? 'table' : 'ndjson');
  if (language !== 'esql' && (format === 'table' || format === 'csv' || format === 'tsv')) {
    throw new UsageError(
      `--format ${format} is for ES|QL, whose results have columns. Use ndjson or json, or write the query in ES|QL.`,
    );
  }
  const size = args['size'] as number;
  if (!Number.isSafeInteger(size) || size < 0) throw new UsageError('--size is a whole number, 0 or more.');
  return {
    query: text,
    files: args['files'] as readonly string[],
    language,
    index: args['index'] as string | undefined,
    mappings: (args['mappings'] as readonly string[] | undefined) ?? [],
    now: new Date(now),
    format,
    size,
    stacks: stacksOf(args, {}),
    params: parametersOf(args['param']),
    allColumns: args['allColumns'] === true || args['all-columns'] === true,
  };
}

function patternsOf({ language, query: text }: QueryOptions): readonly string[] {
  const source = language === 'esql' ? parseEsql(text).value?.source : undefined;
  // A document that names its data stream goes there, and so gets its mapping; any other into `events`.
  if (source?.kind !== 'From') return ['events', '*'];
  return source.indices.flatMap((index) => (index.kind === 'IndexPattern' ? [index.name] : []));
}

async function runSearch(cluster: Cluster, options: QueryOptions, terminal: Terminal): Promise<ExitCode> {
  const { items, noun, total } =
    options.language === 'eql' ? await searchEql(cluster, options) : await searchDsl(cluster, options);
  if (options.format === 'json') terminal.out(`${printJson(items, 2)}\n`);
  else for (const item of items) terminal.out(`${printJson(item)}\n`);
  if (options.language === 'kql' && looksLikeEql(options.query))
    terminal.err('hint: this was read as KQL and looks like EQL. Add -l eql if it is.\n');
  const printed = items.length;
  const count = total === undefined || total === printed ? `${printed}` : `${printed} of ${total}`;
  const more = total === undefined && printed > 0 && printed === options.size ? ', as many as --size lets through' : '';
  terminal.err(`${count} ${noun}${count === '1' ? '' : 's'}${more}\n`);
  return EXIT.clean;
}

/** What a search prints, one item a line, and what to call it. */
interface Items {
  readonly items: readonly JsonObject[];
  readonly noun: string;
  /** How many there are, where that is known: a search counts them, EQL stops at its size. */
  readonly total?: number;
}

async function searchDsl(cluster: Cluster, options: QueryOptions): Promise<Items> {
  const { hits } = await cluster.search({
    index: '*',
    query: toDsl(options),
    size: options.size,
    track_total_hits: true,
  });
  return {
    items: hits.hits.map(printedHit),
    noun: 'document',
    ...(hits.total === undefined ? {} : { total: hits.total.value }),
  };
}

async function searchEql(cluster: Cluster, options: QueryOptions): Promise<Items> {
  const { hits } = await cluster.eql({ index: '*', query: options.query, size: options.size });
  if (hits.events) return { items: hits.events.map(printedHit), noun: 'event' };
  const sequences = (hits.sequences ?? []).map(({ join_keys: keys, events }) => ({
    ...(keys === undefined ? {} : { join_keys: keys }),
    events: events.map(printedHit),
  }));
  const isSample = parseEql(options.query).value?.source.kind === 'Sample';
  return { items: sequences, noun: isSample ? 'sample' : 'sequence' };
}

function printedHit({ _index, _id, _source, missing }: EqlEvent): JsonObject {
  if (missing === true) return { missing };
  return { _index, _id, ...(_source ? { _source } : {}) };
}

async function runEsql(cluster: Cluster, options: QueryOptions, terminal: Terminal): Promise<ExitCode> {
  const { columns, values, warnings = [] } = await cluster.esql({ query: options.query, params: options.params });
  for (const warning of warnings) {
    if (!warning.startsWith(ROUTINE_WARNING)) terminal.err(`warning: ${printable(warning)}\n`);
  }
  const rows = values.slice(0, options.size);
  const keepsAll = options.allColumns || namesColumns(options.query);
  terminal.out(printRows(options.format, { columns, rows }, keepsAll));
  const count = rows.length === values.length ? `${rows.length}` : `${rows.length} of ${values.length}`;
  terminal.err(`${count} row${count === '1' ? '' : 's'}\n`);
  return EXIT.clean;
}
