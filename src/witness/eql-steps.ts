import type { EqlField, EqlStep } from '../languages/eql/ast.js';
import type { EqlFields } from '../languages/eql/field-info.js';
import { exactField } from '../languages/eql/field-info.js';
import { propagateJoinKeys } from '../languages/eql/propagate-join-keys.js';
import type { Clause, Condition } from './condition.js';
import type { Draft } from './draft.js';
import { eqlCondition } from './eql-condition.js';
import type { FieldIndex } from './field-index.js';
import { nearMiss } from './find-drafts.js';
import type { Goal } from './goal.js';
import type { Scalar } from './scalar.js';
import { solve } from './solve.js';

/** What sets of documents are made with. */
export interface SetContext {
  readonly fields: FieldIndex;
  readonly eqlFields: EqlFields;
  readonly eventCategoryField: string | undefined;
  readonly timestampField: string;
  /** The time of the last document. */
  readonly now: Date;
  /** How many matching sets there may be. */
  readonly matches: number;
}

/** A step of a sequence or a sample that wants one event: its condition and the fields of its join keys, in order. */
export interface Part {
  readonly step: EqlStep;
  readonly condition: Condition;
  /** The condition with what the other steps ask of the join keys; the condition itself where they ask nothing. */
  readonly whole: Condition;
  readonly keys: readonly string[];
}

/** The parts of a sequence or a sample, one for each step. */
export function partsOf(steps: readonly EqlStep[], by: readonly EqlField[], context: SetContext): readonly Part[] {
  return propagateJoinKeys(by, steps).map((asked, at) => partOf(steps[at] ?? asked, by, context, asked));
}

/** The part of one step; `asked` is the step with what the others ask of its join keys. */
export function partOf(step: EqlStep, by: readonly EqlField[], context: SetContext, asked: EqlStep = step): Part {
  const { eqlFields: fields, eventCategoryField } = context;
  const condition = eqlCondition(step.filter, { fields, eventCategoryField });
  return {
    step,
    condition,
    whole: asked === step ? condition : eqlCondition(asked.filter, { fields, eventCategoryField }),
    keys: [...by, ...step.by].map(({ name }) => exactField(name, fields)),
  };
}

/** Documents for all parts with the same join keys, one each; `goalsOf` says what each has to meet. Undefined if none were found. */
export function solveParts(
  parts: readonly Part[],
  context: SetContext,
  goalsOf: (part: Part, at: number) => readonly Goal[] = meets,
): readonly Draft[] | undefined {
  // The part that comes first chooses the values of the keys; the others may know better.
  for (const [first, chooser] of parts.entries()) {
    const present = chooser.keys.map((key): Goal => ({ condition: exists(key), holds: true }));
    const start = solve([...goalsOf(chooser, first), ...present], context.fields);
    if (start === undefined) continue;
    const values = chooser.keys.map((key) => valueOf(start, key, context));
    if (values.includes(undefined)) continue;
    const drafts = parts.map((part, at) =>
      at === first ? start : solve([...goalsOf(part, at), ...keyGoals(part, values)], context.fields),
    );
    if (drafts.every((draft) => draft !== undefined)) return drafts;
  }
  return undefined;
}

/** A document for one part that fails by one clause only and has the join keys of another document. */
export function missPart(
  part: Part,
  clause: Clause,
  values: readonly Scalar[],
  context: SetContext,
): Draft | undefined {
  return nearMiss(part.condition, clause, context.fields, { beside: keyGoals(part, values) });
}

/** What a part has to meet. */
export function meets(part: Part): readonly Goal[] {
  return [part.condition, ...(part.whole === part.condition ? [] : [part.whole])].map((condition) => ({
    condition,
    holds: true,
  }));
}

/** The join keys have these values. */
export function keyGoals({ keys }: Part, values: readonly (Scalar | undefined)[]): readonly Goal[] {
  return keys.flatMap((key, at): readonly Goal[] => {
    const value = values[at];
    return value === undefined ? [] : [{ condition: equals(key, value), holds: true }];
  });
}

/** The value of a field that has exactly one. */
export function valueOf(draft: Draft, field: string, { fields }: SetContext): Scalar | undefined {
  const [value, second] = draft.values.get(fields.get(field)?.base ?? field) ?? [];
  return second === undefined ? value : undefined;
}

/** The values of the join keys; undefined where one has none or several. */
export function keysOf(draft: Draft, part: Part, context: SetContext): readonly Scalar[] | undefined {
  const values = part.keys.map((key) => valueOf(draft, key, context));
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** The field has the value. */
export function equals(field: string, value: Scalar): Condition {
  return { kind: 'Field', field, test: { kind: 'Equals', value: String(value), isPhrase: true } };
}

/** The field has any value. */
export function exists(field: string): Condition {
  return { kind: 'Field', field, test: { kind: 'Exists' } };
}
