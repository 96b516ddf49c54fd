import type { KqlNode, KqlValue } from './ast.js';

/** Whether a value that a field is matched with, anywhere in the tree, passes the test. */
export function someMatchValue(node: KqlNode, test: (value: KqlValue) => boolean): boolean {
  switch (node.kind) {
    case 'And':
    case 'Or':
      return node.clauses.some((clause) => someMatchValue(clause, test));
    case 'Not':
    case 'Nested':
      return someMatchValue(node.clause, test);
    case 'Match':
      return test(node.value);
    default:
      return false;
  }
}
