import { unreachable } from '../../../values/unreachable.js';
import type { Expression, FunctionCall, MapLiteral } from '../ast.js';
import { type Cell, type Operand, Refusal, TimeSpanValue } from '../cells.js';
import { castFunction } from '../functions/conversions.js';
import { spanOf } from '../functions/date-values.js';
import type {
  CheckedCall,
  EsqlFunction,
  GroupingFunction,
  ScalarFunction,
  SearchFunction,
} from '../functions/function.js';
import { findOtherFunction } from '../functions/other-functions.js';
import { findFunction, findOperator, similarFunctions } from '../functions/registry.js';
import type { EsqlType } from '../types.js';
import { WIDENING, fieldOf, folded, matchesAll, timestampBefore, widen } from './adjust-calls.js';
import { countProblem, parameterProblem, truthProblem, unsupportedProblem } from './check-arguments.js';
import { unionConversion } from './union-types.js';
import { constantOf, keptAngle } from './fold.js';
import { integerType, integerValue, listValue, literalCell } from './literal-values.js';
import { noteUnknownType, noteWrongLike } from './parser-problems.js';
import type { Call, Connective, Constant, Resolved } from './plan.js';
import { type Problems, type Scope, suggest } from './scope.js';
import { simplified, simplifiedTruth } from './simplify.js';
import { literalTarget, readLiteral, unreadable } from './text-literals.js';

/** What may stand where an expression is resolved. */
export interface ResolveOptions {
  /** The text that ranges count in. */
  readonly text: string;
  readonly now: number;
  readonly problems: Problems;
  /** Takes an aggregate call out of the expression; absent outside STATS. */
  readonly aggregate?: (node: FunctionCall, resolver: Resolver) => Resolved | undefined;
  /** Whether BUCKET and its kin may stand here. */
  readonly grouping?: boolean;
  /** Says why a search function may not stand here; undefined if it may. */
  readonly refuseSearch?: (name: string) => string | undefined;
}

type Predicate = Extract<Expression, { kind: 'Logical' | 'Not' | 'In' | 'Like' | 'IsNull' | 'Match' }>;
type Literal = Extract<
  Expression,
  { kind: 'Null' | 'Boolean' | 'String' | 'Decimal' | 'Integer' | 'TimeSpan' | 'List' | 'Parameter' }
>;

/** Finds columns and functions, checks types and folds constants. */
export class Resolver {
  private readonly scope: Scope;
  private readonly options: ResolveOptions;

  constructor(scope: Scope, options: ResolveOptions) {
    this.scope = scope;
    this.options = options;
  }

  /** The source text of a node. */
  textOf(node: { readonly range: { readonly start: number; readonly end: number } }): string {
    return this.options.text.slice(node.range.start, node.range.end);
  }

  /** Resolves an expression; undefined if a part of it is wrong, which then stands in the problems. */
  resolve(node: Expression): Resolved | undefined {
    switch (node.kind) {
      case 'Logical':
      case 'Not':
      case 'In':
      case 'Like':
      case 'IsNull':
      case 'Match':
        return this.predicate(node);
      case 'Column':
        return this.column(node);
      case 'Call':
        return this.call(node);
      case 'Cast':
        return this.cast(node);
      case 'Negate':
        return this.sign(node);
      case 'Arithmetic':
      case 'Comparison':
        return this.operator(node.operator, node, [node.left, node.right]);
      case 'Star':
      case 'Map': {
        this.wrong(node, 'esql/syntax', `[${this.textOf(node)}] is not an expression`, 'Remove it.');
        return;
      }
      default:
        return this.literal(node);
    }
  }

  private sign(node: Extract<Expression, { kind: 'Negate' }>): Resolved | undefined {
    return node.sign === '+' ? this.resolve(node.operand) : this.operator('neg', node, [node.operand]);
  }

  private predicate(node: Predicate): Resolved | undefined {
    switch (node.kind) {
      case 'Logical':
        return this.connective(node, node.operator, node.operands);
      case 'Not':
        return this.connective(node, 'not', [node.operand]);
      case 'In':
        return this.negatable(node, this.operator('IN', node, [node.operand, ...node.items]));
      case 'Like':
        return this.like(node);
      case 'IsNull': {
        const operand = this.resolve(node.operand);
        return operand && { ...this.base(node, 'boolean'), kind: 'NullTest', negated: node.negated, operand };
      }
      case 'Match':
        return this.match(node);
      default:
        return unreachable(node);
    }
  }

