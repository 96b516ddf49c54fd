import type { From, IndexPattern, Name, SourceCommand, Subquery } from '../ast.js';
import type { Cursor } from './cursor.js';
import { field } from './expressions.js';
import { commaList } from './names.js';
import { refuseOther } from './other-commands.js';

const EXPECTED = "{'explain', 'from', 'row', 'show', 'ts'}";

/** FROM, TS, ROW, SHOW or EXPLAIN. */
export function sourceCommand(cursor: Cursor): SourceCommand {
  const token = cursor.peek();
  const word = token.type === 'word' ? token.text.toLowerCase() : '';
  switch (word) {
    case 'from':
    case 'ts':
      cursor.take();
      return from(cursor, token.start, word === 'ts');
    case 'row': {
      cursor.take();
      const fields = commaList(cursor, () => field(cursor));
      return { kind: 'Row', fields, range: cursor.rangeFrom(token.start) };
    }
    case 'show':
      cursor.take();
      cursor.expectWord('info');
      return { kind: 'Show', what: 'INFO', range: cursor.rangeFrom(token.start) };
    case 'explain': {
      cursor.take();
      const close = cursor.isSymbol('[') ? ']' : ')';
      cursor.expectSymbol(close === ']' ? '[' : '(');
      const query = cursor.grammar.subquery(cursor);
      cursor.expectSymbol(close);
      return { kind: 'Explain', query, range: cursor.rangeFrom(token.start) };
    }
    default:
      refuseOther(cursor, ['eql', 'promql']);
      return cursor.unexpected(EXPECTED);
  }
}

function from(cursor: Cursor, start: number, timeSeries: boolean): From {
  const indices = commaList(cursor, () => indexOrSubquery(cursor), 'source');
  let metadata: Name[] = [];
  const opening = cursor.peek('source').start;
  const bracket = cursor.acceptSymbol('[', 'source');
  const token = cursor.peek('source');
  if (token.type === 'source' && token.text.toLowerCase() === 'metadata') {
    cursor.take('source');
    metadata = commaList(cursor, () => sourceName(cursor), 'source');
  } else if (bracket) cursor.unexpected("'metadata'", 'source');
  if (bracket) cursor.expectSymbol(']', 'source');
  return {
    kind: 'From',
    timeSeries,
    indices,
    metadata,
    ...(bracket && { bracket: opening }),
    range: cursor.rangeFrom(start),
  };
}

function sourceName(cursor: Cursor): Name {
  const token = cursor.peek('source');
  if (token.type !== 'source') cursor.unexpected('UNQUOTED_SOURCE', 'source');
  cursor.take('source');
  return { kind: 'Name', name: token.text, range: cursor.rangeFrom(token.start) };
}

function indexOrSubquery(cursor: Cursor): IndexPattern | Subquery {
  if (!cursor.acceptSymbol('(', 'source')) return indexPattern(cursor);
  const query = cursor.grammar.subquery(cursor);
  cursor.expectSymbol(')', 'source');
  return query;
}

/** `cluster:index::selector`, or the whole of it in quotes. */
export function indexPattern(cursor: Cursor): IndexPattern {
  const start = cursor.peek('source').start;
  const quoted = cursor.peek('source').type === 'string';
  const first = indexString(cursor);
  const range = (): IndexPattern['range'] => cursor.rangeFrom(start);
  if (!quoted && cursor.acceptSymbol(':', 'source')) {
    return { kind: 'IndexPattern', cluster: first, name: indexString(cursor), range: range() };
  }
  if (cursor.acceptSymbol('::', 'source')) {
    return { kind: 'IndexPattern', name: first, selector: sourceName(cursor).name, range: range() };
  }
  if (!quoted) return { kind: 'IndexPattern', name: first, range: range() };
  return { kind: 'IndexPattern', ...splitQuoted(first), range: range() };
}

function indexString(cursor: Cursor): string {
  const token = cursor.peek('source');
  if (token.type !== 'source' && token.type !== 'string')
    cursor.unexpected('{QUOTED_STRING, UNQUOTED_SOURCE}', 'source');
  return cursor.take('source').value;
}

/** A quoted pattern may hold the cluster and the selector too; a comma list stays one name. */
function splitQuoted(text: string): { name: string; cluster?: string; selector?: string } {
  if (text.includes(',') || text.startsWith('<')) return { name: text };
  const [head = '', selector] = text.split('::', 2);
  const colon = head.indexOf(':');
  return {
    name: head.slice(colon + 1),
    ...(colon > 0 && { cluster: head.slice(0, colon) }),
    ...(selector !== undefined && { selector }),
  };
}
