import type { Field, Fuse, MapLiteral, Name, ProcessingCommand, TakeApart } from '../ast.js';
import type { Cursor } from './cursor.js';
import { expression, field, fieldAlias, mapLiteral, primary } from './expressions.js';
import { commaList, plainName, qualifiedName } from './names.js';

function target(cursor: Cursor): Name | undefined {
  const column = fieldAlias(cursor);
  return column && { kind: 'Name', name: column.name, range: column.range };
}

interface With {
  readonly options?: MapLiteral;
  readonly inferenceId?: Name;
}

/** `WITH {…}`, or the older `WITH inference_id`. */
function withOptions(cursor: Cursor): With {
  if (!cursor.acceptWord('with')) return {};
  if (cursor.isSymbol('{')) return { options: mapLiteral(cursor) };
  const token = cursor.peek();
  if (token.type === 'string') {
    cursor.take();
    return { inferenceId: { kind: 'Name', name: token.value, range: cursor.rangeFrom(token.start) } };
  }
  const column = qualifiedName(cursor);
  return { inferenceId: { kind: 'Name', name: column.name, range: column.range } };
}

/** `COMPLETION [column =] prompt WITH {…}`: parsed and checked, never run. */
export function completion(cursor: Cursor, start: number): ProcessingCommand {
  const to = target(cursor);
  const prompt = primary(cursor);
  const rest = withOptions(cursor);
  return { kind: 'Completion', ...(to && { target: to }), prompt, ...rest, range: cursor.rangeFrom(start) };
}

/** `RERANK [column =] query ON fields WITH {…}`: parsed and checked, never run. */
export function rerank(cursor: Cursor, start: number): ProcessingCommand {
  const to = target(cursor);
  const query = primary(cursor);
  cursor.expectWord('on');
  const fields: Field[] = commaList(cursor, () => field(cursor));
  const rest = withOptions(cursor);
  return { kind: 'Rerank', ...(to && { target: to }), query, fields, ...rest, range: cursor.rangeFrom(start) };
}

/** `FUSE [method] [SCORE BY column] [GROUP BY column] [KEY BY columns] [WITH {…}]` */
export function fuse(cursor: Cursor, start: number): ProcessingCommand {
  const parts: { -readonly [K in 'method' | 'score' | 'group' | 'keys' | 'options']?: Fuse[K] } = {};
  const first = cursor.peek();
  if (first.type === 'word' && !['score', 'group', 'key', 'with'].includes(first.text.toLowerCase())) {
    parts.method = cursor.take().text.toLowerCase();
  }
  for (;;) {
    if (cursor.acceptWord('score')) parts.score = by(cursor);
    else if (cursor.acceptWord('group')) parts.group = by(cursor);
    else if (cursor.acceptWord('key')) {
      cursor.expectWord('by');
      parts.keys = commaList(cursor, () => plainName(cursor, 'FUSE'), 'pattern');
    } else if (cursor.acceptWord('with')) parts.options = mapLiteral(cursor);
    else return { kind: 'Fuse', keys: [], ...parts, range: cursor.rangeFrom(start) };
  }
}

function by(cursor: Cursor): Name {
  cursor.expectWord('by');
  return plainName(cursor, 'FUSE');
}

/** `COMMAND prefix = expression [WITH {…}]` */
export function takeApart(cursor: Cursor, start: number, command: TakeApart['command']): ProcessingCommand {
  const column = qualifiedName(cursor);
  cursor.expectSymbol('=');
  const input = expression(cursor);
  const options = cursor.acceptWord('with') ? mapLiteral(cursor) : undefined;
  const prefix: Name = { kind: 'Name', name: column.name, range: column.range };
  return { kind: 'TakeApart', command, prefix, input, ...(options && { options }), range: cursor.rangeFrom(start) };
}