  private literal(node: Literal): Resolved | undefined {
    const constant = (type: EsqlType, value: Operand): Constant => ({
      ...this.base(node, type),
      kind: 'Constant',
      value,
    });
    switch (node.kind) {
      case 'Null':
        return constant('null', null);
      case 'Boolean':
        return constant('boolean', node.value);
      case 'String':
        return constant('keyword', node.value);
      case 'Decimal':
        return constant('double', node.value);
      case 'Integer':
        return constant(integerType(node.value), integerValue(node.value));
      case 'TimeSpan': {
        const span = spanOf(Number(node.quantity), node.unit);
        return span && constant(span.type, span.value);
      }
      case 'List':
        return constant(...listValue(node.items));
      case 'Parameter': {
        this.wrong(node, 'esql/parameter', `Unknown query parameter [${node.text}]`, 'Pass a value for it.');
        return;
      }
      default:
        return unreachable(node);
    }
  }

  private base(node: Expression, type: EsqlType): { type: EsqlType; range: Expression['range']; text: string } {
    return { type, range: node.range, text: this.textOf(node) };
  }

  private wrong(node: Expression, code: `esql/${string}`, what: string, fix: string): Resolved | undefined {
    this.options.problems.add(node.range, code, what, 'Elasticsearch refuses the query.', fix);
    return undefined;
  }

  private column(node: Extract<Expression, { kind: 'Column' }>): Resolved | undefined {
    const attribute = this.scope.find(node.name);
    if (attribute === undefined) {
      const what = `Unknown column [${node.name}]${this.scope.suggestion(node.name)}`;
      this.wrong(node, 'esql/unknown-column', what, 'Use a column that exists at this place of the query.');
      return;
    }
    if (attribute.broken) return;
    const problem = unsupportedProblem(attribute);
    if (problem !== undefined) return this.wrong(node, 'esql/unsupported-field', problem, attribute.field?.conflict ? 'Convert the field (`::type`) where it is used, or read fewer indices.' : 'Use another field, or one of its multi-fields.'); // prettier-ignore
    return { ...this.base(node, attribute.type), kind: 'Reference', attribute };
  }

  private cast(node: Extract<Expression, { kind: 'Cast' }>): Resolved | undefined {
    const name = castFunction(node.type);
    if (name === undefined) noteUnknownType(node, this.options.problems);
    return name === undefined ? undefined : this.apply(node, findFunction(name) as ScalarFunction, [node.operand]);
  }

  private operator(symbol: string, node: Expression, operands: readonly Expression[]): Resolved | undefined {
    return this.apply(node, findOperator(symbol), operands);
  }

  private negatable(
    node: { readonly negated: boolean } & Expression,
    value: Resolved | undefined,
  ): Resolved | undefined {
    if (value === undefined || !node.negated) return value;
    const negation: Connective = {
      ...this.base(node, 'boolean'),
      kind: 'Connective',
      operator: 'not',
      operands: [value],
    };
    return simplifiedTruth(negation) ?? negation;
  }

  private like(node: Extract<Expression, { kind: 'Like' }>): Resolved | undefined {
    const symbol = node.syntax === 'like' ? 'LIKE' : 'RLIKE';
    if (noteWrongLike(node, this.options.problems)) return undefined;
    const value = this.apply(node, findOperator(symbol), [node.operand, ...node.patterns]);
    if ((node.negated || node.patterns.length === 1) && value?.kind === 'Call' && matchesAll(node)) {
      // A pattern that matches all becomes IS NOT NULL in Elasticsearch, whose negation keeps the rows without a value.
      const operand = value.arguments[0];
      if (operand) return { ...this.base(node, 'boolean'), kind: 'NullTest', negated: !node.negated, operand };
    }
    return this.negatable(node, value);
  }

  private connective(
    node: Expression,
    operator: 'and' | 'or' | 'not',
    items: readonly Expression[],
  ): Resolved | undefined {
    const operands = items.map((item) => this.resolve(item));
    const known = operands.filter((operand) => operand !== undefined);
    if (known.length < operands.length) return undefined;
    const textUpTo = (end = node.range.end): string => this.textOf({ range: { start: node.range.start, end } });
    const problem = truthProblem(operator, known, textUpTo);
    if (problem !== undefined) return this.wrong(node, 'esql/type', problem, 'Compare the value.');
    const connective: Connective = { ...this.base(node, 'boolean'), kind: 'Connective', operator, operands: known };
    return simplifiedTruth(connective) ?? connective;
  }

