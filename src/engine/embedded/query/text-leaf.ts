import type { LuceneLeaf } from '../../../languages/lucene/fold.js';
import type { Field, RangeBounds } from '../fields/field.js';
import { TextField } from '../fields/text-field.js';
import { lowerCase } from '../../../values/patterns/lower-case.js';
import { unreachable } from '../../../values/unreachable.js';
import { combine } from './bool-query.js';
import { defaultFields, expandFields } from './default-fields.js';
import { matchQuery } from './match-queries.js';
import { fuzzyQuery, prefixQuery, regexpQuery, wildcardQuery } from './pattern-queries.js';
import { all, none, onField, type Query, type QueryContext } from './query.js';
import { illegalArgument, isShardFailure } from './query-error.js';
import { existsQuery } from './term-queries.js';

/** What `query_string` and `simple_query_string` say of all their leaves. */
export interface LeafOptions {
  /** Names and patterns; undefined: every field that can be searched. */
  readonly fields: readonly string[] | undefined;
  /** Ignore values that do not fit a field. */
  readonly lenient: boolean;
  readonly operator: 'and' | 'or';
  readonly analyzeWildcard: boolean;
  readonly allowLeadingWildcard: boolean;
  readonly fuzzyPrefixLength: number;
  readonly fuzzyTranspositions: boolean;
  readonly timeZone: string | undefined;
  /** Whether the text says `*:*`, every document. */
  readonly isEverything: boolean;
}

/** The query of one leaf of a query text on the fields that it names, or else on the default ones; undefined if analysis leaves nothing of it. */
export function leafQuery(leaf: LuceneLeaf, options: LeafOptions, context: QueryContext): Query | undefined {
  if (leaf.kind === 'All') {
    // A lone star asks the fields that are named; without names every document passes.
    return options.fields === undefined || options.isEverything
      ? all
      : combine([], options.fields.map(existsQuery), [], 1);
  }
  if (leaf.kind === 'Exists') return existsQuery(leaf.name);
  const names =
    leaf.field !== undefined
      ? expandFields(context, [leaf.field])
      : options.fields === undefined
        ? defaultFields(context)
        : expandFields(context, options.fields);
  if (names.length === 0) return none;
  const queries = names.map((name) => onOneField(name, leaf, options, context)).filter((query) => query !== undefined);
  if (queries.length === 0) return undefined;
  return combine([], queries.map(options.lenient ? leniently : (query) => query), [], 1);
}

type FieldLeaf = Exclude<LuceneLeaf, { kind: 'All' | 'Exists' }>;

function onOneField(name: string, leaf: FieldLeaf, options: LeafOptions, context: QueryContext): Query | undefined {
  const field = context.index.field(name);
  if (!field) return none;
  switch (leaf.kind) {
    case 'Text':
      if (isEmptied(field, leaf.text)) return undefined;
      return matchQuery(name, leaf.text, { kind: 'words', operator: options.operator, lenient: options.lenient });
    case 'Phrase':
      if (isEmptied(field, leaf.text)) return undefined;
      return matchQuery(name, leaf.text, { kind: 'phrase', slop: leaf.slop, lenient: options.lenient });
    case 'Prefix':
      return options.analyzeWildcard
        ? analyzedPrefix(field, name, leaf.text, options)
        : prefixQuery(name, normalized(field, leaf.text));
    case 'Wildcard':
      if (!options.allowLeadingWildcard && /^[*?]/u.test(leaf.pattern)) {
        throw illegalArgument("'*' or '?' not allowed as first character in WildcardQuery");
      }
      return wildcardQuery(name, normalized(field, leaf.pattern), false, true);
    case 'Regexp':
      return regexpQuery(name, leaf.pattern);
    case 'Fuzzy':
      return fuzzyQuery(name, normalized(field, leaf.text), {
        fuzziness: leaf.fuzziness,
        prefix_length: options.fuzzyPrefixLength,
        transpositions: options.fuzzyTranspositions,
      });
    case 'Range':
      return (inner) => onField(inner, name, (target) => target.range(rangeBounds(target, leaf, options), inner));
    default:
      return unreachable(leaf);
  }
}

function isEmptied(field: Field, text: string): boolean {
  return field instanceof TextField && field.analyze(text).length === 0;
}

/** What analysis makes of a part of a word: text fields lower-case it; other fields see to it themselves. */
function normalized(field: Field, text: string): string {
  return field instanceof TextField ? lowerCase(text) : text;
}

/** With `analyze_wildcard` a prefix is analysed: all its words but the last have to be there, as the default operator says. */
function analyzedPrefix(field: Field, name: string, text: string, options: LeafOptions): Query {
  if (!(field instanceof TextField)) return prefixQuery(name, text);
  const words = field.analyze(text);
  const queries = words.map((word, index): Query =>
    index === words.length - 1 ? prefixQuery(name, word) : () => field.term(word, false),
  );
  if (queries.length === 0) return none;
  return options.operator === 'and' ? combine(queries, [], []) : combine([], queries, [], 1);
}

function rangeBounds(field: Field, leaf: FieldLeaf & { kind: 'Range' }, options: LeafOptions): RangeBounds {
  const { from, to, includeFrom, includeTo } = leaf;
  return {
    ...(from === undefined ? {} : { [includeFrom ? 'gte' : 'gt']: normalized(field, from) }),
    ...(to === undefined ? {} : { [includeTo ? 'lte' : 'lt']: normalized(field, to) }),
    ...(options.timeZone === undefined ? {} : { timeZone: options.timeZone }),
    relation: 'intersects',
  };
}

function leniently(query: Query): Query {
  return (context) => {
    try {
      return query(context);
    } catch (error) {
      if (isShardFailure(error)) return none(context);
      throw error;
    }
  };
}
