import type { KeyPath } from '../definitions/locate.js';
import type { Checked, Finding } from '../diagnostics/diagnostic.js';
import type { EqlQuery } from '../languages/eql/ast.js';
import type { EqlCheckOptions } from '../languages/eql/check.js';
import { parseEql } from '../languages/eql/parse.js';
import type { EsqlQuery } from '../languages/esql/ast.js';
import { parseEsql } from '../languages/esql/parse.js';
import type { KqlNode } from '../languages/kql/ast.js';
import { parseKql } from '../languages/kql/parse.js';
import type { LanguageId } from '../languages/language.js';
import type { LuceneGroup } from '../languages/lucene/ast.js';
import { parseLucene } from '../languages/lucene/parse.js';
import type { Hunt } from '../model/hunt.js';
import { indexOf, languageOf, queryOf } from '../model/rule-defaults.js';
import type { Rule } from '../model/rule.js';
import { RULE_TYPE_KEYS, RULE_TYPES } from '../schemas/rule-types.js';
import { huntLanguage } from '../languages/hunt-language.js';

/** A query of a definition, parsed, with its place in the file; `tree` is absent where it does not parse. */
export type ParsedQuery =
  | QueryIn<'kuery', KqlNode>
  | QueryIn<'lucene', LuceneGroup>
  | (QueryIn<'eql', EqlQuery> & { readonly options: EqlOptions })
  | QueryIn<'esql', EsqlQuery>;

/** The fields that an EQL rule names besides its query. */
export type EqlOptions = Pick<EqlCheckOptions, 'eventCategoryField' | 'timestampField' | 'tiebreakerField'>;

interface QueryIn<L extends LanguageId, Tree> {
  readonly language: L;
  readonly path: KeyPath;
  readonly text: string;
  /** Patterns of the indices that it reads; empty where a data view decides, or nobody knows. */
  readonly indices: readonly string[];
  readonly tree?: Tree;
  readonly findings: readonly Finding[];
}

const parsed = new WeakMap<object, readonly ParsedQuery[]>();

/** The queries of a rule: its own and, of an indicator match, that over the indicators. Parsed once however many checks ask. */
export function queriesOfRule(rule: Rule): readonly ParsedQuery[] {
  return once(rule, () => [
    ...parseQuery(languageMeant(rule), queryOf(rule), ['rule', 'query'], indexOf(rule), eqlOptions(rule)),
    ...(rule.type === 'threat_match'
      ? parseQuery(rule.threatLanguage ?? 'kuery', rule.threatQuery, ['rule', 'threat_query'], rule.threatIndex)
      : []),
  ]);
}

/** The queries of a hunt that are in a language that can be checked. Parsed once however many checks ask. */
export function queriesOfHunt(hunt: Hunt): readonly ParsedQuery[] {
  return once(hunt, () =>
    hunt.query.flatMap((text, at) => parseQuery(huntLanguage(hunt, text), text, ['hunt', 'query', at], [])),
  );
}

/** Lets go of the trees of a definition; they take many times its text. Whoever asks again has it parsed again. */
export function forgetQueries(definition: object): void {
  parsed.delete(definition);
}

/** Those that are the only one of a type of rule. */
const ONLY_LANGUAGES: readonly LanguageId[] = ['eql', 'esql'];

/** The language of a rule's query: where the rule names one that its type does not take, the only one that it does; the schema tells that mistake. */
function languageMeant(rule: Rule): LanguageId | undefined {
  const named = languageOf(rule);
  // A type that there is not is the schema's matter, too.
  const type = RULE_TYPES.find((name) => name === rule.type);
  const languages = type === undefined ? [] : RULE_TYPE_KEYS[type].languages;
  if (named === undefined || languages.length === 0 || languages.includes(named)) return named;
  return ONLY_LANGUAGES.find((language) => languages.length === 1 && languages.includes(language));
}

function once(definition: object, make: () => readonly ParsedQuery[]): readonly ParsedQuery[] {
  const known = parsed.get(definition);
  if (known) return known;
  const queries = make();
  parsed.set(definition, queries);
  return queries;
}

/** One query in a known language as a list of one; of a definition it has the place. */
export function parseQuery(
  language: LanguageId | undefined,
  text: string | undefined,
  path: KeyPath,
  indices: readonly string[],
  options: EqlOptions = {},
): readonly ParsedQuery[] {
  if (text === undefined) return [];
  switch (language) {
    case 'kuery':
      return [{ language, path, text, indices, ...outcome(parseKql(text)) }];
    case 'lucene':
      return [{ language, path, text, indices, ...outcome(parseLucene(text)) }];
    case 'eql':
      return [{ language, path, text, indices, options, ...outcome(parseEql(text)) }];
    case 'esql': {
      const read = outcome(parseEsql(text));
      return [{ language, path, text, indices: read.tree ? indicesOfEsql(read.tree) : [], ...read }];
    }
    default:
      // None, or one that there is not: the schema says so.
      return [];
  }
}

function eqlOptions(rule: Rule): EqlOptions {
  if (rule.type !== 'eql') return {};
  const { eventCategoryOverride, timestampField, tiebreakerField } = rule;
  return {
    ...(eventCategoryOverride === undefined ? {} : { eventCategoryField: eventCategoryOverride }),
    ...(timestampField === undefined ? {} : { timestampField }),
    ...(tiebreakerField === undefined ? {} : { tiebreakerField }),
  };
}

/** The patterns after FROM, the name of a remote cluster left out. */
function indicesOfEsql({ source }: EsqlQuery): readonly string[] {
  if (source.kind !== 'From') return [];
  return source.indices.flatMap((index) => (index.kind === 'IndexPattern' ? [index.name] : []));
}

function outcome<Tree>({ value, diagnostics }: Checked<Tree, Finding>): { tree?: Tree; findings: readonly Finding[] } {
  return { ...(value === undefined ? {} : { tree: value }), findings: diagnostics };
}
