import type { Range } from '../diagnostics/diagnostic.js';
import type { EqlExpression, EqlQuery } from '../languages/eql/ast.js';
import type { EsqlQuery, Expression } from '../languages/esql/ast.js';
import type { KqlNode, KqlTerm, KqlValue } from '../languages/kql/ast.js';
import type { LuceneGroup } from '../languages/lucene/ast.js';
import { foldLucene } from '../languages/lucene/fold.js';
import type { LuceneBool } from '../languages/lucene/fold.js';
import type { ParsedQuery } from './queries.js';

/** Patterns that a document could be found by alone; none where something quick is asked for on every way. */
type Ways = readonly Range[];

/**
 * The patterns with a star in front that alone decide, on one way at least, which documents a query finds. Negations, and questions whether a
 * field is there, narrow nothing; everything else is taken for quick.
 */
export function slowWays(query: ParsedQuery): Ways {
  if (query.tree === undefined) return [];
  switch (query.language) {
    case 'kuery':
      return ofKql(query.tree);
    case 'lucene':
      return ofLucene(query.tree);
    case 'eql':
      return ofEql(query.tree);
    case 'esql':
      return ofEsql(query.tree);
  }
}

/** Where all must hold, one quick part is enough. */
function all(parts: readonly Ways[]): Ways {
  return parts.some((ways) => ways.length === 0) ? [] : parts.flat();
}

function ofKql(node: KqlNode): Ways {
  switch (node.kind) {
    case 'And': {
      const clauses = node.clauses.filter(({ kind }) => kind !== 'Not' && kind !== 'Exists' && kind !== 'MatchAll');
      return all(clauses.map(ofKql));
    }
    case 'Or':
      return node.clauses.flatMap(ofKql);
    case 'Nested':
      return ofKql(node.clause);
    case 'Match':
      return ofKqlValue(node.value);
    default:
      return [];
  }
}

function ofKqlValue(value: KqlValue): Ways {
  switch (value.kind) {
    case 'ValueOr':
      return value.values.flatMap(ofKqlValue);
    case 'ValueAnd':
      return all(value.values.map(ofKqlValue));
    case 'ValueNot':
      return [];
    default:
      return isSlowTerm(value) ? [value.range] : [];
  }
}

/** `*x`, not `*` alone, which asks whether there is a value. */
function isSlowTerm(term: KqlTerm): boolean {
  return term.kind === 'Wildcard' && term.parts[0] === '' && term.parts.some((part) => part !== '');
}

function ofLucene(tree: LuceneGroup): Ways {
  const ways = foldLucene<{ readonly ways: Ways; readonly narrows: boolean }>(tree, {
    leaf: (leaf, node) => {
      const isSlow =
        node !== undefined &&
        ((leaf.kind === 'Wildcard' && startsOpen(leaf.pattern)) ||
          (leaf.kind === 'Regexp' && /^\.[*+]./u.test(leaf.pattern)));
      return { ways: isSlow ? [node.range] : [], narrows: leaf.kind !== 'Exists' && leaf.kind !== 'All' };
    },
    bool: ({ must, should }: LuceneBool<{ readonly ways: Ways; readonly narrows: boolean }>) => {
      const needed = must.filter(({ narrows }) => narrows);
      const parts = must.length > 0 ? all(needed.map((part) => part.ways)) : should.flatMap((part) => part.ways);
      return { ways: parts, narrows: must.length > 0 ? needed.length > 0 : should.some(({ narrows }) => narrows) };
    },
  });
  return ways?.ways ?? [];
}

/** A step that names a category asks for a whole value: that is quick. */
function ofEql({ source }: EqlQuery): Ways {
  if (source.kind === 'EventFilter') return source.category === null ? ofEqlCondition(source.condition) : [];
  return source.steps.flatMap(({ filter }) => (filter.category === null ? ofEqlCondition(filter.condition) : []));
}

function ofEqlCondition(node: EqlExpression): Ways {
  switch (node.kind) {
    case 'And':
      return all(node.clauses.filter((clause) => !isEqlWeak(clause)).map(ofEqlCondition));
    case 'Or':
      return node.clauses.flatMap(ofEqlCondition);
    case 'Match':
      return node.patterns.flatMap((pattern) =>
        pattern.kind === 'String' && !node.operator.startsWith('regex') && startsOpen(pattern.value)
          ? [pattern.range]
          : [],
      );
    default:
      return [];
  }
}

/** What lets nearly everything through. */
function isEqlWeak(node: EqlExpression): boolean {
  return node.kind === 'Not' || node.kind === 'Boolean' || (node.kind === 'Comparison' && node.operator === '!=');
}

/** What stands in WHERE before rows are computed: Elasticsearch asks its index for these. */
function ofEsql({ source, commands }: EsqlQuery): Ways {
  if (source.kind !== 'From') return [];
  const first = commands.findIndex(({ kind }) => kind !== 'Where');
  const conditions = commands
    .slice(0, first < 0 ? commands.length : first)
    .flatMap((command) => (command.kind === 'Where' ? [command.condition] : []));
  return all(conditions.filter((condition) => !isEsqlWeak(condition)).map(ofEsqlCondition));
}

function ofEsqlCondition(node: Expression): Ways {
  if (node.kind === 'Logical') {
    if (node.operator === 'or') return node.operands.flatMap(ofEsqlCondition);
    return all(node.operands.filter((operand) => !isEsqlWeak(operand)).map(ofEsqlCondition));
  }
  if (node.kind !== 'Like' || node.negated) return [];
  return node.patterns.flatMap((pattern) => {
    if (pattern.kind !== 'String') return [];
    const isOpen = node.syntax === 'like' ? startsOpen(pattern.value) : /^\.[*+]./u.test(pattern.value);
    return isOpen ? [pattern.range] : [];
  });
}

function isEsqlWeak(node: Expression): boolean {
  if (node.kind === 'Not' || node.kind === 'IsNull') return true;
  return node.kind === 'Comparison' ? node.operator === '!=' : 'negated' in node && node.negated;
}

/** `*x` and `?x`, not `*` alone. */
function startsOpen(pattern: string): boolean {
  return /^[*?]/u.test(pattern) && !/^[*?]+$/u.test(pattern);
}
