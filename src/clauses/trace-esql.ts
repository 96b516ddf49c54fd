import type { Cluster, EsqlResponse } from '../engine/cluster.js';
import type { Aggregate, EsqlQuery, Expression, ProcessingCommand } from '../languages/esql/ast.js';
import { parseEsql } from '../languages/esql/parse.js';
import { printExpression, printName, printString } from '../languages/esql/print-expression.js';
import { printEsql } from '../languages/esql/print.js';
import { mapEsql } from '../languages/esql/visit.js';
import { isJsonArray } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import type { DocumentRef } from './asker.js';

/** The column that says which documents a row is made of: `index/id`, several behind STATS. */
const TOKENS = '_dragnet_documents';

/** Starts all columns that are added. */
const PREFIX = '_dragnet_';

/** The columns of expressions. */
const WORKED_OUT = `${PREFIX}e*`;

/** Rows that one query returns at most. */
const MOST = 10_000;

/** A row with its documents. */
export interface TracedRow {
  readonly tokens: readonly string[];
  readonly cells: ReadonlyMap<string, JsonValue>;
}

/** The documents of a row as {@link TracedRow} names them. */
export function tokenOf({ index, id }: DocumentRef): string {
  return `${index}/${id}`;
}

/**
 * Follows documents through the pipeline of an ES|QL query: the query is run up to each of its pipes, with a column that names the documents of each
 * row; `KEEP` keeps it, and `STATS` collects it. Undefined for a query that has mistakes, or does not start with FROM.
 */
export class EsqlTracer {
  readonly query: EsqlQuery;
  private readonly cluster: Cluster;
  private readonly filter: JsonObject | undefined;
  private readonly traced: EsqlQuery;

  private readonly token: string;

  private constructor(
    query: EsqlQuery,
    traced: EsqlQuery,
    cluster: Cluster,
    filter: JsonObject | undefined,
    token: string,
  ) {
    this.token = token;
    this.query = query;
    this.traced = traced;
    this.cluster = cluster;
    this.filter = filter;
  }

  /** Where ids are unique (`byId`), documents are named by their id alone: an isolated cluster lets no query read names of indices. */
  static of(text: string, cluster: Cluster, filter?: JsonObject, byId = false): EsqlTracer | undefined {
    const query = parseEsql(text).value;
    if (query?.source.kind !== 'From') return undefined;
    const { source } = query;
    const names = new Set(source.metadata.map(({ name }) => name));
    const added = (byId ? ['_id'] : ['_id', '_index']).filter((name) => !names.has(name));
    const metadata = [
      ...source.metadata,
      ...added.map((name) => ({ kind: 'Name', name, range: source.range }) as const),
    ];
    const traced = mapEsql({ ...query, source: { ...source, metadata } }, { command: withTokens });
    return new EsqlTracer(query, traced, cluster, filter, byId ? '_id' : 'CONCAT(_index, "/", _id)');
  }

  /** The tokens of the documents that have a row after the first `count` pipes. */
  async survivors(count: number): Promise<ReadonlySet<string>> {
    const { rows } = await this.rows(count, [], []);
    return new Set(rows.flatMap(({ tokens }) => tokens));
  }

  private printed(command: ProcessingCommand, start: string): string {
    return printEsql({ ...this.traced, commands: [command] })
      .slice(start.length)
      .trimStart();
  }

  /** The rows after the first `count` pipes, with some of their columns, and expressions that are worked out for each (`e0`, `e1`, …). */
  async rows(
    count: number,
    columns: readonly string[],
    expressions: readonly Expression[],
  ): Promise<{ readonly rows: readonly TracedRow[]; readonly types: ReadonlyMap<string, string> }> {
    const worked = expressions.map((expression, at) => ({ at, expression }));
    return this.replaced(count, columns, new Map([[count, workOut(worked)]]));
  }

