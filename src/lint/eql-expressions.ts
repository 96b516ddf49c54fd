import type { EqlExpression, EqlQuery } from '../languages/eql/ast.js';

/** Every expression of an EQL query, outer ones before those inside them. */
export function* eqlExpressions({ source }: EqlQuery): Generator<EqlExpression, void, undefined> {
  if (source.kind === 'EventFilter') {
    yield* inside(source.condition);
    return;
  }
  for (const { filter } of source.steps) yield* inside(filter.condition);
  if (source.kind === 'Sequence' && source.until !== null) yield* inside(source.until.filter.condition);
}

function* inside(node: EqlExpression): Generator<EqlExpression, void, undefined> {
  yield node;
  for (const part of partsOf(node)) yield* inside(part);
}

function partsOf(node: EqlExpression): readonly EqlExpression[] {
  switch (node.kind) {
    case 'And':
    case 'Or':
      return node.clauses;
    case 'Not':
      return [node.clause];
    case 'Comparison':
    case 'Arithmetic':
      return [node.left, node.right];
    case 'In':
      return [node.value, ...node.items];
    case 'Match':
      return [node.value, ...node.patterns];
    case 'Negation':
      return [node.value];
    case 'Call':
      return node.arguments;
    default:
      return [];
  }
}
