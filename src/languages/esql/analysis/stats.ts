import type { Field, FunctionCall, Stats } from '../ast.js';
import { findOtherFunction } from '../functions/other-functions.js';
import { type Cell, Failure, TimeSpanValue } from '../cells.js';
import type { AggregateFunction, CheckedCall } from '../functions/function.js';
import { findFunction } from '../functions/registry.js';
import type { Outcome, Session } from './session.js';
import type { AggregateCall, Assignment, Attribute, Resolved, Step } from './plan.js';
import { Resolver } from './resolve.js';
import { isRefusedConstant, withoutToIp } from './constant-aggregates.js';
import { Scope } from './scope.js';

/** The state of analysing one STATS. */
interface StatsState {
  readonly session: Session;
  readonly scope: Scope;
  readonly groups: readonly Assignment[];
  readonly aggregates: AggregateCall[];
  /** How many aggregates were replaced by a value. */
  replaced: number;
}

/** STATS and INLINE STATS: aggregates first, then keys; a key wins over an aggregate of its name. */
export function analyseStats(command: Stats, scope: Scope, session: Session): Outcome | undefined {
  if (command.aggregates.length === 0 && command.groupings.length === 0) {
    session.problems.addSyntax(
      command.range,
      'esql/stats',
      'At least one aggregation or grouping expression required in [STATS]',
      'There is nothing to compute.',
      'Add an aggregate, such as COUNT(*).',
    );
    return undefined;
  }
  const broken: Attribute[] = [];
  const keys = command.groupings.flatMap((field) => {
    const group = grouping(field, scope, session);
    if (group === undefined) broken.push(session.attributes.broken(field.name));
    return group ?? [];
  });
  // Of keys with one name only the last one groups.
  const last = new Map(keys.map((key) => [key.attribute.name, key]));
  const groups = keys.filter((key) => last.get(key.attribute.name) === key);
  const state: StatsState = { session, scope, groups, aggregates: [], replaced: 0 };
  const outputs: Assignment[] = [];
  for (const item of command.aggregates) {
    const filter = item.filter && plainResolver(state).resolve(item.filter);
    if (filter !== undefined && filter.type !== 'boolean' && filter.type !== 'null') {
      const what = `Condition expression needs to be boolean, found [${filter.type.toUpperCase()}]`;
      session.problems.addLater(
        filter.range,
        'esql/type',
        what,
        'The aggregate takes the rows for which it is true.',
        'Compare the value.',
      );
    }
    const value = aggregateValue(item.field, filter, state);
    if (value === undefined) broken.push(session.attributes.broken(item.field.name));
    else outputs.push({ attribute: session.attributes.create(item.field.name, value.type), value });
  }
  const { scope: after, steps } = finish(command, state, outputs);
  return { scope: after.with(broken), steps };
}

function finish(command: Stats, state: StatsState, outputs: readonly Assignment[]): Outcome {
  const { groups, aggregates } = state;
  const aggregate: Step = { kind: 'Aggregate', inline: command.inline, groups, aggregates };
  const compute: Step = { kind: 'Compute', assignments: outputs };
  const keys = groups.map((group) => group.attribute);
  warnOfShadowed(command, state.session);
  const start = command.inline ? state.scope : new Scope([]);
  const columns = start.with(outputs.map((item) => item.attribute)).with(keys);
  return {
    scope: columns,
    steps: [aggregate, compute],
  };
}

/** Elasticsearch warns of an aggregate or key whose name a later one takes. */
function warnOfShadowed({ aggregates, groupings }: Stats, { text, problems }: Session): void {
  const named = new Map<string, Field>();
  for (const field of [...aggregates.map((item) => item.field), ...groupings]) {
    const earlier = named.get(field.name);
    named.set(field.name, field);
    if (earlier === undefined) continue;
    const before = text.slice(0, field.range.start).split('\n');
    const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    problems.warn(
      earlier.range,
      'esql/shadowed',
      `Field '${field.name}' shadowed by field at line ${place}`,
      'Of two columns with one name the last one stays.',
      'Give them different names.',
    );
  }
}

