import type {
  EqlEventFilter,
  EqlExpression,
  EqlField,
  EqlIn,
  EqlLiteral,
  EqlQuery,
  EqlSource,
  EqlStep,
} from './ast.js';
import { KEYWORDS } from './tokens.js';

/** Writes a query in one line per step; reading it again gives the same tree, positions aside. */
export function printEql(query: EqlQuery): string {
  return [printSource(query.source), ...query.pipes.map(({ name, count }) => `| ${name} ${count}`)].join('\n');
}

function printSource(source: EqlSource): string {
  switch (source.kind) {
    case 'EventFilter':
      return printFilter(source);
    case 'Sample':
      return [`sample${printKeys(source.by)}`, ...source.steps.map(printStep)].join('\n');
    case 'Sequence': {
      const { by, maxspan, steps, until } = source;
      const limit = maxspan === null ? '' : ` with maxspan=${maxspan.count}${maxspan.unit}`;
      const end = until === null ? [] : [`until ${printStep(until).trimStart()}`];
      return [`sequence${printKeys(by)}${limit}`, ...steps.map(printStep), ...end].join('\n');
    }
  }
}

function printStep(step: EqlStep): string {
  const runs = step.runs === null ? '' : ` with runs=${step.runs}`;
  return `  ${step.missing ? '!' : ''}[${printFilter(step.filter)}]${printKeys(step.by)}${runs}`;
}

function printKeys(keys: readonly EqlField[]): string {
  return keys.length === 0 ? '' : ` by ${keys.map(printField).join(', ')}`;
}

function printFilter({ category, condition }: EqlEventFilter): string {
  const name = category === null ? 'any' : isPlainName(category) ? category : quote(category);
  return `${name} where ${printExpression(condition)}`;
}

/** Writes an expression in one line. */
export function printExpression(node: EqlExpression): string {
  switch (node.kind) {
    case 'And':
      return node.clauses.map((clause) => operand(clause, 2)).join(' and ');
    case 'Or':
      return node.clauses.map((clause) => operand(clause, 1)).join(' or ');
    case 'Not':
      return `not ${operand(node.clause, 2)}`;
    case 'Comparison':
      return `${operand(node.left, 4)} ${node.operator} ${operand(node.right, 4)}`;
    case 'Arithmetic': {
      const level = levelOf(node);
      return `${operand(node.left, level)} ${node.operator} ${operand(node.right, level + 1)}`;
    }
    case 'Negation':
      return `-${operand(node.value, 6)}`;
    case 'In':
      return `${operand(node.value, 8)} ${inOperator(node)} (${node.items.map(printExpression).join(', ')})`;
    case 'Match':
      return `${operand(node.value, 8)} ${node.operator} ${printPatterns(node.patterns)}`;
    case 'Call':
      return `${node.name}${node.insensitive ? '~' : ''}(${node.arguments.map(printExpression).join(', ')})`;
    case 'Field':
      return printField(node);
    default:
      return printLiteral(node);
  }
}

function inOperator({ negated, insensitive }: EqlIn): string {
  return `${negated ? 'not ' : ''}in${insensitive ? '~' : ''}`;
}

function printPatterns(patterns: readonly EqlLiteral[]): string {
  const text = patterns.map(printLiteral).join(', ');
  return patterns.length === 1 ? text : `(${text})`;
}

/** The node in brackets if it binds less tightly than its place asks for; `and` and `or` keep brackets around their own kind. */
function operand(node: EqlExpression, level: number): string {
  const text = printExpression(node);
  return levelOf(node) < level || (levelOf(node) === level && level <= 2) ? `(${text})` : text;
}

function levelOf(node: EqlExpression): number {
  switch (node.kind) {
    case 'Or':
      return 1;
    case 'And':
      return 2;
    case 'Not':
    case 'Comparison':
      return 3;
    case 'Arithmetic':
      return node.operator === '+' || node.operator === '-' ? 4 : 5;
    case 'Negation':
      return 6;
    case 'In':
    case 'Match':
      return 7;
    default:
      return 8;
  }
}

function printField({ name, optional }: EqlField): string {
  return `${optional ? '?' : ''}${name.split('.').map(printSegment).join('.')}`;
}

function printSegment(segment: string): string {
  return isPlainName(segment) ? segment : `\`${segment.replaceAll('`', '``')}\``;
}

function isPlainName(text: string): boolean {
  return /^[A-Za-z_@][A-Za-z0-9_]*$/.test(text) && !KEYWORDS.has(text);
}

function printLiteral(node: EqlLiteral): string {
  switch (node.kind) {
    case 'String':
      return quote(node.value);
    case 'Integer':
      return String(node.value);
    case 'Decimal': {
      const text = String(node.value);
      return /[.e]/.test(text) || node.value >= 2 ** 63 ? text : `${text}.0`;
    }
    case 'Boolean':
      return String(node.value);
    case 'Null':
      return 'null';
  }
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\f', '\\f'],
  ['\r', '\\r'],
  ['"', '\\"'],
  ['\\', '\\\\'],
]);

function quote(text: string): string {
  return `"${Array.from(text, (char) => ESCAPES.get(char) ?? char).join('')}"`;
}
