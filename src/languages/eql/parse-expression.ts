import type {
  EqlArithmeticOperator,
  EqlCall,
  EqlComparisonOperator,
  EqlExpression,
  EqlField,
  EqlLiteral,
  EqlMatchOperator,
} from './ast.js';
import { fail } from './syntax-error.js';
import type { TokenStream } from './token-stream.js';

const COMPARISONS: ReadonlySet<string> = new Set<EqlComparisonOperator>(['==', '!=', '<', '<=', '>', '>=']);
const MATCHES: ReadonlySet<string> = new Set<EqlMatchOperator>([':', 'like', 'like~', 'regex', 'regex~']);
const MAX_LONG = 2n ** 63n - 1n;

/**
 * Reads a condition. `not` binds tightest, then `and`, then `or`; a comparison has one operator; `*`, `/` and `%` bind tighter than `+`
 * and `-`; `in`, `:`, `like` and `regex` belong to the value right before them.
 */
export function parseExpression(tokens: TokenStream): EqlExpression {
  return joined(tokens, 'or', 'Or', () => joined(tokens, 'and', 'And', () => parseNot(tokens)));
}

/** A field name, with `?` before it if it is optional. */
function parseField(tokens: TokenStream): EqlField {
  const { start } = tokens.peek().range;
  const optional = tokens.take('?') !== undefined;
  let name = parseName(tokens);
  for (;;) {
    if (tokens.take('.') !== undefined) name += `.${parseName(tokens)}`;
    else if (tokens.is('[') && tokens.peek(1).kind === 'integer') {
      return fail(
        'array-index',
        tokens.peek().range,
        'Array indexes are not supported',
        'Elasticsearch does not keep the order of several values.',
        'Ask for the field itself: any of its values may match.',
      );
    } else return { kind: 'Field', name, optional, range: tokens.from(start) };
  }
}

function parseName(tokens: TokenStream): string {
  const token = tokens.peek();
  if (token.kind !== 'identifier' && token.kind !== 'quoted') return tokens.unexpected('a field name');
  return tokens.next().value;
}

function joined(tokens: TokenStream, word: 'and' | 'or', kind: 'And' | 'Or', read: () => EqlExpression): EqlExpression {
  const { start } = tokens.peek().range;
  const first = read();
  const clauses = [first];
  while (tokens.take(word) !== undefined) clauses.push(read());
  return clauses.length === 1 ? first : { kind, clauses, range: tokens.from(start) };
}

function parseNot(tokens: TokenStream): EqlExpression {
  if (!tokens.is('not')) return parseComparison(tokens);
  const { start } = tokens.next().range;
  const clause = tokens.nest(() => parseNot(tokens));
  return { kind: 'Not', clause, range: tokens.from(start) };
}

function parseComparison(tokens: TokenStream): EqlExpression {
  const { start } = tokens.peek().range;
  const left = parseSum(tokens);
  const token = tokens.peek();
  if (token.kind !== 'operator' || !isComparison(token.text)) return left;
  tokens.next();
  const right = parseSum(tokens);
  return { kind: 'Comparison', operator: token.text, left, right, range: tokens.from(start) };
}

function parseSum(tokens: TokenStream): EqlExpression {
  return chain(tokens, ['+', '-'], () => chain(tokens, ['*', '/', '%'], () => parseSigned(tokens)));
}

/** Operands of operators that bind equally, from the left. */
function chain(
  tokens: TokenStream,
  operators: readonly EqlArithmeticOperator[],
  read: () => EqlExpression,
): EqlExpression {
  const { start } = tokens.peek().range;
  let left = read();
  for (let height = 1; ; height++) {
    const operator = operators.find((candidate) => tokens.is(candidate));
    if (operator === undefined) return left;
    tokens.checkHeight(height);
    tokens.next();
    const right = read();
    left = { kind: 'Arithmetic', operator, left, right, range: tokens.from(start) };
  }
}

/** A sign binds tighter than the operators with two operands. */
function parseSigned(tokens: TokenStream): EqlExpression {
  const { start } = tokens.peek().range;
  if (tokens.take('+') !== undefined) return tokens.nest(() => parseSigned(tokens));
  if (tokens.take('-') === undefined) return parsePredicate(tokens);
  const value = tokens.nest(() => parseSigned(tokens));
  return { kind: 'Negation', value, range: tokens.from(start) };
}

