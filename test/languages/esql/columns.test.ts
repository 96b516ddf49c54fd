import { describe, expect, it } from 'vitest';
import { esqlColumns, esqlColumnsAt } from '../../../src/languages/esql/columns.js';
import { parseEsql } from '../../../src/languages/esql/parse.js';
import type { FieldMapping } from '../../../src/schemas/fields/catalogue.js';
import { FieldKnowledge } from '../../../src/schemas/fields/index-fields.js';

const FIELDS: Readonly<Record<string, FieldMapping>> = {
  '@timestamp': { type: 'date' },
  'door.state': { type: 'keyword', fields: { text: { type: 'match_only_text' } } },
  'door.count': { type: 'integer' },
  'door.place': { type: 'geo_point' },
};

const knowledge = new FieldKnowledge([
  { name: 'door', indices: ['doors-*'], addsEcs: false, fields: new Map(Object.entries(FIELDS)) },
]);
const DOORS = knowledge.of(['doors-*']);

/** `name:type` of the columns after each command. */
function stages(text: string, known = DOORS): readonly string[] {
  const { value } = parseEsql(text);
  return esqlColumns(value!, known).map(({ range, columns }) => {
    const command = text.slice(range.start, range.end).split(/\s/u)[0] ?? '';
    return `${command}: ${columns.map(({ name, type }) => `${name}:${type}`).join(' ')}`;
  });
}

const ALL = '@timestamp:date door.count:integer door.place:unsupported door.state:keyword door.state.text:text';

describe('the columns at every pipe', () => {
  it('have the types that Elasticsearch gives them', () => {
    expect(
      stages(
        'from doors-* metadata _id | where door.count > 1 | eval day = date_trunc(1 day, @timestamp), half = door.count / 2.0 | stats most = max(door.count), n = count(*) by day | keep n, day',
      ),
    ).toEqual([
      `from: ${ALL} _id:keyword`,
      `where: ${ALL} _id:keyword`,
      `eval: ${ALL} _id:keyword day:date half:double`,
      'stats: most:integer n:long day:date',
      'keep: n:long day:date',
    ]);
  });

  it('follow renamings, patterns and what is taken out of texts', () => {
    expect(
      stages(
        'from doors-* | keep door.s* | rename door.state as s | dissect s "%{a} %{b}" | grok s "%{INT:n:int}" | drop a',
      ),
    ).toEqual([
      `from: ${ALL}`,
      'keep: door.state:keyword door.state.text:text',
      'rename: s:keyword door.state.text:text',
      'dissect: s:keyword door.state.text:text a:keyword b:keyword',
      'grok: s:keyword door.state.text:text a:keyword b:keyword n:integer',
      'drop: s:keyword door.state.text:text b:keyword n:integer',
    ]);
  });

  it('are there for each command of a query with errors', () => {
    expect(stages('from doors-* | keep door.count | where nope == 1 | eval x = nope + 1 | limit "a" | sort y')).toEqual(
      [
        `from: ${ALL}`,
        'keep: door.count:integer',
        'where: door.count:integer',
        'eval: door.count:integer x:null',
        'limit: door.count:integer x:null',
        'sort: door.count:integer x:null',
      ],
    );
  });

  it('of a row are those of the row', () => {
    expect(stages('row a = 1, b = "x" | eval c = concat(b, "y")')).toEqual([
      'row: a:integer b:keyword',
      'eval: a:integer b:keyword c:keyword',
    ]);
  });

  it('take in what the query names, where the indices may have more than is listed', () => {
    const open = knowledge.of(['windows-*']);
    const query =
      'from windows-* | where pane.id == 1 and process.pid == 1 | eval size = pane.width | keep pane.*, process.pid, size';
    expect(stages(query, open).at(-1)).toBe('keep: pane.id:null pane.width:null process.pid:long size:null');
    expect(stages('from windows-* | stats n = count(*) | where other == 1', open).at(-1)).toBe('where: n:long');
  });
});

describe('the columns at a place of an unfinished text', () => {
  const at = (text: string, known = DOORS): readonly string[] | undefined => {
    const offset = text.indexOf('^');
    return esqlColumnsAt(text.replace('^', ''), offset, known)?.map(({ name }) => name);
  };

  it.each([
    ['behind a pipe', 'from doors-* | keep door.count | ^'],
    ['within a command that does not parse', 'from doors-* | keep door.count | where (door.^'],
    ['where later commands do not parse', 'from doors-* | keep door.count | where ^ | evil x'],
    ['behind a bar in a text', 'from doors-* | keep door.count | where "a | b" == ^'],
  ])('are found %s', (_, text) => {
    expect(at(text)).toEqual(['door.count']);
  });

  it('are unknown in the first command, and behind one that is broken', () => {
    expect(at('from ^')).toBeUndefined();
    expect(at('^')).toBeUndefined();
    expect(at('from doors-* | evil x | keep ^')).toEqual(at('from doors-* | ^'));
    expect(at('evil x | keep ^')).toBeUndefined();
  });

  it('are looked for in bounded time', () => {
    expect(at(`from doors-* ${'| evil '.repeat(10_000)}^`)).toBeUndefined();
  });
});
