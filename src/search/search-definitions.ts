import { didYouMean } from '../diagnostics/did-you-mean.js';
import type { Cluster } from '../engine/cluster.js';
import type { KqlNode, KqlTerm } from '../languages/kql/ast.js';
import { termText } from '../languages/kql/ast.js';
import { kql } from '../languages/kql/kql.js';
import { expandField } from '../languages/kql/known-fields.js';
import type { KqlFieldInfo, KqlFields } from '../languages/kql/known-fields.js';
import { kqlToQueryDsl } from '../languages/kql/to-query-dsl.js';
import { printJson } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import type { DefinitionDocument } from './definition-document.js';
import { definitionFields } from './definition-fields.js';
import type { DefinitionFieldType } from './definition-fields.js';

/** The documents that a query finds, in the order given; or a sentence why it cannot be asked. */
export type FoundDefinitions =
  | { readonly found: readonly DefinitionDocument[]; readonly problem?: never }
  | { readonly problem: string; readonly found?: never };

/**
 * Asks an engine which definitions a KQL query finds. Texts are compared as a whole, without regard to case, `*` standing for any text; numbers
 * and dates by their value; a value without a field is looked for inside all texts. A field that neither schemas nor the definitions have is a problem. The engine must be empty; `close` is the
 * caller's.
 * https://www.elastic.co/docs/explore-analyze/query-filter/languages/kql
 */
export async function searchDefinitions(
  query: string,
  documents: readonly DefinitionDocument[],
  cluster: Cluster,
): Promise<FoundDefinitions> {
  const { value: tree, diagnostics } = kql.parse(query);
  const [mistake] = diagnostics.filter(({ severity }) => severity === 'error');
  if (mistake !== undefined || tree === undefined)
    return { problem: `The query is not KQL: ${mistake?.what ?? ''} ${mistake?.fix ?? ''}`.trim() };
  const types = definitionFields(documents);
  const unknown = unknownField(tree, types);
  if (unknown !== undefined) return { problem: unknown };
  if (documents.length === 0) return { found: [] };
  await fill(cluster, documents, types);
  const texts = new Map<string, KqlFieldInfo>();
  for (const [name, type] of types) if (type === 'keyword') texts.set(name, { type });
  const fields: KqlFields = {
    get: (name) => {
      const type = types.get(name);
      return type === undefined ? undefined : { type };
    },
    // A name with wildcards means the texts: a date among them would refuse any other word.
    entries: () => texts,
  };
  const { hits } = await cluster.search({
    index: INDEX,
    query: kqlToQueryDsl(withinTexts(tree, [...texts.keys()]), { fields, caseInsensitive: true }),
    size: documents.length,
    _source: false,
  });
  const ids = new Set(hits.hits.map(({ _id }) => _id));
  return { found: documents.filter((_, at) => ids.has(String(at))) };
}

const INDEX = 'definitions';

/** Dates as detection rules write them, and as everybody else does. */
const DATE_FORMAT = 'yyyy/MM/dd||strict_date_optional_time';

async function fill(
  cluster: Cluster,
  documents: readonly DefinitionDocument[],
  types: ReadonlyMap<string, DefinitionFieldType>,
): Promise<void> {
  // A table in one file and a value in another: the table's keys are the fields, as a mapping has one kind of a name.
  const tables = new Set([...types.keys()].flatMap(parentsOf));
  const leaves = [...types].filter(([name]) => !tables.has(name) && !hasEmptyPart(name));
  await cluster.createIndex(INDEX, {
    settings: { 'index.mapping.total_fields.limit': leaves.length * 4 + 1000, 'index.max_result_window': 1_000_000 },
    mappings: { dynamic: false, properties: propertiesOf(leaves) },
  });
  const known = new Set(leaves.map(([name]) => name));
  const sources = documents.map(({ fields }, at) => {
    const entries = [...fields].filter(([name]) => known.has(name));
    return { _index: INDEX, _id: String(at), source: printJson(Object.fromEntries(entries)) };
  });
  await cluster.bulk(sources);
}

