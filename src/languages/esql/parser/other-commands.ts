import type { Cursor } from './cursor.js';

const TIME_SERIES = 'It works on time series.';

/**
 * Commands of Elasticsearch up to 9.5 that stand in no grammar here, and what each is for.
 * https://www.elastic.co/docs/reference/query-languages/esql/esql-commands
 */
const OTHER_COMMANDS: ReadonlyMap<string, string> = new Map([
  ['eql', 'Only development builds of Elasticsearch have it.'],
  ['ip_location', 'It needs the database of a cluster.'],
  ['metrics_info', TIME_SERIES],
  ['mmr', 'It compares dense vectors.'],
  ['promql', TIME_SERIES],
  ['ts_info', TIME_SERIES],
]);

/** Refuses the next word by its name, where it is a command that exists but is not supported. */
export function refuseOther(cursor: Cursor, names: readonly string[]): void {
  const token = cursor.peek();
  const name = token.type === 'word' ? token.text.toLowerCase() : '';
  const reason = names.includes(name) ? OTHER_COMMANDS.get(name) : undefined;
  if (reason === undefined) return;
  cursor.fail(
    token,
    'esql/unsupported',
    `${name.toUpperCase()} is not supported`,
    `${reason} dragnet can neither check nor run the query.`,
    'Run the query on a cluster, or leave the command out.',
  );
}
