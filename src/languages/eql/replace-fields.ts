import type { EqlExpression, EqlField } from './ast.js';

/** The expression with each field replaced by what `replace` makes of it. */
export function replaceFields(node: EqlExpression, replace: (field: EqlField) => EqlExpression): EqlExpression {
  const inside = (part: EqlExpression): EqlExpression => replaceFields(part, replace);
  switch (node.kind) {
    case 'And':
    case 'Or':
      return { ...node, clauses: node.clauses.map(inside) };
    case 'Not':
      return { ...node, clause: inside(node.clause) };
    case 'Comparison':
    case 'Arithmetic':
      return { ...node, left: inside(node.left), right: inside(node.right) };
    case 'In':
      return { ...node, value: inside(node.value), items: node.items.map(inside) };
    case 'Match':
    case 'Negation':
      return { ...node, value: inside(node.value) };
    case 'Call':
      return { ...node, arguments: node.arguments.map(inside) };
    case 'Field':
      return replace(node);
    default:
      return node;
  }
}
