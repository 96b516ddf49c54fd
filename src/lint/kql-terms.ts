import type { KqlNode, KqlTerm, KqlValue } from '../languages/kql/ast.js';

/** The values that a KQL query compares fields with, in the order of the text; field names are not among them. */
export function kqlTerms(node: KqlNode): readonly KqlTerm[] {
  switch (node.kind) {
    case 'And':
    case 'Or':
      return node.clauses.flatMap(kqlTerms);
    case 'Not':
    case 'Nested':
      return kqlTerms(node.clause);
    case 'Match':
      return termsOf(node.value);
    case 'Range':
    case 'FreeText':
      return [node.value];
    case 'Exists':
    case 'MatchAll':
      return [];
  }
}

function termsOf(value: KqlValue): readonly KqlTerm[] {
  switch (value.kind) {
    case 'ValueAnd':
    case 'ValueOr':
      return value.values.flatMap(termsOf);
    case 'ValueNot':
      return termsOf(value.value);
    default:
      return [value];
  }
}
