import type { Cell, Scalar } from '../cells.js';
import { cellOf, fitsInteger, fitsLong, wholeNumber } from '../cells.js';
import { compareText } from '../functions/code-points.js';
import { Regex } from '../regex/match-regex.js';
import { parseRegex } from '../regex/parse-regex.js';
import { RegexSyntaxError } from '../regex/regex-syntax.js';
import type { EsqlType } from '../types.js';
import { GROK_PATTERNS, REFUSED_PATTERNS } from './patterns.js';
import { SOFTWARE_PATTERNS } from './software-patterns.js';
import { ZEEK_PATTERNS } from './zeek-patterns.js';

/** One column that a pattern fills: from one group or several of the same name. */
export interface GrokCapture {
  readonly name: string;
  readonly type: EsqlType;
  /** Whether values are rounded to single precision: `float`. */
  readonly single: boolean;
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
const compiled = new Map<string, GrokPattern | GrokProblem>();

/** What is wrong with a pattern, in Elasticsearch's words. */
export interface GrokProblem {
  readonly problem: string;
}

/** Whether {@link compileGrok} found a problem. */
export function isProblem(compiled: GrokPattern | GrokProblem): compiled is GrokProblem {
  return 'problem' in compiled;
}

/**
 * Compiles the patterns of a GROK command, of which the first that matches at the earliest place counts. The columns come in
 * alphabetical order, as Elasticsearch gives them.
 * https://www.elastic.co/docs/reference/query-languages/esql/esql-process-data-with-dissect-grok
 */
export function compileGrok(patterns: readonly string[]): GrokPattern | GrokProblem {
  const pattern = patterns.length === 1 ? (patterns[0] ?? '') : patterns.map((item) => `(?:${item})`).join('|');
  let found = compiled.get(pattern);
  if (found === undefined) {
    found = compile(pattern);
    if (compiled.size > 500) compiled.clear();
    compiled.set(pattern, found);
  }
  return found;
}

function compile(pattern: string): GrokPattern | GrokProblem {
  try {
    const parsed = parseRegex(expand(pattern, []), { oniguruma: true });
    // Groups of one reference (`%{WORD:name}`) share a column; another reference to the column is refused.
    const captures = new Map<string, number[]>();
    for (const { name, index } of parsed.names) captures.set(name, [...(captures.get(name) ?? []), index]);
    const list = [...captures].map(([reference, groups]) => ({ ...columnOf(reference), groups }));
    list.sort((left, right) => compareText(left.name, right.name));
    const twice = list.find(({ name }, at) => list.findIndex((other) => other.name === name) < at);
    if (twice !== undefined) {
      const what = `the attribute [${twice.name}] is defined multiple times with different types`;
      return { problem: `Invalid GROK pattern [${pattern}]: ${what}` };
    }
    return { captures: list, regex: new Regex(parsed) };
  } catch (error) {
    if (error instanceof RegexSyntaxError) return { problem: `Invalid grok pattern [${pattern}]: [${error.message}]` };
    if (error instanceof UnknownPattern) return { problem: `Invalid pattern [${pattern}] for grok: ${error.message}` };
    throw error;
  }
}

/** `WORD:name:type`, the name of a group. A group written by hand has a name alone, or (`(?<a:b>…)`) takes what follows the colon. */
function columnOf(reference: string): Omit<GrokCapture, 'groups'> {
  const [first = '', name = first, type = ''] = reference.split(':');
  return { name, type: TYPES.get(type) ?? 'keyword', single: type === 'float' };
}

class UnknownPattern extends Error {}

/** Replaces `%{NAME:column:type}` by the pattern of that name, until none is left. */
function expand(pattern: string, within: readonly string[]): string {
  let result = '';
  let from = 0;
  for (const match of pattern.matchAll(/%\{(\w+)(?::([\w@.\-[\]]+(?::\w+)?))?\}/g)) {
    const [whole, name = '', column] = match;
    const refused = REFUSED_PATTERNS.get(name);
    if (refused !== undefined) throw new RegexSyntaxError(refused, match.index);
    const body = GROK_PATTERNS.get(name) ?? SOFTWARE_PATTERNS.get(name) ?? ZEEK_PATTERNS.get(name);
    if (body === undefined) {
      const what = /^(?:BACULA|NAGIOS)/.test(name)
        ? `dragnet does not have Elasticsearch's pattern [${name}] yet (docs/parity.md)`
        : `Unable to find pattern [${name}] in Grok's pattern dictionary`;
      throw new UnknownPattern(what);
    }
    if (within.includes(name)) throw new UnknownPattern(`circular reference in pattern [${name}]`);
    const inner = expand(body, [...within, name]);
    result += pattern.slice(from, match.index);
    result += column === undefined ? `(?:${inner})` : `(?<${name}:${column}>${inner})`;
    if (result.length > MAX_LENGTH) throw new UnknownPattern('the pattern is too long');
    from = match.index + whole.length;
  }
  return result + pattern.slice(from);
}

/** A capture that is no number of the type that the pattern gives it: Elasticsearch ends the query then. */
export class GrokNumberError extends Error {}

/** The captures of the first match in a text; undefined if nothing matches. */
export function matchGrok(pattern: GrokPattern, text: string): Cell[] | undefined {
  const match = pattern.regex.search(text);
  if (match === undefined) return undefined;
  return pattern.captures.map(({ groups, type, single }) => {
    const values: Scalar[] = [];
    for (const group of groups) {
      const [start = -1, end = -1] = [match.groups[2 * group], match.groups[2 * group + 1]];
      if (start < 0) continue;
      const value = convert(text.slice(start, end), type);
      values.push(single ? Math.fround(value as number) : value);
    }
    return cellOf(values);
  });
}

function convert(text: string, type: EsqlType): Scalar {
  switch (type) {
    case 'integer':
    case 'long':
      return wholeOf(text, type);
    case 'double':
      return doubleOf(text);
    case 'boolean':
      return text.toLowerCase() === 'true';
    default:
      return text;
  }
}

function wholeOf(text: string, type: 'integer' | 'long'): Scalar {
  const value = /^[+-]?\d{1,20}$/.test(text) ? BigInt(text.replace(/^\+/, '')) : undefined;
  if (value !== undefined && (type === 'integer' ? fitsInteger(value) : fitsLong(value))) return wholeNumber(value);
  throw new GrokNumberError(`For input string: "${text}"`);
}

/** A number as Java's `Double.parseDouble` reads it. */
function doubleOf(text: string): number {
  const trimmed = text.trim();
  if (/^[+-]?(?:NaN|Infinity)$/.test(trimmed)) return Number(trimmed.replace(/^[+-]NaN/, 'NaN'));
  const value = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)[fFdD]?$/.exec(trimmed)?.[1];
  if (value !== undefined) return Number(value);
  throw new GrokNumberError(trimmed === '' ? 'empty String' : `For input string: "${text}"`);
}
