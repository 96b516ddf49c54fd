import type { Enrich, Fork, LookupJoin, ProcessingCommand } from '../ast.js';
import { type Outcome, type Session, isReadable } from './session.js';
import type { Attribute, Step } from './plan.js';
import { Scope } from './scope.js';

function unknown(name: string, range: Enrich['range'], scope: Scope, session: Session): void {
  session.problems.add(
    range,
    'esql/unknown-column',
    `Unknown column [${name}]${scope.suggestion(name)}`,
    'Elasticsearch refuses the query.',
    'Use a column that exists at this place of the query.',
  );
}

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
  if (!isReadable(on, command.on?.range ?? command.range, session)) return undefined;
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
  const keys = command.on.flatMap((node) => {
    if (node.kind !== 'Column') {
      session.problems.add(
        node.range,
        'esql/unsupported',
        `JOIN ON clause must be a comma separated list of fields, found [${session.text.slice(node.range.start, node.range.end)}]`,
        'dragnet joins by equal columns only.',
        'Name the columns.',
      );
      return [];
    }
    const found = scope.find(node.name);
    const other = indices.fields.find((field) => field.name === node.name);
    if (found === undefined || other === undefined) unknown(node.name, node.range, scope, session);
    else if (isReadable(found, node.range, session)) return [found];
    return [];
  });
  const names = new Set(keys.map((key) => key.name));
  const outputs = indices.fields
    .filter((field) => !names.has(field.name))
    .map((field) => session.attributes.like({ id: 0, name: field.name, type: field.type, field }));
  return { scope: scope.with(outputs), steps: [{ kind: 'Join', index: command.index.name, keys, outputs }] };
}

type Analyse = (command: ProcessingCommand, scope: Scope, session: Session) => Outcome | undefined;

/** FORK runs branches on the same rows and puts their results together, with a column that names the branch. */
export function forkStep(command: Fork, scope: Scope, session: Session, analyse: Analyse): Outcome {
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
