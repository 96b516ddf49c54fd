import type { Enrich, Fork, LookupJoin, ProcessingCommand } from '../ast.js';
import { type Outcome, type Session, isReadable } from './session.js';
import type { Attribute, Step } from './plan.js';
import { Scope } from './scope.js';
import { type EsqlType, isNumeric, isString } from '../types.js';
import type { EsqlIndices } from './catalogue.js';

const REFUSED = 'Elasticsearch refuses the query.';

function unknown(name: string, range: Enrich['range'], scope: Scope, session: Session): void {
  session.problems.add(
    range,
    'esql/unknown-column',
    `Unknown column [${name}]${scope.suggestion(name)}`,
    REFUSED,
    'Use a column that exists at this place of the query.',
  );
}

/** Types of columns that a policy matches. */
const ENRICHABLE: readonly string[] = ['keyword', 'text', 'ip', 'long', 'integer', 'float', 'double', 'datetime'];

/** ENRICH adds the policy's fields, or those named, under their own or new names. */
export function enrichStep(command: Enrich, scope: Scope, session: Session): Outcome | undefined {
  const policy = session.catalogue.policy?.(command.policy.name);
  if (policy === undefined) {
    session.problems.add(
      command.policy.range,
      'esql/unknown-policy',
      `cannot find enrich policy [${command.policy.name}]`,
      'There is nothing to enrich with.',
      'Add the policy, or correct its name.',
    );
    return undefined;
  }
  const on = scope.find(command.on?.name ?? policy.matchField);
  if (on === undefined) {
    unknown(command.on?.name ?? policy.matchField, command.range, scope, session);
    return undefined;
  }
  const place = command.on?.range ?? command.range;
  if (!isReadable(on, place, session)) return undefined;
  if (!ENRICHABLE.includes(on.type)) {
    const what = `Unsupported type [${on.type}] for enrich matching field [${on.name}]; only [${ENRICHABLE.join(', ')}] allowed for type [${policy.type ?? 'match'}]`;
    session.problems.add(
      place,
      'esql/type',
      what,
      'A policy does not compare such values.',
      'Convert the column first.',
    );
    return undefined;
  }
  const wanted =
    command.fields.length > 0
      ? command.fields.map((item) => ({
          field: item.field.name,
          name: (item.alias ?? item.field).name,
          range: item.range,
        }))
      : policy.fields.map((field) => ({ field: field.name, name: field.name, range: command.range }));
  const outputs = wanted.flatMap(({ field, name, range }) => {
    const found = policy.fields.find((item) => item.name === field);
    if (found) return [{ field, attribute: session.attributes.create(name, found.type) }];
    session.problems.add(
      range,
      'esql/unknown-column',
      `Enrich field [${field}] not found in enrich policy [${command.policy.name}]`,
      'The policy does not have it.',
      `Use one of ${policy.fields.map((item) => item.name).join(', ')}.`,
    );
    return [];
  });
  const step: Step = { kind: 'Enrich', policy: command.policy.name, on, outputs };
  return { scope: scope.with(outputs.map((item) => item.attribute)), steps: [step] };
}

/** LOOKUP JOIN adds the fields of the lookup index; those of the same name give way, keys excepted. */
export function joinStep(command: LookupJoin, scope: Scope, session: Session): Outcome | undefined {
  const indices = session.catalogue.lookup?.(command.index.name);
  if (indices === undefined) {
    session.problems.add(
      command.index.range,
      'esql/unknown-index',
      `Unknown index [${command.index.name}]`,
      'There is nothing to join with.',
      'Create the lookup index, or correct its name.',
    );
    return undefined;
  }
  if (indices.mode !== undefined && indices.mode !== 'lookup') {
    const { name, range } = command.index;
    const what = `Lookup Join requires a single lookup mode index; [${name}] resolves to [${name}] in [${indices.mode}] mode`;
    const fix = 'Create the index with the setting "index.mode": "lookup".';
    session.problems.add(range, 'esql/lookup', what, 'An index of another mode may have more than one shard.', fix);
    return undefined;
  }
  const keys = joinKeys(command, indices, scope, session);
  const names = new Set(keys.map((key) => key.name));
  const outputs = indices.fields
    .filter((field) => !names.has(field.name))
    .map((field) => session.attributes.like({ id: 0, name: field.name, type: field.type, field }));
  return { scope: scope.with(outputs), steps: [{ kind: 'Join', index: command.index.name, keys, outputs }] };
}

