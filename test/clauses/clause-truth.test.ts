import { describe, expect, it } from 'vitest';
import type { Clause, Truth } from '../../src/clauses/clause.js';
import { clauseTruth } from '../../src/clauses/clause-truth.js';
import { clausesOf } from '../../src/clauses/clauses-of.js';
import type { ConditionSource } from '../../src/clauses/clauses-of.js';
import type { Cluster } from '../../src/engine/cluster.js';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import type { JsonObject } from '../../src/values/json.js';
import { printJson } from '../../src/values/json.js';

/** The list as text: a line for each clause, indented by its depth. */
function outline(source: ConditionSource): string {
  const clauses = clausesOf(source);
  const depth = ({ parent }: Clause): number => (parent === undefined ? 0 : 1 + depth(clauses[parent]!));
  return clauses
    .map(
      (clause) =>
        `${'  '.repeat(depth(clause))}${clause.kind} ${clause.text}${clause.wanted === undefined ? '' : ` → ${clause.wanted}`}`,
    )
    .join('\n');
}

const kql = (query: string, filters: readonly JsonObject[] = []): ConditionSource => ({
  language: 'kuery',
  query,
  filters,
});
const lucene = (query: string): ConditionSource => ({ language: 'lucene', query });
const eql = (query: string): ConditionSource => ({ language: 'eql', query });

describe('the clauses', () => {
  it('of KQL are its comparisons, those of a list one by one', () => {
    expect(outline(kql('process.name: (a or "b c") and not user.id >= 5 and host: { name: x* }'))).toBe(
      [
        'and process.name: (a or "b c") and not user.id >= 5 and host: { name: x* }',
        '  or process.name: (a or "b c")',
        '    test a → a',
        '    test "b c" → b c',
        '  not not user.id >= 5',
        '    test user.id >= 5 → >= 5',
        '  nested host: { name: x* }',
        '    test name: x* → x*',
      ].join('\n'),
    );
  });

  it('know their place in the text and their fields', () => {
    const query = 'a: 1 and b: { c: (2 and not 3) }';
    const clauses = clausesOf(kql(query));
    for (const { range, text } of clauses) expect(query.slice(range!.start, range!.end)).toBe(text);
    expect(clauses[0]!.fields).toEqual(['a', 'b.c']);
  });

  it('of Lucene are those that decide', () => {
    expect(outline(lucene('a:x OR b:y AND NOT c:[1 TO 5}'))).toBe(
      ['and b:y AND NOT c:[1 TO 5}', '  test b:y → y', '  not c:[1 TO 5}', '    test c:[1 TO 5} → >= 1 and < 5'].join(
        '\n',
      ),
    );
    expect(outline(lucene('name:(a b*) _exists_:z'))).toBe(
      ['or a b*) _exists_:z', '  or a b*', '    test a → a', '    test b* → b*', '  test _exists_:z → any value'].join(
        '\n',
      ),
    );
  });

  it('of EQL begin with the category, and sequences have them for each step', () => {
    expect(outline(eql('process where name in ("a", "b") and not x == null and y : ("c*", "d")'))).toBe(
      [
        'and process where name in ("a", "b") and not x == null and y : ("c*", "d")',
        '  test process → process',
        '  or name in ("a", "b")',
        '    test "a" → a',
        '    test "b" → b',
        '  not not x == null',
        '    test x == null → no value',
        '  or y : ("c*", "d")',
        '    test "c*" → c*',
        '    test "d" → d',
      ].join('\n'),
    );
    const steps = clausesOf(
      eql('sequence by k with maxspan=1m [any where a == 1] ![file where true] until [any where z != 2]'),
    );
    expect(steps.map(({ part, text }) => [part, text])).toEqual([
      [{ kind: 'step', at: 1, missing: false }, 'a == 1'],
      [{ kind: 'step', at: 2, missing: true }, 'file'],
      [{ kind: 'until' }, 'z != 2'],
    ]);
  });

  it('of filters are tests, negated where Kibana negates them, and none where disabled', () => {
    const phrase = { match_phrase: { 'event.outcome': 'success' } };
    const filters: JsonObject[] = [
      { meta: { params: { query: 'success' } }, query: phrase },
      { meta: { disabled: true }, query: phrase },
      { meta: { negate: true }, query: { exists: { field: 'user.name' } } },
    ];
    const clauses = clausesOf(kql('', filters));
    expect(clauses.map(({ kind, part, fields, wanted }) => ({ kind, part, fields, wanted }))).toEqual([
      { kind: 'test', part: { kind: 'filter', at: 0 }, fields: ['event.outcome'], wanted: 'success' },
      { kind: 'not', part: { kind: 'filter', at: 2 }, fields: ['user.name'], wanted: undefined },
      { kind: 'test', part: { kind: 'filter', at: 2 }, fields: ['user.name'], wanted: 'any value' },
    ]);
  });

  it('of a query with mistakes are none', () => {
    for (const source of [kql('a: ('), lucene('a:('), eql('process'), eql('any where ('.repeat(100_000))]) {
      expect(clausesOf(source)).toEqual([]);
    }
  });
});

