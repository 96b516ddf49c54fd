import type { Cluster, EsqlResponse } from '../engine/cluster.js';
import type { Aggregate, EsqlQuery, Expression, ProcessingCommand } from '../languages/esql/ast.js';
import { parseEsql } from '../languages/esql/parse.js';
import { printExpression, printName } from '../languages/esql/print-expression.js';
import { printEsql } from '../languages/esql/print.js';
import { mapEsql } from '../languages/esql/visit.js';
import { isJsonArray } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import type { DocumentRef } from './asker.js';

/** The column that says which documents a row is made of: `index/id`, several behind STATS. */
const TOKENS = '_dragnet_documents';

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

  private constructor(query: EsqlQuery, traced: EsqlQuery, cluster: Cluster, filter: JsonObject | undefined) {
    this.query = query;
    this.traced = traced;
    this.cluster = cluster;
    this.filter = filter;
  }

  static of(text: string, cluster: Cluster, filter?: JsonObject): EsqlTracer | undefined {
    const query = parseEsql(text).value;
    if (query?.source.kind !== 'From') return undefined;
    const { source } = query;
    const names = new Set(source.metadata.map(({ name }) => name));
    const added = ['_id', '_index'].filter((name) => !names.has(name));
    const metadata = [
      ...source.metadata,
      ...added.map((name) => ({ kind: 'Name', name, range: source.range }) as const),
    ];
    const traced = mapEsql({ ...query, source: { ...source, metadata } }, { command: withTokens });
    return new EsqlTracer(query, traced, cluster, filter);
  }

  /** The tokens of the documents that have a row after the first `count` pipes. */
  async survivors(count: number): Promise<ReadonlySet<string>> {
    const { rows } = await this.rows(count, [], []);
    return new Set(rows.flatMap(({ tokens }) => tokens));
  }

  /** The rows after the first `count` pipes, with some of their columns, and expressions that are worked out for each (`e0`, `e1`, …). */
  async rows(
    count: number,
    columns: readonly string[],
    expressions: readonly Expression[],
  ): Promise<{ readonly rows: readonly TracedRow[]; readonly types: ReadonlyMap<string, string> }> {
    const names = expressions.map((_, at) => `_dragnet_e${at}`);
    const evals = expressions.map((node, at) => `${names[at] ?? ''} = ${printExpression(node)}`);
    const kept = [TOKENS, ...columns.map((name) => printName(name)), ...names];
    const start = printEsql({ ...this.traced, commands: [] });
    const whole = printEsql({ ...this.traced, commands: this.traced.commands.slice(0, count) });
    const query = [
      start,
      `| EVAL ${TOKENS} = CONCAT(_index, "/", _id)`,
      whole.slice(start.length),
      ...(evals.length === 0 ? [] : [`| EVAL ${evals.join(', ')}`]),
      `| KEEP ${kept.join(', ')}`,
      `| LIMIT ${MOST}`,
    ].join('\n');
    const answer = await this.cluster.esql({ query, ...(this.filter === undefined ? {} : { filter: this.filter }) });
    return { rows: tracedRows(answer), types: new Map(answer.columns.map(({ name, type }) => [name, type])) };
  }
}

/** The value of an expression that {@link EsqlTracer.rows} worked out. */
export function workedOut({ cells }: TracedRow, at: number): JsonValue {
  return cells.get(`_dragnet_e${at}`) ?? null;
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
      patterns: [...command.patterns, { kind: 'NamePattern', parts: [TOKENS], range: command.range }],
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
