import type { KqlNode, KqlTerm } from '../languages/kql/ast.js';
import { isLoneWildcard } from '../languages/kql/ast.js';
import { kqlToQueryDsl } from '../languages/kql/to-query-dsl.js';
import type { JsonObject } from '../values/json.js';
import type { Schema } from './schema.js';

/** A name that no document has and no mapping: what is asked of it only the engine can tell. */
const UNKNOWN_FIELD = '_unknown';

/**
 * The Query DSL of a KQL tree for an index without documents. Clauses with a wildcard in the field's name depend on what fields documents bring:
 * they ask a field that only the engine knows.
 */
export function kqlQuery(tree: KqlNode, schema: Schema): JsonObject {
  return kqlToQueryDsl(withoutPatterns(tree), { fields: schema.kqlFields });
}

function withoutPatterns(node: KqlNode): KqlNode {
  switch (node.kind) {
    case 'And':
    case 'Or':
      return { ...node, clauses: node.clauses.map(withoutPatterns) };
    case 'Not':
      return { ...node, clause: withoutPatterns(node.clause) };
    case 'Match':
    case 'Exists':
    case 'Range':
      return isPattern(node.field) ? unknown(node) : node;
    case 'MatchAll':
    case 'Nested':
    case 'FreeText':
      return node;
  }
}

function isPattern(field: KqlTerm): boolean {
  return field.kind === 'Wildcard' && !isLoneWildcard(field);
}

function unknown({ range }: KqlNode): KqlNode {
  return { kind: 'Exists', field: { kind: 'Literal', value: UNKNOWN_FIELD, quoted: true, range }, range };
}
