import type { Finding } from '../diagnostics/diagnostic.js';
import type { EqlQuery } from '../languages/eql/ast.js';
import { checkEql } from '../languages/eql/check.js';
import { fieldsOfEql } from '../languages/eql/fields.js';
import { analyseEsql } from '../languages/esql/analysis/analyse.js';
import type { EsqlField } from '../languages/esql/analysis/catalogue.js';
import type { EsqlQuery } from '../languages/esql/ast.js';
import { typeOfField } from '../languages/esql/types.js';
import { commandsOf } from '../languages/esql/visit.js';
import { knownFieldTypes } from './field-types.js';
import { isOtherEsqlFunction } from './other-esql-functions.js';
import type { ParsedQuery } from './queries.js';

/** Findings that depend on the mapping of a field, which an index may have in another way than ECS. */
const BY_MAPPING: ReadonlySet<string> = new Set([
  'eql/type-mismatch',
  'eql/unusable-field',
  'eql/text-without-keyword',
  'eql/join-key-types',
  'eql/address-as-text',
  'esql/type',
]);

/** What only a cluster knows, or the embedded engine does not do: no fault of the query. */
const NOT_KNOWN: ReadonlySet<string> = new Set([
  'eql/unknown-field',
  'eql/unreachable-step',
  'esql/unknown-index',
  'esql/unknown-policy',
  'esql/unsupported',
]);

/** What the checkers of EQL and ES|QL say about a query, as far as it can be said without its indices. */
export function checkedFindings(query: ParsedQuery): readonly Finding[] {
  if (query.tree === undefined) return [];
  const found =
    query.language === 'eql'
      ? eqlFindings(query.tree, query.text)
      : query.language === 'esql'
        ? esqlFindings(query.tree)
        : [];
  return found
    .filter(({ code }) => !NOT_KNOWN.has(code))
    .map((finding) => (BY_MAPPING.has(finding.code) ? { ...finding, severity: 'warning' } : finding));
}

function eqlFindings(tree: EqlQuery, text: string): readonly Finding[] {
  const types = knownFieldTypes();
  const names = ['@timestamp', 'event.category', ...fieldsOfEql(tree)];
  const fields = new Map(
    names.flatMap((name) => {
      const type = types.get(name);
      return type === undefined ? [] : [[name, { type }] as const];
    }),
  );
  return checkEql(tree, { text, fields });
}

/** The date has no part in any finding. */
const ANY_DAY = new Date(0);

function esqlFindings(tree: EsqlQuery): readonly Finding[] {
  const { findings } = analyseEsql(tree, {
    catalogue: { indices: () => ({ fields: fieldsOfEsql(tree) }) },
    now: ANY_DAY,
  });
  const open = hasForeignColumns(tree);
  return findings.filter(({ code, range, what }) => {
    // An operator that wants the type of its other operand: here that of a field whose type nobody knows.
    if (code === 'esql/type' && what.includes('[null]')) return false;
    const part = tree.text.slice(range.start, range.end);
    if (code === 'esql/unknown-column') return !open && !part.includes('*');
    return code !== 'esql/unknown-function' || !isOtherEsqlFunction(part.split('(')[0] ?? '');
  });
}

/**
 * The fields that the query may take from its indices: names that occur up to its first STATS (INLINE STATS keeps all), the only ones that can come from there.
 * Those that are not known, or whose type the checker cannot tell, have the type of NULL, which fits everywhere.
 */
function fieldsOfEsql(tree: EsqlQuery): readonly EsqlField[] {
  const types = knownFieldTypes();
  const stats = tree.commands.find((command) => command.kind === 'Stats' && !command.inline);
  const text = tree.text.slice(0, stats?.range.end);
  const names = new Set([...text.matchAll(/`[^`\n]+`|[\w@.`]+/gu)].map(([name]) => name.replaceAll('`', '')));
  return [...names].sort().map((name) => {
    const mappingType = types.get(name) ?? 'unknown';
    const type = typeOfField(mappingType);
    return { name, mappingType, type: type === 'unsupported' ? 'null' : type };
  });
}

/** Whether a query has columns that cannot be told from its text: of enrich policies, lookup indices, other queries. */
function hasForeignColumns(tree: EsqlQuery): boolean {
  return commandsOf(tree).some((command) => {
    switch (command.kind) {
      case 'Enrich':
      case 'LookupJoin':
      case 'Fork':
      case 'TakeApart':
      case 'Explain':
        return true;
      case 'From':
        return command.indices.some(({ kind }) => kind === 'Subquery');
      default:
        return false;
    }
  });
}
