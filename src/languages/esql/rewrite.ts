import type { Checked, Finding } from '../../diagnostics/diagnostic.js';
import type { EsqlQuery, Expression, Field, IndexPattern, Name, ProcessingCommand } from './ast.js';
import { printExpression } from './print-expression.js';
import { printEsql } from './print.js';
import { mapEsql, operandsOf } from './visit.js';

/** How a query is moved to other indices and another moment. */
export interface ClusterRewrite {
  /** Gives the index (or pattern) that stands for one of the query, with its exclusion dash and without cluster. */
  index(pattern: string): string;
  /** What NOW() shall be. */
  readonly now: Date;
}

/**
 * Rewrites a query so that it runs on other index names and at a fixed moment with the same columns and rows:
 * names in FROM, LOOKUP JOIN and ENRICH and text compared with `_index` go through `index`, each `NOW()` becomes a
 * datetime literal, and columns that were named after their text keep that name by an alias.
 * What cannot be rewritten (functions and patterns over `_index`, `_index` under another name) is a finding.
 */
export function rewriteForCluster(query: EsqlQuery, options: ClusterRewrite): Checked<string, Finding> {
  const findings: Finding[] = [];
  const rewritten = mapEsql(query, {
    expression: (node) => rewriteExpression(node, options, findings),
    field: keepName,
    index: (node) => renameIndex(node, options),
    command: (node) => rewriteCommand(node, options, findings),
  });
  if (findings.length > 0) return { diagnostics: findings };
  return { value: printEsql(rewritten), diagnostics: [] };
}

function renameIndex(node: IndexPattern, options: ClusterRewrite): IndexPattern {
  const names = node.name.split(',').map((part) => {
    const trimmed = part.trim();
    return trimmed.startsWith('-') ? `-${options.index(trimmed.slice(1))}` : options.index(trimmed);
  });
  return { ...node, name: names.join(',') };
}

function rewriteExpression(node: Expression, options: ClusterRewrite, findings: Finding[]): Expression {
  if (node.kind === 'Call' && node.name.toLowerCase() === 'now' && node.arguments.length === 0) {
    return datetime(options.now, node);
  }
  if (!operandsOf(node).some(isIndexColumn)) return node;
  if (node.kind === 'IsNull' || isCount(node)) return node;
  if (node.kind === 'In' && isIndexColumn(node.operand) && node.items.every(isText)) {
    return { ...node, items: node.items.map((item) => renameText(item, options)) };
  }
  if (node.kind === 'Comparison' && (node.operator === '==' || node.operator === '!=')) {
    if (isText(node.left) || isText(node.right)) {
      return { ...node, left: renameText(node.left, options), right: renameText(node.right, options) };
    }
  }
  findings.push(refused(node));
  return node;
}

/** Counting index names gives the same number under any one-to-one renaming. */
function isCount(node: Expression): boolean {
  return node.kind === 'Call' && /^count(?:_distinct)?$/i.test(node.name);
}

function isIndexColumn(node: Expression): boolean {
  return node.kind === 'Column' && node.name === '_index';
}

function isText(node: Expression): boolean {
  return node.kind === 'String' || node.kind === 'Null';
}

function renameText(node: Expression, options: ClusterRewrite): Expression {
  return node.kind === 'String' ? { ...node, value: options.index(node.value) } : node;
}

function datetime(now: Date, { range }: Expression): Expression {
  const operand: Expression = { kind: 'String', value: now.toISOString(), range };
  return { kind: 'Cast', operand, type: 'datetime', range };
}

function refused(node: { readonly range: Finding['range'] }): Finding {
  return {
    code: 'esql/index-name',
    severity: 'error',
    what: 'The query uses _index in a way that depends on the name of the index.',
    why: 'On the cluster the indices have temporary names, so the result would differ.',
    fix: 'Compare _index with whole names (==, !=, IN), or run the test on the embedded engine only.',
    range: node.range,
  };
}

function rewriteCommand(node: ProcessingCommand, options: ClusterRewrite, findings: Finding[]): ProcessingCommand {
  if (node.kind === 'Enrich') {
    const policy: Name = { ...node.policy, name: options.index(node.policy.name) };
    return { ...node, policy };
  }
  const takesIndex =
    (node.kind === 'Eval' && node.fields.some((field) => isIndexColumn(field.expression))) ||
    (node.kind === 'Stats' &&
      node.groupings.some((field) => field.alias !== undefined && isIndexColumn(field.expression))) ||
    (node.kind === 'Rename' && node.renamings.some((item) => item.from.name === '_index')) ||
    ((node.kind === 'Dissect' || node.kind === 'Grok') && isIndexColumn(node.input)) ||
    (node.kind === 'Sort' && node.keys.some((key) => isIndexColumn(key.expression)));
  if (takesIndex) findings.push(refused(node));
  return node;
}

/** Gives a column that is named after its text that text as alias, if printing would change it. */
function keepName(field: Field): Field {
  if (field.alias !== undefined || field.expression.kind === 'Column') return field;
  if (printExpression(field.expression) === field.name) return field;
  return { ...field, alias: { kind: 'Name', name: field.name, range: field.range } };
}
