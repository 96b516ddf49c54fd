import { describe, expect, it } from 'vitest';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import { parseEql } from '../../src/languages/eql/parse.js';
import { toIndexDefinition } from '../../src/schemas/fields/to-index-definition.js';
import { printJson } from '../../src/values/json.js';
import type { EqlWitness } from '../../src/witness/eql-witness.js';
import { eqlWitnesses } from '../../src/witness/eql-witnesses.js';
import { catalogueFor, EVENT_QUERIES, SET_QUERIES } from './eql-queries.js';

const parse = (text: string) => {
  const { value, diagnostics } = parseEql(text);
  expect(diagnostics, text).toEqual([]);
  return value!;
};

const all = [...EVENT_QUERIES, ...SET_QUERIES];
const catalogue = catalogueFor(all.map(([text]) => parseEql(text).value!));

describe('documents for EQL queries', () => {
  it.each(all)('satisfies or fails %s as it claims', async (text, misses) => {
    const cluster = new EmbeddedCluster({ clock: () => new Date('2024-01-01T00:00:00Z') });
    const sets = eqlWitnesses(parse(text), catalogue);
    const wrong: EqlWitness[] = [];
    await cluster.createIndex('e', toIndexDefinition(catalogue));
    const documents = sets.flatMap((set, number) =>
      set.documents.map((document, at) => ({ _index: 'e', _id: `${number}.${at}`, source: printJson(document) })),
    );
    const { items } = await cluster.bulk(documents);
    expect(items.filter(({ error }) => error !== undefined)).toEqual([]);
    for (const [number, set] of sets.entries()) {
      const filter = { ids: { values: set.documents.map((_, at) => `${number}.${at}`) } };
      const { hits } = await cluster.eql({ index: 'e', query: text, filter });
      if ((hits.events ?? hits.sequences ?? []).length > 0 !== set.matches) wrong.push(set);
    }
    expect(wrong).toEqual([]);
    expect(sets.some(({ matches }) => matches)).toBe(true);
    expect(sets.filter(({ purpose }) => purpose === 'near-miss').length).toBeGreaterThanOrEqual(misses);
  });

  it('makes the smallest event first, and fails each clause alone', () => {
    const text = 'process where process.name == "cmd.exe" and user.id != "0"';
    const [first, ...others] = eqlWitnesses(parse(text), catalogue);
    expect(first).toEqual({
      documents: [
        {
          '@timestamp': '2024-01-01T00:00:00.000Z',
          event: { category: 'process' },
          process: { name: 'cmd.exe' },
        },
      ],
      matches: true,
      purpose: 'match',
    });
    const misses = others.filter(({ purpose }) => purpose === 'near-miss');
    expect(misses.map(({ clause }) => text.slice(clause!.start, clause!.end))).toEqual([
      'process',
      'process.name == "cmd.exe"',
      'user.id != "0"',
    ]);
  });

  it('joins patterns of one field in one text where a text can have both', () => {
    const [first] = eqlWitnesses(
      parse('any where process.command_line : "*b c*" and process.command_line : "a*"'),
      catalogue,
    );
    expect(first!.documents[0]!['process']).toEqual({ command_line: 'ab c' });
  });

  it('says which part of a sequence a near miss fails', () => {
    const text = 'sequence by host.id with maxspan=5s [process where true] [file where true]';
    const misses = eqlWitnesses(parse(text), catalogue).filter(({ purpose }) => purpose === 'near-miss');
    const places = misses.map(({ clause, at }) => [text.slice(clause!.start, clause!.end), at]);
    expect(places).toEqual(
      expect.arrayContaining([
        ['process', 0],
        ['file', 1],
        ['host.id', 1],
        ['5s', 1],
        ['[file where true]', undefined],
      ]),
    );
  });

  it('is the same every time', () => {
    const [text] = SET_QUERIES[0]!;
    expect(eqlWitnesses(parse(text), catalogue)).toEqual(eqlWitnesses(parse(text), catalogue));
  });

  it('finds nothing where nothing can be found', () => {
    const contradiction = parse('any where process.name == "a" and process.name != "a"');
    expect(eqlWitnesses(contradiction, catalogue).filter(({ matches }) => matches)).toEqual([]);
    const keys = parse('sequence by host.id [any where host.id == "a"] [any where host.id == "b"]');
    expect(eqlWitnesses(keys, catalogue)).toEqual([]);
  });
});
