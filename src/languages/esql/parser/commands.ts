import type { Aggregate, CommandOption, Expression, Field, ProcessingCommand, Renaming, SortKey } from '../ast.js';
import { nearest } from '../../../diagnostics/did-you-mean.js';
import { completion, fuse, rerank, takeApart } from './assistant-commands.js';
import type { Cursor } from './cursor.js';
import { expression, field, primary } from './expressions.js';
import { changePoint, enrich, fork, lookupJoin } from './joining-commands.js';
import { constant } from './literals.js';
import { commaList, namePattern, plainName, qualifiedName } from './names.js';
import { refuseOther } from './other-commands.js';

type Parse = (cursor: Cursor, start: number) => ProcessingCommand;

const COMMANDS: ReadonlyMap<string, Parse> = new Map<string, Parse>([
  ['where', (cursor, start) => ({ kind: 'Where', condition: expression(cursor), range: cursor.rangeFrom(start) })],
  [
    'eval',
    (cursor, start) => ({
      kind: 'Eval',
      fields: commaList(cursor, () => field(cursor)),
      range: cursor.rangeFrom(start),
    }),
  ],
  ['keep', (cursor, start) => ({ kind: 'Keep', patterns: patterns(cursor), range: cursor.rangeFrom(start) })],
  ['drop', (cursor, start) => ({ kind: 'Drop', patterns: patterns(cursor), range: cursor.rangeFrom(start) })],
  ['rename', rename],
  ['sort', sort],
  ['limit', limit],
  ['stats', (cursor, start) => stats(cursor, start, false)],
  ['inlinestats', (cursor, start) => stats(cursor, start, true)],
  ['inline', inline],
  ['dissect', dissect],
  ['grok', grok],
  [
    'mv_expand',
    (cursor, start) => ({
      kind: 'MvExpand',
      column: plainName(cursor, 'MV_EXPAND'),
      range: cursor.rangeFrom(start),
    }),
  ],
  ['enrich', enrich],
  ['lookup', lookupJoin],
  ['sample', (cursor, start) => ({ kind: 'Sample', probability: constant(cursor), range: cursor.rangeFrom(start) })],
  ['change_point', changePoint],
  ['fork', fork],
  ['fuse', fuse],
  ['completion', completion],
  ['rerank', rerank],
  ['uri_parts', (cursor, start) => takeApart(cursor, start, 'URI_PARTS')],
  ['registered_domain', (cursor, start) => takeApart(cursor, start, 'REGISTERED_DOMAIN')],
  ['user_agent', (cursor, start) => takeApart(cursor, start, 'USER_AGENT')],
]);

/** One command after a `|`. */
export function processingCommand(cursor: Cursor): ProcessingCommand {
  const token = cursor.peek();
  const parse = token.type === 'word' ? COMMANDS.get(token.text.toLowerCase()) : undefined;
  if (parse === undefined) {
    refuseOther(cursor, ['ip_location', 'metrics_info', 'mmr', 'ts_info']);
    const names = [...COMMANDS.keys()].filter((name) => name !== 'inlinestats').map((name) => `'${name}'`);
    const [meant] = token.type === 'word' ? nearest(token.text, [...COMMANDS.keys()], 1) : [];
    return cursor.unexpected(`{${names.join(', ')}}`, 'expression', meant?.toUpperCase());
  }
  cursor.take();
  return parse(cursor, token.start);
}

function patterns(cursor: Cursor): ReturnType<typeof namePattern>[] {
  return commaList(cursor, () => namePattern(cursor), 'pattern');
}

function rename(cursor: Cursor, start: number): ProcessingCommand {
  const renamings = commaList(cursor, () => renaming(cursor), 'pattern');
  return { kind: 'Rename', renamings, range: cursor.rangeFrom(start) };
}

function renaming(cursor: Cursor): Renaming {
  const start = cursor.peek('pattern').start;
  const first = plainName(cursor, 'RENAME');
  const assign = cursor.acceptSymbol('=', 'pattern');
  if (!assign) cursor.expectWord('as');
  const second = plainName(cursor, 'RENAME');
  const range = cursor.rangeFrom(start);
  return assign
    ? { kind: 'Renaming', from: second, to: first, form: 'assign', range }
    : { kind: 'Renaming', from: first, to: second, form: 'as', range };
}

function sort(cursor: Cursor, start: number): ProcessingCommand {
  return { kind: 'Sort', keys: commaList(cursor, () => sortKey(cursor)), range: cursor.rangeFrom(start) };
}

function sortKey(cursor: Cursor): SortKey {
  const start = cursor.peek().start;
  const key = expression(cursor);
  const direction = cursor.acceptWord('asc') ? 'asc' : cursor.acceptWord('desc') ? 'desc' : undefined;
  let nulls: SortKey['nulls'];
  if (cursor.acceptWord('nulls')) {
    if (cursor.acceptWord('first')) nulls = 'first';
    else {
      cursor.expectWord('last');
      nulls = 'last';
    }
  }
  return {
    kind: 'SortKey',
    expression: key,
    ...(direction && { direction }),
    ...(nulls && { nulls }),
    range: cursor.rangeFrom(start),
  };
}

function limit(cursor: Cursor, start: number): ProcessingCommand {
  const count = constant(cursor);
  const by = cursor.acceptWord('by') ? commaList(cursor, () => field(cursor)) : [];
  return { kind: 'Limit', count, by, range: cursor.rangeFrom(start) };
}

function inline(cursor: Cursor, start: number): ProcessingCommand {
  cursor.expectWord('stats');
  return stats(cursor, start, true);
}

function stats(cursor: Cursor, start: number, inlined: boolean): ProcessingCommand {
  const next = cursor.peek();
  const none = next.type === 'end' || next.text === '|' || next.text === ')' || cursor.isWord('by');
  const aggregates = none ? [] : commaList(cursor, () => aggregate(cursor));
  const groupings: Field[] = cursor.acceptWord('by') ? commaList(cursor, () => field(cursor)) : [];
  return { kind: 'Stats', inline: inlined, aggregates, groupings, range: cursor.rangeFrom(start) };
}

function aggregate(cursor: Cursor): Aggregate {
  const start = cursor.peek().start;
  const value = field(cursor);
  const filter = cursor.acceptWord('where') ? expression(cursor) : undefined;
  // Without an alias the filter is part of the name.
  const name = filter && value.alias === undefined ? cursor.text.slice(start, cursor.end) : value.name;
  return { kind: 'Aggregate', field: { ...value, name }, ...(filter && { filter }), range: cursor.rangeFrom(start) };
}

function dissect(cursor: Cursor, start: number): ProcessingCommand {
  const input = primary(cursor);
  const pattern = cursor.expectString().value;
  const options: CommandOption[] = [];
  if (cursor.peek().type === 'word') options.push(...commaList(cursor, () => commandOption(cursor)));
  return { kind: 'Dissect', input, pattern, options, range: cursor.rangeFrom(start) };
}

function commandOption(cursor: Cursor): CommandOption {
  const name = qualifiedName(cursor);
  cursor.expectSymbol('=');
  const value: Expression = constant(cursor);
  return { kind: 'CommandOption', name: name.name, value, range: cursor.rangeFrom(name.range.start) };
}

function grok(cursor: Cursor, start: number): ProcessingCommand {
  const input = primary(cursor);
  const all = commaList(cursor, () => cursor.expectString().value);
  return { kind: 'Grok', input, patterns: all, range: cursor.rangeFrom(start) };
}
