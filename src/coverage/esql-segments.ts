import { columnsIn, esqlClauses } from '../clauses/esql-clauses.js';
import type { EsqlQuery, Expression, ProcessingCommand, Where } from '../languages/esql/ast.js';
import { parseEsql } from '../languages/esql/parse.js';
import { operandsOf } from '../languages/esql/visit.js';
import type { JudgedClause } from './judged-clause.js';

/** A test of a WHERE: which clause it is, the place of its pipe in the query, and what is worked out for a row. */
export interface EsqlLeaf {
  readonly clause: number;
  readonly at: number;
  readonly expression: Expression;
}

/**
 * Pipes of an ES|QL query through which rows pass one by one: from the start, or from behind a `STATS`, to the next one. All conditions of its `WHERE`s
 * have to hold for a row to pass.
 */
export interface EsqlSegment {
  /** Places of its first pipe, and of the one behind its last. */
  readonly start: number;
  readonly end: number;
  /** The columns that its rows are groups by; absent where the rows are documents. */
  readonly groupings?: readonly string[];
  /** Whether a later pipe makes groups of its rows. */
  readonly isGrouped: boolean;
  readonly clauses: readonly JudgedClause[];
  readonly leaves: readonly EsqlLeaf[];
}

/** The segments of a query that have a `WHERE`; none for a query that has mistakes, does not start with `FROM`, or branches. */
export function esqlSegments(text: string, path: readonly (string | number)[]): readonly EsqlSegment[] {
  const { value: query, diagnostics } = parseEsql(text);
  if (query?.source.kind !== 'From' || diagnostics.some(({ severity }) => severity === 'error')) return [];
  const { commands } = query;
  if (commands.some(({ kind }) => kind === 'Fork')) return [];
  const segments: EsqlSegment[] = [];
  let start = 0;
  let groupings: readonly string[] | undefined;
  for (const [at, command] of [...commands, undefined].entries()) {
    if (command !== undefined && !isBorder(command)) continue;
    const isGrouped = commands.slice(at).some(makesGroups);
    const segment = segmentOf(text, query, { start, end: at, isGrouped, ...(groupings ? { groupings } : {}) }, path);
    if (segment.leaves.length > 0) segments.push(segment);
    if (command?.kind === 'Stats' && makesGroups(command)) groupings = command.groupings.map(({ name }) => name);
    start = at + 1;
  }
  return segments;
}

/** Whether what comes out of a pipe depends on all rows that go in: `WHERE`s before and behind it are not asked about the same rows. */
function isBorder({ kind }: ProcessingCommand): boolean {
  return kind === 'Stats' || kind === 'Limit' || kind === 'Sample' || kind === 'ChangePoint';
}

function makesGroups(command: ProcessingCommand): boolean {
  return command.kind === 'Stats' && !command.inline;
}

function segmentOf(
  text: string,
  { commands }: EsqlQuery,
  shape: Pick<EsqlSegment, 'start' | 'end' | 'isGrouped' | 'groupings'>,
  path: readonly (string | number)[],
): EsqlSegment {
  const clauses: JudgedClause[] = [];
  const leaves: EsqlLeaf[] = [];
  const sources = new Map<string, readonly string[]>();
  commands.slice(shape.start, shape.end).forEach((command, offset) => {
    if (command.kind !== 'Where') note(command, sources);
    else addWhere(command, shape.start + offset);
  });
  return { ...shape, clauses, leaves };

  function addWhere({ condition }: Where, at: number): void {
    const base = clauses.length;
    for (const clause of esqlClauses(condition, text).clauses) {
      if (clause.ask.kind !== 'row') continue;
      const id = base + clause.id;
      const { expression } = clause.ask;
      clauses.push({
        id,
        ...(clause.parent === undefined ? {} : { parent: base + clause.parent }),
        children: clause.children.map((child) => base + child),
        kind: clause.kind,
        fields: clause.fields,
        sources: [...new Set(clause.fields.flatMap((name) => sources.get(name) ?? [name]))],
        key: `${path.join('.')} pipe ${at} clause ${clause.id}`,
        part: shape.groupings === undefined ? 'query' : 'groups',
        text: clause.text,
        ...(clause.range ? { range: clause.range } : {}),
        path,
        ...(clause.wanted === undefined ? {} : { wanted: clause.wanted }),
        isStrict: clause.kind === 'test' && isStrict(expression),
        counts: clause.kind === 'test',
      });
      if (clause.kind === 'test') leaves.push({ clause: id, at, expression });
    }
  }
}

/** Remembers what columns are made of, so that tests of columns that one value decides are known to change together. */
function note(command: ProcessingCommand, sources: Map<string, readonly string[]>): void {
  const of = (node: Expression): readonly string[] => columnsIn(node).flatMap((name) => sources.get(name) ?? [name]);
  switch (command.kind) {
    case 'Eval':
      for (const { name, expression } of command.fields) sources.set(name, of(expression));
      return;
    case 'Rename':
      for (const { from, to } of command.renamings) sources.set(to.name, sources.get(from.name) ?? [from.name]);
      return;
    case 'Dissect':
    case 'Grok':
      for (const name of namesIn(command)) sources.set(name, of(command.input));
      return;
    default:
      return;
  }
}

/** The columns that the patterns of DISSECT and GROK name. */
function namesIn(command: ProcessingCommand & { readonly kind: 'Dissect' | 'Grok' }): readonly string[] {
  if (command.kind === 'Dissect')
    return [...command.pattern.matchAll(/%\{[+?*&]?([^}/]+)/gu)].flatMap(([, name]) => name ?? []);
  return command.patterns.flatMap((pattern) =>
    [...pattern.matchAll(/%\{[^}:]+:([^}:]+)/gu)].flatMap(([, name]) => name ?? []),
  );
}

/** Whether the value is null wherever a column in it is. */
function isStrict(node: Expression): boolean {
  if (node.kind === 'IsNull') return false;
  if (node.kind === 'Call' && LENIENT.has(node.name.toLowerCase())) return false;
  return operandsOf(node).every(isStrict);
}

const LENIENT: ReadonlySet<string> = new Set(['coalesce', 'case', 'greatest', 'least', 'concat_ws']);
