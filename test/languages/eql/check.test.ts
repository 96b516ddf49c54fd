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
});
