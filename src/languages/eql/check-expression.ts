import type { Range } from '../../diagnostics/diagnostic.js';
import type { EqlComparison, EqlExpression, EqlIn, EqlMatch } from './ast.js';
import { checkCall } from './check-call.js';
import type { CheckContext, Ordinal } from './check-context.js';
import type { Report } from './check-fields.js';
import { fieldType } from './check-fields.js';
import type { EqlDataType } from './data-type.js';
import { areCompatible, isNumericType, isStringType } from './data-type.js';
import { constantValue } from './evaluate.js';
import type { EqlFields } from './field-info.js';
import { exactFields, isTextType } from './field-info.js';
import { fieldsOfExpression } from './fields.js';
import { regexpProblem } from './functions/predicates.js';

/** Finds what does not fit in expressions; a part that is wrong already is not reported again for its place. */
export class ExpressionChecker implements CheckContext {
  readonly fields: EqlFields;
  readonly report: Report;
  private readonly text: string;

  constructor(text: string, fields: EqlFields, report: Report) {
    this.text = text;
    this.fields = fields;
    this.report = report;
  }

  /** The type of an expression; undefined if something in it was reported. */
  typeOf(node: EqlExpression): EqlDataType | undefined {
    switch (node.kind) {
      case 'And':
      case 'Or':
        return this.all(
          node.clauses.map((clause, at) => this.boolean(clause, node, at === 0 ? 'first ' : 'second ')),
          'boolean',
        );
      case 'Not':
        return this.all([this.boolean(node.clause, node, '')], 'boolean');
      case 'Comparison':
        return this.comparison(node);
      case 'In':
        return this.membership(node);
      case 'Match':
        return this.match(node);
      case 'Arithmetic': {
        const left = this.numeric(node.left, node, 'first ');
        const right = this.numeric(node.right, node, 'second ');
        return left === undefined || right === undefined ? undefined : wider(left, right);
      }
      case 'Negation':
        return this.numeric(node.value, node, '');
      case 'Call':
        return checkCall(node, this);
      case 'Field':
        return fieldType(node, this.fields, this.report);
      default:
        return LITERALS[node.kind];
    }
  }

  /** The type, after a report if the expression is no condition. */
  boolean(node: EqlExpression, parent: EqlExpression, ordinal: Ordinal): EqlDataType | undefined {
    return this.require(node, parent, ordinal, 'boolean', (type) => type === 'boolean');
  }

  numeric(node: EqlExpression, parent: EqlExpression, ordinal: Ordinal): EqlDataType | undefined {
    return this.require(node, parent, ordinal, 'numeric', isNumericType);
  }

  /** Text that can be compared whole. */
  string(node: EqlExpression, parent: EqlExpression, ordinal: Ordinal): EqlDataType | undefined {
    const type = this.require(node, parent, ordinal, 'string', isStringType);
    return type !== undefined && this.exact(node, parent, ordinal) ? type : undefined;
  }

  /** Reports a text field that has no keyword, or several. */
  exact(node: EqlExpression, parent: EqlExpression, ordinal: Ordinal): boolean {
    if (node.kind !== 'Field') return true;
    const info = this.fields.get(node.name);
    if (info === undefined || info.conflict !== undefined || !isTextType(info.type)) return true;
    const candidates = exactFields(node.name, this.fields);
    if (candidates.length === 1) return true;
    const name = node.name.slice(node.name.lastIndexOf('.') + 1);
    this.report({
      code: 'eql/text-without-keyword',
      severity: 'error',
      range: node.range,
      what:
        `[${this.source(parent.range)}] cannot operate on ${ordinal}${ordinal === '' ? '' : 'argument '}field of data type [text]: ` +
        (candidates.length === 0
          ? `No keyword/multi-field defined exact matches for [${name}]; define one or use MATCH/QUERY instead`
          : `Multiple exact keyword candidates available for [${name}]; specify which one to use`),
      why: 'Text fields keep words, not the whole value that EQL compares.',
      fix:
        candidates.length === 0
          ? 'Use a keyword field, or add a keyword multi-field to the mapping.'
          : `Write one of ${candidates.join(', ')}.`,
    });
    return false;
  }

  require(
    node: EqlExpression,
    parent: EqlExpression,
    ordinal: Ordinal,
    expected: string,
    fits: (type: EqlDataType) => boolean,
  ): EqlDataType | undefined {
    const type = this.typeOf(node);
    if (type === undefined || type === 'null' || fits(type)) return type;
    this.mismatch(
      node.range,
      `${ordinal}argument of [${this.source(parent.range)}] must be [${expected}], found value [${this.source(node.range)}] type [${type}]`,
      expected,
    );
    return undefined;
  }

  mismatch(range: Range, what: string, expected: string): void {
    this.report({
      code: 'eql/type-mismatch',
      severity: 'error',
      range,
      what,
      why: 'Elasticsearch refuses the query: the operator or function has no meaning for values of this type.',
      fix: `Use a field or value of type ${expected}, or another operator.`,
    });
  }

  /** The text of a part of the query, in one line. */
  source({ start, end }: Range): string {
    return this.text.slice(start, end);
  }

  private all(types: readonly (EqlDataType | undefined)[], result: EqlDataType): EqlDataType | undefined {
    return types.includes(undefined) ? undefined : result;
  }

  private comparison(node: EqlComparison): EqlDataType | undefined {
    const types = [this.typeOf(node.left), this.typeOf(node.right)];
    const isNullTest = node.left.kind === 'Null' || node.right.kind === 'Null';
    const exact =
      isNullTest ||
      [this.exact(node.left, node, 'first '), this.exact(node.right, node, 'second ')].every((isExact) => isExact);
    if (types.includes(undefined) || !exact) return undefined;
    if (hasFields(node.left) && hasFields(node.right)) this.refuseFields(node.right, node.operator);
    return 'boolean';
  }

