import type { LuceneNode } from './ast.js';

/**
 * The names of the fields that a query asks about, each once, in order of first use; `_exists_:name` counts as `name`. Clauses without a
 * field of their own or of a group around them name none.
 */
export function fieldsOfLucene(node: LuceneNode): readonly string[] {
  return [...new Set(namesIn(node, undefined))];
}

function namesIn(node: LuceneNode, outer: string | undefined): readonly string[] {
  const field = node.field?.name ?? outer;
  if (node.kind === 'Group') return node.clauses.flatMap((clause) => namesIn(clause.node, field));
  if (field !== '_exists_') return field === undefined ? [] : [field];
  if (node.kind === 'Words') return [node.words.join(' ')];
  return node.kind === 'Phrase' ? [node.text] : [];
}
