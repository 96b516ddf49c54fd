import { type AnalyseOptions, type Analysis, analyseEsql } from '../../../languages/esql/analysis/analyse.js';
import type { Row } from '../../../languages/esql/analysis/compile.js';
import { compileExpression } from '../../../languages/esql/analysis/compile.js';
import type { Attribute, Plan, Step } from '../../../languages/esql/analysis/plan.js';
import type { EsqlQuery } from '../../../languages/esql/ast.js';
import { responseType } from '../../../languages/esql/types.js';
import type { JsonObject, JsonValue } from '../../../values/json.js';
import { unreachable } from '../../../values/unreachable.js';
import { ClusterError, UnsupportedError } from '../../cluster-error.js';
import type { EsqlColumn, EsqlResponse } from '../../cluster.js';
import type { DocSet } from '../documents/doc-set.js';
import { MemoryLimit } from '../memory-limit.js';
import { aggregate } from './aggregate.js';
import { catalogueOf } from './catalogue.js';
import { enrichRows, forkRows, joinRows } from './combine.js';
import type { EsqlSource, EsqlTable } from './esql-source.js';
import { BLOCKS, Layout, rowBytes, rowOf } from './layout.js';
import { type Sink, compute, dissectRows, expand, filter, grokRows, limit, sample, uriRows } from './operators.js';
import { type OrderOptions, order } from './order.js';
import { missingValues } from './pushed-order.js';
import { presenter } from './present.js';
import { selectDocuments } from './select-documents.js';
import { Warnings, positionOf } from './warnings.js';

/** What a run needs besides the query and its data. */
export interface RunOptions {
  /** The clock, for NOW() and for date math in searches. */
  readonly now: Date;
  /** Query DSL that the documents of FROM must match. */
  readonly filter?: JsonObject;
  /** Bytes that the operators may hold together; 1 GiB unless given. */
  readonly maxMemory?: number;
  /** Versions of the stack that must take the query; none means the newest alone. */
  readonly stacks?: readonly string[];
}

/** Rows that Elasticsearch gives when a query has no LIMIT, and at most. */
const DEFAULT_LIMIT = 1000;
const MAX_LIMIT = 10_000;
const NO_LIMIT = `No limit defined, adding default limit of [${DEFAULT_LIMIT}]`;

/**
 * Runs an ES|QL query; columns, types, values and warnings are those of Elasticsearch 8.19.
 * A query that Elasticsearch refuses throws a `ClusterError` with its words; what only this engine lacks, an `UnsupportedError`.
 * https://www.elastic.co/docs/reference/query-languages/esql
 */
export function runEsql(query: EsqlQuery, source: EsqlSource, options: RunOptions): EsqlResponse {
  let tables: readonly EsqlTable[] = [];
  const catalogue: AnalyseOptions['catalogue'] = catalogueOf(source, (found) => {
    tables = found;
  });
  const { plan, findings, refusal } = analyseEsql(query, {
    catalogue,
    now: options.now,
    stacks: options.stacks ?? [],
  });
  if (plan === undefined) throw refused(query, refusal);
  const warnings = new Warnings(query.text);
  for (const { what, range } of findings) warnings.add(`Line ${positionOf(query.text, range.start)}: ${what}`);
  const memory = new MemoryLimit(options.maxMemory);
  const layout = new Layout(tables, warnings, options.now, memory);
  const run: Run = { plan, tables, layout, options, source };
  const values = told(() => executeWithin(memory, run, warnings), warnings);
  const columns = plan.output.map(responseColumn);
  const list = warnings.list();
  return { columns, values, ...(list.length > 0 && { warnings: list }) };
}

/** Runs something whose refusal carries the warnings so far. */
function told<T>(run: () => T, warnings: Warnings): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof ClusterError) || error instanceof UnsupportedError) throw error;
    throw new ClusterError(error.status, error.error, warnings.list());
  }
}

interface Run {
  readonly plan: Plan;
  readonly tables: readonly EsqlTable[];
  readonly layout: Layout;
  readonly options: RunOptions;
  readonly source: EsqlSource;
}

function responseColumn({ name, type, field, origin = field }: Attribute): EsqlColumn {
  if (type !== 'unsupported') return { name, type: responseType(type) };
  const types = origin?.conflict?.map(({ mappingType }) => mappingType) ?? [origin?.mappingType ?? 'unsupported'];
  return { name, type, original_types: types };
}

/** Elasticsearch's error for what the checker found. */
function refused({ text, commands }: EsqlQuery, refusal: Analysis['refusal']): ClusterError {
  const { findings = [], phase, type = 'verification_exception' } = refusal ?? {};
  if (phase === 'thrown' && type !== 'parsing_exception')
    return new ClusterError(400, { type, reason: findings[0]?.what ?? '' });
  const lines = findings.map((item) => `line ${positionOf(text, item.range.start)}: ${item.what}`);
  if (phase === 'parsed' || phase === 'thrown') return new ClusterError(400, { type, reason: lines.join('\n') });
  const reason = `Found ${lines.length} problem${lines.length === 1 ? '' : 's'}\n${lines.join('\n')}`;
  // The limit is added before the query is verified, and told even then.
  const warnings = commands.some(({ kind }) => kind === 'Limit') ? [] : [NO_LIMIT];
  return new ClusterError(400, { type, reason }, warnings);
}

