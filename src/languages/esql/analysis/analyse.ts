import type { Finding } from '../../../diagnostics/diagnostic.js';
import { unreachable } from '../../../values/unreachable.js';
import type {
  ChangePoint,
  Completion,
  EsqlQuery,
  Expression,
  Field,
  From,
  ProcessingCommand,
  Rerank,
  Sample,
  SourceCommand,
} from '../ast.js';
import { TimeSpanValue } from '../cells.js';
import { isTimeSpan, type EsqlType } from '../types.js';
import { analyseAlter, dissectSteps, grokSteps } from './alter-commands.js';
import type { EsqlCatalogue } from './catalogue.js';
import { enrichStep, forkStep, joinStep } from './combining-commands.js';
import type { Assignment, Attribute, Plan, Resolved, Source, Step } from './plan.js';
import { settleConstants } from './constant-aggregates.js';
import { constantOf } from './fold.js';
import { pruned } from './prune.js';
import { Attributes, Problems, type QueryRefusal, Scope } from './scope.js';
import { type Outcome, type Session, commandName, resolverFor } from './session.js';
import { analyseStats } from './stats.js';
import { takeApartStep } from './take-apart.js';
import { requirementsOf, stackFindings } from '../versions.js';

/** What analysing may know. */
export interface AnalyseOptions {
  readonly catalogue: EsqlCatalogue;
  /** The clock, for NOW(). */
  readonly now: Date;
  /** Versions of the stack (`8.19`) that must take the query; none means the newest alone. */
  readonly stacks?: readonly string[];
}

/** A query with its columns and types known, and what is wrong with it. */
export interface Analysis {
  /** Absent if the query has errors. */
  readonly plan?: Plan;
  readonly findings: readonly Finding[];
  /** The columns after each command, the source first; one with errors may leave them as they were. Empty where the source is refused. */
  readonly columns: readonly (readonly Attribute[])[];
  /** How Elasticsearch refuses the query; absent if it does not. */
  readonly refusal?: QueryRefusal;
}

/**
 * Checks a query against the fields of its indices: finds columns and functions, infers types, and notes all errors at once in
 * Elasticsearch's words. https://www.elastic.co/docs/reference/query-languages/esql/limitations
 */
export function analyseEsql(query: EsqlQuery, options: AnalyseOptions): Analysis {
  const session: Session = {
    text: query.text,
    now: options.now.getTime(),
    problems: new Problems(),
    attributes: new Attributes(),
    catalogue: options.catalogue,
    before: new Set(),
  };
  const needed = options.stacks === undefined ? [] : requirementsOf(query);
  const functions = new Set(needed.filter((item) => item.isFunction === true).map(({ range }) => range.start));
  for (const { range, what, why, fix } of stackFindings(query, options.stacks ?? [])) {
    // Of a function that is not there the verifier tells; all else the older parser cannot read.
    if (functions.has(range.start)) session.problems.add(range, 'esql/stack', what, why, fix);
    else session.problems.addSyntax(range, 'esql/stack', what, why, fix);
  }
  const columns: (readonly Attribute[])[] = [];
  const started = analyseSource(query.source, session);
  if (started === undefined) return refused(session, columns);
  let { scope } = started;
  columns.push(scope.attributes);
  const steps: Step[] = [];
  for (const command of query.commands) {
    session.problems.command += 1;
    const outcome = analyseCommand(command, scope, session);
    if (outcome !== undefined) {
      scope = outcome.scope;
      steps.push(...outcome.steps);
    }
    columns.push(scope.attributes);
  }
  const { findings, refusals } = session.problems;
  if (findings.some((item) => item.severity === 'error')) return refused(session, columns);
  steps.unshift(...refusals.slice(0, 1).map((feature): Step => ({ kind: 'Refused', feature })));
  const plan = settleConstants(pruned({ source: started.source, steps, output: scope.attributes }), session.problems);
  if (session.problems.refusal !== undefined) return refused(session, columns);
  return { plan, findings, columns };
}

function refused({ problems }: Session, columns: Analysis['columns']): Analysis {
  const { findings, refusal } = problems;
  return { findings, columns, ...(refusal && { refusal }) };
}

const METADATA: ReadonlyMap<string, EsqlType> = new Map<string, EsqlType>([
  ['_id', 'keyword'],
  ['_index', 'keyword'],
  ['_version', 'long'],
  ['_source', '_source'],
  ['_score', 'double'],
  ['_ignored', 'keyword'],
  ['_index_mode', 'keyword'],
  ['_tsid', 'keyword'],
]);

function analyseSource(command: SourceCommand, session: Session): { source: Source; scope: Scope } | undefined {
  switch (command.kind) {
    case 'From':
      return analyseFrom(command, session);
    case 'Row': {
      const { assignments, scope } = assignFields(command.fields, new Scope([]), session, 'row');
      return { source: { kind: 'Row', assignments }, scope };
    }
    case 'Show': {
      const attributes = ['version', 'date', 'hash'].map((name) => session.attributes.create(name, 'keyword'));
      return { source: { kind: 'Info', attributes }, scope: new Scope(attributes) };
    }
    case 'Explain':
      session.problems.add(
        command.range,
        'esql/unsupported',
        'EXPLAIN is not supported',
        'It shows how a cluster runs a query.',
        'Run the query itself.',
      );
      return undefined;
    default:
      return unreachable(command);
  }
}

