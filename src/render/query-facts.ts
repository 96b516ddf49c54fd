import type { EqlQuery } from '../languages/eql/ast.js';
import { fieldsOfEql } from '../languages/eql/fields.js';
import { parseEql } from '../languages/eql/parse.js';
import type { SourceCommand } from '../languages/esql/ast.js';
import { parseEsql } from '../languages/esql/parse.js';
import { fieldsOfKql } from '../languages/kql/fields.js';
import { parseKql } from '../languages/kql/parse.js';
import { fieldsOfLucene } from '../languages/lucene/fields.js';
import { parseLucene } from '../languages/lucene/parse.js';
import type { EqlRule, Rule } from '../model/rule.js';
import { languageOf, queryOf } from '../model/rule-defaults.js';

// A page asks three times: for fields, for its words, for its picture.
const PARSED = new WeakMap<EqlRule, { readonly tree: EqlQuery | undefined }>();

/** The tree of a rule's query in EQL; undefined for one that does not parse. */
export function parsedEql(rule: EqlRule): EqlQuery | undefined {
  const known = PARSED.get(rule);
  if (known !== undefined) return known.tree;
  const tree = parseEql(rule.query).value;
  PARSED.set(rule, { tree });
  return tree;
}

/**
 * The fields that a rule's query names, each once, sorted. Empty where they cannot be read off the query: ES|QL (which computes columns),
 * machine learning, a query that does not parse.
 */
export function fieldsInQuery(rule: Rule): readonly string[] {
  if (rule.type === 'eql') return [...fieldsOf(parsedEql(rule), fieldsOfEql)].sort();
  return [...fieldsIn(queryOf(rule) ?? '', languageOf(rule))].sort();
}

function fieldsIn(query: string, language: ReturnType<typeof languageOf>): readonly string[] {
  switch (language) {
    case 'kuery':
      return fieldsOf(parseKql(query).value, fieldsOfKql);
    case 'lucene':
      return fieldsOf(parseLucene(query).value, fieldsOfLucene);
    case 'eql':
      return fieldsOf(parseEql(query).value, fieldsOfEql);
    case 'esql':
    case undefined:
      return [];
  }
}

function fieldsOf<Tree>(tree: Tree | undefined, fields: (tree: Tree) => readonly string[]): readonly string[] {
  return tree === undefined ? [] : fields(tree);
}

/** The index patterns that an ES|QL query reads, each once, in order; empty for a query that reads none or whose source does not parse. */
export function indicesInEsql(query: string): readonly string[] {
  // What is behind the first pipe has no say, unless the pipe is part of a name, a comment or a subquery.
  const [source = ''] = query.split('|', 1);
  const tree = (source.includes('(') ? undefined : parseEsql(source).value) ?? parseEsql(query).value;
  return tree === undefined ? [] : [...new Set(indicesOf(tree.source))];
}

function indicesOf(source: SourceCommand): readonly string[] {
  if (source.kind !== 'From') return [];
  return source.indices.flatMap((index) => (index.kind === 'Subquery' ? indicesOf(index.source) : [index.name]));
}
