import type { LuceneClause, LuceneGroup, LuceneLeafNode, LuceneNode, LuceneRange } from './ast.js';

/** A leaf as the `query_string` query sends it to its fields; without `field` it goes to the default fields. */
export type LuceneLeaf = { readonly field?: string } & (
  | { readonly kind: 'Text'; readonly text: string }
  | { readonly kind: 'Phrase'; readonly text: string; readonly slop: number }
  | { readonly kind: 'Prefix'; readonly text: string }
  | { readonly kind: 'Wildcard'; readonly pattern: string }
  | { readonly kind: 'Regexp'; readonly pattern: string }
  | { readonly kind: 'Fuzzy'; readonly text: string; readonly fuzziness: string }
  | LuceneRangeLeaf
  | { readonly kind: 'Exists'; readonly name: string }
  | { readonly kind: 'All' }
);

/** The bounds of a range; one that is absent is open. */
interface LuceneRangeLeaf {
  readonly kind: 'Range';
  readonly from?: string;
  readonly to?: string;
  readonly includeFrom: boolean;
  readonly includeTo: boolean;
}

/** What a boolean query holds. */
export interface LuceneBool<Query> {
  readonly must: readonly Query[];
  readonly should: readonly Query[];
  readonly mustNot: readonly Query[];
}

/** Makes the queries of an engine. */
export interface LuceneBuilder<Query> {
  /**
   * The query of a leaf; undefined if the analysis leaves nothing of it, which drops the clause. `node` is the part of the tree that it was,
   * with the field that it is asked of, be it that of a group around it; other syntaxes than that of `query_string` have none.
   */
  leaf(leaf: LuceneLeaf, node?: LuceneLeafNode): Query | undefined;
  /**
   * A boolean query of at least one clause: all of `must`, none of `mustNot`, and if there is no `must` one of `should`; if there is only
   * `mustNot`, every other document.
   */
  bool(clauses: LuceneBool<Query>): Query;
}

/** The parameters of the `query_string` query that decide what a tree means. */
export interface LuceneMeaning {
  /** `default_operator`; default OR. */
  readonly defaultOperator?: 'AND' | 'OR';
  /** `default_field`, if it is one field and not `*`; with `fields` there is none. */
  readonly defaultField?: string;
  /** `phrase_slop`; default 0. */
  readonly phraseSlop?: number;
  /** `fuzziness`; default AUTO. */
  readonly fuzziness?: string;
}

/**
 * Turns a tree into the query of an engine, with the classic parser's idea of operators, which is not that of boolean algebra: each clause
 * is required, optional or prohibited, `AND` makes its two neighbours required, `OR` makes a difference only where AND is the default, and
 * brackets alone group. So `a OR b AND c` requires b and c, and a is optional. Undefined: nothing is left, which matches nothing.
 */
export function foldLucene<Query>(
  tree: LuceneGroup,
  builder: LuceneBuilder<Query>,
  meaning: LuceneMeaning = {},
): Query | undefined {
  return foldNode(tree, undefined, builder, meaning);
}

function foldNode<Query>(
  node: LuceneNode,
  outer: string | undefined,
  builder: LuceneBuilder<Query>,
  meaning: LuceneMeaning,
): Query | undefined {
  const field = node.field?.name ?? outer;
  if (node.kind !== 'Group') return builder.leaf(leafOf(node, field, meaning), asked(node, field));
  return foldClauses(node.clauses, field, builder, meaning);
}

function asked(node: LuceneLeafNode, name: string | undefined): LuceneLeafNode {
  return node.field !== undefined || name === undefined ? node : { ...node, field: { name, range: node.range } };
}

type Occur = 'must' | 'should' | 'mustNot';

