import type { Truth } from '../clauses/clause.js';
import { EsqlTracer, keepNames, keptName, onlyDocuments, whereOf, workedOut, workOut } from '../clauses/trace-esql.js';
import type { TracedRow } from '../clauses/trace-esql.js';
import { showValue } from '../clauses/show-value.js';
import type { Cluster } from '../engine/cluster.js';
import { ClusterError } from '../engine/cluster-error.js';
import type { Expression } from '../languages/esql/ast.js';
import { operandsOf } from '../languages/esql/visit.js';
import type { Observation, ObservedRow } from '../testing/observation.js';
import type { JsonObject } from '../values/json.js';
import { holds } from './condition.js';
import type { EsqlLeaf, EsqlSegment } from './esql-segments.js';
import type { RuleCondition } from './rule-conditions.js';
import { truthOfLetters } from './truth-letters.js';

/**
 * Rows of an ES|QL query, for each of its segments: what the tests of its `WHERE`s are for a row that reaches it, worked out by the engine with the
 * `WHERE`s taken away, and whether the row came through to the result. A document whose row becomes part of a group shows something only where its
 * kind (all documents for which the tests are the same) matters: with and without them, a group is in the result or not.
 */
export async function observeEsql(
  query: string,
  conditions: readonly RuleCondition[],
  cluster: Cluster,
  filter?: JsonObject,
): Promise<Observation> {
  const tracer = EsqlTracer.of(query, cluster, filter, true);
  const rows: (readonly ObservedRow[])[] = [];
  const errors: (readonly [string, string])[] = [];
  const result = tracer === undefined ? [] : await resultOf(tracer);
  for (const { segment } of conditions) {
    if (tracer === undefined || segment === undefined) {
      rows.push([]);
      continue;
    }
    const observed = await rowsOf(tracer, segment, result);
    rows.push(observed.rows);
    errors.push(...observed.errors);
  }
  return { conditions: rows, errors };
}

/** The rows that come out at the end. */
async function resultOf(
  tracer: EsqlTracer,
  others: ReadonlyMap<number, readonly string[]> = new Map(),
): Promise<readonly TracedRow[]> {
  return (await tracer.replaced(tracer.query.commands.length, [], others)).rows;
}

async function rowsOf(
  tracer: EsqlTracer,
  segment: EsqlSegment,
  result: readonly TracedRow[],
): Promise<{ readonly rows: readonly ObservedRow[]; readonly errors: Observation['errors'] }> {
  const { clauses, groupings = [] } = segment;
  const searched = segment.leaves.filter(({ expression }) => isSearch(expression));
  const errors: (readonly [string, string])[] = [];
  const found = new Map<number, ReadonlySet<string>>();
  for (const leaf of searched) {
    const tokens = await orRefusal(documentsOf(tracer, segment, leaf));
    if (typeof tokens === 'string') errors.push([clauses[leaf.clause]?.key ?? '', tokens]);
    else found.set(leaf.clause, tokens);
  }
  const named = await orRefusal(tracer.replaced(segment.end, [], workedOutPipes(segment, groupings)));
  // A name of a group may be gone before the first WHERE: the group then has none.
  const traced =
    typeof named === 'string' ? await orRefusal(tracer.replaced(segment.end, [], workedOutPipes(segment, []))) : named;
  if (typeof traced === 'string')
    return { rows: [], errors: segment.leaves.map(({ clause }) => [clauses[clause]?.key ?? '', traced]) };
  const truthOf = (row: TracedRow, id: number): Truth => {
    const tokens = found.get(id);
    if (tokens) return row.tokens.some((token) => tokens.has(token));
    const value = workedOut(row, id);
    return typeof value === 'boolean' ? value : null;
  };
  const rows = traced.rows.map((row): Row => {
    const letters = clauses.map(({ id, kind }) => (kind === 'test' ? letterOf(truthOf(row, id)) : '-')).join('');
    return { ...row, letters, isPassing: holds(clauses, truthOfLetters(letters)) };
  });
  if (segment.groupings === undefined && segment.isGrouped)
    return { rows: await telling(tracer, segment, rows), errors };
  const came = new Set(result.flatMap(({ tokens }) => tokens));
  return {
    rows: rows.map((row) => ({
      document: segment.groupings === undefined ? (row.tokens[0] ?? '') : groupName(groupings.length, row),
      truth: row.letters,
      fired: row.isPassing && row.tokens.some((token) => came.has(token)),
    })),
    errors,
  };
}

