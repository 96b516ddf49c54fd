import type { EsqlQuery, Expression, ProcessingCommand } from '../languages/esql/ast.js';
import { neededColumns } from './esql-conditions.js';

/** The field of the index that a column holds, unchanged. */
export interface ColumnOrigin {
  readonly field: string;
  /** Whether each row holds one value at most, as behind MV_EXPAND and for keys of STATS. */
  readonly isSingle: boolean;
}

/** The columns that a command sees, as far as they are fields of the index. */
export interface ColumnsBefore {
  /** The field that a column is; undefined for one that was computed. */
  originOf(column: string): ColumnOrigin | undefined;
  /** The fields without which a column is null, computed ones included. */
  fieldsBehind(column: string): readonly string[];
}

/** What a column is that a command has made. */
interface Made {
  readonly origin?: ColumnOrigin | undefined;
  readonly needs?: readonly string[];
}

/** Every command after the source, in order, with the columns that it sees; those of FORK's branches follow the FORK. */
export function esqlStages({ commands }: EsqlQuery): readonly (readonly [ProcessingCommand, ColumnsBefore])[] {
  const stages: (readonly [ProcessingCommand, ColumnsBefore])[] = [];
  walk(commands, new Columns(new Map(), true), stages);
  return stages;
}

function walk(
  commands: readonly ProcessingCommand[],
  start: Columns,
  stages: (readonly [ProcessingCommand, ColumnsBefore])[],
): Columns {
  let columns = start;
  for (const command of commands) {
    stages.push([command, columns]);
    if (command.kind === 'Fork') for (const branch of command.branches) walk(branch.commands, columns, stages);
    columns = after(command, columns);
  }
  return columns;
}

class Columns implements ColumnsBefore {
  readonly #made: ReadonlyMap<string, Made>;
  /** Whether columns of other names are fields: not behind STATS. */
  readonly #othersAreFields: boolean;

  constructor(made: ReadonlyMap<string, Made>, othersAreFields: boolean) {
    this.#made = made;
    this.#othersAreFields = othersAreFields;
  }

  originOf(column: string): ColumnOrigin | undefined {
    if (this.#made.has(column) || !this.#othersAreFields) return this.#made.get(column)?.origin;
    return { field: column, isSingle: false };
  }

  fieldsBehind(column: string): readonly string[] {
    const field = this.originOf(column)?.field;
    return field === undefined ? (this.#made.get(column)?.needs ?? []) : [field];
  }

  with(entries: readonly (readonly [string, Made])[]): Columns {
    return entries.length === 0 ? this : new Columns(new Map([...this.#made, ...entries]), this.#othersAreFields);
  }
}

function after(command: ProcessingCommand, columns: Columns): Columns {
  const computed = (names: readonly string[]): Columns => columns.with(names.map((name) => [name, {}]));
  switch (command.kind) {
    case 'Eval':
      return command.fields.reduce((so, { name, expression }) => so.with([[name, madeOf(expression, so)]]), columns);
    case 'Rename':
      return command.renamings.reduce(
        (so, { from, to }) =>
          so.with([
            [from.name, {}],
            [to.name, { origin: so.originOf(from.name), needs: so.fieldsBehind(from.name) }],
          ]),
        columns,
      );
    case 'Stats': {
      if (command.inline) return computed(command.aggregates.map(({ field }) => field.name));
      const keys = command.groupings.map(({ name, expression }) => {
        const { origin, needs = [] } = madeOf(expression, columns);
        return [name, { origin: origin && { ...origin, isSingle: true }, needs }] as const;
      });
      return new Columns(new Map(keys), false);
    }
    case 'MvExpand': {
      const origin = columns.originOf(command.column.name);
      return columns.with([[command.column.name, { origin: origin && { ...origin, isSingle: true } }]]);
    }
    case 'Dissect':
      return computed(namesIn([command.pattern]));
    case 'Grok':
      return computed(namesIn(command.patterns));
    case 'Enrich':
      return computed(command.fields.map(({ alias, field }) => (alias ?? field).name));
    case 'Completion':
    case 'Rerank':
      return computed(command.target ? [command.target.name] : []);
    case 'Fork':
      return computed(command.branches.flatMap(({ commands }) => commands.flatMap(madeBy)));
    default:
      return columns;
  }
}

function madeBy(command: ProcessingCommand): readonly string[] {
  if (command.kind === 'Eval') return command.fields.map(({ name }) => name);
  return command.kind === 'Rename' ? command.renamings.map(({ to }) => to.name) : [];
}

function madeOf(expression: Expression, columns: ColumnsBefore): Made {
  return {
    origin: expression.kind === 'Column' ? columns.originOf(expression.name) : undefined,
    needs: neededColumns(expression).flatMap((name) => columns.fieldsBehind(name)),
  };
}

/** The names of the columns that patterns of DISSECT and GROK make, and other words in them. */
function namesIn(patterns: readonly string[]): readonly string[] {
  return patterns.flatMap((pattern) =>
    [...pattern.matchAll(/%\{([^}]*)\}/gu)].flatMap(([, inside = '']) => inside.match(/[\w@.]+/gu) ?? []),
  );
}
