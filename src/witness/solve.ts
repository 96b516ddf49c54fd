import type { Condition, FieldTest, Relation } from './condition.js';
import type { Domain } from './domain.js';
import type { Scalar } from './scalar.js';
import type { Draft } from './draft.js';
import type { Fields } from './field-index.js';
import type { TextMachine } from './text-machine.js';
import type { Goal } from './goal.js';
import { isRelated, satisfies } from './satisfies.js';
import { shortestText } from './shortest-text.js';

/** So many choices are tried before the search gives up: queries are small, and an unsatisfiable one must not hang. */
const MAX_STEPS = 2000;
/** Conditions with more parts than this are not searched, as each takes a call on the stack. */
const MAX_PARTS = 3000;

/**
 * Finds a document that meets all goals, as small as the order of choices makes it: of alternatives the first, of values the fewest.
 * Undefined if there is none, or none was found within the bounds of the search. Deterministic.
 */
export function solve(goals: readonly Goal[], fields: Fields, options: SolveOptions = {}): Draft | undefined {
  if (goals.reduce((sum, { condition }) => sum + sizeOf(condition), 0) > MAX_PARTS) return undefined;
  return new Search(goals, fields, options).find();
}

/** How {@link solve} chooses values. */
export interface SolveOptions {
  /** Whether no field may have several values: some languages find nothing in them. Default false. */
  readonly singleValues?: boolean;
}

interface FieldGoal {
  readonly domain: Domain;
  readonly test: FieldTest;
  readonly holds: boolean;
}

class Search {
  private readonly goals: readonly Goal[];
  private readonly fields: Fields;
  private readonly byField = new Map<string, FieldGoal[]>();
  private readonly relations: { readonly relation: Relation; readonly holds: boolean }[] = [];
  private readonly options: SolveOptions;
  private readonly solved: Map<string, readonly Scalar[] | undefined>;
  private readonly within: { readonly path: string; readonly part: Condition }[] = [];
  private steps = 0;

  constructor(goals: readonly Goal[], fields: Fields, options: SolveOptions) {
    this.goals = goals;
    this.fields = fields;
    this.options = options;
    this.solved = solvedIn(fields);
  }

  find(): Draft | undefined {
    return this.meet(this.goals, []);
  }

  /** Takes the goals one by one, puts off those that leave a choice, and then tries the choices. */
  private meet(goals: readonly Goal[], choices: readonly (readonly Goal[])[]): Draft | undefined {
    const undo: (() => void)[] = [];
    const open = [...choices];
    const found = this.takeAll(goals, open, undo) ? this.choose(open) : undefined;
    if (found === undefined) for (const step of undo.reverse()) step();
    return found;
  }

