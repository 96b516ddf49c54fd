import type { Condition } from './condition.js';

/** A condition that has to hold, or not to. */
export interface Goal {
  readonly condition: Condition;
  readonly holds: boolean;
}

/**
 * What has to be so that a condition holds, or does not, because of one part within it (given by identity). With `only`, because of
 * that part alone: were it otherwise, the condition would be too. `beside` are further goals for the place of the part (the nested
 * object that it is about). Undefined if the part is not within the condition.
 */
export function goalsThrough(
  condition: Condition,
  part: Condition,
  holds: boolean,
  only: boolean,
  beside: readonly Goal[] = [],
): readonly Goal[] | undefined {
  if (condition === part) return [...beside, { condition, holds }];
  switch (condition.kind) {
    case 'Not':
      return goalsThrough(condition.part, part, !holds, only, beside);
    case 'Clause':
      return goalsThrough(condition.part, part, holds, only, beside);
    case 'Within':
      return goalsWithin(condition, part, holds, only, beside);
    case 'All':
    case 'Any':
      return goalsAmong(condition, part, holds, only, beside);
    default:
      return undefined;
  }
}

function goalsAmong(
  { kind, parts }: Condition & { readonly kind: 'All' | 'Any' },
  part: Condition,
  holds: boolean,
  only: boolean,
  beside: readonly Goal[] = [],
): readonly Goal[] | undefined {
  for (const [index, branch] of parts.entries()) {
    const goals = goalsThrough(branch, part, holds, only, beside);
    if (goals === undefined) continue;
    // The others of "all" have to hold if it is to hold, and must not spoil it if it is to fail by this part alone.
    const isAll = kind === 'All';
    if (isAll !== holds && !only) return goals;
    const others = parts.filter((_, other) => other !== index);
    return [...others.map((condition): Goal => ({ condition, holds: isAll })), ...goals];
  }
  return undefined;
}

function goalsWithin(
  within: Condition & { readonly kind: 'Within' },
  part: Condition,
  holds: boolean,
  only: boolean,
  beside: readonly Goal[] = [],
): readonly Goal[] | undefined {
  const goals = goalsThrough(within.part, part, holds, only, beside);
  if (goals === undefined) return undefined;
  const parts = goals.map((goal): Condition => (goal.holds ? goal.condition : { kind: 'Not', part: goal.condition }));
  const object: Goal = { condition: { ...within, part: { kind: 'All', parts } }, holds: true };
  return holds ? [object] : [object, { condition: within, holds: false }];
}
