import type { ProcessingCommand, Subquery } from '../ast.js';
import { processingCommand } from './commands.js';
import type { Cursor } from './cursor.js';
import { sourceCommand } from './sources.js';

/** A query inside parentheses, up to the closing one (which the caller reads). */
export function subquery(cursor: Cursor): Subquery {
  return cursor.nested(() => {
    const start = cursor.peek().start;
    const source = sourceCommand(cursor);
    const commands = pipeline(cursor);
    return { kind: 'Subquery', source, commands, range: cursor.rangeFrom(start) };
  });
}

/** `| command` as often as it follows. */
export function pipeline(cursor: Cursor): ProcessingCommand[] {
  const commands: ProcessingCommand[] = [];
  while (cursor.acceptSymbol('|')) commands.push(processingCommand(cursor));
  return commands;
}
