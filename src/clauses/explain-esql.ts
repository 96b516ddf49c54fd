import type { Cluster } from '../engine/cluster.js';
import { ClusterError } from '../engine/cluster-error.js';
import type { ProcessingCommand, Stats } from '../languages/esql/ast.js';
import { isJsonArray } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import type { DocumentRef } from './asker.js';
import type { Truth } from './clause.js';
import { clauseReason } from './clause-reason.js';
import type { ValueSource } from './clause-reason.js';
import { distanceTo, findCulprit } from './culprit.js';
import { esqlClauses } from './esql-clauses.js';
import type { Reason } from './explanation.js';
import { quote, showValue } from './show-value.js';
import { EsqlTracer, tokenOf, workedOut } from './trace-esql.js';
import type { TracedRow } from './trace-esql.js';

/**
 * For each document the pipe of an ES|QL query that lost its row, with the values of the row before it: in a WHERE the first clause that is false or
 * null. Behind STATS it is the row of the document's group. Documents that are still in the result are not in the map; undefined where the query
 * cannot be followed: it has mistakes, or does not start with FROM.
 */
export async function explainEsql(
  query: string,
  cluster: Cluster,
  documents: readonly DocumentRef[],
  filter?: JsonObject,
): Promise<ReadonlyMap<DocumentRef, Reason> | undefined> {
  const tracer = EsqlTracer.of(query, cluster, filter);
  if (tracer === undefined) return undefined;
  const reasons = new Map<DocumentRef, Reason>();
  const { commands } = tracer.query;
  const seen = await tracer.survivors(0);
  let open = documents.filter((document) => seen.has(tokenOf(document)));
  for (const document of documents) if (!seen.has(tokenOf(document))) reasons.set(document, UNSEEN);
  const groupings: string[] = [];
  for (const [at, command] of commands.entries()) {
    if (open.length === 0) break;
    const survivors = await tracer.survivors(at + 1);
    const lost = open.filter((document) => !survivors.has(tokenOf(document)));
    open = open.filter((document) => survivors.has(tokenOf(document)));
    if (lost.length > 0) {
      const told = await tellLost(tracer, at, command, lost, groupings);
      for (const [document, reason] of told) reasons.set(document, reason);
    }
    if (command.kind === 'Stats' && !command.inline) groupings.splice(0, Infinity, ...namesOf(command));
  }
  return reasons;
}

/** The columns that STATS groups by. */
function namesOf({ groupings }: Stats): readonly string[] {
  return groupings.map(({ name }) => name);
}

async function tellLost(
  tracer: EsqlTracer,
  at: number,
  command: ProcessingCommand,
  lost: readonly DocumentRef[],
  groupings: readonly string[],
): Promise<readonly (readonly [DocumentRef, Reason])[]> {
  const { text } = tracer.query;
  const pipe = text.slice(command.range.start, command.range.end);
  const plain: Reason = {
    stage: 'pipe',
    what: `${quote(pipe)} dropped its row`,
    details: command.kind === 'Limit' ? ['Rows before it filled the limit.'] : [],
    range: command.range,
  };
  const all = (): readonly (readonly [DocumentRef, Reason])[] => lost.map((document) => [document, plain]);
  if (command.kind !== 'Where') return all();
  const { clauses, expressions } = esqlClauses(command.condition, text);
  const [root] = clauses;
  const columns = [...new Set([...(root?.fields ?? []), ...groupings])];
  // Searches (`MATCH`, `:`) cannot be worked out for a row.
  const traced = await tracer.rows(at, columns, expressions).catch(refused);
  if (traced === undefined) return all();
  const { rows, types } = traced;
  const byToken = new Map<string, TracedRow[]>();
  for (const row of rows) for (const token of row.tokens) byToken.set(token, [...(byToken.get(token) ?? []), row]);
  return lost.map((document) => {
    const truthIn =
      (row: TracedRow) =>
      (clause: number): Truth =>
        truthOf(workedOut(row, clause));
    const own = byToken.get(tokenOf(document)) ?? [];
    const distances = own.map((row) => (root === undefined ? 0 : distanceTo(clauses, truthIn(row), root)));
    const row = own[distances.indexOf(Math.min(...distances))];
    const culprit = row && root && findCulprit(clauses, truthIn(row), root);
    if (row === undefined || culprit === undefined) return [document, plain];
    const view = { document, values: new RowValues(row, types), truthOf: truthIn(row) };
    const reason = clauseReason(culprit, clauses, view);
    const group = groupings.map((name) => `${quote(name)} is ${showValue(row.cells.get(name) ?? null)}`).join(', ');
    const details = group === '' ? reason.details : [...reason.details, `Its group: ${group}.`];
    return [document, { ...reason, details }];
  });
}

const UNSEEN: Reason = {
  stage: 'pipe',
  what: 'it is not among the first 10,000 rows of FROM, further than which no row is followed',
  details: [],
};

function refused(error: unknown): undefined {
  if (error instanceof ClusterError && !error.isUnavailable) return undefined;
  throw error;
}

function truthOf(value: JsonValue): Truth {
  return typeof value === 'boolean' ? value : null;
}

/** The cells of a row as values of fields. */
class RowValues implements ValueSource {
  private readonly row: TracedRow;
  private readonly types: ReadonlyMap<string, string>;

  constructor(row: TracedRow, types: ReadonlyMap<string, string>) {
    this.row = row;
    this.types = types;
  }

  of(_: DocumentRef, field: string): ReturnType<ValueSource['of']> {
    const cell = this.row.cells.get(field) ?? null;
    const type = this.types.get(field);
    return {
      values: cell === null ? [] : isJsonArray(cell) ? cell : [cell],
      isIndexed: true,
      ...(type === undefined ? {} : { type }),
    };
  }

  names(): readonly string[] {
    return [];
  }
}
