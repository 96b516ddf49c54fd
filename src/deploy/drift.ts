import type { FieldClass, Plan, PlannedAction, PlannedField, PlanProblem } from './plan.js';
import type { ObjectKind } from './kibana.js';
import { keyParts } from './object-key.js';

/**
 * What somebody did by hand to an object. `changed`: fields of it; `deleted`: all of it, and git still wants it; `made`: it stands in Kibana as one of ours
 * (with our tag, or with the id of an object of git), and nobody applied it; `unknown`: git and Kibana differ, and nothing says who changed it.
 */
export type DriftChange = 'changed' | 'deleted' | 'made' | 'unknown';

/** A field that is not as it was applied; values that are absent there are absent here. */
export interface DriftedField {
  readonly path: string;
  /** `conflict` where git has changed it since, too, to another value. */
  readonly class: Extract<FieldClass, 'drift' | 'conflict' | 'unknown'>;
  /** As it was applied; where that is not known, as git has it. */
  readonly before?: PlannedField['applied'];
  readonly after?: PlannedField['live'];
  /** What git wants now; of a conflict only. */
  readonly git?: PlannedField['git'];
  /** Of the values of a value list: what came by hand, and what went. */
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
}

/** An object that is not as it was applied. */
export interface DriftedObject {
  readonly key: string;
  readonly kind: ObjectKind;
  /** For people; it may come from Kibana, so print it through `printable`. */
  readonly name: string;
  readonly file?: string;
  readonly change: DriftChange;
  readonly fields: readonly DriftedField[];
}

/** What was changed by hand in a space of Kibana since the last apply. */
export interface Drift {
  readonly target: string;
  readonly space: string;
  readonly kibana: Plan['kibana'];
  /** Whether it is known what was applied. Without it nobody can tell changes by hand from changes of git. */
  readonly isStateKnown: boolean;
  /** By kind and key, in the order of the plan. */
  readonly objects: readonly DriftedObject[];
  /** Objects in which git alone changed something: the next apply writes that, it is no drift. */
  readonly changedInGit: number;
  /** What hinders the comparison: files that cannot be read, rules that this Kibana cannot have. */
  readonly problems: readonly PlanProblem[];
}

/** Problems of a plan that are drift themselves → what they say of their object. */
const TOLD: ReadonlyMap<string, DriftChange> = new Map([
  ['deploy/deleted-by-hand', 'deleted'],
  ['deploy/not-managed', 'made'],
  ['deploy/unknown-rule', 'made'],
]);

/** What of a plan was changed by hand. `isStateKnown` is whether the plan was made with a state. */
export function driftOf(plan: Plan, isStateKnown: boolean): Drift {
  const { target, space, kibana, actions, problems } = plan;
  const told = new Map(problems.flatMap((one) => (TOLD.has(one.code) ? [[one.key ?? '', one] as const] : [])));
  const found: DriftedObject[] = [];
  let changedInGit = 0;
  for (const action of actions) {
    const fields = action.fields.flatMap(driftedField);
    const { key } = action;
    if (told.get(key)?.code === 'deploy/deleted-by-hand') found.push(objectOf(action, 'deleted', []));
    else if (fields.length > 0) found.push(objectOf(action, changeOf(fields), fields));
    if (action.action === 'delete' || isOfGit(action, told.has(key))) changedInGit += 1;
  }
  const known = new Set(found.map(({ key }) => key));
  for (const [key, { code, what, place }] of told) {
    const change = TOLD.get(code);
    if (known.has(key) || change === undefined) continue;
    // Without a state an object that differs may be git's own, applied long ago.
    const kind = keyParts(key).kind as ObjectKind;
    const file = place === undefined || place === '' ? {} : { file: place.replace(/:\d+:\d+$/u, '') };
    const isUnclear = !isStateKnown && code === 'deploy/not-managed';
    found.push({ key, kind, name: nameIn(what) ?? key, ...file, change: isUnclear ? 'unknown' : change, fields: [] });
  }
  const others = problems.filter(
    ({ code, severity }) => severity === 'error' && !TOLD.has(code) && code !== 'deploy/conflict',
  );
  return { target, space, kibana, isStateKnown, objects: found, changedInGit, problems: others };
}

function objectOf(
  { key, kind, name, file }: PlannedAction,
  change: DriftChange,
  fields: readonly DriftedField[],
): DriftedObject {
  return { key, kind, name, ...(file === undefined ? {} : { file }), change, fields };
}

function changeOf(fields: readonly DriftedField[]): DriftChange {
  return fields.every((field) => field.class === 'unknown') ? 'unknown' : 'changed';
}

function isOfGit({ action, fields }: PlannedAction, isTold: boolean): boolean {
  return (action === 'create' && !isTold) || fields.some((field) => field.class === 'git');
}

function driftedField(field: PlannedField): readonly DriftedField[] {
  const { path, class: fieldClass, git, applied, live, added, removed } = field;
  if (fieldClass === 'git' || fieldClass === 'unmanaged') return [];
  const before = fieldClass === 'unknown' ? git : applied;
  return [
    {
      path,
      class: fieldClass,
      ...(before === undefined ? {} : { before }),
      ...(live === undefined ? {} : { after: live }),
      ...(fieldClass === 'conflict' && git !== undefined ? { git } : {}),
      // A plan says what git adds to Kibana: what is missing there was taken away by hand.
      ...(removed === undefined || removed.length === 0 ? {} : { added: removed }),
      ...(added === undefined || added.length === 0 ? {} : { removed: added }),
    },
  ];
}

/** The name that a problem about a rule with our tag tells. */
function nameIn(what: string): string | undefined {
  const [, quoted] = /^The rule ("(?:[^"\\]|\\.)*") has the tag /u.exec(what) ?? [];
  return quoted === undefined ? undefined : (JSON.parse(quoted) as string);
}