function foldClauses<Query>(
  clauses: readonly LuceneClause[],
  field: string | undefined,
  builder: LuceneBuilder<Query>,
  meaning: LuceneMeaning,
): Query | undefined {
  const isAnd = meaning.defaultOperator === 'AND';
  const kept: { readonly query: Query; occur: Occur }[] = [];
  for (const clause of clauses) {
    const last = kept.at(-1);
    if (last !== undefined) last.occur = occurBefore(last.occur, clause.conjunction, isAnd);
    const query = foldNode(clause.node, field, builder, meaning);
    if (query !== undefined) kept.push({ query, occur: occurOf(clause, isAnd) });
  }
  const [first] = kept;
  if (first === undefined) return undefined;
  // A clause on its own needs no boolean query around it, unless it has a sign.
  if (kept.length === 1 && clauses[0]?.modifier === undefined && first.occur !== 'mustNot') return first.query;
  const of = (occur: Occur): readonly Query[] =>
    kept.filter((clause) => clause.occur === occur).map(({ query }) => query);
  return builder.bool({ must: of('must'), should: of('should'), mustNot: of('mustNot') });
}

/** What a conjunction makes of the clause before it; one that is prohibited stays so. */
function occurBefore(occur: Occur, conjunction: 'AND' | 'OR' | undefined, isAnd: boolean): Occur {
  if (occur === 'mustNot' || conjunction === undefined) return occur;
  if (conjunction === 'AND') return 'must';
  return isAnd ? 'should' : occur;
}

function occurOf({ conjunction, modifier }: LuceneClause, isAnd: boolean): Occur {
  if (modifier === 'prohibited') return 'mustNot';
  const isRequired = isAnd ? conjunction !== 'OR' : modifier === 'required' || conjunction === 'AND';
  return isRequired ? 'must' : 'should';
}

function leafOf(node: LuceneLeafNode, field: string | undefined, meaning: LuceneMeaning): LuceneLeaf {
  const at = field === undefined ? {} : { field };
  switch (node.kind) {
    case 'Words':
      return textLeaf(node.words.join(' '), field, meaning);
    case 'Phrase':
      return phraseLeaf(node.text, node.slop ?? meaning.phraseSlop ?? 0, at);
    case 'Prefix':
      return { kind: 'Prefix', text: node.text, ...at };
    case 'Regexp':
      return { kind: 'Regexp', pattern: node.pattern, ...at };
    case 'Fuzzy':
      return { kind: 'Fuzzy', text: node.text, fuzziness: node.fuzziness || (meaning.fuzziness ?? 'AUTO'), ...at };
    case 'Wildcard':
      return node.pattern === '*'
        ? anyValue(field ?? meaning.defaultField)
        : { kind: 'Wildcard', pattern: node.pattern, ...at };
    case 'Range':
      return rangeLeaf(node, at);
  }
}

function phraseLeaf(text: string, slop: number, at: { readonly field?: string }): LuceneLeaf {
  return at.field === '_exists_' ? { kind: 'Exists', name: text } : { kind: 'Phrase', text, slop, ...at };
}

/** `*` alone asks whether the field exists, and nothing if that is any field. */
function anyValue(name: string | undefined): LuceneLeaf {
  return name === undefined || name === '*' ? { kind: 'All' } : { kind: 'Exists', name };
}

function rangeLeaf({ from, to, includeFrom, includeTo }: LuceneRange, at: { readonly field?: string }): LuceneLeaf {
  const bounds = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  return { kind: 'Range', ...bounds, includeFrom, includeTo, ...at };
}

/** A word, unless Elasticsearch sees a range in it (`age:>=10`), or the name of a field that has to exist. */
function textLeaf(text: string, field: string | undefined, { defaultField }: LuceneMeaning): LuceneLeaf {
  if (field === '_exists_') return { kind: 'Exists', name: text };
  const at = field === undefined ? {} : { field };
  const first = text.charAt(0);
  if ((field ?? defaultField) === undefined || text.length < 2 || (first !== '>' && first !== '<')) {
    return { kind: 'Text', text, ...at };
  }
  const isInclusive = text.length > 2 && text.charAt(1) === '=';
  const bound = text.slice(isInclusive ? 2 : 1);
  const given = bound === '*' ? {} : first === '>' ? { from: bound } : { to: bound };
  const closed = { includeFrom: first === '<' || isInclusive, includeTo: first === '>' || isInclusive };
  return { kind: 'Range', ...given, ...closed, ...at };
}