  /** Elasticsearch cannot compare fields with each other. */
  private refuseFields(offender: EqlExpression, operator: string): void {
    this.report({
      code: 'eql/field-comparison',
      severity: 'error',
      range: offender.range,
      what: `Comparisons against fields are not (currently) supported; offender [${this.source(offender.range)}] in [${operator}]`,
      why: 'Elasticsearch refuses the query; the embedded engine compares the values.',
      fix: 'Compare with a constant, or join two events by the fields in a sequence.',
    });
  }

  private membership(node: EqlIn): EqlDataType | undefined {
    if (node.insensitive) {
      const types = [
        this.string(node.value, node, 'first '),
        ...node.items.map((item) => this.string(item, node, 'second ')),
      ];
      return this.all(types, 'boolean');
    }
    const type = this.typeOf(node.value);
    const types = node.items.map((item) => this.typeOf(item));
    if (type === undefined || types.includes(undefined) || !this.exact(node.value, node, '')) return undefined;
    for (const [at, item] of types.entries()) {
      const { range } = node.items[at] ?? node;
      if (item === undefined || areCompatible(type, item)) continue;
      this.mismatch(
        range,
        `${nth(at + 1)} argument of [${this.source(node.range)}] must be [${type}], found value [${this.source(range)}] type [${item}]`,
        type,
      );
      return undefined;
    }
    const offender = node.items.find(hasFields);
    if (offender !== undefined && hasFields(node.value)) this.refuseFields(offender, 'in');
    return 'boolean';
  }

  private match(node: EqlMatch): EqlDataType | undefined {
    if (node.operator === ':') return this.insensitiveEquality(node);
    const isRegexp = node.operator.startsWith('regex');
    const type = this.string(node.value, node, isRegexp ? 'first ' : '');
    if (isRegexp && !this.patterns(node)) return undefined;
    return type === undefined ? undefined : 'boolean';
  }

  /** Reports regular expressions that cannot be compiled; Elasticsearch makes one of them, with bars between. */
  private patterns({ patterns }: EqlMatch): boolean {
    const texts = patterns.map((item) => (item.kind === 'String' ? item.value : ''));
    // Elasticsearch counts code units, and so does JavaScript; what is too long is not even compiled.
    const joined = texts.join('|');
    if (joined.length > MAX_REGEXP) return this.longRegexp(patterns, joined.length);
    const wrong = texts.findIndex((text) => regexpProblem(text) !== undefined);
    const reason = regexpProblem(wrong < 0 ? joined : (texts[wrong] ?? ''));
    if (reason === undefined) return true;
    const [first, last] = wrong < 0 ? [patterns[0], patterns.at(-1)] : [patterns[wrong], patterns[wrong]];
    if (first === undefined || last === undefined) return true;
    const range = { start: first.range.start, end: last.range.end };
    this.report({
      code: 'eql/bad-regexp',
      severity: 'error',
      range,
      what: `Invalid regular expression: ${reason}`,
      why: 'Elasticsearch refuses the query when it runs.',
      fix: 'Use the regular expressions of Lucene: they match the whole value, and know no anchors and no lookaround.',
    });
    return false;
  }

  private longRegexp(patterns: EqlMatch['patterns'], length: number): false {
    this.report({
      code: 'eql/bad-regexp',
      severity: 'error',
      range: { start: patterns[0]?.range.start ?? 0, end: patterns.at(-1)?.range.end ?? 0 },
      what: `The length of regex [${length}] used in the Regexp Query request has exceeded the allowed maximum of [${MAX_REGEXP}]`,
      why: 'Elasticsearch refuses the query when it runs; several patterns are one, with bars between.',
      fix: 'Use like, or several conditions with or between.',
    });
    return false;
  }

  private insensitiveEquality(node: EqlMatch): EqlDataType | undefined {
    const refuse = (range: Range, ordinal: string, type: EqlDataType): void => {
      this.mismatch(
        range,
        `${ordinal} argument of [:] must be [string], found value [${this.source(range)}] type [${type}]; consider using [==] instead`,
        'string',
      );
    };
    const type = this.typeOf(node.value);
    if (type === undefined) return undefined;
    if (type !== 'null' && !isStringType(type)) {
      refuse(node.value.range, 'first', type);
      return undefined;
    }
    if (!this.exact(node.value, node, 'first ')) return undefined;
    for (const item of node.patterns) {
      const found = LITERALS[item.kind];
      if (found !== 'keyword' && found !== 'null') {
        refuse(item.range, 'second', found);
        return undefined;
      }
    }
    return 'boolean';
  }
}

/** The setting `index.max_regex_length`, unless it is set. */
const MAX_REGEXP = 1000;

const LITERALS = {
  String: 'keyword',
  Integer: 'integer',
  Decimal: 'double',
  Boolean: 'boolean',
  Null: 'null',
} as const;

function hasFields(node: EqlExpression): boolean {
  return constantValue(node) === undefined && fieldsOfExpression(node).length > 0;
}

function wider(left: EqlDataType, right: EqlDataType): EqlDataType {
  if (left === 'null' || right === 'null') return left === 'null' ? right : left;
  return [left, right].some((type) => type === 'double' || type.endsWith('float')) ? 'double' : 'long';
}

function nth(number: number): string {
  const tens = number % 100;
  const suffix = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${suffix}`;
}
