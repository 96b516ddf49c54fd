import type { KqlNode, KqlTerm } from './ast.js';
import { termText } from './ast.js';

/**
 * The names of the fields that a query asks about, each once, in order of first use. Fields of a nested group get the group's path
 * before them; a name with wildcards is given as written, unescaped (`host.*`). Free text names no field.
 */
export function fieldsOfKql(node: KqlNode): readonly string[] {
  return [...new Set(namesIn(node, ''))];
}

function namesIn(node: KqlNode, prefix: string): readonly string[] {
  switch (node.kind) {
    case 'And':
    case 'Or':
      return node.clauses.flatMap((clause) => namesIn(clause, prefix));
    case 'Not':
      return namesIn(node.clause, prefix);
    case 'Nested':
      return namesIn(node.clause, `${prefix}${termText(node.path)}.`);
    case 'Match':
    case 'Range':
    case 'Exists':
      return isNamed(node.field) ? [prefix + termText(node.field)] : [];
    case 'FreeText':
    case 'MatchAll':
      return [];
  }
}

/** Kibana reads an unquoted `null` in the place of a field as "no field". */
function isNamed(field: KqlTerm): boolean {
  return field.kind === 'Wildcard' || field.value !== null;
}
