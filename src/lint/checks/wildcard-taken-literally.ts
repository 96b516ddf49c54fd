import type { Range } from '../../diagnostics/diagnostic.js';
import type { EqlExpression } from '../../languages/eql/ast.js';
import type { Expression } from '../../languages/esql/ast.js';
import { visitExpressions } from '../../languages/esql/visit.js';
import { eqlExpressions } from '../eql-expressions.js';
import { excerpt } from '../excerpt.js';
import { kqlTerms } from '../kql-terms.js';
import { queriesOfHunt, queriesOfRule } from '../queries.js';
import type { ParsedQuery } from '../queries.js';
import type { Check, Violation } from '../check.js';

/** See `summary`. */
export const wildcardTakenLiterally: Check = {
  name: 'wildcard-taken-literally',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Use `*` where it is a wildcard.',
  rationale:
    'A star is a character like any other inside quotes in KQL, after `==`, `!=` and in lists of `in` in EQL, and after `==`, `!=` and `IN` in ES|QL: `process.name: "cmd*"` finds only a process whose name ends in a star. Texts that are nothing but stars, or have spaces around one, are left alone: they occur in command lines.',
  references: [
    'https://www.elastic.co/docs/explore-analyze/query-filter/languages/kql',
    'https://www.elastic.co/docs/reference/query-languages/eql/eql-syntax',
  ],
  examples: {
    invalid: [
      'query = \'process.name: "cmd*"\'',
      'type = "eql"\nlanguage = "eql"\nquery = \'process where process.name == "cmd*" or process.name in ("sh", "bash*")\'',
      'type = "esql"\nlanguage = "esql"\nquery = \'from logs-* metadata _id | where process.name == "cmd*"\'',
    ],
    valid: [
      'query = "process.name: cmd*"',
      'query = \'process.args: "*"\'',
      'type = "eql"\nlanguage = "eql"\nquery = \'process where process.name : "cmd*"\'',
      'type = "esql"\nlanguage = "esql"\nquery = \'from logs-* metadata _id | where process.name like "cmd*"\'',
    ],
  },
  *rule(rule) {
    for (const query of queriesOfRule(rule)) yield* literals(query);
  },
  *hunt(hunt) {
    for (const query of queriesOfHunt(hunt)) yield* literals(query);
  },
};

const FIXES = {
  kuery:
    'Take the quotes away (and put a backslash before spaces and brackets), or write \\* without quotes where a star is meant.',
  eql: 'Use : or like, which take wildcards.',
  esql: 'Use LIKE, which takes wildcards.',
};

function* literals(query: ParsedQuery): Generator<Violation, void, undefined> {
  if (query.language === 'lucene') return;
  for (const range of starred(query)) {
    yield {
      path: query.path,
      range,
      what: `The star in ${excerpt(query.text, range)} is no wildcard.`,
      why: 'Only values that hold a star at this place are found.',
      fix: FIXES[query.language],
    };
  }
}

function starred(query: ParsedQuery): readonly Range[] {
  if (query.tree === undefined) return [];
  switch (query.language) {
    case 'kuery':
      return kqlTerms(query.tree)
        .filter((term) => term.kind === 'Literal' && term.quoted && looksLikePattern(String(term.value)))
        .map(({ range }) => range);
    case 'eql':
      return [...eqlExpressions(query.tree)]
        .flatMap(eqlEqualities)
        .filter(isPattern)
        .map(({ range }) => range);
    case 'esql': {
      const found: Range[] = [];
      visitExpressions(query.tree, (node) => {
        for (const item of esqlEqualities(node)) if (isPattern(item)) found.push(item.range);
      });
      return found;
    }
    case 'lucene':
      return [];
  }
}

function eqlEqualities(node: EqlExpression): readonly EqlExpression[] {
  if (node.kind === 'In') return node.items;
  return node.kind === 'Comparison' && (node.operator === '==' || node.operator === '!=')
    ? [node.left, node.right]
    : [];
}

function esqlEqualities(node: Expression): readonly Expression[] {
  if (node.kind === 'In') return node.items;
  return node.kind === 'Comparison' && (node.operator === '==' || node.operator === '!=')
    ? [node.left, node.right]
    : [];
}

function isPattern(node: EqlExpression | Expression): boolean {
  return node.kind === 'String' && looksLikePattern(node.value);
}

function looksLikePattern(value: string): boolean {
  return /[^*\s]/u.test(value) && value.includes('*') && !/(?:^|\s)\*(?:\s|$)/u.test(value);
}
