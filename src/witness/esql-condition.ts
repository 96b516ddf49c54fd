import { ORDER_TESTS } from '../values/order-tests.js';
import type { EsqlQuery, Expression, ProcessingCommand } from '../languages/esql/ast.js';
import { parseKql } from '../languages/kql/parse.js';
import { compileLuceneRegexp } from '../values/patterns/regexp.js';
import { compileWildcard } from '../values/patterns/wildcard.js';
import { checkTest, plainFormsOf, textsBeside } from './check-test.js';
import type { Condition, FieldTest } from './condition.js';
import { hintsOfRegexp } from './eql-hints.js';
import { exists } from './eql-steps.js';
import type { FieldIndex } from './field-index.js';
import { kqlCondition } from './kql-condition.js';
import type { Scalar } from './scalar.js';
import { wildcardMachine } from './text-machine.js';

/** What an ES|QL query asks of the documents that it reads, as far as this module understands it. */
export interface EsqlReading {
  /** What each document has to be; parts that are not understood are left out. */
  readonly condition: Condition;
  /** Numbers that aggregates are compared with: how many documents it may take. */
  readonly sizes: readonly number[];
  /** Fields whose different values are counted. */
  readonly distinct: readonly string[];
  /** Types of fields that their use suggests. */
  readonly types: ReadonlyMap<string, string>;
}

/**
 * Reads the conditions of a query, through EVAL, RENAME and STATS down to the fields of the documents. Every comparison is one clause. With
 * `takesApart`, the texts that DISSECT and simple GROK patterns take apart have to fit these, as conditions on what they find suggest.
 */
export function readEsql(query: EsqlQuery, fields: FieldIndex, takesApart = false): EsqlReading {
  return new Reader(fields, takesApart).query(query);
}

/** A column that was made: from an expression over the columns before it, or in a way that is not looked into. */
type Made = { readonly expression: Expression; readonly before: Columns } | 'opaque';
type Columns = ReadonlyMap<string, Made>;

/** A field of the documents behind an expression, and whether its case is changed on the way. */
interface Target {
  readonly field: string;
  readonly folds: 'lower' | 'upper' | undefined;
}

/** Functions whose result is, or can be, their first argument. */
const SEEN_THROUGH: ReadonlySet<string> = new Set([
  'to_string', 'to_ip', 'to_long', 'to_integer', 'to_int', 'to_double', 'to_lower', 'to_upper', 'trim', 'coalesce', 'values', 'min', 'max',
  'first', 'last', 'top', 'mv_first', 'mv_last', 'mv_min', 'mv_max', 'mv_dedupe', 'mv_concat', 'mv_sort', 'mv_slice', 'url_decode',
]); // prettier-ignore

const TRUE: Condition = { kind: 'Constant', value: true };

class Reader {
  private readonly fields: FieldIndex;
  private readonly takesApart: boolean;
  private columns: Columns = new Map();
  private readonly parts: Condition[] = [];
  private readonly sizes = new Set<number>();
  private readonly distinct = new Set<string>();
  private readonly types = new Map<string, string>();

  constructor(fields: FieldIndex, takesApart: boolean) {
    this.fields = fields;
    this.takesApart = takesApart;
  }

  query({ commands }: EsqlQuery): EsqlReading {
    for (const command of commands) this.command(command);
    return {
      condition: { kind: 'All', parts: this.parts },
      sizes: [...this.sizes],
      distinct: [...this.distinct],
      types: this.types,
    };
  }

