import { unreachable } from '../../../values/unreachable.js';
import type { Dissect, Grok, NamePattern, ProcessingCommand } from '../ast.js';
import { dissectKeys, parseDissect } from '../dissect/dissect.js';
import { compileGrok, isProblem } from '../grok/grok.js';
import { isString } from '../types.js';
import { type Outcome, type Session, isReadable } from './session.js';
import { fitsPattern, keepColumns } from './name-patterns.js';
import type { Resolved } from './plan.js';
import type { Resolver } from './resolve.js';
import { Scope } from './scope.js';

type Alter = Extract<ProcessingCommand, { kind: 'Keep' | 'Drop' | 'Rename' | 'MvExpand' }>;

/** KEEP, DROP, RENAME and MV_EXPAND. */
export function analyseAlter(command: Alter, scope: Scope, session: Session): Outcome {
  switch (command.kind) {
    case 'Keep':
      reportUnmatched(command.patterns, scope, session);
      return { scope: new Scope(keepColumns(command.patterns, scope.attributes)), steps: [] };
    case 'Drop': {
      refuseDropOfAll(command, session);
      reportUnmatched(command.patterns, scope, session);
      const kept = scope.attributes.filter(
        (item) => !command.patterns.some((pattern) => fitsPattern(pattern, item.name)),
      );
      return { scope: new Scope(kept), steps: [] };
    }
    case 'Rename':
      return { scope: renamed(command, scope, session), steps: [] };
    case 'MvExpand':
      return expand(command, scope, session);
    default:
      return unreachable(command);
  }
}

function refuseDropOfAll({ patterns }: Extract<Alter, { kind: 'Drop' }>, session: Session): void {
  for (const { parts, range } of patterns) {
    if (parts.join('*') !== '*') continue;
    session.problems.addSyntax(
      range,
      'esql/drop-all',
      'Removing all fields is not allowed [*]',
      'Nothing would be left.',
      'Name the columns to drop.',
    );
  }
}

function reportUnmatched(patterns: readonly NamePattern[], scope: Scope, session: Session): void {
  for (const pattern of patterns) {
    if (scope.attributes.some((item) => fitsPattern(pattern, item.name))) continue;
    const name = pattern.parts.join('*');
    if (pattern.parts.length === 1) unknownColumn(name, pattern.range, scope, session);
    else if (name !== '*') {
      session.problems.add(
        pattern.range,
        'esql/unknown-column',
        `No matches found for pattern [${name}]`,
        'Elasticsearch refuses a pattern that fits no column.',
        'Correct the pattern, or remove it.',
      );
    }
  }
}

function unknownColumn(name: string, range: NamePattern['range'], scope: Scope, session: Session): void {
  session.problems.add(
    range,
    'esql/unknown-column',
    `Unknown column [${name}]${scope.suggestion(name)}`,
    'Elasticsearch refuses the query.',
    'Use a column that exists at this place of the query.',
  );
}

/** From left to right; the place stays, a column of the new name goes. */
function renamed(command: Extract<Alter, { kind: 'Rename' }>, scope: Scope, session: Session): Scope {
  let columns = [...scope.attributes];
  const done = new Map<string, string>();
  for (const { from, to, range } of command.renamings) {
    const column = columns.find((item) => item.name === from.name);
    const now = done.get(from.name);
    if (column === undefined && now !== undefined) {
      const text = session.text.slice(range.start, range.end);
      session.problems.add(
        range,
        'esql/renamed',
        `Column [${from.name}] renamed to [${now}] and is no longer available [${text}]`,
        'RENAME works from left to right.',
        `Use ${now} from there on.`,
      );
      continue;
    }
    if (column === undefined) {
      unknownColumn(from.name, from.range, new Scope(columns), session);
      continue;
    }
    const made = isReadable(column, from.range, session)
      ? { ...column, name: to.name }
      : session.attributes.broken(to.name);
    if (from.name === to.name) continue;
    done.set(from.name, to.name);
    columns = columns.filter((item) => item.name !== to.name).map((item) => (item === column ? made : item));
  }
  return new Scope(columns);
}

function expand(command: Extract<Alter, { kind: 'MvExpand' }>, scope: Scope, session: Session): Outcome {
  const from = scope.find(command.column.name);
  if (from === undefined) {
    unknownColumn(command.column.name, command.column.range, scope, session);
    return { scope, steps: [] };
  }
  if (!isReadable(from, command.column.range, session)) return { scope, steps: [] };
  const to = session.attributes.create(from.name, from.type);
  const after = new Scope(scope.attributes.map((item) => (item === from ? to : item)));
  return { scope: after, steps: [{ kind: 'Expand', from, to }] };
}

function textInput(name: string, command: Dissect | Grok, session: Session, resolver: Resolver): Resolved | undefined {
  const input = resolver.resolve(command.input);
  if (input === undefined || isString(input.type)) return input;
  session.problems.addLater(
    input.range,
    'esql/type',
    `${name} only supports KEYWORD or TEXT values, found expression [${input.text}] type [${input.type.toUpperCase()}]`,
    'There is no text to take apart.',
    'Convert it with ::string.',
  );
  return undefined;
}

/** DISSECT: the columns are the keys of the pattern. */
export function dissectSteps(command: Dissect, scope: Scope, session: Session, resolver: Resolver): Outcome {
  const input = textInput('Dissect', command, session, resolver);
  const pattern = parseDissect(command.pattern);
  // The parser refuses a pattern that is none.
  if (typeof pattern === 'string') return { scope, steps: [] };
  const [separator] = command.options.flatMap(({ value }) => (value.kind === 'String' ? value.value : [])).slice(-1);
  const outputs = dissectKeys(pattern).map((name) => session.attributes.create(name, 'keyword'));
  const after = scope.with(outputs);
  if (input === undefined) return { scope: after, steps: [] };
  return {
    scope: after,
    steps: [{ kind: 'Dissect', input, pattern: command.pattern, separator: separator ?? '', outputs }],
  };
}

/** GROK: the columns are the named captures, in the types that the pattern gives them. */
export function grokSteps(command: Grok, scope: Scope, session: Session, resolver: Resolver): Outcome {
  const input = textInput('Grok', command, session, resolver);
  const compiled = compileGrok(command.patterns);
  if (isProblem(compiled)) return { scope, steps: [] };
  const outputs = compiled.captures.map(({ name, type }) => session.attributes.create(name, type));
  const after = scope.with(outputs);
  if (input === undefined) return { scope: after, steps: [] };
  return { scope: after, steps: [{ kind: 'Grok', input, patterns: command.patterns, outputs }] };
}