  private call(node: FunctionCall): Resolved | undefined {
    const entry = findFunction(node.name);
    if (entry === undefined) {
      const other = findOtherFunction(node.name);
      if (other) return this.refused(node, other.family);
      // Of a call with wrong arguments Elasticsearch tells these first.
      const isAggregate = this.options.aggregate !== undefined;
      if (!isAggregate && node.arguments.some((item) => item.kind !== 'Star' && !this.resolve(item))) return;
      const similar = similarFunctions(node.name);
      const fix = similar.length === 0 ? 'Use a function that ES|QL has.' : `Write ${similar.join(' or ')}.`;
      return this.wrong(node, 'esql/unknown-function', `Unknown function [${node.name}]${suggest(similar)}`, fix);
    }
    switch (entry.kind) {
      case 'aggregate':
        if (this.options.aggregate) return this.options.aggregate(node, this);
        return this.wrong(
          node,
          'esql/aggregate',
          `aggregate function [${this.textOf(node)}] not allowed outside STATS command`,
          'Use it in STATS, or an MV_ function on one row.',
        );
      case 'grouping':
        if (this.options.grouping === true) return this.apply(node, entry, node.arguments);
        return this.wrong(
          node,
          'esql/grouping',
          this.options.aggregate
            ? `can only use grouping function [${this.textOf(node)}] as part of the BY clause`
            : `cannot use grouping function [${this.textOf(node)}] outside of a STATS command`,
          'Use it after BY in STATS.',
        );
      case 'search':
        return this.search(node, entry, node.arguments);
      case 'scalar':
        return this.apply(node, entry, node.arguments);
      default:
        return unreachable(entry);
    }
  }

  /** A function that only Elasticsearch runs: its arguments are looked up, its value is taken for null. */
  private refused(node: FunctionCall, family: string): Resolved {
    for (const argument of node.arguments) {
      if (argument.kind !== 'Map' && argument.kind !== 'Star') this.resolve(argument);
    }
    this.options.problems.refuse(`the ${family} function ${node.name.toUpperCase()} of ES|QL`);
    return { ...this.base(node, 'null'), kind: 'Constant', value: null };
  }

  /** Resolves the arguments of a call and checks their number; used for aggregates too. */
  arguments(node: Expression, entry: EsqlFunction, operands: readonly Expression[]): Resolved[] | undefined {
    const problem = countProblem(entry, operands.length);
    if (problem !== undefined) {
      this.options.problems.addSyntax(
        node.range,
        'esql/arguments',
        `error building [${entry.name.toLowerCase()}]: ${problem}`,
        'Elasticsearch refuses the query.',
        `Give it ${problem.replace('expects ', '')}.`,
      );
      return;
    }
    const resolved = operands.map((operand) => this.resolve(operand));
    return resolved.some((item) => item === undefined) ? undefined : (resolved as Resolved[]);
  }

  private apply(
    node: Expression,
    entry: ScalarFunction | GroupingFunction,
    operands: readonly Expression[],
  ): Resolved | undefined {
    const union = this.union(node, entry, operands);
    if (union !== undefined) return union;
    const resolved = this.arguments(node, entry, operands);
    if (resolved === undefined) return undefined;
    const written = this.castLiterals(entry, resolved);
    const checked = written && this.check(node, entry, written);
    const complete = checked && this.withTimestamp(node, entry, written, checked);
    if (complete === undefined) return undefined;
    const [cast, call] = complete;
    const type = typeof entry.returns === 'function' ? entry.returns(call.types) : entry.returns;
    const unchanged = keptAngle(entry, cast);
    if (unchanged) return unchanged;
    const widened = WIDENING.has(entry.name) ? cast.map((item) => widen(item, type, call.now)) : cast;
    const base: Call = { ...this.base(node, type), kind: 'Call', function: entry, arguments: widened, site: call };
    return simplified(folded(base));
  }

  /** The conversion of a field of several types, where every one of them can be converted. */
  private union(
    node: Expression,
    entry: ScalarFunction | GroupingFunction,
    [operand]: readonly Expression[],
  ): Resolved | undefined {
    const attribute = operand?.kind === 'Column' ? this.scope.find(operand.name) : undefined;
    if (operand === undefined || attribute === undefined || entry.kind !== 'scalar') return undefined;
    const field: Resolved = { ...this.base(operand, attribute.type), kind: 'Reference', attribute };
    return unionConversion(entry, field, { ...this.base(node, attribute.type), now: this.options.now });
  }

  /** Checks the types of a call; returns its site, or undefined after noting what is wrong. */
  check(node: Expression, entry: EsqlFunction, resolved: readonly Resolved[]): CheckedCall | undefined {
    const call: CheckedCall = {
      types: resolved.map((item) => item.type),
      constants: resolved.map(constantOf),
      now: this.options.now,
      text: this.textOf(node),
      argumentTexts: resolved.map((item) => item.text),
    };
    const problem = parameterProblem(entry, call) ?? entry.check?.(call);
    if (problem === undefined) return call;
    if (problem instanceof Refusal) {
      const { exception, message } = problem;
      this.options.problems.addThrown(node.range, 'esql/argument', exception, message, 'Use another argument.');
      return undefined;
    }
    this.wrong(node, 'esql/type', problem, 'Convert the argument (`::type`), or use another one.');
    return undefined;
  }