function analyseFrom(command: From, session: Session): { source: Source; scope: Scope } | undefined {
  const { problems, attributes, catalogue } = session;
  const patterns: string[] = [];
  for (const item of command.indices) {
    if (item.kind === 'Subquery') {
      problems.add(
        item.range,
        'esql/unsupported',
        'A subquery in FROM is not supported',
        'dragnet cannot run it.',
        'Run the queries one by one.',
      );
    } else patterns.push((item.cluster === undefined ? '' : `${item.cluster}:`) + item.name);
  }
  const indices = catalogue.indices(patterns);
  if (indices === undefined) {
    problems.add(
      command.range,
      'esql/unknown-index',
      `Unknown index [${patterns.join(',')}]`,
      'No index matches, so there is nothing to read.',
      'Create the index, or correct the pattern.',
    );
    return undefined;
  }
  if (command.bracket !== undefined) {
    problems.warn(
      { start: command.bracket, end: command.range.end },
      'esql/bracket',
      "Square brackets '[]' need to be removed in FROM METADATA declaration",
      'Elasticsearch 9 refuses them.',
      'Write METADATA without brackets.',
    );
  }
  const fields = indices.fields.map((field) => attributes.create(field.name, field.type, field));
  const metadata: Attribute[] = [];
  for (const { name, range } of command.metadata) {
    const type = METADATA.get(name);
    if (type === undefined) {
      problems.addSyntax(
        range,
        'esql/unknown-metadata',
        `unsupported metadata field [${name}]`,
        'Only metadata fields can stand after METADATA.',
        `Use one of ${[...METADATA.keys()].slice(0, 6).join(', ')}.`,
      );
    } else metadata.push(attributes.create(name, type, { name, type, mappingType: name }));
  }
  const scope = new Scope(fields).with(metadata);
  return { source: { kind: 'Scan', patterns, attributes: scope.attributes }, scope };
}

/** Resolves `name = expression, …` from left to right, each seeing those before it. */
function assignFields(
  fields: readonly Field[],
  start: Scope,
  session: Session,
  place: 'row' | 'eval',
): { assignments: Assignment[]; scope: Scope } {
  const assignments: Assignment[] = [];
  let scope = start;
  for (const field of fields) {
    const value = resolverFor(place === 'row' ? start : scope, session).resolve(field.expression);
    if (value !== undefined && isTimeSpan(value.type)) {
      const what =
        place === 'row'
          ? `cannot use [${value.text}] directly in a row assignment`
          : `EVAL does not support type [${value.type}] as the return data type of expression [${value.text}]`;
      session.problems.addLater(
        place === 'row' ? value.range : field.range,
        'esql/type',
        what,
        'A column cannot hold a time span.',
        'Add it to a date.',
      );
    }
    const attribute = value ? session.attributes.create(field.name, value.type) : session.attributes.broken(field.name);
    if (value !== undefined) assignments.push({ attribute, value });
    scope = scope.with([attribute]);
  }
  return { assignments, scope };
}

function analyseCommand(command: ProcessingCommand, scope: Scope, session: Session): Outcome | undefined {
  if (command.kind === 'Fork' && session.before.has('FORK')) {
    session.problems.add(
      command.range,
      'esql/misplaced',
      'Only a single FORK command is supported, but found multiple',
      'Elasticsearch refuses the query.',
      'Put all branches into one FORK.',
    );
  }
  const outcome = analyseOne(command, scope, session);
  session.before.add(commandName(command));
  return outcome;
}

function analyseOne(command: ProcessingCommand, scope: Scope, session: Session): Outcome | undefined {
  switch (command.kind) {
    case 'Where':
      return analyseWhere(command.condition, scope, session);
    case 'Eval': {
      const { assignments, scope: after } = assignFields(command.fields, scope, session, 'eval');
      return { scope: after, steps: [{ kind: 'Compute', assignments }] };
    }
    case 'Keep':
    case 'Drop':
    case 'Rename':
    case 'MvExpand':
      return analyseAlter(command, scope, session);
    case 'Sort':
      return analyseSort(command, scope, session);
    case 'Limit':
      return analyseLimit(command, scope, session);
    case 'Stats':
      return analyseStats(command, scope, session);
    case 'Dissect':
      return dissectSteps(command, scope, session, resolverFor(scope, session));
    case 'Grok':
      return grokSteps(command, scope, session, resolverFor(scope, session));
    default:
      return analyseFurther(command, scope, session);
  }
}

