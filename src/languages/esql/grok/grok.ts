import type { Cell, Scalar } from '../cells.js';
import { cellOf } from '../cells.js';
import { compareText } from '../functions/code-points.js';
import { Regex } from '../regex/match-regex.js';
import { parseRegex } from '../regex/parse-regex.js';
import { RegexSyntaxError } from '../regex/regex-syntax.js';
import type { EsqlType } from '../types.js';
import { GROK_PATTERNS } from './patterns.js';

/** One column that a pattern fills: from one group or several of the same name. */
export interface GrokCapture {
  readonly name: string;
  readonly type: EsqlType;
  readonly groups: readonly number[];
}

/** A compiled GROK pattern. */
export interface GrokPattern {
  readonly captures: readonly GrokCapture[];
  readonly regex: Regex;
}

const TYPES: ReadonlyMap<string, EsqlType> = new Map<string, EsqlType>([
  ['int', 'integer'],
  ['long', 'long'],
  ['double', 'double'],
  ['float', 'double'],
  ['boolean', 'boolean'],
]);

const MAX_LENGTH = 200_000;
const compiled = new Map<string, GrokPattern | string>();

/**
 * Compiles a GROK pattern; a sentence if it is none. The columns come in alphabetical order, as Elasticsearch gives them.
 * https://www.elastic.co/docs/reference/query-languages/esql/esql-process-data-with-dissect-grok
 */
export function compileGrok(pattern: string): GrokPattern | string {
  let found = compiled.get(pattern);
  if (found === undefined) {
    found = compile(pattern);
    if (compiled.size > 500) compiled.clear();
    compiled.set(pattern, found);
  }
  return found;
}

function compile(pattern: string): GrokPattern | string {
  const types = new Map<string, EsqlType>();
  try {
    const expanded = expand(pattern, types, []);
    if (typeof expanded !== 'string') return expanded.problem;
    const parsed = parseRegex(expanded, { oniguruma: true });
    const captures = new Map<string, number[]>();
    for (const { name, index } of parsed.names) captures.set(name, [...(captures.get(name) ?? []), index]);
    const list = [...captures].map(([name, groups]) => ({ name, groups, type: types.get(name) ?? 'keyword' }));
    list.sort((left, right) => compareText(left.name, right.name));
    return { captures: list, regex: new Regex(parsed) };
  } catch (error) {
    if (error instanceof RegexSyntaxError) return error.message;
    throw error;
  }
}

/** Replaces `%{NAME:column:type}` by the pattern of that name, until none is left. */
function expand(
  pattern: string,
  types: Map<string, EsqlType>,
  within: readonly string[],
): string | { problem: string } {
  let result = '';
  let from = 0;
  for (const match of pattern.matchAll(/%\{(\w+)(?::([\w@.\-[\]]+))?(?::(\w+))?\}/g)) {
    const [whole, name = '', column, type] = match;
    const body = GROK_PATTERNS.get(name);
    if (body === undefined) return { problem: `Unable to find pattern [${name}] in Grok's pattern dictionary` };
    if (within.includes(name)) return { problem: `circular reference in pattern [${name}]` };
    const inner = expand(body, types, [...within, name]);
    if (typeof inner !== 'string') return inner;
    result += pattern.slice(from, match.index);
    result += column === undefined ? `(?:${inner})` : `(?<${column}>${inner})`;
    if (result.length > MAX_LENGTH) return { problem: 'the pattern is too long' };
    const problem = column === undefined ? undefined : noteType(types, column, type);
    if (problem !== undefined) return { problem };
    from = match.index + whole.length;
  }
  return result + pattern.slice(from);
}

function noteType(types: Map<string, EsqlType>, column: string, type: string | undefined): string | undefined {
  const target = type === undefined ? 'keyword' : (TYPES.get(type) ?? 'keyword');
  const before = types.get(column);
  if (before !== undefined && before !== target) {
    return `the attribute [${column}] is defined multiple times with different types`;
  }
  types.set(column, target);
  return undefined;
}

/** A capture that is no number of the type that the pattern gives it: Elasticsearch ends the query then. */
export class GrokNumberError extends Error {}

/** The captures of the first match in a text; undefined if nothing matches. */
export function matchGrok(pattern: GrokPattern, text: string): Cell[] | undefined {
  const match = pattern.regex.search(text);
  if (match === undefined) return undefined;
  return pattern.captures.map(({ groups, type }) => {
    const values: Scalar[] = [];
    for (const group of groups) {
      const [start = -1, end = -1] = [match.groups[2 * group], match.groups[2 * group + 1]];
      const value = start < 0 ? undefined : convert(text.slice(start, end), type);
      if (value !== undefined) values.push(value);
    }
    return cellOf(values);
  });
}

function convert(text: string, type: EsqlType): Scalar | undefined {
  switch (type) {
    case 'integer':
    case 'long':
      if (/^[+-]?\d+$/.test(text)) return Number(text);
      throw new GrokNumberError(`For input string: "${text}"`);
    case 'double':
      return Number.isNaN(Number(text)) ? undefined : Number(text);
    case 'boolean':
      return text.toLowerCase() === 'true';
    default:
      return text;
  }
}
