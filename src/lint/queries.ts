import type { KeyPath } from '../definitions/locate.js';
import type { Checked, Finding } from '../diagnostics/diagnostic.js';
import type { EqlQuery } from '../languages/eql/ast.js';
import { parseEql } from '../languages/eql/parse.js';
import type { EsqlQuery } from '../languages/esql/ast.js';
import { parseEsql } from '../languages/esql/parse.js';
import type { KqlNode } from '../languages/kql/ast.js';
import { parseKql } from '../languages/kql/parse.js';
import type { LanguageId } from '../languages/language.js';
import type { LuceneGroup } from '../languages/lucene/ast.js';
import { parseLucene } from '../languages/lucene/parse.js';
import type { Hunt } from '../model/hunt.js';
import { languageOf, queryOf } from '../model/rule-defaults.js';
import type { Rule } from '../model/rule.js';
import { huntLanguage } from './hunt-language.js';

/** A query of a definition, parsed, with its place in the file; `tree` is absent where it does not parse. */
export type ParsedQuery =
  QueryIn<'kuery', KqlNode> | QueryIn<'lucene', LuceneGroup> | QueryIn<'eql', EqlQuery> | QueryIn<'esql', EsqlQuery>;

interface QueryIn<L extends LanguageId, Tree> {
  readonly language: L;
  readonly path: KeyPath;
  readonly text: string;
  readonly tree?: Tree;
  readonly findings: readonly Finding[];
}

const parsed = new WeakMap<object, readonly ParsedQuery[]>();

/** The queries of a rule: its own and, of an indicator match, that over the indicators. Parsed once however many checks ask. */
export function queriesOfRule(rule: Rule): readonly ParsedQuery[] {
  return once(rule, () => [
    ...parse(languageOf(rule), queryOf(rule), ['rule', 'query']),
    ...(rule.type === 'threat_match'
      ? parse(rule.threatLanguage ?? 'kuery', rule.threatQuery, ['rule', 'threat_query'])
      : []),
  ]);
}

/** The queries of a hunt that are in a language that can be checked. Parsed once however many checks ask. */
export function queriesOfHunt(hunt: Hunt): readonly ParsedQuery[] {
  return once(hunt, () =>
    hunt.query.flatMap((text, at) => parse(huntLanguage(hunt, text), text, ['hunt', 'query', at])),
  );
}

function once(definition: object, make: () => readonly ParsedQuery[]): readonly ParsedQuery[] {
  const known = parsed.get(definition);
  if (known) return known;
  const queries = make();
  parsed.set(definition, queries);
  return queries;
}

function parse(language: LanguageId | undefined, text: string | undefined, path: KeyPath): readonly ParsedQuery[] {
  if (text === undefined) return [];
  switch (language) {
    case 'kuery':
      return [{ language, path, text, ...outcome(parseKql(text)) }];
    case 'lucene':
      return [{ language, path, text, ...outcome(parseLucene(text)) }];
    case 'eql':
      return [{ language, path, text, ...outcome(parseEql(text)) }];
    case 'esql':
      return [{ language, path, text, ...outcome(parseEsql(text)) }];
    case undefined:
      return [];
  }
}

function outcome<Tree>({ value, diagnostics }: Checked<Tree, Finding>): { tree?: Tree; findings: readonly Finding[] } {
  return { ...(value === undefined ? {} : { tree: value }), findings: diagnostics };
}