/** The columns of ON, which both sides must have, in types that compare. */
function joinKeys(command: LookupJoin, indices: EsqlIndices, scope: Scope, session: Session): Attribute[] {
  return command.on.flatMap((node) => {
    const wrong = (what: string, why: string, fix: string): never[] => {
      session.problems.add(node.range, 'esql/join', what, why, fix);
      return [];
    };
    if (node.kind !== 'Column') {
      const found = session.text.slice(node.range.start, node.range.end);
      const what = `JOIN ON clause must be a comma separated list of fields, found [${found}]`;
      return wrong(what, 'dragnet joins by equal columns only.', 'Name the columns.');
    }
    const { name } = node;
    const left = scope.find(name);
    const right = indices.fields.find((field) => field.name === name);
    if (left === undefined || right === undefined) {
      for (const side of [...(left ? [] : ['left']), ...(right ? [] : ['right'])]) {
        wrong(
          `Unknown column [${name}] in ${side} side of join`,
          'Both sides need it.',
          'Rename the column before the join.',
        );
      }
      return [];
    }
    if (left.broken === true || !isReadable(left, node.range, session)) return [];
    if (!isJoinable(right.type)) {
      const what = `JOIN with right field [${name}] of type [${right.type.toUpperCase()}] is not supported`;
      return wrong(what, 'Its values cannot be looked up.', 'Join on another field, or map it otherwise.');
    }
    if (fits(left.type, right.type)) return [left];
    const what = `JOIN left field [${name}] of type [${left.type.toUpperCase()}] is incompatible with right field [${name}] of type [${right.type.toUpperCase()}]`;
    return wrong(what, 'Values of the two types are never equal.', 'Convert the column before the join.');
  });
}

function isJoinable(type: EsqlType): boolean {
  return !['text', 'version', 'unsigned_long', 'unsupported'].includes(type);
}

function fits(left: EsqlType, right: EsqlType): boolean {
  if (left === 'null' || left === right) return true;
  return (isNumeric(left) && isNumeric(right)) || (isString(left) && isString(right));
}

type Analyse = (command: ProcessingCommand, scope: Scope, session: Session) => Outcome | undefined;

const MAX_BRANCHES = 8;

/** FORK runs branches on the same rows and puts their results together, with a column that names the branch. */
export function forkStep(command: Fork, scope: Scope, session: Session, analyse: Analyse): Outcome {
  if (command.branches.length > MAX_BRANCHES) {
    const what = `FORK supports up to ${MAX_BRANCHES} branches`;
    session.problems.add(command.range, 'esql/option', what, REFUSED, 'Leave branches out, or run several queries.');
  }
  const branches: Step[][] = [];
  const ends: Scope[] = [];
  for (const branch of command.branches) {
    let inner = scope;
    const steps: Step[] = [];
    for (const item of branch.commands) {
      const outcome = analyse(item, inner, session);
      if (outcome === undefined) continue;
      inner = outcome.scope;
      steps.push(...outcome.steps);
    }
    branches.push(steps);
    ends.push(inner);
  }
  checkTypes(command, ends, session);
  const label = session.attributes.create('_fork', 'keyword');
  const outputs: Attribute[] = [];
  for (const end of ends) {
    for (const column of end.attributes) {
      if (!outputs.some((item) => item.name === column.name)) outputs.push(session.attributes.like(column));
    }
  }
  const inputs = ends.map((end) => outputs.map((item) => end.find(item.name)));
  return { scope: new Scope(outputs).with([label]), steps: [{ kind: 'Fork', branches, outputs, inputs, label }] };
}

/** Columns of one name must have one type in all branches. */
function checkTypes(command: Fork, ends: readonly Scope[], session: Session): void {
  const known = new Map<string, Attribute>();
  for (const end of ends) {
    for (const column of end.attributes) {
      const first = known.get(column.name);
      if (first === undefined || first.type === 'null' || first.type === 'unsupported') known.set(column.name, column);
      else if (column.type !== first.type && column.type !== 'null' && column.type !== 'unsupported') {
        const types = `[${column.type.toUpperCase()}] and [${first.type.toUpperCase()}]`;
        session.problems.add(
          command.range,
          'esql/type',
          `Column [${column.name}] has conflicting data types in FORK branches: ${types}`,
          REFUSED,
          'Convert the column (`::type`) in one of the branches.',
        );
        return;
      }
    }
  }
}
