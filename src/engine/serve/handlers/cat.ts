import { UnsupportedError } from '../../cluster-error.js';
import { RawText } from '../raw-json.js';
import { booleanParameter, type Handler, indicesOptions, type ServeAnswer } from '../request.js';

/** A table: each row has a text for every column. */
interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly ReadonlyMap<string, string>[];
}

interface Column {
  readonly name: string;
  readonly alias: string;
  readonly isNumber?: boolean;
}

const INDEX_COLUMNS: readonly Column[] = [
  { name: 'health', alias: 'h' },
  { name: 'status', alias: 's' },
  { name: 'index', alias: 'i' },
  { name: 'uuid', alias: 'id' },
  { name: 'pri', alias: 'p', isNumber: true },
  { name: 'rep', alias: 'r', isNumber: true },
  { name: 'docs.count', alias: 'dc', isNumber: true },
  { name: 'docs.deleted', alias: 'dd', isNumber: true },
  { name: 'store.size', alias: 'ss', isNumber: true },
  { name: 'pri.store.size', alias: 'pri.store.size', isNumber: true },
  { name: 'dataset.size', alias: 'dataset.size', isNumber: true },
];

/** `_cat/indices`: one row an index. What is held on disk is nothing here. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/cat-indices.html */
export const catIndices: Handler = ({ cluster, path, query, headers }) => {
  const found = cluster.indices(path.get('index') ?? '*', indicesOptions(query));
  const rows = found.map((index) => {
    const size = index.root.size - index.count;
    const texts = ['green', 'open', index.name, '-', '1', '0', String(index.count), String(size), '0b', '0b', '0b'];
    return new Map(INDEX_COLUMNS.map(({ name }, at) => [name, texts[at] ?? '']));
  });
  return Promise.resolve(answer({ columns: INDEX_COLUMNS, rows }, query, headers));
};

const COUNT_COLUMNS: readonly Column[] = [
  { name: 'epoch', alias: 't' },
  { name: 'timestamp', alias: 'ts' },
  { name: 'count', alias: 'dc' },
];

/** `_cat/count`: the number of documents, and the time. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/cat-count.html */
export const catCount: Handler = ({ cluster, path, query, headers }) => {
  const found = cluster.indices(path.get('index') ?? '*', indicesOptions(query));
  const now = cluster.now();
  const row = new Map([
    ['epoch', String(Math.floor(now.getTime() / 1000))],
    ['timestamp', now.toISOString().slice(11, 19)],
    ['count', String(found.reduce((sum, { count }) => sum + count, 0))],
  ]);
  return Promise.resolve(answer({ columns: COUNT_COLUMNS, rows: [row] }, query, headers));
};

function answer(
  table: Table,
  query: URLSearchParams,
  headers: Readonly<Record<string, string | undefined>>,
): ServeAnswer {
  const format = query.get('format') ?? (headers['accept']?.includes('json') === true ? 'json' : 'text');
  if (!['json', 'text', 'txt'].includes(format)) throw new UnsupportedError(`the format [${format}] of _cat`);
  const wanted = query.get('h')?.split(',');
  const columns =
    wanted === undefined
      ? table.columns.map((column) => ({ ...column, title: column.name }))
      : wanted.flatMap((name) =>
          table.columns.filter(named(name)).map((column) => ({ ...column, title: name === '*' ? column.name : name })),
        );
  const rows = sorted(table, query.get('s'));
  if (format === 'json') {
    const body = rows.map((row) => Object.fromEntries(columns.map(({ name, title }) => [title, row.get(name) ?? ''])));
    return { status: 200, body };
  }
  const lines = rows.map((row) => columns.map(({ name }) => row.get(name) ?? ''));
  const head = booleanParameter(query, 'v') === true ? [columns.map(({ title }) => title)] : [];
  return { status: 200, body: new RawText(printTable([...head, ...lines], columns), 'text/plain; charset=UTF-8') };
}

function named(wanted: string): (column: Column) => boolean {
  return ({ name, alias }) => wanted === '*' || name === wanted || alias === wanted;
}

/** Rows in the order that `s=column:desc,…` asks for. */
function sorted({ columns, rows }: Table, order: string | null): readonly ReadonlyMap<string, string>[] {
  if (order === null || order === '') return rows;
  const keys = order.split(',').map((key) => key.split(':'));
  return [...rows].sort((left, right) => {
    for (const [name = '', direction] of keys) {
      const column = columns.find(named(name));
      if (column === undefined) continue;
      const [a, b] = [left.get(column.name) ?? '', right.get(column.name) ?? ''];
      const compared =
        column.isNumber === true ? Number.parseFloat(a) - Number.parseFloat(b) : a < b ? -1 : Number(a > b);
      if (compared !== 0) return direction === 'desc' ? -compared : compared;
    }
    return 0;
  });
}

/** Columns as wide as their widest cell; numbers stand at the right. */
function printTable(lines: readonly (readonly string[])[], columns: readonly Column[]): string {
  const widths = columns.map((_, at) => lines.reduce((width, line) => Math.max(width, line[at]?.length ?? 0), 0));
  return lines
    .map((line) => {
      const cells = line.map((cell, at) => {
        if (columns[at]?.isNumber === true) return cell.padStart(widths[at] ?? 0);
        return at === line.length - 1 ? cell : cell.padEnd(widths[at] ?? 0);
      });
      return `${cells.join(' ')}\n`;
    })
    .join('');
}