  private choose(choices: readonly (readonly Goal[])[]): Draft | undefined {
    const sorted = [...choices].sort((a, b) => a.length - b.length);
    const [first, ...rest] = sorted;
    if (first === undefined) return this.finish();
    for (const option of first) {
      if (++this.steps > MAX_STEPS) return undefined;
      const found = this.meet([option], rest);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** False if a goal cannot be met beside those before it. */
  private takeAll(goals: readonly Goal[], choices: (readonly Goal[])[], undo: (() => void)[]): boolean {
    const pending = [...goals].reverse();
    const touched = new Set<readonly FieldGoal[]>();
    for (let goal = pending.pop(); goal !== undefined; goal = pending.pop()) {
      const inner = this.unfold(goal, choices);
      if (inner !== undefined) pending.push(...inner);
      else if (!this.takeLeaf(goal, undo, touched)) return false;
    }
    return [...touched].every((each) => this.valuesOf(each) !== undefined);
  }

  /** The goals that a goal stands for, last first, alternatives put aside; undefined for a leaf. */
  private unfold({ condition, holds }: Goal, choices: (readonly Goal[])[]): readonly Goal[] | undefined {
    switch (condition.kind) {
      case 'Not':
        return [{ condition: condition.part, holds: !holds }];
      case 'Clause':
        return [{ condition: condition.part, holds }];
      case 'All':
      case 'Any': {
        const parts = condition.parts.map((part): Goal => ({ condition: part, holds }));
        if ((condition.kind === 'All') === holds) return parts.reverse();
        choices.push(parts);
        return [];
      }
      default:
        return undefined;
    }
  }

  private takeLeaf({ condition, holds }: Goal, undo: (() => void)[], touched: Set<readonly FieldGoal[]>): boolean {
    switch (condition.kind) {
      case 'Constant':
        return condition.value === holds;
      case 'Field':
        return this.takeField(condition.field, condition.test, holds, undo, touched);
      case 'Relation':
        return this.takeRelation(condition, holds, undo, touched);
      case 'Within':
        // Where it must not hold, the finished document is looked over; likewise for text anywhere.
        if (holds) this.takeWithin(condition, undo);
        return true;
      case 'Anywhere':
        return !holds || this.takeField(this.fields.anyText(), condition.test, holds, undo, touched);
      default:
        return true;
    }
  }

  private takeWithin({ path, part }: { path: string; part: Condition }, undo: (() => void)[]): void {
    this.within.push({ path, part });
    undo.push(() => this.within.pop());
  }

  private takeRelation(
    relation: Relation,
    holds: boolean,
    undo: (() => void)[],
    touched: Set<readonly FieldGoal[]>,
  ): boolean {
    this.relations.push({ relation, holds });
    undo.push(() => this.relations.pop());
    return !holds || relation.fields.every((name) => this.takeField(name, EXISTS, true, undo, touched));
  }

  /** The values for the tests of a field, worked out once. */
  private valuesOf(goals: readonly FieldGoal[]): readonly Scalar[] | undefined {
    const parts = goals.map(({ domain, test, holds }) => `${numberOf(domain)}${holds ? '+' : '-'}${numberOf(test)}`);
    const key = [this.options.singleValues === true ? 'single' : 'several', ...parts].join();
    if (!this.solved.has(key)) this.solved.set(key, valuesFor(goals, this.options));
    return this.solved.get(key);
  }

  private takeField(
    name: string,
    test: FieldTest,
    holds: boolean,
    undo: (() => void)[],
    touched: Set<readonly FieldGoal[]>,
  ): boolean {
    const field = this.fields.get(name);
    if (field === undefined) return !holds;
    const goals = this.byField.get(field.base) ?? [];
    this.byField.set(field.base, goals);
    goals.push({ domain: field.domain, test, holds });
    undo.push(() => goals.pop());
    touched.add(goals);
    return true;
  }

  private finish(): Draft | undefined {
    const values = new Map<string, readonly Scalar[]>();
    const nested = new Map<string, readonly Draft[]>();
    for (const [base, goals] of this.byField) {
      const found = this.valuesOf(goals);
      if (found === undefined) return undefined;
      if (found.length === 0) continue;
      const path = this.fields.get(base)?.nested;
      if (path === undefined) values.set(base, found);
      else add(nested, path, { values: new Map([[base, found]]), nested: new Map() });
    }
    for (const { path, part } of this.within) {
      const object = new Search([{ condition: part, holds: true }], insideNested(this.fields), this.options).find();
      if (object === undefined) return undefined;
      add(nested, path, object);
    }
    const draft = { values, nested };
    for (const { relation, holds } of this.relations) this.relate(relation, holds, values);
    const isMet = this.goals.every(({ condition, holds }) => satisfies(draft, condition, this.fields) === holds);
    return isMet ? draft : undefined;
  }

  /** Changes one value so that fields stand in a relation, or no longer do. */
  private relate(relation: Relation, holds: boolean, values: Map<string, readonly Scalar[]>): void {
    const draft = { values, nested: new Map() };
    if (isRelated(draft, relation, this.fields) === holds) return;
    const bases = relation.fields.map((name) => this.fields.get(name)?.base ?? name);
    const others = bases.flatMap((base) => values.get(base) ?? []);
    for (const [at, base] of bases.entries()) {
      const goals = this.byField.get(base) ?? [];
      const before = values.get(base);
      const fillers = this.fields.get(relation.fields[at] ?? '')?.domain.fillers ?? [];
      for (const value of [...others, ...others.flatMap(beside), ...fillers]) {
        if (!goals.every((goal) => goal.domain.holds(goal.test, value) === goal.holds)) continue;
        values.set(base, [value]);
        if (isRelated(draft, relation, this.fields) === holds) return;
      }
      if (before === undefined) values.delete(base);
      else values.set(base, before);
    }
  }
}

/** What was worked out for tests of fields; the same tests come back in every search of one query. */
const SOLVED = new WeakMap<Fields, Map<string, readonly Scalar[] | undefined>>();

function solvedIn(fields: Fields): Map<string, readonly Scalar[] | undefined> {
  const known = SOLVED.get(fields) ?? new Map<string, readonly Scalar[] | undefined>();
  SOLVED.set(fields, known);
  return known;
}

const EXISTS: FieldTest = { kind: 'Exists' };

/** Values next to one: the numbers before and after it, longer and shorter texts. */
function beside(value: Scalar): readonly Scalar[] {
  if (typeof value === 'number') return [value + 1, value - 1];
  if (typeof value === 'bigint') return [value + 1n, value - 1n];
  return typeof value === 'string' ? [`${value}x`, `x${value}`, value.slice(1)] : [!value];
}

/** Tests and domains by number, so that the same ones are known again. */
const NUMBERS = new WeakMap<FieldTest | Domain, number>();
let numbered = 0;

function numberOf(thing: FieldTest | Domain): number {
  const known = NUMBERS.get(thing);
  if (known !== undefined) return known;
  NUMBERS.set(thing, ++numbered);
  return numbered;
}

/** The fields as they are seen from inside a nested object: its own. */
function insideNested(fields: Fields): Fields {
  return {
    get: (name) => {
      const field = fields.get(name);
      return field === undefined ? undefined : { base: field.base, domain: field.domain };
    },
    anyText: () => fields.anyText(),
  };
}

function add(nested: Map<string, readonly Draft[]>, path: string, object: Draft): void {
  nested.set(path, [...(nested.get(path) ?? []), object]);
}

/** The fewest values that pass all tests that have to hold and none of the others; none at all if nothing has to hold. */
function valuesFor(goals: readonly FieldGoal[], { singleValues = false }: SolveOptions): readonly Scalar[] | undefined {
  const wanted = goals.filter(({ holds }) => holds);
  const unwanted = goals.filter(({ holds }) => !holds);
  if (wanted.length === 0) return [];
  const excluded = new Set(unwanted.map(({ test }) => test));
  if (wanted.some(({ test }) => excluded.has(test))) return undefined;
  const near = wanted.some(({ test }) => test.kind === 'Exists')
    ? unwanted.flatMap(({ domain, test }) => domain.neighbours(test))
    : [];
  const candidates = [...near, ...wanted.flatMap(({ domain, test }) => domain.candidates(test))];
  const isAllowed = (value: Scalar): boolean => !unwanted.some(({ domain, test }) => domain.holds(test, value));
  const passesAll = (value: Scalar): boolean => wanted.every(({ domain, test }) => domain.holds(test, value));
  const single = candidates.find((value) => passesAll(value) && isAllowed(value));
  if (single !== undefined) return [single];
  const joined = joinedText(wanted, unwanted);
  if (joined !== undefined && passesAll(joined) && isAllowed(joined)) return [joined];
  if (singleValues) return undefined;
  const values: Scalar[] = [];
  for (const { domain, test } of wanted) {
    if (values.some((value) => domain.holds(test, value))) continue;
    const value = candidates.find((candidate) => domain.holds(test, candidate) && isAllowed(candidate));
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

/** One text that passes all tests that can be read character by character. */
function joinedText(wanted: readonly FieldGoal[], unwanted: readonly FieldGoal[]): string | undefined {
  const machines = machinesOf(wanted);
  if (machines.length === 0) return undefined;
  const text = shortestText(machines);
  // Most often what must not be is far away; to read along with all of it is slow.
  if (text === undefined || !unwanted.some(({ domain, test }) => domain.holds(test, text))) return text;
  return shortestText(machines, machinesOf(unwanted), 500);
}

function machinesOf(goals: readonly FieldGoal[]): readonly TextMachine[] {
  return goals.flatMap(({ test }) => {
    const machine = test.kind === 'Check' ? test.machine?.() : undefined;
    return machine === undefined ? [] : [machine];
  });
}

function sizeOf(condition: Condition): number {
  switch (condition.kind) {
    case 'All':
    case 'Any':
      return condition.parts.reduce((sum, part) => sum + sizeOf(part), 1);
    case 'Not':
    case 'Within':
    case 'Clause':
      return 1 + sizeOf(condition.part);
    default:
      return 1;
  }
}
