import type { Range } from '../diagnostics/diagnostic.js';
import type { LuceneGroup, LuceneLeafNode, LuceneNode } from '../languages/lucene/ast.js';
import { foldLucene } from '../languages/lucene/fold.js';
import type { LuceneBool, LuceneBuilder, LuceneLeaf } from '../languages/lucene/fold.js';
import { printLucene } from '../languages/lucene/print.js';
import type { JsonObject } from '../values/json.js';
import type { ClauseDraft } from './clause.js';
import { ANY_VALUE } from './kql-clauses.js';
import { fieldsOfDrafts } from './number-clauses.js';

/**
 * The clauses of a Lucene query as `query_string` means it: of `a OR b AND c` those that decide, which are b and c; optional clauses beside
 * required ones change scores only, and are left out. Undefined for the blank query: Kibana's rules then match all.
 */
export function luceneClauses(tree: LuceneGroup, text: string): ClauseDraft | undefined {
  if (text.trim() === '') return undefined;
  const root = foldLucene(tree, new Builder(text), { defaultField: '*' });
  const whole: ClauseDraft = root ?? {
    kind: 'test',
    text,
    range: tree.range,
    fields: [],
    ask: queryString(text),
    children: [],
  };
  // The whole is asked as the rule asks it: what analysis leaves nothing of is dropped by the engine.
  return { ...whole, ask: queryString(text) };
}

class Builder implements LuceneBuilder<ClauseDraft> {
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  leaf(leaf: LuceneLeaf, node: LuceneLeafNode): ClauseDraft {
    const { start, end } = node.range;
    const field = leaf.kind === 'Exists' ? leaf.name : leaf.field;
    return {
      kind: 'test',
      text: this.text.slice(start, end),
      range: node.range,
      fields: field === undefined ? [] : [field],
      wanted: wantedBy(leaf),
      ask: queryString(printLucene(alone(node))),
      children: [],
    };
  }

  bool({ must, should, mustNot }: LuceneBool<ClauseDraft>): ClauseDraft {
    const optional = must.length > 0 || should.length === 0 ? [] : [this.group('or', should)];
    const parts = [...must, ...optional, ...mustNot.map((clause) => this.group('not', [clause]))];
    return this.group('and', parts.sort(byPlace));
  }

  /** One clause alone needs no group, unless it is negated. */
  private group(kind: 'and' | 'or' | 'not', children: readonly ClauseDraft[]): ClauseDraft {
    const [only] = children;
    if (children.length === 1 && kind !== 'not' && only !== undefined) return only;
    const range = hull(children);
    return {
      kind,
      text: this.text.slice(range.start, range.end),
      range,
      fields: fieldsOfDrafts(children),
      ask: { kind: 'dsl', query: { bool: { [OCCURS[kind]]: children.map(({ ask }) => dslOf(ask)) } } },
      children,
    };
  }
}

/** In brackets several words are asked of the field, as they are in a group: `field:(one two)`. */
function alone(node: LuceneLeafNode): LuceneNode {
  const { field, ...rest } = node;
  if (field === undefined) return node;
  return { kind: 'Group', field, clauses: [{ node: rest, range: node.range }], range: node.range };
}

const OCCURS = { and: 'filter', or: 'should', not: 'must_not' } as const;

/** As Kibana asks the query of a rule. */
function queryString(query: string): ClauseDraft['ask'] & { readonly kind: 'dsl' } {
  return { kind: 'dsl', query: { query_string: { query, analyze_wildcard: true, time_zone: 'UTC' } } };
}

function dslOf(ask: ClauseDraft['ask']): JsonObject {
  return ask.kind === 'dsl' ? ask.query : { match_none: {} };
}

function byPlace(one: ClauseDraft, two: ClauseDraft): number {
  return (one.range?.start ?? 0) - (two.range?.start ?? 0);
}

function hull(clauses: readonly ClauseDraft[]): Range {
  const ranges = clauses.flatMap(({ range }) => range ?? []);
  return {
    start: ranges.reduce((least, { start }) => Math.min(least, start), Infinity),
    end: ranges.reduce((most, { end }) => Math.max(most, end), -Infinity),
  };
}

function wantedBy(leaf: LuceneLeaf): string {
  switch (leaf.kind) {
    case 'Text':
    case 'Phrase':
      return leaf.text;
    case 'Prefix':
      return `${leaf.text}*`;
    case 'Wildcard':
      return leaf.pattern;
    case 'Regexp':
      return `/${leaf.pattern}/`;
    case 'Fuzzy':
      return `${leaf.text}~${leaf.fuzziness}`;
    case 'Exists':
    case 'All':
      return ANY_VALUE;
    case 'Range': {
      const from = leaf.from === undefined ? [] : [`${leaf.includeFrom ? '>=' : '>'} ${leaf.from}`];
      const to = leaf.to === undefined ? [] : [`${leaf.includeTo ? '<=' : '<'} ${leaf.to}`];
      return [...from, ...to].join(' and ') || ANY_VALUE;
    }
  }
}
