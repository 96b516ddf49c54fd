import { parseJson, printJson } from '../../src/values/json.js';
import type { JsonValue } from '../../src/values/json.js';

/** A request and what came back. */
export interface Exchange {
  readonly line: number;
  /** Comment lines before it, and why a node is not asked. */
  readonly comments: readonly string[];
  readonly onlyDragnet: boolean;
  readonly request: Request;
  readonly answer: Answer | undefined;
}

export interface Request {
  /** The lines as written. */
  readonly lines: readonly string[];
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | undefined;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly warnings: readonly string[];
  /** JSON where it is JSON, else text. */
  readonly body: JsonValue;
}

/** Keys whose values differ from run to run, or count what only a cluster has. */
const VOLATILE: ReadonlySet<string> = new Set([
  ...['took', 'stack_trace', '_seq_no', '_primary_term', '_shards', 'values_loaded', 'documents_found', '_score'],
  ...['max_score', 'line', 'col'],
]);

/** Reads a file of exchanges. */
export function parseExchanges(text: string): Exchange[] {
  const exchanges: Exchange[] = [];
  const lines = text.split('\n');
  let at = 0;
  const taken = (prefix: string): string[] => {
    const found: string[] = [];
    for (let line = lines[at]; line?.startsWith(prefix) === true; line = lines[(at += 1)]) found.push(line);
    return found;
  };
  while (at < lines.length) {
    if (lines[at] === '') {
      at += 1;
      continue;
    }
    const comments = [...taken('#'), ...taken('!')];
    const line = at + 1;
    const asked = lines[at]?.startsWith('esql: ') === true ? taken('esql: ').slice(0, 1) : taken('>');
    if (asked.length === 0) {
      if (at < lines.length && lines[at] !== '') throw new Error(`line ${line}: not a request: ${lines[at]}`);
      continue;
    }
    const answered = taken('<').map((item) => item.slice(2));
    exchanges.push({
      line,
      comments,
      onlyDragnet: comments.some((item) => item.startsWith('! only dragnet')),
      request: parseRequest(asked),
      answer: answered.length === 0 ? undefined : parseAnswer(answered),
    });
  }
  return exchanges;
}

function parseRequest(lines: readonly string[]): Request {
  const [first = ''] = lines;
  if (first.startsWith('esql: ')) {
    const body = JSON.stringify({ query: first.slice('esql: '.length) });
    return { lines, method: 'POST', path: '/_query', headers: [], body };
  }
  const [target = '', ...rest] = lines.map((line) => line.slice(2));
  const [method = '', path = ''] = target.split(' ');
  const count = rest.findIndex((line) => !/^[\w-]+: /u.test(line));
  const headerLines = count < 0 ? rest : rest.slice(0, count);
  const bodyLines = count < 0 ? [] : rest.slice(count);
  const headers = headerLines.map((line) => line.split(/: (.*)/su) as unknown as [string, string]);
  const isLines = /_bulk|_msearch/u.test(path);
  return {
    lines,
    method,
    path,
    headers,
    body: bodyLines.length === 0 ? undefined : bodyLines.join('\n') + (isLines ? '\n' : ''),
  };
}

const WARNING = 'Warning: ';

function parseAnswer([first = '', ...rest]: readonly string[]): Answer {
  const [status = '', ...type] = first.split(' ');
  const warnings = rest.filter((line) => line.startsWith(WARNING)).map((line) => line.slice(WARNING.length));
  const body = rest.filter((line) => !line.startsWith(WARNING)).join('\n');
  return { status: Number(status), type: type.join(' '), warnings, body: readBody(type.join(' '), body) };
}

/** Prints a file of exchanges, as {@link parseExchanges} reads it. */
export function printExchanges(exchanges: readonly Exchange[]): string {
  const parts = exchanges.map(({ comments, request, answer }) =>
    [...comments, ...request.lines, ...(answer === undefined ? [] : printAnswer(answer))].join('\n'),
  );
  return `${parts.join('\n\n')}\n`;
}

function printAnswer({ status, type, warnings, body }: Answer): string[] {
  const text = typeof body === 'string' && !isJson(type) ? body : printJson(body);
  return [
    `${status} ${type}`.trimEnd(),
    ...warnings.map((warning) => WARNING + warning),
    ...(text === '' || text === '""' ? [] : text.split('\n')),
  ].map((line) => `< ${line}`);
}

const isJson = (type: string): boolean => /\bjson\b/u.test(type);

/** Stands for a carriage return, so that line ends of the file stay those of the repository. */
const RETURN = '␍';

/** A body as it is compared. */
export function readBody(type: string, text: string): JsonValue {
  return isJson(type) && text !== '' ? withoutVolatile(parseJson(text)) : text.replaceAll('\r', RETURN);
}

/** The id of an index that is there. */
function isUuid(key: string, value: JsonValue): boolean {
  return (key === 'index_uuid' || key === 'uuid') && value !== '_na_';
}

function withoutVolatile(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutVolatile);
  // Places in the JSON of the request, which dragnet does not tell.
  if (typeof value === 'string') return value.replaceAll(/\[-?\d+:-?\d+\] /gu, '');
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) =>
      VOLATILE.has(key) || isUuid(key, item) ? [] : [[key, withoutVolatile(item)] as const],
    ),
  );
}
