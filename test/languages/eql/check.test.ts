import { describe, expect, it } from 'vitest';
import { checkEql } from '../../../src/languages/eql/check.js';
import type { EqlFields } from '../../../src/languages/eql/field-info.js';
import { parseEql } from '../../../src/languages/eql/parse.js';

const fields: EqlFields = new Map([
  ['@timestamp', { type: 'date' }],
  ['event.category', { type: 'keyword' }],
  ['process.name', { type: 'keyword' }],
  ['process.pid', { type: 'long' }],
  ['_id', { type: 'keyword' }],
]);

function findings(text: string): readonly string[] {
  return checkEql(parseEql(text).value!, { text, fields }).map(({ code, what, fix }) => `${code}: ${what} | ${fix}`);
}

describe('checkEql', () => {
  it.each([
    ['wildcard', 'like'],
    ['match', 'regex'],
  ])('reports the old function %s, and says what took its place', (name, instead) => {
    expect(findings(`process where ${name}(process.name, "a*")`)).toEqual([
      `eql/removed-function: Unknown function [${name}] | Write the field, ${instead} and the patterns: field ${instead} ("…", "…").`,
    ]);
  });

  it('suggests functions that are there, and no metadata for a field', () => {
    expect(findings('process where wildcards(process.name, "a*")')[0]).toContain('Unknown function [wildcards] |');
    expect(findings('process where startWith(process.name, "a")')[0]).toContain('did you mean [startsWith]?');
    expect(findings('process where pid == 1')[0]).toContain('Unknown column [pid] |');
    expect(findings('process where _ids == "1"')[0]).toContain('did you mean [_id]?');
  });

  it.each([
    [
      'sample by process.pid [any where true] [any where true]',
      '8.5',
      'A sample came with Elasticsearch 8.6; 8.5 refuses it',
    ],
    [
      'sequence with maxspan=1m [any where true] ![any where true]',
      '8.9.0',
      'A missing event came with Elasticsearch 8.9.1; 8.9.0 refuses it',
    ],
    ['sequence [any where true] with runs=2', '7.15', 'with runs came with Elasticsearch 7.16; 7.15 refuses it'],
    ['any where not ?process.pid == 1', '7.15', 'An optional field came with Elasticsearch 7.16; 7.15 refuses it'],
    [
      'sequence by ?process.pid [any where true] [any where true]',
      '7.15.2',
      'An optional field came with Elasticsearch 7.16; 7.15.2 refuses it',
    ],
    [
      'any where wildcard(process.name, "a*")',
      '8.19',
      'The function wildcard was last taken by Elasticsearch 7.17; 8.19 refuses it',
    ],
  ])('says of %s what %s refuses', (text, stack, what) => {
    const found = checkEql(parseEql(text).value!, { text, fields, stacks: [stack, '9.1'] });
    expect(found.filter(({ code }) => code === 'eql/stack').map((finding) => finding.what)[0]).toBe(what);
  });

  it.each([
    ['sample by process.pid [any where true] [any where true]', ['8.6', '8.19', '9.0']],
    ['sequence with maxspan=1m [any where true] ![any where true]', ['8.9', '8.9.1', '8.10', '9.4']],
    ['any where wildcard(process.name, "a*")', ['7.17', '7.17.28']],
    ['any where ?process.pid == 1', ['7.16', '8.0', '9.0']],
    ['any where process.pid == 1', ['7.9']],
  ])('finds nothing in %s that %j refuse', (text, stacks) => {
    const found = checkEql(parseEql(text).value!, { text, fields, stacks });
    expect(found.filter(({ code }) => code === 'eql/stack')).toEqual([]);
  });
});
