import type { Finding } from '../diagnostics/diagnostic.js';
import type { EqlExpression, EqlQuery } from '../languages/eql/ast.js';
import { valueProblem } from '../languages/value-problem.js';
import type { IndexFields } from '../schemas/fields/index-fields.js';
import { eqlExpressions } from './eql-expressions.js';

/**
 * Texts that an EQL query compares with fields of other types and that are no values of theirs (`process.pid == "four"`): Elasticsearch checks
 * no types there and refuses the search when it runs. A number written as a text (`"4"`) is read as one.
 */
export function misfitValues(tree: EqlQuery, fields: IndexFields['fields']): readonly Finding[] {
  return [...eqlExpressions(tree)].flatMap((node) => {
    if (node.kind !== 'Comparison') return [];
    return [...misfit(node.left, node.right, fields), ...misfit(node.right, node.left, fields)];
  });
}

function misfit(side: EqlExpression, value: EqlExpression, fields: IndexFields['fields']): readonly Finding[] {
  if (side.kind !== 'Field' || value.kind !== 'String') return [];
  const field = fields.get(side.name);
  if (field === undefined || field.conflict !== undefined) return [];
  const problem = valueProblem(field.type, value.value, field.format);
  if (problem === undefined) return [];
  return [
    {
      code: 'eql/value-type',
      severity: 'warning',
      range: value.range,
      what: problem,
      why: `${side.name} is of type ${field.type}, and the search fails in every run.`,
      fix: `Write a value of type ${field.type}, or ask another field.`,
    },
  ];
}
