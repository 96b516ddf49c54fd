import type { Finding } from '../../diagnostics/diagnostic.js';
import type { LuceneNode, LuceneWords } from './ast.js';

/** Warns where a valid query probably means something else than it says: operators in small letters are words like any other. */
export function misreadOperators(node: LuceneNode): readonly Finding[] {
  if (node.kind !== 'Group') return node.kind === 'Words' ? smallOperators(node, false, false) : [];
  const last = node.clauses.length - 1;
  return node.clauses.flatMap((clause, index) =>
    clause.node.kind === 'Words' && clause.node.field === undefined
      ? smallOperators(clause.node, index > 0, index < last)
      : misreadOperators(clause.node),
  );
}

/** A word that looks like an operator and stands where one could: between two others, or, for "not", before one. */
function smallOperators({ words, range }: LuceneWords, isAfter: boolean, isBefore: boolean): readonly Finding[] {
  const word = words.find((each, index) => {
    if (!OPERATORS.has(each.toUpperCase()) || OPERATORS.has(each)) return false;
    return (index > 0 || isAfter || each.toUpperCase() === 'NOT') && (index < words.length - 1 || isBefore);
  });
  if (word === undefined) return [];
  return [
    {
      code: 'lucene/small-operator',
      severity: 'warning',
      what: `"${word}" is searched as a word.`,
      why: 'Operators of Lucene are written in capitals, so it joins nothing.',
      fix: `Write ${word.toUpperCase()}, or put the words in quotes if they are meant as a text.`,
      range,
    },
  ];
}

const OPERATORS: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT']);
