import type { Enrich, EnrichField, Expression, ForkBranch, Name, ProcessingCommand } from '../ast.js';
import type { Cursor } from './cursor.js';
import { expression } from './expressions.js';
import { commaList, plainName } from './names.js';
import { indexPattern } from './sources.js';

/** `ENRICH [_mode:]policy [ON column] [WITH new = field, …]` */
export function enrich(cursor: Cursor, start: number): ProcessingCommand {
  const [mode, policy] = policyName(cursor);
  const on = cursor.acceptWord('on') ? plainName(cursor, 'ENRICH') : undefined;
  const fields = cursor.acceptWord('with') ? commaList(cursor, () => enrichField(cursor), 'pattern') : [];
  const range = cursor.rangeFrom(start);
  const node: Enrich = { kind: 'Enrich', ...(mode && { mode }), policy, ...(on && { on }), fields, range };
  return node;
}

const MODES = ['_any', '_coordinator', '_remote'];

function policyName(cursor: Cursor): [string | undefined, Name] {
  const first = policyToken(cursor);
  if (!cursor.acceptSymbol(':', 'policy')) return [undefined, first];
  const mode = first.name.toLowerCase();
  if (!MODES.includes(mode)) {
    cursor.fail(
      first.range,
      'esql/enrich-mode',
      `Unrecognized value [${first.name}], ENRICH policy qualifier needs to be one of [_ANY, _COORDINATOR, _REMOTE]`,
      'The word before the colon says where the enrichment runs.',
      'Remove it, or use one of the three.',
    );
  }
  // Elasticsearch places what it says of the policy at the word before the colon.
  return [mode, { ...policyToken(cursor), range: cursor.rangeFrom(first.range.start) }];
}

function policyToken(cursor: Cursor): Name {
  const token = cursor.peek('policy');
  if (token.type !== 'source' && token.type !== 'string') cursor.unexpected('the name of an enrich policy', 'policy');
  cursor.take('policy');
  return { kind: 'Name', name: token.value, range: cursor.rangeFrom(token.start) };
}

function enrichField(cursor: Cursor): EnrichField {
  const start = cursor.peek('pattern').start;
  const first = plainName(cursor, 'ENRICH');
  const field = cursor.acceptSymbol('=', 'pattern') ? plainName(cursor, 'ENRICH') : undefined;
  const range = cursor.rangeFrom(start);
  return field === undefined
    ? { kind: 'EnrichField', field: first, range }
    : { kind: 'EnrichField', alias: first, field, range };
}

/** `LOOKUP JOIN index [AS alias] ON column, …` */
export function lookupJoin(cursor: Cursor, start: number): ProcessingCommand {
  cursor.expectWord('join');
  const index = indexPattern(cursor);
  if (index.name.includes('*')) {
    const what = `invalid index pattern [${index.name}], * is not allowed in LOOKUP JOIN`;
    cursor.fail(index.range, 'esql/lookup', what, 'The index to join with is one.', 'Write its name.');
  }
  const alias = cursor.acceptWord('as') ? plainName(cursor, 'LOOKUP JOIN') : undefined;
  cursor.expectWord('on');
  const on: Expression[] = commaList(cursor, () => expression(cursor));
  return { kind: 'LookupJoin', index, ...(alias && { alias }), on, range: cursor.rangeFrom(start) };
}

/** `CHANGE_POINT value [ON key] [AS type, pvalue]` */
export function changePoint(cursor: Cursor, start: number): ProcessingCommand {
  const value = plainName(cursor, 'CHANGE_POINT');
  const on = cursor.acceptWord('on') ? plainName(cursor, 'CHANGE_POINT') : undefined;
  let target: { type: Name; pvalue: Name } | undefined;
  if (cursor.acceptWord('as')) {
    const type = plainName(cursor, 'CHANGE_POINT');
    cursor.expectSymbol(',', 'pattern');
    target = { type, pvalue: plainName(cursor, 'CHANGE_POINT') };
  }
  const range = cursor.rangeFrom(start);
  return { kind: 'ChangePoint', value, ...(on && { on }), ...(target && { target }), range };
}

/** `FORK (command | …) (…)` */
export function fork(cursor: Cursor, start: number): ProcessingCommand {
  const branches: ForkBranch[] = [];
  do {
    branches.push(cursor.nested(() => branch(cursor)));
  } while (cursor.isSymbol('('));
  return { kind: 'Fork', branches, range: cursor.rangeFrom(start) };
}

function branch(cursor: Cursor): ForkBranch {
  const start = cursor.expectSymbol('(').start;
  const commands = [cursor.grammar.command(cursor)];
  while (cursor.acceptSymbol('|')) commands.push(cursor.grammar.command(cursor));
  cursor.expectSymbol(')');
  return { kind: 'ForkBranch', commands, range: cursor.rangeFrom(start) };
}