interface Row extends TracedRow {
  readonly letters: string;
  readonly isPassing: boolean;
}

/** The documents whose kind decides about a group. */
async function telling(
  tracer: EsqlTracer,
  segment: EsqlSegment,
  rows: readonly Row[],
): Promise<readonly ObservedRow[]> {
  const passing = rows.filter(({ isPassing }) => isPassing);
  const kinds = new Map<string, Row[]>();
  for (const row of rows) kinds.set(row.letters, [...(kinds.get(row.letters) ?? []), row]);
  const observed: ObservedRow[] = [];
  for (const [truth, kind] of [...kinds].slice(0, MOST_KINDS)) {
    const own = new Set(kind.flatMap(({ tokens }) => tokens));
    const others = passing.flatMap(({ tokens }) => tokens).filter((token) => !own.has(token));
    const without = await resultOf(tracer, only(segment, others));
    const having = await resultOf(tracer, only(segment, [...others, ...own]));
    const [cameWithout, cameWith] = [tokensOf(without), tokensOf(having)];
    const isLost = without.some(({ tokens }) => !tokens.some((token) => cameWith.has(token)));
    const fired = kind[0]?.isPassing === true;
    for (const token of own) {
      const group = having.filter(({ tokens }) => tokens.includes(token));
      const isNew = group.some(({ tokens }) => !tokens.some((other) => !own.has(other) && cameWithout.has(other)));
      const matters = group.length > 0 ? isNew : isLost;
      // What decides nothing is shown with an outcome that its tests do not explain: it counts for what is true alone.
      observed.push({ document: token, truth, fired: matters === fired });
    }
  }
  return observed;
}

/** Kinds of documents that are tried out, at most: each takes two runs of the query. */
const MOST_KINDS = 200;

/** The pipes in which only some documents pass the segment, whatever its conditions say. */
function only({ leaves }: EsqlSegment, tokens: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const places = [...new Set(leaves.map(({ at }) => at))];
  return new Map(places.map((at, place) => [at, place === 0 ? [onlyDocuments(tokens)] : []]));
}

/** The pipes in which the conditions of the segment are worked out instead of asked. */
function workedOutPipes({ leaves }: EsqlSegment, groupings: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const places = [...new Set(leaves.map(({ at }) => at))];
  return new Map(
    places.map((place, nth) => {
      const own = leaves.filter(({ at, expression }) => at === place && !isSearch(expression));
      const names = nth === 0 ? keepNames(groupings) : [];
      return [place, [...names, ...workOut(own.map(({ clause, expression }) => ({ at: clause, expression })))]];
    }),
  );
}

/** The documents that a search finds, which is asked in its WHERE alone. */
async function documentsOf(
  tracer: EsqlTracer,
  segment: EsqlSegment,
  { at: place, expression }: EsqlLeaf,
): Promise<ReadonlySet<string>> {
  const places = [...new Set(segment.leaves.map(({ at }) => at))];
  const pipes = new Map(places.map((at) => [at, at === place ? [whereOf(expression)] : []]));
  return tokensOf((await tracer.replaced(segment.end, [], pipes)).rows);
}

/** Whether an expression searches an index: it cannot be worked out for a row. */
function isSearch(node: Expression): boolean {
  if (node.kind === 'Match') return true;
  if (node.kind === 'Call' && SEARCHES.has(node.name.toLowerCase())) return true;
  return operandsOf(node).some(isSearch);
}

const SEARCHES: ReadonlySet<string> = new Set(['match', 'match_phrase', 'multi_match', 'qstr', 'kql', 'term', 'knn']);

/** What came, or why the engine refused. */
async function orRefusal<Answer extends object>(asked: Promise<Answer>): Promise<Answer | string> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ClusterError && !error.isUnavailable) return error.message;
    throw error;
  }
}

function tokensOf(rows: readonly TracedRow[]): ReadonlySet<string> {
  return new Set(rows.flatMap(({ tokens }) => tokens));
}

function groupName(count: number, row: TracedRow): string {
  if (count === 0) return 'all rows';
  return `group ${Array.from({ length: count }, (_, at) => showValue(keptName(row, at))).join(', ')}`;
}

function letterOf(truth: Truth): string {
  return truth === null ? '?' : truth ? '1' : '0';
}