  private command(command: ProcessingCommand): void {
    switch (command.kind) {
      case 'Where':
        this.parts.push(this.condition(command.condition, true, this.columns));
        return;
      case 'Eval':
        for (const { name, expression } of command.fields) this.bind(name, { expression, before: this.columns });
        return;
      case 'Rename':
        for (const { from, to } of command.renamings) {
          this.bind(to.name, {
            expression: { kind: 'Column', name: from.name, range: from.range },
            before: this.columns,
          });
        }
        return;
      case 'Stats': {
        const before = this.columns;
        for (const { field } of command.aggregates) this.aggregate(field.name, field.expression, before);
        for (const { name, expression } of command.groupings) {
          if (expression.kind !== 'Column' || expression.name !== name) this.bind(name, { expression, before });
        }
        return;
      }
      case 'Dissect':
        this.fits(command.input, dissectForm(command.pattern));
        this.bindAll([...command.pattern.matchAll(/%\{[+*&?]?([^}/]+)[^}]*\}/g)]);
        return;
      case 'Grok':
        this.fits(command.input, grokForm(command.patterns[0] ?? ''));
        for (const pattern of command.patterns) {
          this.bindAll([...pattern.matchAll(/%\{\w+:([^}:]+)[^}]*\}/g), ...pattern.matchAll(/\(\?<([^>!=]+)>/g)]);
        }
        return;
      default:
    }
  }

  private fits(input: Expression, form: string | undefined): void {
    const test = form === undefined || !this.takesApart ? undefined : patternTest('like', form, undefined);
    if (test !== undefined) this.parts.push(this.oneOf(input, [test], true, this.columns));
  }

  private bind(name: string, made: Made): void {
    this.columns = new Map([...this.columns, [name, made]]);
  }

  private bindAll(matches: readonly RegExpMatchArray[]): void {
    for (const [, name] of matches) if (name !== undefined) this.bind(name, 'opaque');
  }

  private aggregate(name: string, expression: Expression, before: Columns): void {
    const [argument] = expression.kind === 'Call' ? expression.arguments : [];
    if (expression.kind === 'Call' && expression.name.toLowerCase() === 'count_distinct' && argument !== undefined) {
      const target = this.target(argument, before);
      if (target !== undefined) this.distinct.add(target.field);
    }
    const isSeen = expression.kind === 'Call' && SEEN_THROUGH.has(expression.name.toLowerCase());
    this.bind(name, isSeen ? { expression, before } : 'opaque');
  }

  /** What has to be so that an expression is true, or false: ES|QL tells false from null. */
  private condition(node: Expression, wanted: boolean, columns: Columns): Condition {
    switch (node.kind) {
      case 'Logical': {
        const parts = node.operands.map((operand) => this.condition(operand, wanted, columns));
        return { kind: (node.operator === 'and') === wanted ? 'All' : 'Any', parts };
      }
      case 'Not':
        return this.condition(node.operand, !wanted, columns);
      case 'Boolean':
        return { kind: 'Constant', value: node.value === wanted };
      default: {
        const { start, end } = node.range;
        return { kind: 'Clause', part: this.leaf(node, wanted, columns), start, end };
      }
    }
  }

  private leaf(node: Expression, wanted: boolean, columns: Columns): Condition {
    switch (node.kind) {
      case 'Comparison':
        return this.comparison(node, wanted, columns);
      case 'In': {
        const tests = node.items.map((item) => this.equality(this.target(node.operand, columns), item));
        return this.oneOf(node.operand, tests, wanted !== node.negated, columns);
      }
      case 'Like': {
        const target = this.target(node.operand, columns);
        const tests = node.patterns.map((pattern) =>
          pattern.kind === 'String' ? patternTest(node.syntax, pattern.value, target?.folds) : undefined,
        );
        return this.oneOf(node.operand, tests, wanted !== node.negated, columns);
      }
      case 'IsNull': {
        const target = this.target(node.operand, columns);
        if (target === undefined) return TRUE;
        const present = exists(target.field);
        return wanted === node.negated ? present : { kind: 'Not', part: present };
      }
      case 'Match':
        return this.oneOf(node.field, [this.equality(this.target(node.field, columns), node.query)], wanted, columns);
      case 'Call':
        return this.call(node, wanted, columns);
      case 'Column': {
        const made = columns.get(node.name);
        if (made === 'opaque') return TRUE;
        if (made !== undefined) return this.condition(made.expression, wanted, made.before);
        this.types.set(node.name, 'boolean');
        return this.oneOf(node, [{ kind: 'Equals', value: 'true', isPhrase: true }], wanted, columns);
      }
      default:
        return TRUE;
    }
  }

  private comparison(node: Extract<Expression, { kind: 'Comparison' }>, wanted: boolean, columns: Columns): Condition {
    const { left, right, operator } = node;
    const made = left.kind === 'Column' ? columns.get(left.name) : undefined;
    if (made !== undefined && made !== 'opaque' && isCase(made.expression) && operator === '==') {
      return this.caseEquals(made.expression, right, wanted, made.before);
    }
    const [one, two] = [this.target(left, columns), this.target(right, columns)];
    if (one === undefined) {
      if (right.kind === 'Integer') this.sizes.add(Number(right.value));
      return TRUE;
    }
    if (two !== undefined) {
      const test = ORDER_TESTS[operator];
      const holds = (values: readonly Scalar[]): boolean => {
        const [a = '', b = ''] = values.map(String);
        return test(a < b ? -1 : a > b ? 1 : 0) === wanted;
      };
      return { kind: 'Relation', fields: [one.field, two.field], holds };
    }
    if (operator === '==') return this.oneOf(left, [this.equality(one, right)], wanted, columns);
    if (operator === '!=') return this.oneOf(left, [this.equality(one, right)], !wanted, columns);
    if (right.kind !== 'Integer' && right.kind !== 'Decimal') return TRUE;
    if (!this.types.has(one.field)) this.types.set(one.field, right.kind === 'Integer' ? 'long' : 'double');
    const limit = Number(right.value);
    const test = checkTest(
      (value) => ORDER_TESTS[operator](Number(value) - limit),
      [limit, limit + 1, limit - 1],
      [limit, limit + 1, limit - 1],
    );
    return this.oneOf(left, [test], wanted, columns);
  }

  /** `CASE(a, 1, b, 2, 0) == 1`: a branch with that value. */
  private caseEquals(
    { arguments: parts }: Extract<Expression, { kind: 'Call' }>,
    value: Expression,
    wanted: boolean,
    columns: Columns,
  ): Condition {
    const key = constantText(value);
    const branches: Condition[] = [];
    for (let at = 0; at + 1 < parts.length; at += 2) {
      const [condition, result] = [parts[at], parts[at + 1]];
      if (condition === undefined || result === undefined) continue;
      if ((constantText(result) === key) === wanted) branches.push(this.condition(condition, true, columns));
    }
    return branches.length === 0 ? TRUE : { kind: 'Any', parts: branches };
  }

  private call(node: Extract<Expression, { kind: 'Call' }>, wanted: boolean, columns: Columns): Condition {
    const [first, ...rest] = node.arguments;
    const texts = rest.flatMap((item) => (item.kind === 'String' ? [item.value] : []));
    const name = node.name.toLowerCase();
    if (name === 'kql' && first?.kind === 'String') {
      const tree = parseKql(first.value).value;
      if (tree === undefined) return TRUE;
      const part = kqlCondition(tree, this.fields);
      return wanted ? part : { kind: 'Not', part };
    }
    if (first === undefined || texts.length === 0) return TRUE;
    const [text = ''] = texts;
    const folds = this.target(first, columns)?.folds;
    switch (name) {
      case 'starts_with':
        return this.oneOf(first, [patternTest('like', `${text}*`, folds)], wanted, columns);
      case 'ends_with':
        return this.oneOf(first, [patternTest('like', `*${text}`, folds)], wanted, columns);
      case 'contains':
        return this.oneOf(first, [patternTest('like', `*${text}*`, folds)], wanted, columns);
      case 'cidr_match': {
        const target = this.target(first, columns);
        if (target !== undefined) this.types.set(target.field, 'ip');
        const tests = texts.map((value): FieldTest => ({ kind: 'Equals', value, isPhrase: true }));
        return this.oneOf(first, tests, wanted, columns);
      }
      default:
        return TRUE;
    }
  }

  /** The field has a value that passes one of the tests, or (not wanted) a value that passes none. Undefined tests are not understood. */
  private oneOf(
    operand: Expression,
    tests: readonly (FieldTest | undefined)[],
    wanted: boolean,
    columns: Columns,
  ): Condition {
    const target = this.target(operand, columns);
    const known = tests.filter((test) => test !== undefined);
    if (target === undefined || known.length === 0) return TRUE;
    const parts = known.map((test): Condition => ({ kind: 'Field', field: target.field, test }));
    if (wanted) return { kind: 'Any', parts };
    return { kind: 'All', parts: [exists(target.field), { kind: 'Not', part: { kind: 'Any', parts } }] };
  }

  private equality(target: Target | undefined, value: Expression): FieldTest | undefined {
    const text = constantText(value);
    if (target === undefined || text === undefined) return undefined;
    const type = TYPES.get(value.kind);
    if (type !== undefined && !this.types.has(target.field)) this.types.set(target.field, type);
    return value.kind === 'String' && target.folds !== undefined
      ? literalTest(text, target.folds)
      : { kind: 'Equals', value: text, isPhrase: true };
  }

  private target(node: Expression, columns: Columns): Target | undefined {
    switch (node.kind) {
      case 'Column': {
        const made = columns.get(node.name);
        if (made === undefined) return { field: node.name, folds: undefined };
        return made === 'opaque' ? undefined : this.target(made.expression, made.before);
      }
      case 'Cast':
        return this.target(node.operand, columns);
      case 'Call': {
        const [first] = node.arguments;
        const name = node.name.toLowerCase();
        const inner = first === undefined || !SEEN_THROUGH.has(name) ? undefined : this.target(first, columns);
        const folds = name === 'to_lower' ? 'lower' : name === 'to_upper' ? 'upper' : inner?.folds;
        return inner === undefined ? undefined : { field: inner.field, folds };
      }
      default:
        return undefined;
    }
  }
}