type Further = Exclude<
  ProcessingCommand,
  { kind: 'Where' | 'Eval' | 'Keep' | 'Drop' | 'Rename' | 'MvExpand' | 'Sort' | 'Limit' | 'Stats' | 'Dissect' | 'Grok' }
>;

function analyseFurther(command: Further, scope: Scope, session: Session): Outcome | undefined {
  switch (command.kind) {
    case 'Sample':
      return analyseSample(command, scope, session);
    case 'Enrich':
      return enrichStep(command, scope, session);
    case 'LookupJoin':
      return joinStep(command, scope, session);
    case 'Fork':
      return forkStep(command, scope, session, analyseCommand);
    case 'Completion':
    case 'Rerank':
      return modelStep(command, scope, session);
    case 'TakeApart':
      return takeApartStep(command, scope, session, resolverFor(scope, session));
    case 'ChangePoint':
      return changePointStep(command, scope, session);
    case 'Fuse':
      return { scope, steps: [{ kind: 'Refused', feature: `the ES|QL command ${commandName(command)}` }] };
    default:
      return unreachable(command);
  }
}

function modelStep(command: Completion | Rerank, scope: Scope, session: Session): Outcome {
  const name = command.target?.name ?? (command.kind === 'Completion' ? 'completion' : '_score');
  resolverFor(scope, session).resolve(command.kind === 'Completion' ? command.prompt : command.query);
  const attribute = session.attributes.create(name, command.kind === 'Completion' ? 'keyword' : 'double');
  return {
    scope: scope.with([attribute]),
    steps: [{ kind: 'Refused', feature: `${command.kind.toUpperCase()}, which asks a model,` }],
  };
}

function changePointStep({ target }: ChangePoint, scope: Scope, session: Session): Outcome {
  const type = session.attributes.create(target?.type.name ?? 'type', 'keyword');
  const pvalue = session.attributes.create(target?.pvalue.name ?? 'pvalue', 'double');
  return { scope: scope.with([type, pvalue]), steps: [{ kind: 'Refused', feature: 'the ES|QL command CHANGE_POINT' }] };
}

function analyseWhere(condition: Expression, scope: Scope, session: Session): Outcome | undefined {
  const value = resolverFor(scope, session).resolve(condition);
  if (value === undefined) return { scope, steps: [] };
  if (value.type !== 'boolean' && value.type !== 'null') {
    session.problems.addLater(
      value.range,
      'esql/type',
      `Condition expression needs to be boolean, found [${value.type.toUpperCase()}]`,
      'A row is kept where the condition is true.',
      'Compare the value.',
    );
    return { scope, steps: [] };
  }
  return { scope, steps: [{ kind: 'Filter', condition: value }] };
}

function analyseSort(command: Extract<ProcessingCommand, { kind: 'Sort' }>, scope: Scope, session: Session): Outcome {
  const resolver = resolverFor(scope, session);
  const keys = command.keys.flatMap((key) => {
    const value = resolver.resolve(key.expression);
    if (value === undefined) return [];
    if (value.type === '_source') {
      session.problems.addLater(
        value.range,
        'esql/type',
        `cannot sort on ${value.type}`,
        'Its values have no order.',
        'Sort by another column.',
      );
    }
    const descending = key.direction === 'desc';
    return [{ value, descending, nullsFirst: key.nulls === undefined ? descending : key.nulls === 'first' }];
  });
  return { scope, steps: [{ kind: 'Order', keys }] };
}

function analyseLimit(
  command: Extract<ProcessingCommand, { kind: 'Limit' }>,
  scope: Scope,
  session: Session,
): Outcome | undefined {
  const resolver = resolverFor(scope, session);
  const count = resolver.resolve(command.count);
  const value = count && constantOf(count);
  if (typeof value !== 'number' || count?.type !== 'integer' || value < 0) {
    const text = session.text.slice(command.range.start, command.range.end);
    session.problems.addSyntax(
      command.range,
      'esql/limit',
      `value of [${text}] must be a non negative integer, found value [${count?.text ?? ''}] type [${count?.type ?? 'null'}]`,
      'LIMIT counts rows.',
      'Write a whole number.',
    );
    return undefined;
  }
  const by = command.by.flatMap((field) => resolver.resolve(field.expression) ?? []);
  return { scope, steps: [{ kind: 'Limit', count: value, by }] };
}

function analyseSample(command: Sample, scope: Scope, session: Session): Outcome {
  const { probability } = command;
  const node: Resolved | undefined = resolverFor(scope, session).resolve(probability);
  const value = constantOf(node);
  const share = value instanceof TimeSpanValue ? Number.NaN : Number(value);
  if (!(share > 0 && share < 1)) {
    session.problems.addSyntax(
      command.range,
      'esql/sample',
      `invalid value for SAMPLE probability [${typeof value === 'string' ? value : (node?.text ?? '')}], expecting a number between 0 and 1, exclusive`,
      'SAMPLE keeps that share of the rows.',
      'Write a number between 0 and 1.',
    );
  }
  return { scope, steps: [{ kind: 'Sample', probability: share }] };
}