  /** Puts `@timestamp` before the arguments of a function that takes it unasked; undefined after noting that there is none. */
  withTimestamp(
    node: Expression,
    entry: EsqlFunction,
    resolved: readonly Resolved[],
    call: CheckedCall,
  ): [readonly Resolved[], CheckedCall] | undefined {
    if (entry.timestamp !== true) return [resolved, call];
    const found = timestampBefore(this.scope.find('@timestamp'), node.range, resolved, call);
    if (typeof found !== 'string') return found;
    this.wrong(
      node,
      'esql/timestamp',
      found,
      'Keep @timestamp up to this command, or name the column that has the time.',
    );
    return undefined;
  }

  /** Texts written where another type is expected are read as that type, as Elasticsearch does. */
  private castLiterals(entry: EsqlFunction, resolved: readonly Resolved[]): Resolved[] | undefined {
    const before = this.options.problems.findings.length;
    const cast = resolved.map((item, at) => {
      if (item.kind !== 'Constant' || item.type !== 'keyword' || typeof item.value !== 'string') return item;
      const target = literalTarget(entry, resolved, at);
      if (target === undefined) return item;
      const value = readLiteral(item.value, target);
      if (value !== undefined) return { ...item, type: target, value };
      this.options.problems.add(
        item.range,
        'esql/type',
        `Cannot convert string [${item.value}] to [${target.toUpperCase()}]${unreadable(item.value, target)}`,
        'The text is compared with or used as that type.',
        `Write a valid ${target}.`,
      );
      return item;
    });
    return this.options.problems.findings.length > before ? undefined : cast;
  }

  private search(node: FunctionCall, entry: SearchFunction, operands: readonly Expression[]): Resolved | undefined {
    const refusal = this.options.refuseSearch?.(entry.name);
    if (refusal !== undefined) {
      this.wrong(node, 'esql/search', refusal, 'Move it into a WHERE right after FROM.');
      return;
    }
    const last = operands.at(-1);
    const map = last?.kind === 'Map' ? last : undefined;
    const resolved = this.arguments(node, entry, map ? operands.slice(0, -1) : operands);
    const call = resolved && this.check(node, entry, resolved);
    if (resolved === undefined || call === undefined) return undefined;
    const query = this.searchText(node, resolved.at(-1));
    const field = resolved.length > 1 ? resolved[0] : undefined;
    return query === undefined ? undefined : this.searchNode(node, entry, field, query, map);
  }

  private searchText(node: FunctionCall, argument: Resolved | undefined): Cell | undefined {
    const query = constantOf(argument);
    if (query !== undefined && !(query instanceof TimeSpanValue)) return query;
    const what = `argument of [${this.textOf(node)}] must be a constant, received [${argument?.text ?? ''}]`;
    this.wrong(node, 'esql/search', what, 'Write the query as text.');
    return undefined;
  }

  private searchNode(
    node: Expression,
    entry: SearchFunction,
    field: Resolved | undefined,
    query: Cell,
    map?: MapLiteral,
  ): Resolved | undefined {
    const attribute = field && fieldOf(field);
    if (field !== undefined && attribute === undefined) {
      const what = `[${entry.name}] ${node.kind === 'Match' ? 'operator' : 'function'} cannot operate on [${field.text}], which is not a field from an index mapping`;
      this.wrong(node, 'esql/search', what, 'Use it on a field of the index, or LIKE on a computed column.');
      return;
    }
    const options = new Map((map?.entries ?? []).map((item) => [item.key, literalCell(item.value)]));
    return {
      ...this.base(node, 'boolean'),
      kind: 'Search',
      function: entry,
      ...(attribute && { field: attribute }),
      query,
      options,
    };
  }

  private match(node: Extract<Expression, { kind: 'Match' }>): Resolved | undefined {
    const refusal = this.options.refuseSearch?.(':');
    if (refusal !== undefined) {
      this.wrong(node, 'esql/search', refusal, 'Move it into a WHERE right after FROM.');
      return;
    }
    const field = this.resolve(node.field);
    const query = this.resolve(node.query);
    const entry = findFunction('MATCH');
    const value = query && constantOf(query);
    if (field === undefined || value === undefined || value instanceof TimeSpanValue || entry?.kind !== 'search')
      return undefined;
    return this.searchNode(node, entry, field, value);
  }
}