function executeWithin(memory: MemoryLimit, run: Run, warnings: Warnings): JsonValue[][] {
  try {
    return execute(run, warnings);
  } catch (error) {
    throw memory.brokenBy(error, BLOCKS);
  }
}

function execute(run: Run, warnings: Warnings): JsonValue[][] {
  const { plan, layout, tables } = run;
  const { documents, settled } = scan(run);
  const steps = [...plan.steps.slice(settled), implicitLimit(plan.steps, warnings)];
  const values: JsonValue[][] = [];
  const present = plan.output.map((attribute) => presenter(attribute, layout, tables));
  const result: Sink = {
    push: (row) => {
      layout.memory.add(rowBytes(row), BLOCKS);
      values.push(present.map((print) => print(row)));
      return true;
    },
    finish: () => undefined,
  };
  const first = chain(steps, run, result);
  for (const row of sourceRows(run, documents)) if (!first.push(row)) break;
  first.finish();
  return values;
}

/** The documents of each table that FROM reads, and how many of the filters after it are answered thereby. */
function scan({ plan, tables, options }: Run): { readonly documents: readonly DocSet[]; readonly settled: number } {
  if (plan.source.kind !== 'Scan') return { documents: [], settled: 0 };
  const end = plan.steps.findIndex((step) => step.kind !== 'Filter');
  const filters = plan.steps.slice(0, end < 0 ? undefined : end).filter((step) => step.kind === 'Filter');
  const selections = tables.map((table) => selectDocuments(table, filters, options.now));
  return {
    documents: selections.map(({ docs }, at) => {
      const own = options.filter && tables[at]?.search(options.filter, options.now);
      return own === undefined ? docs : docs.and(own);
    }),
    settled: Math.min(filters.length, ...selections.map((selection) => selection.settled)),
  };
}

function implicitLimit(steps: readonly Step[], warnings: Warnings): Step {
  const limited = steps.some((step) => step.kind === 'Limit');
  if (!limited) warnings.add(NO_LIMIT);
  return { kind: 'Limit', count: limited ? MAX_LIMIT : DEFAULT_LIMIT, by: [] };
}

/** Links steps, the last one first, to the sink that takes their rows. */
function chain(steps: readonly Step[], run: Run, last: Sink): Sink {
  let next = last;
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const step = steps[at];
    if (step?.kind === 'Order') next = order(step, run.layout, orderOptions(steps, at, run), next);
    else if (step !== undefined) next = sinkOf(step, run, next);
  }
  return next;
}

/** Steps that pass on every row once, so that a limit after them is one before them. */
const KEEPS_ROWS: ReadonlySet<Step['kind']> = new Set<Step['kind']>([
  'Compute',
  'Dissect',
  'Grok',
  'UriParts',
  'Enrich',
]);

function orderOptions(steps: readonly Step[], at: number, { plan }: Run): OrderOptions {
  const following = steps.slice(at + 1).find((step) => !KEEPS_ROWS.has(step.kind));
  const atMost = following?.kind === 'Limit' && following.by.length === 0 ? following.count : Infinity;
  const gathered = plan.source.kind !== 'Scan' || steps.slice(0, at).some((step) => step.kind === 'Aggregate');
  return { atMost, heap: gathered, missing: plan.source.kind === 'Scan' ? missingValues(steps, at) : [] };
}

function sinkOf(step: Exclude<Step, { kind: 'Order' }>, run: Run, next: Sink): Sink {
  const { layout } = run;
  switch (step.kind) {
    case 'Filter':
      return filter(step, layout, next);
    case 'Compute':
      return compute(step, layout, next);
    case 'Limit':
      return limit(step, layout, next);
    case 'Aggregate':
      return aggregate(step, layout, next);
    case 'Dissect':
      return dissectRows(step, layout, next);
    case 'Grok':
      return grokRows(step, layout, next);
    case 'UriParts':
      return uriRows(step, layout, next);
    case 'Expand':
      return expand(step, layout, next);
    case 'Sample':
      return sample(step, next);
    case 'Enrich':
      return enrichRows(step, layout, run.source, next);
    case 'Join':
      return joinRows(step, layout, run.source, next);
    case 'Fork':
      return forkRows(step, layout, (steps, last) => chain(steps, run, last), next);
    case 'Refused':
      throw new UnsupportedError(step.feature);
    default:
      return unreachable(step);
  }
}

function* sourceRows(run: Run, documents: readonly DocSet[]): Generator<Row> {
  const { plan, layout } = run;
  const { source } = plan;
  switch (source.kind) {
    case 'Row': {
      const row: Row = [];
      for (const { attribute, value } of source.assignments) {
        row[layout.slot(attribute)] = compileExpression(value, layout)(row);
      }
      yield row;
      return;
    }
    case 'Info': {
      const row: Row = [];
      const cells = ['8.19.0', '1970-01-01T00:00:00.000Z', 'embedded'];
      for (const [at, attribute] of source.attributes.entries()) row[layout.slot(attribute)] = cells[at] ?? null;
      yield row;
      return;
    }
    case 'Scan':
      for (const [at, docs] of documents.entries()) for (const doc of docs) yield rowOf(at, doc);
      return;
    default:
      unreachable(source);
  }
}
