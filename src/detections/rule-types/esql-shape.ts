import { parseEsql } from '../../languages/esql/parse.js';

/** What decides which alerts are the same: whether rows are documents, and of which fields they were expanded. */
export interface EsqlShape {
  readonly isAggregating: boolean;
  /** Fields of MV_EXPAND, each of whose values makes a row. */
  readonly expanded: readonly string[];
}

/** Reads a query's shape; a query that does not parse is refused by the cluster. */
export function esqlShape(query: string): EsqlShape {
  const commands = parseEsql(query).value?.commands ?? [];
  return {
    isAggregating: commands.some((command) => command.kind === 'Stats' && !command.inline),
    expanded: commands.flatMap((command) => (command.kind === 'MvExpand' ? [command.column.name] : [])),
  };
}