  /**
   * The rows after the first `count` pipes where others stand in for some of them: by the place of the pipe the lines that are run instead, `[]`
   * for none; the place `count` is behind the last one.
   */
  async replaced(
    count: number,
    columns: readonly string[],
    others: ReadonlyMap<number, readonly string[]>,
  ): Promise<{ readonly rows: readonly TracedRow[]; readonly types: ReadonlyMap<string, string> }> {
    const start = printEsql({ ...this.traced, commands: [] });
    const pipes = this.traced.commands
      .slice(0, count)
      .flatMap((command, at) => others.get(at) ?? [this.printed(command, start)]);
    const last = others.get(count) ?? [];
    const isWorkedOut = [...pipes, ...last].some((pipe) => pipe.includes(`${PREFIX}e`));
    const kept = [TOKENS, ...columns.map((name) => printName(name)), ...(isWorkedOut ? [WORKED_OUT] : [])];
    const query = [
      start,
      `| EVAL ${TOKENS} = ${this.token}`,
      ...pipes,
      ...last,
      `| KEEP ${kept.join(', ')}`,
      `| LIMIT ${MOST}`,
    ].join('\n');
    const answer = await this.cluster.esql({ query, ...(this.filter === undefined ? {} : { filter: this.filter }) });
    return { rows: tracedRows(answer), types: new Map(answer.columns.map(({ name, type }) => [name, type])) };
  }
}

/** The pipes that work out expressions for each row, under their numbers. */
export function workOut(
  expressions: readonly { readonly at: number; readonly expression: Expression }[],
): readonly string[] {
  if (expressions.length === 0) return [];
  const evals = expressions.map(({ at, expression }) => `${PREFIX}e${at} = ${printExpression(expression)}`);
  return [`| EVAL ${evals.join(', ')}`];
}

/** The pipes that keep the values of some columns, whatever later pipes do with those. */
export function keepNames(columns: readonly string[]): readonly string[] {
  if (columns.length === 0) return [];
  return [`| EVAL ${columns.map((name, at) => `${PREFIX}e_name${at} = ${printName(name)}`).join(', ')}`];
}

/** A value that {@link keepNames} kept. */
export function keptName({ cells }: TracedRow, at: number): JsonValue {
  return cells.get(`${PREFIX}e_name${at}`) ?? null;
}

/** The pipe that asks for an expression alone. */
export function whereOf(expression: Expression): string {
  return `| WHERE ${printExpression(expression)}`;
}

/** The pipe that keeps the rows of some documents alone. */
export function onlyDocuments(tokens: readonly string[]): string {
  if (tokens.length === 0) return '| WHERE false';
  return `| WHERE ${TOKENS} IN (${tokens.map((token) => printString(token)).join(', ')})`;
}

/** The value of an expression that {@link EsqlTracer.rows} worked out. */
export function workedOut({ cells }: TracedRow, at: number): JsonValue {
  return cells.get(`${PREFIX}e${at}`) ?? null;
}

function tracedRows({ columns, values }: EsqlResponse): readonly TracedRow[] {
  const at = columns.findIndex(({ name }) => name === TOKENS);
  return values.map((row) => {
    const tokens = row[at] ?? [];
    return {
      tokens: (isJsonArray(tokens) ? tokens : [tokens]).filter((token) => typeof token === 'string'),
      cells: new Map(columns.map(({ name }, place) => [name, row[place] ?? null])),
    };
  });
}

/** The column passes through what would drop it. */
function withTokens(command: ProcessingCommand): ProcessingCommand {
  if (command.kind === 'Keep')
    return {
      ...command,
      patterns: [...command.patterns, { kind: 'NamePattern', parts: [PREFIX, ''], range: command.range }],
    };
  if (command.kind === 'Stats' && !command.inline)
    return { ...command, aggregates: [...command.aggregates, COLLECTED] };
  return command;
}

const COLLECTED: Aggregate = collected();

function collected(): Aggregate {
  const [command] = parseEsql(`FROM x | STATS ${TOKENS} = VALUES(${TOKENS})`).value?.commands ?? [];
  const [aggregate] = command?.kind === 'Stats' ? command.aggregates : [];
  if (aggregate === undefined) throw new Error('The aggregate that collects documents does not parse.');
  return aggregate;
}
