import type { ConditionClause } from '../../src/coverage/condition.js';

/** A condition as a nested list: `['and', 'a', ['not', 'b']]`; a name is a test of the field before its `=`. */
export type Form = string | readonly ['and' | 'or' | 'not' | 'nested', ...Form[]];

/** The clauses of a condition; each form is a root. */
export function conditionOf(...roots: readonly Form[]): readonly ConditionClause[] {
  const clauses: ConditionClause[] = [];
  const add = (form: Form, parent?: number): number => {
    const id = clauses.length;
    const children: number[] = [];
    const [kind, ...inner] = typeof form === 'string' ? (['test'] as const) : form;
    const fields = typeof form === 'string' ? [form.split('=')[0] ?? ''] : [];
    clauses.push({ id, ...(parent === undefined ? {} : { parent }), children, kind, fields });
    for (const child of inner) children.push(add(child, id));
    return id;
  };
  for (const root of roots) add(root);
  return clauses;
}
