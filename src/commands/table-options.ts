import type { Options } from 'yargs';
import type { Cluster } from '../engine/cluster.js';
import type { ImportedCatalogue } from '../schemas/fields/catalogue-file.js';
import { type LocalTable, loadEnrichTable, loadLookupTable, type TableRow } from '../testing/local-tables.js';
import type { Arguments } from './command.js';
import { parseDocument } from './load-documents.js';
import { readLines } from './read-input.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** `--enrich` and `--lookup`: local files that stand for what ENRICH and LOOKUP JOIN ask a cluster for. */
export const TABLE_OPTIONS: { readonly enrich: Options; readonly lookup: Options } = {
  enrich: {
    type: 'string',
    array: true,
    nargs: 1,
    describe:
      'Enrich policy from an NDJSON file: NAME=FILE, or NAME:range:MATCH_FIELD=FILE (default: match on the first field)',
  },
  lookup: { type: 'string', array: true, nargs: 1, describe: 'Lookup index from an NDJSON file: NAME=FILE' },
};

/** Loads the tables that the call names. */
export async function loadTables(
  cluster: Cluster,
  args: Arguments,
  catalogues: readonly ImportedCatalogue[],
  terminal: Terminal,
): Promise<void> {
  const rowsOf = async ({ file }: LocalTable): Promise<TableRow[]> => {
    const rows: TableRow[] = [];
    for await (const { text, place } of readLines([file], terminal))
      rows.push({ value: parseDocument(text, place), text });
    return rows;
  };
  for (const table of tablesOf(args['enrich'], '--enrich')) {
    await loadEnrichTable(cluster, table, await rowsOf(table), catalogues);
  }
  for (const table of tablesOf(args['lookup'], '--lookup')) {
    await loadLookupTable(cluster, table, await rowsOf(table), catalogues);
  }
}

function tablesOf(given: unknown, option: '--enrich' | '--lookup'): readonly LocalTable[] {
  return ((given as readonly string[] | undefined) ?? []).map((text) => {
    const at = text.indexOf('=');
    const [name = '', type, matchField, ...others] = text.slice(0, Math.max(at, 0)).split(':');
    const file = text.slice(at + 1);
    const isType = type === undefined || (option === '--enrich' && (type === 'match' || type === 'range'));
    if (at < 0 || name === '' || file === '' || !isType || others.length > 0) {
      const forms =
        option === '--enrich' ? 'NAME=FILE, or NAME:match:FIELD=FILE, or NAME:range:FIELD=FILE' : 'NAME=FILE';
      throw new UsageError(`${option} ${text} names no table. Write ${forms}.`);
    }
    return { name, file, ...(type === undefined ? {} : { type }), ...(matchField === undefined ? {} : { matchField }) };
  });
}