function parsePredicate(tokens: TokenStream): EqlExpression {
  const { start } = tokens.peek().range;
  const value = parsePrimary(tokens);
  const negated = tokens.is('not') && (tokens.is('in', 1) || tokens.is('in~', 1));
  if (negated) tokens.next();
  const operator = tokens.peek().text;
  if (tokens.is('in') || tokens.is('in~')) {
    tokens.next();
    tokens.expect('(');
    const items = list(tokens, () => tokens.nest(() => parseExpression(tokens)));
    tokens.expect(')');
    return { kind: 'In', value, items, insensitive: operator === 'in~', negated, range: tokens.from(start) };
  }
  if (!isMatch(operator)) return value;
  tokens.next();
  const patterns = parsePatterns(tokens, operator);
  return { kind: 'Match', operator, value, patterns, range: tokens.from(start) };
}

function parsePatterns(tokens: TokenStream, operator: EqlMatchOperator): readonly EqlLiteral[] {
  if (tokens.take('(') === undefined) return [parsePattern(tokens, operator)];
  const patterns = list(tokens, () => parsePattern(tokens, operator));
  tokens.expect(')');
  return patterns;
}

function parsePattern(tokens: TokenStream, operator: EqlMatchOperator): EqlLiteral {
  const literal = parseLiteral(tokens);
  if (literal === undefined) return tokens.unexpected('a constant');
  if (literal.kind !== 'String' && operator !== ':') {
    return fail(
      'pattern-not-text',
      literal.range,
      `Invalid pattern [${tokens.text.slice(literal.range.start, literal.range.end)}] for [${operator}], a string is required`,
      'Patterns describe text; numbers and other constants have none.',
      'Put the pattern in double quotes, or compare with ==.',
    );
  }
  return literal;
}

function list<T>(tokens: TokenStream, read: () => T): readonly T[] {
  const items = [read()];
  while (tokens.take(',') !== undefined) items.push(read());
  return items;
}

function parsePrimary(tokens: TokenStream): EqlExpression {
  const literal = parseLiteral(tokens);
  if (literal !== undefined) return literal;
  if (tokens.take('(') !== undefined) {
    const inner = tokens.nest(() => parseExpression(tokens));
    tokens.expect(')');
    return inner;
  }
  const token = tokens.peek();
  if (token.kind === 'tilde' || (token.kind === 'identifier' && tokens.is('(', 1))) return parseCall(tokens);
  if (token.kind === 'identifier' && tokens.is('of', 1) && tokens.is('[', 2)) {
    return fail(
      'unsupported-relation',
      { start: token.range.start, end: tokens.peek(1).range.end },
      'Process relationships are not supported',
      'Elasticsearch has no lineage of processes to search (child of, descendant of, event of).',
      'Express the relation as a sequence by process.entity_id, or ask for process.parent fields.',
    );
  }
  if (token.kind === 'identifier' || token.kind === 'quoted' || tokens.is('?')) return parseField(tokens);
  return tokens.unexpected('a field, a function, a constant or a bracket');
}

function parseCall(tokens: TokenStream): EqlCall {
  const token = tokens.next();
  tokens.expect('(');
  const items = tokens.is(')') ? [] : list(tokens, () => tokens.nest(() => parseExpression(tokens)));
  tokens.expect(')');
  return {
    kind: 'Call',
    name: token.value,
    insensitive: token.kind === 'tilde',
    arguments: items,
    range: tokens.from(token.range.start),
  };
}

function parseLiteral(tokens: TokenStream): EqlLiteral | undefined {
  const literal = literalOf(tokens);
  if (literal !== undefined) tokens.next();
  return literal;
}

function literalOf(tokens: TokenStream): EqlLiteral | undefined {
  const { kind, text, value, range } = tokens.peek();
  switch (kind) {
    case 'string':
      return { kind: 'String', value, range };
    case 'integer': {
      // Far too many digits for 64 bits: no need to build the number first.
      const integer = text.length > 400 ? MAX_LONG + 1n : BigInt(text);
      if (integer <= MAX_LONG) return { kind: 'Integer', value: integer, range };
      return decimal(text, range);
    }
    case 'decimal':
      return decimal(text, range);
    case 'keyword':
      if (text === 'null') return { kind: 'Null', range };
      return text === 'true' || text === 'false' ? { kind: 'Boolean', value: text === 'true', range } : undefined;
    default:
      return undefined;
  }
}

function decimal(text: string, range: EqlLiteral['range']): EqlLiteral {
  const value = Number(text);
  if (Number.isFinite(value)) return { kind: 'Decimal', value, range };
  return fail(
    'number-too-large',
    range,
    `Number [${text.length > 40 ? `${text.slice(0, 40)}…` : text}] is too large`,
    'Numbers of EQL are 64 bits wide.',
    'Write a smaller number.',
  );
}

function isComparison(text: string): text is EqlComparisonOperator {
  return COMPARISONS.has(text);
}

function isMatch(text: string): text is EqlMatchOperator {
  return MATCHES.has(text);
}