const DOCUMENTS: readonly JsonObject[] = [
  {
    '@timestamp': '2026-01-01T00:00:00Z',
    process: { name: 'cmd.exe', pid: 4 },
    event: { category: 'process' },
    message: 'quick fox',
  },
  {
    '@timestamp': '2026-01-01T00:00:01Z',
    process: { name: ['a', 'b'], pid: 70 },
    event: { category: ['process', 'file'] },
  },
  { '@timestamp': '2026-01-01T00:00:02Z', user: { name: 'root' }, event: { category: 'file' } },
  {
    '@timestamp': '2026-01-01T00:00:03Z',
    people: [
      { name: 'x', role: 'y' },
      { name: 'z', role: 'w' },
    ],
    event: { category: 'iam' },
  },
];

const MAPPINGS: JsonObject = {
  dynamic_templates: [{ text: { match_mapping_type: 'string', mapping: { type: 'keyword' } } }],
  properties: { '@timestamp': { type: 'date' }, message: { type: 'text' }, people: { type: 'nested' } },
};

async function loaded(): Promise<EmbeddedCluster> {
  const cluster = new EmbeddedCluster({ clock: () => new Date('2026-01-01T00:01:00Z') });
  await cluster.createIndex('logs-a', { mappings: MAPPINGS });
  await cluster.createIndex('logs-b', { mappings: MAPPINGS });
  const { errors } = await cluster.bulk(
    DOCUMENTS.map((document, at) => ({
      _index: at % 2 === 0 ? 'logs-a' : 'logs-b',
      _id: `d${at}`,
      source: printJson(document),
    })),
  );
  expect(errors).toBe(false);
  return cluster;
}

/** The engine behind an interface that hides which one it is. */
function hidden(cluster: EmbeddedCluster): Cluster {
  return {
    engine: 'embedded',
    search: (request) => cluster.search(request),
    eql: (request) => cluster.eql(request),
    fieldCaps: (request) => cluster.fieldCaps(request),
  } as Cluster;
}

const SOURCES: readonly ConditionSource[] = [
  kql('process.name: (cmd.exe or b) and not user.name: * and process.pid < 50'),
  kql('message: quick or people: { name: x and role: w } or people: { name: z and role: w }'),
  kql('"quick fox"', [{ meta: { negate: true }, query: { term: { 'event.category': 'file' } } }]),
  kql('process.name: (a and b) or process.name: (not a)'),
  lucene('process.name:cmd* AND NOT process.pid:>50 OR user.name:root'),
  lucene('event.category:(file iam) -user.name:root'),
  eql('process where process.name in ("a", "cmd.exe") and not user.name == "root" and process.pid + 1 > 5'),
  eql('any where ?no.such == "x" or not ?no.such == "x" or length(process.name) > 3'),
];

describe('the truth of clauses', () => {
  it.each(SOURCES)('of $query is that of its parts, and the same through either interface', async (source) => {
    const cluster = await loaded();
    const clauses = clausesOf(source);
    const truth = await clauseTruth(clauses, cluster, ['logs-*']);
    const other = await clauseTruth(clauses, hidden(cluster), ['logs-*']);
    expect(truth.errors.size + other.errors.size).toBe(0);
    expect([...truth.documents].sort(byId)).toEqual([...other.documents].sort(byId));
    for (const [at, { index, id }] of truth.documents.entries()) {
      const place = other.documentAt(index, id)!;
      for (const clause of clauses) {
        expect(other.of(clause.id, place), `${clause.text} of ${id}`).toBe(truth.of(clause.id, at));
        const parts = clause.children.map((child) => truth.of(child, at));
        // Within a nested group each part may have an object of its own.
        if (clause.ask.kind === 'kql' && clause.kind === 'and' && clause.ask.node.kind === 'Nested') continue;
        expect(combines(clause.kind, parts, truth.of(clause.id, at)), `${clause.text} of ${id}`).toBe(true);
      }
    }
  });

  it('knows of EQL what is neither true nor false', async () => {
    const cluster = await loaded();
    const clauses = clausesOf(eql('any where ?no.such > 5 or process.pid == 4'));
    const truth = await clauseTruth(clauses, cluster, ['logs-*'], { filter: { ids: { values: ['d0'] } } });
    expect(truth.documents).toEqual([{ index: 'logs-a', id: 'd0' }]);
    expect(clauses.map(({ id }) => truth.of(id, 0))).toEqual([true, null, true]);
  });

  it('tells what the engine refuses, and keeps the rest', async () => {
    const cluster = await loaded();
    const clauses = clausesOf(kql('process.name: cmd.exe or @timestamp > yesterday'));
    const truth = await clauseTruth(clauses, cluster, ['logs-*']);
    expect([...truth.errors.keys()]).toEqual([0, 2]);
    expect(truth.errors.get(2)).toContain('yesterday');
    expect(truth.of(1, truth.documentAt('logs-a', 'd0')!)).toBe(true);
  });

  it('of no index is that of no document', async () => {
    const truth = await clauseTruth(clausesOf(kql('a: b')), await loaded(), ['other-*']);
    expect(truth.documents).toEqual([]);
    expect(truth.documentAt('logs-a', 'd0')).toBeUndefined();
  });
});

function byId(one: { readonly id: string }, two: { readonly id: string }): number {
  return one.id < two.id ? -1 : 1;
}

function combines(kind: Clause['kind'], parts: readonly Truth[], whole: Truth): boolean {
  switch (kind) {
    case 'test':
      return true;
    case 'and':
      return whole === true ? parts.every((part) => part === true) : parts.some((part) => part !== true);
    case 'or':
      return whole === true ? parts.includes(true) : !parts.includes(true);
    case 'not':
      return whole === (parts[0] === null ? null : parts[0] === false);
    case 'nested':
      return whole !== true || parts[0] === true;
  }
}
