import type { EqlExpression, EqlField, EqlQuery, EqlSource, EqlStep } from './ast.js';

/** The fields that a query asks about and joins by, in the order of the text; a field used twice comes twice. */
export function eqlFields(query: EqlQuery): readonly EqlField[] {
  return fieldsOfSource(query.source);
}

/** The names of the fields of a query, each once, in order of first use. */
export function fieldsOfEql(query: EqlQuery): readonly string[] {
  return [...new Set(eqlFields(query).map(({ name }) => name))];
}

function fieldsOfSource(source: EqlSource): readonly EqlField[] {
  switch (source.kind) {
    case 'EventFilter':
      return fieldsOfExpression(source.condition);
    case 'Sequence':
      return [
        ...source.by,
        ...[...source.steps, ...(source.until === null ? [] : [source.until])].flatMap(fieldsOfStep),
      ];
    case 'Sample':
      return [...source.by, ...source.steps.flatMap(fieldsOfStep)];
  }
}

function fieldsOfStep(step: EqlStep): readonly EqlField[] {
  return [...fieldsOfExpression(step.filter.condition), ...step.by];
}

/** The fields of an expression, in the order of the text. */
export function fieldsOfExpression(node: EqlExpression): readonly EqlField[] {
  switch (node.kind) {
    case 'And':
    case 'Or':
      return node.clauses.flatMap(fieldsOfExpression);
    case 'Not':
      return fieldsOfExpression(node.clause);
    case 'Comparison':
    case 'Arithmetic':
      return [...fieldsOfExpression(node.left), ...fieldsOfExpression(node.right)];
    case 'In':
      return [node.value, ...node.items].flatMap(fieldsOfExpression);
    case 'Match':
    case 'Negation':
      return fieldsOfExpression(node.value);
    case 'Call':
      return node.arguments.flatMap(fieldsOfExpression);
    case 'Field':
      return [node];
    default:
      return [];
  }
}
