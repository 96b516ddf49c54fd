import type { Finding } from '../diagnostics/diagnostic.js';
import { analyseEsql } from '../languages/esql/analysis/analyse.js';
import type { EsqlField } from '../languages/esql/analysis/catalogue.js';
import { esqlField, esqlFields } from '../languages/esql/analysis/index-fields.js';
import type { EsqlQuery, ProcessingCommand } from '../languages/esql/ast.js';
import { commandsOf } from '../languages/esql/visit.js';
import type { IndexField, IndexFields } from '../schemas/fields/index-fields.js';
import { isOtherEsqlFunction } from './other-esql-functions.js';
import { esqlStages } from './esql-columns.js';
import { expressionsOf, withInner } from './esql-conditions.js';
import { withLoss } from './esql-lost-columns.js';
import type { LanguageFindings } from './language-findings.js';

/**
 * What Elasticsearch would say about an ES|QL query over these fields, as far as it can be said without enrich policies and lookup indices.
 * The query is analysed as if the indices had every field that it names; then with those that are known: the columns that are missing only
 * there are unknown fields, others are gone for another reason.
 */
export function checkEsqlQuery(tree: EsqlQuery, { fields, open }: IndexFields): LanguageFindings {
  const isOpen = open.length > 0;
  const names = namesIn(tree);
  const asKnown = (name: string, field: IndexField): EsqlField => {
    const known = esqlField(name, field);
    // Indices that nobody has listed may map the field in a way that can be read.
    return isOpen && known.type === 'unsupported' ? { ...known, type: 'null' } : known;
  };
  const named = names.map((name): EsqlField => {
    const field = fields.get(name);
    return field === undefined ? { name, mappingType: 'unknown', type: 'null' } : asKnown(name, field);
  });
  const lenient = findingsWith(tree, named, (name) => fields.has(name)).filter(
    // Patterns may fit fields that the query does not name; COUNT(*) and products are none.
    (finding) => !isUnknownColumn(finding) || !textAt(tree, finding.range).includes('*'),
  );
  // Analysing is dear where patterns are compiled; most queries name nothing that is not known.
  if (!lenient.some(isUnknownColumn) && isOpen && !namesUnknown(tree, fields)) return { types: lenient, unknown: [] };
  let strict = findingsWith(
    tree,
    named.filter(({ name }) => fields.has(name)),
  ).filter(isUnknownColumn);
  // Patterns may fit fields that the query does not name.
  if (isOpen) strict = strict.filter(({ range }) => !textAt(tree, range).includes('*'));
  else if (strict.length > 0) strict = findingsWith(tree, esqlFields(fields)).filter(isUnknownColumn);
  return {
    // Only the strict findings suggest names that are fields.
    types: lenient.map((finding) => {
      const other = strict.find((item) => isSame(item, finding));
      return other === undefined ? finding : { ...finding, what: other.what };
    }),
    unknown: strict
      .filter((finding) => !lenient.some((other) => isSame(other, finding)))
      .map((finding) => ({ name: textAt(tree, finding.range).replaceAll('`', ''), finding })),
  };
}

/** Whether a query takes a column from its indices that is no known field. */
function namesUnknown(tree: EsqlQuery, fields: IndexFields['fields']): boolean {
  const metadata = tree.source.kind === 'From' ? tree.source.metadata.map(({ name }) => name) : [];
  return esqlStages(tree).some(([command, columns]) =>
    namesUsed(command).some((name) => {
      const field = columns.originOf(name)?.field;
      return field !== undefined && !fields.has(field) && !metadata.includes(field);
    }),
  );
}

function namesUsed(command: ProcessingCommand): readonly string[] {
  switch (command.kind) {
    case 'Keep':
    case 'Drop':
      return command.patterns.flatMap(({ parts }) => (parts.length === 1 ? parts : []));
    case 'Rename':
      return command.renamings.map(({ from }) => from.name);
    case 'MvExpand':
      return [command.column.name];
    case 'Enrich':
      return command.on ? [command.on.name] : [];
    default:
      return expressionsOf(command).flatMap((expression) =>
        [...withInner(expression)].flatMap((node) => (node.kind === 'Column' ? [node.name] : [])),
      );
  }
}

function isUnknownColumn({ code }: Finding): boolean {
  return code === 'esql/unknown-column';
}

/** The date has no part in any finding. */
const ANY_DAY = new Date(0);

function findingsWith(
  tree: EsqlQuery,
  fields: readonly EsqlField[],
  isField?: (name: string) => boolean,
): readonly Finding[] {
  const { findings, columns } = analyseEsql(tree, { catalogue: { indices: () => ({ fields }) }, now: ANY_DAY });
  const told = foreignFrom(tree);
  const wanted = findings.filter(({ code, range, what }) => {
    // An operator that wants the type of its other operand: here that of a field whose type nobody knows.
    if (code === 'esql/type' && what.includes('[null]')) return false;
    if (code === 'esql/unknown-column') return range.start < told;
    if (code !== 'esql/unknown-function') return true;
    return !isOtherEsqlFunction(textAt(tree, range).split('(')[0] ?? '', what.includes('did you mean'));
  });
  return isField === undefined ? wanted : wanted.map((finding) => withLoss(finding, tree, columns, isField));
}

/**
 * The fields that the query may take from its indices: names that occur up to its first STATS (INLINE STATS keeps all), the only ones that
 * can come from there.
 */
function namesIn(tree: EsqlQuery): readonly string[] {
  const stats = tree.commands.find((command) => command.kind === 'Stats' && !command.inline);
  const text = tree.text.slice(0, stats?.range.end);
  const names = new Set([...text.matchAll(/`[^`\n]+`|[\w@.`]+/gu)].map(([name]) => name.replaceAll('`', '')));
  return [...names].sort();
}

/** The place from which a query may have columns that cannot be told from its text: of enrich policies, lookup indices, other queries. */
function foreignFrom(tree: EsqlQuery): number {
  const places = commandsOf(tree).flatMap((command) => {
    switch (command.kind) {
      case 'Enrich':
      case 'LookupJoin':
      case 'Fork':
      case 'TakeApart':
      case 'Explain':
        return [command.range.end];
      case 'From':
        return command.indices.some(({ kind }) => kind === 'Subquery') ? [command.range.start] : [];
      default:
        return [];
    }
  });
  return Math.min(Number.POSITIVE_INFINITY, ...places);
}

function isSame(left: Finding, right: Finding): boolean {
  return left.code === right.code && left.range.start === right.range.start && left.range.end === right.range.end;
}

function textAt(tree: EsqlQuery, { start, end }: Finding['range']): string {
  return tree.text.slice(start, end);
}