/** A key: a column keeps its identity, an expression makes a new column. */
function grouping(field: Field, scope: Scope, session: Session): Assignment | undefined {
  const resolver = new Resolver(scope, {
    text: session.text,
    now: session.now,
    problems: session.problems,
    grouping: true,
    aggregate: (node) => {
      const text = session.text.slice(node.range.start, node.range.end);
      session.problems.addLater(
        node.range,
        'esql/aggregate',
        `cannot use an aggregate [${text}] for grouping`,
        'Rows are grouped before they are aggregated.',
        'Group by a column or a scalar expression.',
      );
      return undefined;
    },
  });
  const value = resolver.resolve(field.expression);
  if (value === undefined) return undefined;
  const name = field.alias === undefined && value.kind === 'Reference' ? value.attribute.name : field.name;
  return { attribute: session.attributes.create(name, value.type), value };
}

function plainResolver({ session, scope }: StatsState): Resolver {
  return new Resolver(scope, { text: session.text, now: session.now, problems: session.problems });
}

/** Resolves what may follow STATS: aggregates, keys, and expressions over both. */
function aggregateValue(field: Field, filter: Resolved | undefined, state: StatsState): Resolved | undefined {
  const { session, groups } = state;
  const before = state.aggregates.length + state.replaced;
  const refused = session.problems.refusals.length;
  const visible = new Scope(groups.map((group) => group.attribute));
  const resolver = new OverGroups(visible, state, (node) => aggregateCall(node, filter, state));
  const value = resolver.resolve(field.expression);
  if (value === undefined) return undefined;
  if (refused < session.problems.refusals.length) return value;
  const key = keyAlone(field, value, state);
  if (key !== undefined) {
    session.problems.addLater(field.expression.range, 'esql/aggregate', key, 'The key is a column of the result already.', 'Leave it out before BY.'); // prettier-ignore
    return undefined;
  }
  if (state.aggregates.length + state.replaced === before && !usesGroup(value)) {
    session.problems.addLater(
      value.range,
      'esql/aggregate',
      `expected an aggregate function but found [${value.text}]`,
      'STATS gives one row for each group.',
      'Use an aggregate function.',
    );
    return undefined;
  }
  return value;
}

/** What is wrong with repeating a key before BY, in Elasticsearch's words. */
function keyAlone(field: Field, value: Resolved, { groups }: StatsState): string | undefined {
  const group = groups.find((item) => value.kind === 'Reference' && item.attribute === value.attribute);
  if (group === undefined) return undefined;
  if (field.expression.kind === 'Column')
    return `grouping key [${field.expression.name}] already specified in the STATS BY clause`;
  if (group.value.kind === 'Call' && group.value.function.kind === 'grouping') {
    return `grouping function [${value.text}] cannot be used as an aggregate once declared in the STATS BY clause`;
  }
  return undefined;
}

function usesGroup(value: Resolved): boolean {
  return value.kind === 'Reference' || (value.kind === 'Call' && value.arguments.some(usesGroup));
}

/** Finds keys where columns are meant, and says of other columns what is wrong with them. */
class OverGroups extends Resolver {
  private readonly state: StatsState;
  private readonly visible: Scope;

  constructor(visible: Scope, state: StatsState, aggregate: (node: FunctionCall) => Resolved | undefined) {
    const { session } = state;
    super(visible, { text: session.text, now: session.now, problems: session.problems, aggregate });
    this.state = state;
    this.visible = visible;
  }

