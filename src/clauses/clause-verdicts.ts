import type { Clause, ClauseVerdict } from './clause.js';
import type { DocumentView } from './clause-reason.js';
import { fullText } from './clause-reason.js';
import { showValues } from './show-value.js';

/** All clauses of a condition for one document, parents first; a list of values of one field is one of them. */
export function clauseVerdicts(clauses: readonly Clause[], view: DocumentView): readonly ClauseVerdict[] {
  const verdicts: ClauseVerdict[] = [];
  const add = (clause: Clause, depth: number): void => {
    const children = clause.children.flatMap((child) => clauses[child] ?? []);
    const isLeaf = children.length === 0 || isList(clause, children);
    verdicts.push({
      clause,
      depth,
      truth: view.truthOf(clause.id),
      text: nameOf(clause) ?? (isLeaf ? fullText(clause, clauses) : GROUPS[clause.kind]),
      values: isLeaf ? clause.fields.map((field) => ({ field, shown: shownOf(field, view) })) : [],
    });
    if (!isLeaf) for (const child of children) add(child, depth + 1);
  };
  for (const clause of clauses) if (clause.parent === undefined) add(clause, 0);
  return verdicts;
}

/** What is asked beside the condition has a name. */
function nameOf({ part, parent, text }: Clause): string | undefined {
  if (parent !== undefined) return undefined;
  if (part.kind === 'window') return `window ${text}`;
  return part.kind === 'exception' ? `not the exception ${part.name}` : undefined;
}

const GROUPS = { and: 'all of', or: 'any of', not: 'not', nested: 'one object with', test: '' } as const;

function isList({ kind, fields }: Clause, children: readonly Clause[]): boolean {
  return kind === 'or' && fields.length === 1 && children.every((child) => child.kind === 'test');
}

function shownOf(field: string, { values, document }: DocumentView): string {
  const found = values.of(document, field).values;
  return found.length === 0 ? 'missing' : showValues(found);
}