/** A wildcard pattern of texts that DISSECT can take apart, with something in every place. */
function dissectForm(pattern: string): string {
  return pattern.replaceAll(/%\{[^}]*\}/g, '?*');
}

/** The same for GROK, where the pattern has no regular expressions but those of its captures. */
function grokForm(pattern: string): string | undefined {
  const form = pattern
    .replaceAll(/%\{[^}]*\}/g, '?*')
    .replaceAll(/\(\?<[^>]+>(?:\[[^)]*\]|\\.|[^\\()[\]])*\)/g, '?*')
    .replaceAll(/^\^|\$$/g, '');
  return /[()[\]{}|+]|\\/.test(form) ? undefined : `*${form}*`;
}

function isCase(node: Expression): node is Extract<Expression, { kind: 'Call' }> {
  return node.kind === 'Call' && node.name.toLowerCase() === 'case';
}

const TYPES: ReadonlyMap<Expression['kind'], string> = new Map([
  ['Integer', 'long'],
  ['Decimal', 'double'],
  ['Boolean', 'boolean'],
]);

function constantText(node: Expression): string | undefined {
  switch (node.kind) {
    case 'String':
    case 'Integer':
    case 'Decimal':
    case 'Boolean':
      return String(node.value);
    default:
      return undefined;
  }
}