  override resolve(node: Parameters<Resolver['resolve']>[0]): Resolved | undefined {
    const sameGroup = this.state.groups.find(
      (group) => group.value.kind !== 'Reference' && group.value.text === this.textOf(node),
    );
    if (sameGroup) {
      const { attribute } = sameGroup;
      return { kind: 'Reference', attribute, type: attribute.type, range: node.range, text: this.textOf(node) };
    }
    // Whether it is an aggregate is not known: its arguments may be any column.
    if (node.kind === 'Call' && findOtherFunction(node.name)) return plainResolver(this.state).resolve(node);
    if (node.kind !== 'Column' || this.visible.find(node.name)) return super.resolve(node);
    const { scope, groups, session } = this.state;
    const original = groups.find(
      (group) => group.value.kind === 'Reference' && group.value.attribute.name === node.name,
    );
    if (original) {
      return {
        kind: 'Reference',
        attribute: original.attribute,
        type: original.attribute.type,
        range: node.range,
        text: node.name,
      };
    }
    const why = 'A group has many rows, so the column has no single value.';
    const fix = 'Add it after BY, or put it into an aggregate function.';
    if (scope.find(node.name)) {
      const what = `column [${node.name}] must appear in the STATS BY clause or be used in an aggregate function`;
      session.problems.addLater(node.range, 'esql/unknown-column', what, why, fix);
    } else {
      const what = `Unknown column [${node.name}]${scope.suggestion(node.name)}`;
      session.problems.add(node.range, 'esql/unknown-column', what, why, fix);
    }
    return undefined;
  }
}

/** Aggregates that Elasticsearch 8.19 replaces by a value where their argument is constant, and with it their filter. */
const REPLACED = new Set(['MAX', 'MIN', 'AVG', 'MEDIAN', 'PERCENTILE', 'COUNT_DISTINCT', 'MEDIAN_ABSOLUTE_DEVIATION']);

/** The value that an aggregate of a constant has, whatever the rows and its filter; undefined if it needs the rows. */
function ofConstant(entry: AggregateFunction, call: CheckedCall): Cell | undefined {
  const [constant, ...others] = call.constants;
  if (constant === undefined || constant === null || constant instanceof TimeSpanValue) return undefined;
  if (!REPLACED.has(entry.name) || others.some((other) => other instanceof TimeSpanValue)) return undefined;
  const accumulator = entry.create(call)();
  accumulator.add(constant, ...(others as Cell[]));
  const value = accumulator.finish();
  return value instanceof Failure ? undefined : value;
}

function aggregateCall(node: FunctionCall, filter: Resolved | undefined, state: StatsState): Resolved | undefined {
  const { session } = state;
  const entry = findFunction(node.name);
  if (entry?.kind !== 'aggregate') return undefined;
  const text = session.text.slice(node.range.start, node.range.end);
  const inner = new Resolver(state.scope, {
    text: session.text,
    now: session.now,
    problems: session.problems,
    grouping: true,
    aggregate: (nested) => {
      const nestedText = session.text.slice(nested.range.start, nested.range.end);
      session.problems.addLater(
        nested.range,
        'esql/aggregate',
        `nested aggregations [${nestedText}] not allowed inside other aggregations [${text}]`,
        'An aggregate needs rows, not groups.',
        'Use two STATS, one after the other.',
      );
      return undefined;
    },
  });
  const operands = node.arguments.filter((argument) => argument.kind !== 'Star');
  const written = inner.arguments(node, entry, operands);
  const checked = written && inner.check(node, entry, written);
  const complete = checked && inner.withTimestamp(node, entry, written, checked);
  if (complete === undefined) return undefined;
  const [resolved, checkedCall] = complete;
  const call = withoutToIp(checkedCall, operands);
  const value = ofConstant(entry, call);
  if (value !== undefined) {
    state.replaced += 1;
    const type = typeof entry.returns === 'function' ? entry.returns(call.types) : entry.returns;
    return { kind: 'Constant', type, range: node.range, text, value };
  }
  const type = typeof entry.returns === 'function' ? entry.returns(call.types) : entry.returns;
  const attribute: Attribute = session.attributes.create(text, type);
  state.aggregates.push({
    attribute,
    function: entry,
    arguments: resolved,
    site: call,
    ...(isRefusedConstant(entry, call) && { isOfConstant: true }),
    ...(filter && { filter }),
    range: node.range,
    text,
  });
  return { kind: 'Reference', attribute, type, range: node.range, text };
}
