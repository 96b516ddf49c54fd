import type { Finding } from '../diagnostics/diagnostic.js';
import { checkKql } from '../languages/kql/check.js';
import type { FieldFinding } from '../languages/unknown-field.js';
import { checkLucene } from '../languages/lucene/check.js';
import { isDynamic } from '../schemas/fields/index-fields.js';
import type { IndexFields } from '../schemas/fields/index-fields.js';
import type { LintContext } from './check.js';
import { checkEqlQuery } from './eql-types.js';
import { checkEsqlQuery } from './esql-types.js';
import type { LanguageFindings, UnknownField } from './language-findings.js';
import { misspeltField } from './misspelt-field.js';
import type { ParsedQuery } from './queries.js';

/** What is wrong with a query and the fields of its indices. */
export interface CheckedQuery {
  /** What does not fit, unknown fields apart. */
  readonly types: readonly Finding[];
  /** Fields that are not there (errors), or are hardly meant (warnings). */
  readonly fields: readonly Finding[];
  /** Fields that may be there or not, and that nothing else is said about. */
  readonly unchecked: readonly UnknownField[];
}

/** Findings that depend on the mapping of a field, which an index may have in another way than ECS. */
const BY_MAPPING: ReadonlySet<string> = new Set([
  'eql/type-mismatch',
  'eql/unusable-field',
  'eql/text-without-keyword',
  'eql/join-key-types',
  'eql/address-as-text',
  'esql/type',
  'kql/value-type',
]);

/** What only a cluster knows, or the embedded engine does not do: no fault of the query. */
const NOT_KNOWN: ReadonlySet<string> = new Set(['esql/unknown-index', 'esql/unknown-policy', 'esql/unsupported']);

const NOTHING: LanguageFindings = { types: [], unknown: [] };

const checked = new WeakMap<ParsedQuery, CheckedQuery>();

/** What the checker of its language says about a query and the fields of its indices. Checked once however many checks ask. */
export function checkedQuery(query: ParsedQuery, context: Pick<LintContext, 'fields'>): CheckedQuery {
  const known = checked.get(query);
  if (known) return known;
  const fields = context.fields.of(query.indices);
  const result = judged(findingsOf(query, fields), fields);
  checked.set(query, result);
  return result;
}

function judged({ types, unknown: all }: LanguageFindings, known: IndexFields): CheckedQuery {
  const unknown = all.filter(({ name }) => !isDynamic(name, known));
  const certain = types.filter(({ code }) => !NOT_KNOWN.has(code)).map(shortened);
  if (known.open.length === 0)
    return { types: certain, fields: unknown.map(({ finding }) => shortened(finding)), unchecked: [] };
  const slips = unknown.map((field) => ({ field, meant: misspeltField(field.name, known.fields) }));
  return {
    types: certain.map((finding) => (BY_MAPPING.has(finding.code) ? { ...finding, severity: 'warning' } : finding)),
    fields: slips.flatMap(({ field, meant }) => (meant === undefined ? [] : [slip(field, meant)])),
    unchecked: slips.flatMap(({ field, meant }) => (meant === undefined ? [field] : [])),
  };
}

/** How many suggestions a message has: Elasticsearch lists all that are half right, of which ECS has hundreds. */
const SUGGESTED = 3;

function shortened(finding: Finding): Finding {
  const [start, list] = finding.what.split(', did you mean any of [');
  if (start === undefined || list === undefined) return finding;
  const names = list.replace(/\]\?$/u, '').split(', ').slice(0, SUGGESTED);
  return { ...finding, what: `${start}, did you mean any of [${names.join(', ')}]?` };
}

/** Codes of the languages that call fields columns. */
const COLUMNS: ReadonlySet<string> = new Set(['eql/unknown-field', 'esql/unknown-column']);

/** A field that is not in the catalogues, which are not whole, but looks like one that is. */
function slip({ name, finding }: UnknownField, meant: string): Finding {
  const { code, range } = finding;
  return {
    code,
    range,
    severity: 'warning',
    what: `${COLUMNS.has(code) ? 'Unknown column' : 'Unknown field'} [${name}], did you mean [${meant}]?`,
    why: 'Neither ECS nor a built-in or imported catalogue has the field; whether the indices have it is not known.',
    fix: `Write ${meant}, or import the fields of the indices with dragnet schemas import.`,
  };
}

function split(found: readonly FieldFinding[]): LanguageFindings {
  return {
    types: found.filter(({ finding }) => !finding.code.endsWith('/unknown-field')).map(({ finding }) => finding),
    unknown: found.filter(({ finding }) => finding.code.endsWith('/unknown-field')),
  };
}

function findingsOf(query: ParsedQuery, known: IndexFields): LanguageFindings {
  if (query.tree === undefined) return NOTHING;
  switch (query.language) {
    case 'eql':
      return checkEqlQuery(query.tree, query, known);
    case 'esql':
      return checkEsqlQuery(query.tree, known);
    case 'kuery':
      return split(checkKql(query.tree, known.fields));
    case 'lucene':
      return split(checkLucene(query.tree, known.fields));
  }
}