type Folds = Target['folds'];

function foldedBy(folds: Folds): (text: string) => string {
  if (folds === undefined) return (text) => text;
  return folds === 'lower' ? (text) => text.toLowerCase() : (text) => text.toUpperCase();
}

function literalTest(text: string, folds: Folds): FieldTest {
  const fold = foldedBy(folds);
  const machine = (): ReturnType<typeof wildcardMachine> => wildcardMachine(text, folds !== undefined, 'literal');
  return checkTest((value) => fold(String(value)) === text, [text], textsBeside(text), machine);
}

function patternTest(syntax: 'like' | 'rlike', pattern: string, folds: Folds): FieldTest | undefined {
  const fold = foldedBy(folds);
  if (syntax === 'like') {
    const matches = compileWildcard(pattern);
    const plain = pattern.replaceAll(/\\(.)/g, '$1');
    const forms = plainFormsOf(plain);
    const machine = (): ReturnType<typeof wildcardMachine> => wildcardMachine(plain, folds !== undefined, 'wildcards');
    return checkTest((value) => matches(fold(String(value))), forms, forms.slice(0, 1).flatMap(textsBeside), machine);
  }
  const { matches } = compileLuceneRegexp(pattern);
  if (matches === undefined) return undefined;
  const { candidates, neighbours, machine } = hintsOfRegexp(pattern, folds !== undefined);
  const texts = (values: readonly unknown[]): readonly string[] => values.map(String);
  return checkTest((value) => matches(fold(String(value))), texts(candidates), texts(neighbours), machine);
}
