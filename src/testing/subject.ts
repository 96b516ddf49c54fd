import type { EsqlQuery, IndexPattern, SourceCommand, Subquery } from '../languages/esql/ast.js';
import { parseEsql } from '../languages/esql/parse.js';
import type { Hunt } from '../model/hunt.js';
import { indexOf, queryOf } from '../model/rule-defaults.js';
import type { Rule } from '../model/rule.js';

/** What a test file tests: the definition beside it. */
export type Subject =
  | { readonly kind: 'rule'; readonly file: string; readonly rule: Rule }
  | { readonly kind: 'hunt'; readonly file: string; readonly hunt: Hunt };

/** The index patterns that a rule or the given query of a hunt (counted from 1) reads, exclusions (`-x`) included. */
export function patternsOf(subject: Subject, query: number): readonly string[] {
  if (subject.kind === 'hunt') return esqlPatterns(subject.hunt.query[query - 1] ?? '');
  if (subject.rule.type === 'esql') return esqlPatterns(queryOf(subject.rule) ?? '');
  return indexOf(subject.rule);
}

function esqlPatterns(text: string): readonly string[] {
  const tree: EsqlQuery | undefined = parseEsql(text).value;
  return tree ? sourcePatterns(tree.source) : [];
}

function sourcePatterns(source: SourceCommand): readonly string[] {
  if (source.kind !== 'From') return [];
  return source.indices.flatMap((index: IndexPattern | Subquery) =>
    index.kind === 'Subquery' ? sourcePatterns(index.source) : [index.name],
  );
}
