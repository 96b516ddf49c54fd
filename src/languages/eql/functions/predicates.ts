import { parseCidr, parseIpAddress } from '../../../values/ip-address.js';
import { compileLuceneRegexp } from '../../../values/patterns/regexp.js';
import type { TextMatcher } from '../../../values/patterns/wildcard.js';
import { compileWildcard } from '../../../values/patterns/wildcard.js';
import type { EqlValue } from '../value.js';
import { EqlEvaluationError } from '../value.js';
import type { EqlFunction } from './function.js';
import { fold, string } from './strings.js';

const source = { name: 'source', type: 'string' } as const;
const substring = { name: 'substring', type: 'string' } as const;

const cidrMatch: EqlFunction = {
  name: 'cidrMatch',
  parameters: [
    { name: 'ip_address', type: 'ip' },
    { name: 'cidr_block', type: 'string', constant: true },
  ],
  variadic: true,
  returns: 'boolean',
  evaluate([address = null, ...blocks]) {
    if (address === null || blocks.includes(null)) return null;
    const value = parseIpAddress(string(address));
    if (value === undefined) throw new EqlEvaluationError(`'${string(address)}' is not an IP string literal.`);
    return blocks.some((block) => contains(string(block), value));
  },
};

const startsWith = search('startsWith', (text, part) => text.startsWith(part));
const endsWith = search('endsWith', (text, part) => text.endsWith(part));
const stringContains = search('stringContains', (text, part) => text.includes(part));

const wildcard: EqlFunction = {
  name: 'wildcard',
  removed: { version: '8.0', instead: 'like' },
  parameters: [source, { name: 'pattern', type: 'string', constant: true }],
  variadic: true,
  returns: 'boolean',
  caseAware: true,
  evaluate([text = null, ...patterns], insensitive) {
    return text === null ? null : likeMatcher(patterns.map(string), insensitive)(string(text));
  },
};

const match: EqlFunction = {
  name: 'match',
  removed: { version: '7.10', instead: 'regex' },
  parameters: [source, { name: 'pattern', type: 'string', constant: true }],
  variadic: true,
  returns: 'boolean',
  caseAware: true,
  evaluate([text = null, ...patterns], insensitive) {
    return text === null ? null : regexpMatcher(patterns.map(string), insensitive)(string(text));
  },
};

/** The functions that answer yes or no: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/eql-function-ref.html */
export const PREDICATE_FUNCTIONS: readonly EqlFunction[] = [
  cidrMatch,
  endsWith,
  match,
  startsWith,
  stringContains,
  wildcard,
];

/** Compiles patterns of `:` and `like`, any of which may match: `*` and `?` are wildcards, and nothing escapes them. */
export function likeMatcher(patterns: readonly string[], insensitive: boolean): TextMatcher {
  const matchers = patterns.map((pattern) => compileWildcard(pattern, { caseInsensitive: insensitive, escape: false }));
  return (text) => matchers.some((matches) => matches(text));
}

/** Compiles patterns of `regex`, any of which may match; Elasticsearch joins them to one. */
export function regexpMatcher(patterns: readonly string[], insensitive: boolean): TextMatcher {
  const { matches, error } = compileLuceneRegexp(patterns.join('|'), { caseInsensitive: insensitive });
  if (matches !== undefined) return matches;
  return () => {
    throw new EqlEvaluationError(error.reason);
  };
}

/** Why a regular expression cannot be used; undefined if it can. */
export function regexpProblem(pattern: string): string | undefined {
  return compileLuceneRegexp(pattern).error?.reason;
}

function search(name: string, test: (text: string, part: string) => boolean): EqlFunction {
  return {
    name,
    parameters: [source, substring],
    returns: 'boolean',
    caseAware: true,
    evaluate([text = null, part = null]: readonly EqlValue[], insensitive) {
      if (text === null || part === null) return null;
      return test(fold(string(text), insensitive), fold(string(part), insensitive));
    },
  };
}

function contains(block: string, address: bigint): boolean {
  const range = parseCidr(block);
  if (range !== undefined) return range.from <= address && address <= range.to;
  const single = parseIpAddress(block);
  if (single === undefined) throw new EqlEvaluationError(`'${block}' is not an IP string literal.`);
  return single === address;
}
