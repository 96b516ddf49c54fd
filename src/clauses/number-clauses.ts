import type { Clause, ClauseDraft, ClausePart, DraftPart } from './clause.js';

/** The drafts of a rule's parts as one list: parents before their children, numbered by their place. */
export function numberClauses(parts: readonly DraftPart[]): readonly Clause[] {
  const clauses: Clause[] = [];
  const add = ({ children, ...draft }: ClauseDraft, part: ClausePart, parent: number | undefined): number => {
    const id = clauses.length;
    const own: number[] = [];
    clauses.push({ id, ...(parent === undefined ? {} : { parent }), children: own, part, ...draft });
    for (const child of children) own.push(add(child, part, id));
    return id;
  };
  for (const { part, root } of parts) add(root, part, undefined);
  return clauses;
}

/** The fields of several clauses, each once, in order. */
export function fieldsOfDrafts(drafts: readonly ClauseDraft[]): readonly string[] {
  return [...new Set(drafts.flatMap(({ fields }) => fields))];
}