function hasEmptyPart(name: string): boolean {
  return name.split('.').some((part) => part.trim() === '');
}

function parentsOf(name: string): readonly string[] {
  const parts = name.split('.');
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('.'));
}

/** A mapping of dotted names, one object a level. */
function propertiesOf(leaves: readonly (readonly [string, DefinitionFieldType])[]): JsonObject {
  const levels = new Map<string, [string, DefinitionFieldType][]>();
  const own: [string, JsonValue][] = [];
  for (const [name, type] of leaves) {
    const dot = name.indexOf('.');
    if (dot < 0) own.push([name, mappingOf(type)]);
    else {
      const head = name.slice(0, dot);
      const rest: [string, DefinitionFieldType] = [name.slice(dot + 1), type];
      const level = levels.get(head);
      if (level === undefined) levels.set(head, [rest]);
      else level.push(rest);
    }
  }
  for (const [head, inner] of levels) own.push([head, { properties: propertiesOf(inner) }]);
  return Object.fromEntries(own);
}

function mappingOf(type: DefinitionFieldType): JsonObject {
  if (type === 'date') return { type, format: DATE_FORMAT, ignore_malformed: true };
  if (type === 'long' || type === 'double') return { type, ignore_malformed: true };
  // Guides are longer than a keyword may be.
  return type === 'keyword' ? { type: 'wildcard' } : { type };
}

/** A sentence about the first field that is not known. */
function unknownField(tree: KqlNode, types: ReadonlyMap<string, DefinitionFieldType>): string | undefined {
  const infos = new Map<string, KqlFieldInfo>([...types].map(([name, type]) => [name, { type }]));
  for (const field of fieldsOf(tree)) {
    const targets = expandField(field, undefined, infos);
    if (targets.some(({ info }) => info !== undefined)) continue;
    const name = termText(field);
    if ([...types.keys()].some((known) => known.startsWith(`${name}.`)))
      return `${JSON.stringify(name)} is a table. Ask about its keys: ${JSON.stringify(`${name}.*`)}.`;
    return `There is no field ${JSON.stringify(name)} in rules or hunts.${suggestion(name, types)}`;
  }
  return undefined;
}

function suggestion(name: string, types: ReadonlyMap<string, DefinitionFieldType>): string {
  const bare = name.replace(/^(?:rule|hunt)\./, '');
  if (types.has(bare)) return ` Did you mean ${JSON.stringify(bare)}?`;
  if (types.has(`metadata.${bare}`)) return ` Did you mean ${JSON.stringify(`metadata.${bare}`)}?`;
  return didYouMean(bare, types.keys());
}

/** A query whose values without a field are asked of all texts, as a part of them. */
function withinTexts(node: KqlNode, names: readonly string[]): KqlNode {
  switch (node.kind) {
    case 'And':
    case 'Or':
      return { ...node, clauses: node.clauses.map((clause) => withinTexts(clause, names)) };
    case 'Not':
      return { ...node, clause: withinTexts(node.clause, names) };
    case 'FreeText': {
      const { value, range } = node;
      const inner = value.kind === 'Wildcard' ? value.parts : [String(value.value)];
      const part: KqlTerm = { kind: 'Wildcard', parts: ['', ...inner.filter((text) => text !== ''), ''], range };
      const clauses = names.map((name): KqlNode => {
        const field: KqlTerm = { kind: 'Literal', value: name, quoted: false, range };
        return { kind: 'Match', field, value: part, range };
      });
      return { kind: 'Or', clauses, range };
    }
    default:
      return node;
  }
}

/** The fields that a query names; the depth is bounded by the parser. */
function fieldsOf(node: KqlNode): readonly KqlTerm[] {
  switch (node.kind) {
    case 'And':
    case 'Or':
      return node.clauses.flatMap(fieldsOf);
    case 'Not':
      return fieldsOf(node.clause);
    case 'Nested':
      return [node.path];
    case 'Match':
    case 'Range':
    case 'Exists':
      return [node.field];
    case 'MatchAll':
    case 'FreeText':
      return [];
  }
}
