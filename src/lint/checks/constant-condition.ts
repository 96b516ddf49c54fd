import type { Range } from '../../diagnostics/diagnostic.js';
import type { EqlExpression } from '../../languages/eql/ast.js';
import type { Expression } from '../../languages/esql/ast.js';
import { visitExpressions } from '../../languages/esql/visit.js';
import type { Check, Violation } from '../check.js';
import { eqlExpressions } from '../eql-expressions.js';
import { excerpt } from '../excerpt.js';
import { queriesOfHunt, queriesOfRule } from '../queries.js';
import type { ParsedQuery } from '../queries.js';

const eql = (condition: string): string => `type = "eql"\nlanguage = "eql"\nquery = '''process where ${condition}'''`;
const esql = (commands: string): string =>
  `type = "esql"\nlanguage = "esql"\nquery = '''from logs-* metadata _id, _index, _version | ${commands}'''`;

/** See `summary`. */
export const constantCondition: Check = {
  name: 'constant-condition',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Compare with what a document has, not one constant with another.',
  rationale:
    'A comparison of two constants, or of a field with itself, is true of every document or of none. It is left over from a trial, or a field was meant to stand in quotes. `true` alone, as in `process where true`, says what it means and is left alone. EQL does not compare fields with each other at all, which its own message says.',
  references: ['https://www.elastic.co/docs/reference/query-languages/eql/eql-syntax'],
  examples: {
    invalid: [eql('"process.name" == "sh"'), esql('where 1 == 2'), esql('where host.name == host.name')],
    valid: [eql('process.name == "sh"'), eql('true'), esql('where process.pid == process.parent.pid')],
  },
  *rule(rule) {
    for (const query of queriesOfRule(rule)) yield* constants(query);
  },
  *hunt(hunt) {
    for (const query of queriesOfHunt(hunt)) yield* constants(query);
  },
};

function* constants(query: ParsedQuery): Generator<Violation, void, undefined> {
  for (const range of rangesOf(query)) {
    yield {
      path: query.path,
      range,
      what: `${excerpt(query.text, range)} is the same for every document.`,
      why: 'The condition decides nothing, or lets nothing through.',
      fix: 'Compare a field with a value; names of fields have no double quotes.',
    };
  }
}

function rangesOf(query: ParsedQuery): readonly Range[] {
  if (query.tree === undefined) return [];
  if (query.language === 'eql') return [...eqlExpressions(query.tree)].filter(isConstant).map(({ range }) => range);
  if (query.language !== 'esql') return [];
  const found: Range[] = [];
  visitExpressions(query.tree, (node) => {
    if (isConstantEsql(node)) found.push(node.range);
  });
  return found;
}

const LITERALS: ReadonlySet<string> = new Set(['String', 'Integer', 'Decimal', 'Boolean', 'Null', 'Long', 'Double']);

function isConstant(node: EqlExpression): boolean {
  if (node.kind !== 'Comparison') return false;
  const { left, right } = node;
  // Two fields are refused by the language itself, whatever they are.
  return LITERALS.has(left.kind) && LITERALS.has(right.kind);
}

function isConstantEsql(node: Expression): boolean {
  if (node.kind !== 'Comparison') return false;
  const { left, right } = node;
  if (left.kind === 'Column' && right.kind === 'Column') return left.name === right.name;
  return LITERALS.has(left.kind) && LITERALS.has(right.kind);
}
