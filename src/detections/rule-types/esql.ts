import type { EsqlResponse } from '../../engine/cluster.js';
import type { EsqlRule } from '../../model/rule.js';
import type { JsonObject, JsonValue } from '../../values/json.js';
import type { Alert } from '../alert.js';
import { idOfParts } from '../alert-id.js';
import { alertFromHit } from '../build-alert.js';
import { fieldOf } from '../document-fields.js';
import { withoutExceptions } from '../exceptions/applied-exceptions.js';
import type { RunContext, TypeRun } from '../run-context.js';
import { windowFilter } from '../search-window.js';
import { timeOfHit } from '../time-order.js';
import { MAX_SIGNALS, MAX_SIGNALS_SUPPRESSED, unappliedExceptions } from '../warnings.js';
import { esqlShape } from './esql-shape.js';
import type { EsqlShape } from './esql-shape.js';
import { rowHits } from './esql-rows.js';
import type { RowHit } from './esql-rows.js';
import { createSuppressed } from './suppressed-hits.js';

/** Kibana asks three times for `max_signals` more rows, as long as alerts of what it got are there already. */
const PAGES = 3;

/**
 * One alert for each row, in the order of the query; window and exceptions are a filter before the first command. A row of a query that does not
 * aggregate and has `_id` is the alert of that document, whose fields it takes over; any other row is an alert of its own in each run.
 *
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule#create-esql-rule
 */
export async function runEsqlRule(rule: EsqlRule, context: RunContext): Promise<TypeRun> {
  const { cluster, exceptions, window, indices } = context;
  const shape = esqlShape(rule.query);
  const response = await cluster.esql({
    // On a line of its own, so that a comment at the end of the query does not swallow it.
    query: `${rule.query}\n| LIMIT ${PAGES * context.limit + 1}`,
    filter: { bool: { filter: [windowFilter(rule, window)], must_not: withoutExceptions(exceptions) } },
  });
  const rows = rowsOf(response);
  const hits = await rowHits(rows, shape, indices, cluster);
  const stopped = createFromRows(rule, hits, { ...shape, columns: new Set(rows.flatMap(Object.keys)) }, context);
  return {
    warnings: [
      ...(exceptions.unprocessed.length === 0 ? [] : [unappliedExceptions(exceptions.unprocessed)]),
      ...(response.warnings ?? []),
      ...(stopped === undefined ? [] : [stopped]),
    ],
  };
}

/** The shape of a query, and the columns of which some row has a value. */
interface ShapeOfRows extends EsqlShape {
  readonly columns: ReadonlySet<string>;
}

function createFromRows(
  rule: EsqlRule,
  hits: readonly RowHit[],
  shape: ShapeOfRows,
  context: RunContext,
): string | undefined {
  const { writer, limit } = context;
  const { alertSuppression: suppression } = rule;
  const before = writer.createdCount;
  const tally = { suppressed: 0 };
  for (let page = 0; page < PAGES && page * limit < hits.length; page++) {
    // One row more than a page holds tells that there are more.
    const part = hits.slice(page * limit, (page + 1) * limit + 1);
    const alerts = part.map((hit, at) => alertOf(hit, at, shape, rule, context));
    if (suppression) {
      const grouped = part.flatMap((hit, at) => {
        const alert = alerts[at];
        const valueOf = (field: string): JsonValue | undefined => fieldOf(hit._source, field) ?? hit.fields?.[field];
        return alert ? [{ alert, valueOf, time: timeOfHit(rule, hit) }] : [];
      });
      if (createSuppressed(suppression, grouped, context, tally, 1)) return MAX_SIGNALS_SUPPRESSED;
    } else if (writer.create(alerts, limit - (writer.createdCount - before)).truncated) return MAX_SIGNALS;
  }
  return undefined;
}

/** Document alerts are known again by the next run; others only within the run, by their place. */
function alertOf(hit: RowHit, at: number, shape: ShapeOfRows, rule: EsqlRule, context: RunContext): Alert {
  const { owner, window } = context;
  const space = `${owner.space}:${owner.ruleUuid}`;
  const isDocument = !shape.isAggregating && hit._id !== '';
  const id = isDocument
    ? idOfParts([hit._id, hit._index, space, ...expandedValues(hit, shape)])
    : idOfParts([window.from + window.to, rule.query, space, at]);
  return alertFromHit(context, hit, { id, ...(hit._id === '' ? { sources: [] } : {}) });
}

/** What tells rows of one document apart: the expanded values; where the query renames or drops one of these, all that the row has. */
function expandedValues({ _source: source }: RowHit, { expanded, columns }: ShapeOfRows): readonly JsonValue[] {
  if (expanded.some((field) => !columns.has(field))) return [source];
  return expanded.flatMap((field) => fieldOf(source, field) ?? []);
}

/** Rows as documents: columns without a value are left out. */
function rowsOf({ columns, values }: EsqlResponse): readonly JsonObject[] {
  return values.map((row) =>
    Object.fromEntries(
      columns.map(({ name }, at) => [name, row[at] ?? null] as const).filter(([, value]) => value !== null),
    ),
  );
}
