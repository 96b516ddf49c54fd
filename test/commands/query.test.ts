import { gzipSync } from 'node:zlib';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

let space: Workspace;
beforeAll(async () => {
  space = await workspace({
    'events.ndjson':
      '{"_id":"a","user":{"name":"ann"},"n":1}\n\n{"_id":"b","user":{"name":"bob"},"n":9007199254740993}\n',
    'broken.ndjson': '{"n":1}\nnope\n',
  });
  await writeFile(join(space.root, 'events.ndjson.gz'), gzipSync('{"_id":"a","user":{"name":"ann"}}\n'));
});
afterAll(() => space.remove());

describe('dragnet query', () => {
  test('KQL over a file: documents on stdout, the count on stderr', async () => {
    const run = await space.run(['query', 'user.name: bob', 'events.ndjson']);
    expect(run.code).toBe(0);
    expect(run.err).toBe('1 document\n');
    expect(run.out).toBe('{"_index":"events","_id":"b","_source":{"user":{"name":"bob"},"n":9007199254740993}}\n');
  });

  test('standard input is the default, gzip is unpacked', async () => {
    expect((await space.run(['query', 'n: 1'], { stdin: '{"n":1}\n{"n":2}' })).err).toBe('1 document\n');
    expect((await space.run(['query', 'user.name: ann', 'events.ndjson.gz'])).err).toBe('1 document\n');
  });

  test('a refused query names the cause', async () => {
    const { code, err } = await space.run(['query', 'n: many', 'events.ndjson']);
    expect(code).toBe(2);
    expect(err).toContain('query_shard_exception: failed to create query');
  });

  test('a query that holds too much is ended, and told how to hold more', async () => {
    const query = 'FROM events | STATS n = COUNT(*) BY user.name';
    const { code, err } = await space.run(['query', query, 'events.ndjson', '--max-memory', '100b']);
    expect(code).toBe(2);
    expect(err).toMatch(/circuit_breaking_exception: \[request\] Data too large, .*\[100\/100b\]\. .*--max-memory\./u);
    expect((await space.run(['query', query, 'events.ndjson', '--max-memory', '1.5MB'])).code).toBe(0);
    const wrong = await space.run(['query', query, 'events.ndjson', '--max-memory', 'much']);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('--max-memory much is not a size. Write it like 512mb');
  });

  test('lines keep their numbers and characters, however they come in', async () => {
    const long = 'ü'.repeat(200_000);
    const stdin = `\n{"n":1,"text":"${long}"}\r\n\n{"n":1,"text":"last"}`;
    const { out, err } = await space.run(['query', 'n: 1', '--format', 'ndjson'], { stdin });
    expect(err).toBe('2 documents\n');
    expect(
      out
        .split('\n')
        .slice(0, 2)
        .map((text) => JSON.parse(text) as unknown),
    ).toEqual([
      { _index: 'events', _id: '-:2', _source: { n: 1, text: long } },
      { _index: 'events', _id: '-:4', _source: { n: 1, text: 'last' } },
    ]);
    await writeFile(join(space.root, 'long.ndjson'), stdin);
    expect((await space.run(['query', 'n: 1', 'long.ndjson'])).out).toBe(out.replaceAll('"-:', '"long.ndjson:'));
  });

  test('an unknown mapping profile is a mistake of the call', async () => {
    const { code, err } = await space.run(['query', 'n: 1', 'events.ndjson', '--mappings', 'nope']);
    expect(code).toBe(2);
    expect(err).toContain('no mapping profile "nope"');
  });

  test('what documents say cannot act on the terminal', async () => {
    const stdin = '{"_id":"\\u001b]0;owned\\u0007","@timestamp":"zzz"}\n';
    const { err } = await space.run(['query', 'n: 1'], { stdin });
    expect(err).toContain('rejected \u241b]0;owned');
    expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  test('Lucene, when asked for', async () => {
    expect((await space.run(['query', 'user.name:b*', '-l', 'lucene', 'events.ndjson'])).err).toBe('1 document\n');
  });

  test('ES|QL: a table by default, csv that starts no formula, ndjson and json', async () => {
    const query = 'FROM events | STATS n = COUNT(*) BY name = user.name | SORT name | LIMIT 10';
    const run = (format: string) => space.run(['query', query, '--format', format, 'events.ndjson']);
    expect((await space.run(['query', query, 'events.ndjson'])).out).toBe('n  name\n-  ----\n1  ann\n1  bob\n');
    expect((await run('csv')).out).toBe('n,name\r\n1,ann\r\n1,bob\r\n');
    expect((await run('ndjson')).out).toBe('{"n":1,"name":"ann"}\n{"n":1,"name":"bob"}\n');
    expect(JSON.parse((await run('json')).out)).toMatchObject({
      columns: [{ name: 'n', type: 'long' }, { name: 'name' }],
      values: [
        [1, 'ann'],
        [1, 'bob'],
      ],
    });
    const formula = await space.run(['query', 'ROW x = "=1+1", y = "-5", z = "a,b"', '--format', 'csv'], {
      stdin: '{}',
    });
    expect(formula.out).toBe(`x,y,z\r\n'=1+1,-5,"a,b"\r\n`);
  });

  test('EQL: events, and sequences one a line', async () => {
    const stdin = [
      '{"_id":"1","@timestamp":"2026-01-01T00:00:00Z","event":{"category":"process"},"host":{"id":"h"}}',
      '{"_id":"2","@timestamp":"2026-01-01T00:00:01Z","event":{"category":"file"},"host":{"id":"h"}}',
    ].join('\n');
    expect((await space.run(['query', '-l', 'eql', 'file where true'], { stdin })).err).toBe('1 event\n');
    const { out, err } = await space.run(
      ['query', '-l', 'eql', 'sequence by host.id [process where true] [file where true]'],
      { stdin },
    );
    expect(err).toBe('1 sequence\n');
    expect(JSON.parse(out)).toMatchObject({ join_keys: ['h'], events: [{ _id: '1' }, { _id: '2' }] });
    const sample = 'sample by host.id [file where true] [process where true]';
    expect((await space.run(['query', '-l', 'eql', sample], { stdin })).err).toBe('1 sample\n');
    expect((await space.run(['query', '-l', 'eql', sample.replace('file', 'network')], { stdin })).err).toBe(
      '0 samples\n',
    );
  });

  test.each([
    [['query', 'user.name: (', 'events.ndjson'], /KQL query is wrong at column \d+/],
    [['query', 'n: 1', 'none.ndjson'], /none\.ndjson does not exist/],
    [['query', 'n: 1', 'broken.ndjson'], /broken\.ndjson:2 is not JSON/],
    [['query', 'n: 1', 'events.ndjson', '--now', 'soon'], /--now soon is not a time/],
  ])('%j is a usage error', async (args, message) => {
    const { code, out, err } = await space.run(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });
});

describe('dragnet query: what is not printed, and why', () => {
  const stdin = '{"@timestamp":1,"event":{"category":"a"}}\n{"@timestamp":2,"event":{"category":"a"}}\n';

  test.each([
    [['event.category: a', '--size', '1'], '1 of 2 documents\n'],
    [['event.category: a', '--size', '2'], '2 documents\n'],
    [['a where true', '-l', 'eql', '--size', '1'], '1 event, as many as --size lets through\n'],
    [['a where true', '-l', 'eql', '--size', '3'], '2 events\n'],
  ])('%j leaves nothing out without a word', async ([query = '', ...options], told) => {
    expect((await space.run(['query', query, ...options], { stdin })).err).toBe(told);
  });

  test('a document that takes the place of another is told', async () => {
    const twice = '{"_id":"x","n":1}\n{"_id":"x","n":2}\n';
    const { out, err } = await space.run(['query', 'n: *'], { stdin: twice });
    expect(out).toBe('{"_index":"events","_id":"x","_source":{"n":2}}\n');
    expect(err).toBe('warning: 1 document has the _index and _id of an earlier one, and took its place.\n1 document\n');
  });

  test.each([
    ['[{"n":1}]', /-:1 is not a JSON object\. .*jq -c '\.\[\]'/],
    ['[\n{"n":1}\n]', /-:1 is not JSON\. .*jq -c '\.\[\]'/],
    ['{\n"n":1\n}', /-:1 is not JSON\. .*jq -c \. FILE/],
    [`${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`, /-:1 is too deep: JSON nests deeper than 1000 levels/],
  ])('input that is no NDJSON: %.12s', async (text, message) => {
    const { code, err } = await space.run(['query', 'n: 1'], { stdin: text });
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });

  test('a folder is no file', async () => {
    expect((await space.run(['query', 'n: 1', '.'])).err).toBe('dragnet: . is a folder. Name the files in it.\n');
  });

  test('the header of CSV has the names of the fields; cells that would be formulas are texts', async () => {
    const query = 'ROW `@timestamp` = 1, a = "@SUM(1)", b = "=1", c = -5, d = "@a.b|c"';
    const { out } = await space.run(['query', query, '--format', 'csv'], { stdin: '{}\n' });
    expect(out).toBe(`@timestamp,a,b,c,d\r\n1,'@SUM(1),'=1,-5,'@a.b|c\r\n`);
  });
});

describe('dragnet query: what a newcomer writes', () => {
  test.each([
    [['query', 'n: [1 TO', '-l', 'lucene', 'events.ndjson'], /Lucene query is wrong at column \d+: \S/],
    [
      ['query', 'FROM events | WHER n == 1', 'events.ndjson'],
      /ES\|QL query is wrong at column 15: .* Did you mean WHERE\?/,
    ],
    [['query', 'FROM events\n| LIMT 1', 'events.ndjson'], /wrong at line 2, column 3: .* Did you mean LIMIT\?/],
    [['query', 'process where process.name == "x"', 'events.ndjson'], /looks like EQL: add -l eql/],
    [['query', 'n: 1', 'events.ndjson', '--format', 'table'], /--format table is for ES\|QL/],
    [['query', 'any where true', '-l', 'eql', 'events.ndjson', '--format', 'csv'], /--format csv is for ES\|QL/],
    [['query', 'n: 1', 'events.ndjson', '--size', 'abc'], /--size is a whole number/],
  ])('%j is refused with what to do', async (args, message) => {
    const { code, out, err } = await space.run(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err).not.toContain('--help');
  });

  test('EQL that happens to be KQL too gets a hint', async () => {
    const sequence = 'sequence by host.id [any where true] [any where true]';
    const { code, err } = await space.run(['query', sequence, 'events.ndjson']);
    expect(code).toBe(0);
    expect(err).toMatch(/^hint: this was read as KQL and looks like EQL\. Add -l eql/);
  });

  test('an option that takes one value leaves the files alone', async () => {
    const { code, err } = await space.run(['query', 'n: 1', '--mappings', 'ecs', 'events.ndjson']);
    expect([code, err]).toEqual([0, '1 document\n']);
  });

  test('columns that no row fills are left out, unless the query names them', async () => {
    const stdin = '{"n":1,"host":{"name":"a"}}\n{"n":2,"host":{"name":"b"}}\n';
    const run = (query: string, ...more: string[]) =>
      space.run(['query', query, '--mappings', 'ecs', ...more], { stdin });
    const csv = ['--format', 'csv'];
    const short = await run('FROM events | SORT n', ...csv);
    expect(short.out).toBe('host.name,n\r\na,1\r\nb,2\r\n');
    expect(short.err).toBe('2 rows\n');
    expect((await run('FROM events', ...csv, '--all-columns')).out).toContain('user.name');
    expect((await run('FROM events | KEEP n, user.name | SORT n', ...csv)).out).toBe('n,user.name\r\n1,\r\n2,\r\n');
    expect((await run('FROM events | KEEP n, user.* | SORT n', ...csv)).out).toBe('n\r\n1\r\n2\r\n');
  });

  test('--size cuts rows too, and says so', async () => {
    const stdin = '{"n":1}\n{"n":2}\n{"n":3}\n';
    const { out, err } = await space.run(['query', 'FROM events | SORT n | KEEP n', '--size', '2'], { stdin });
    expect([out, err]).toEqual(['n\n-\n1\n2\n', '2 of 3 rows\n']);
  });

  test('a terminal is told that it is read', async () => {
    const { err } = await space.run(['query', 'n: 1'], { stdin: '{"n":1}', stdinIsTerminal: true });
    expect(err).toMatch(/^Reading standard input …/);
    expect((await space.run(['query', 'n: 1', 'events.ndjson'], { stdinIsTerminal: true })).err).toBe('1 document\n');
  });

  test('gzip that is cut off or damaged is named', async () => {
    const whole = gzipSync('{"n":1}\n'.repeat(100));
    await writeFile(join(space.root, 'cut.gz'), whole.subarray(0, 20));
    await writeFile(join(space.root, 'bad.gz'), Buffer.concat([whole.subarray(0, 10), Buffer.alloc(20, 255)]));
    for (const file of ['cut.gz', 'bad.gz']) {
      for (const command of [
        ['query', 'n: 1'],
        ['convert', 'cloudtrail'],
      ]) {
        const { code, err } = await space.run([...command, file]);
        expect(code, file).toBe(2);
        expect(err, file).toMatch(/is gzip that is cut off or damaged/);
      }
    }
  });

  test('enrich policies and lookup indices come from files, parameters from the call', async () => {
    await writeFile(join(space.root, 'hosts.ndjson'), '{"name":"ann","team":"red"}\n{"name":"ann","team":"blue"}\n');
    await writeFile(join(space.root, 'blocks.ndjson'), '{"block":"10.0.0.0/8","zone":"lab"}\n');
    const query =
      'FROM events | ENRICH teams ON user.name | EVAL ip = ?ip::ip | ENRICH zones ON ip | KEEP n, team, zone';
    const run = await space.run([
      ...['query', `${query} | SORT n`, 'events.ndjson', '--param', 'ip=10.1.2.3', '--format', 'tsv'],
      ...['--enrich', 'teams=hosts.ndjson', '--enrich', 'zones:range:block=blocks.ndjson'],
    ]);
    expect(run.out).toBe('n\tteam\tzone\n1\t["red","blue"]\tlab\n9007199254740993\t\tlab\n');
    const joined = await space.run([
      ...['query', 'FROM events | EVAL name = user.name | LOOKUP JOIN h ON name | KEEP n, team | SORT n, team DESC'],
      ...['events.ndjson', '--lookup', 'h=hosts.ndjson', '--format', 'csv'],
    ]);
    expect(joined.out).toBe('n,team\r\n1,red\r\n1,blue\r\n9007199254740993,\r\n');
    const wrong = await space.run(['query', 'ROW a = 1', 'events.ndjson', '--lookup', 'hosts.ndjson']);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('--lookup hosts.ndjson names no table. Write NAME=FILE.');
  });
});
