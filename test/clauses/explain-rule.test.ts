import { describe, expect, it } from 'vitest';
import { explainRule } from '../../src/clauses/explain-rule.js';
import { explanationLines, whyLines } from '../../src/clauses/explanation-lines.js';
import type { ExplainOptions } from '../../src/clauses/scene.js';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import type { Rule, RuleBase } from '../../src/model/rule.js';
import type { JsonObject } from '../../src/values/json.js';
import { printJson } from '../../src/values/json.js';

const NOW = new Date('2026-01-01T12:00:00Z');

const base: RuleBase = {
  ruleId: 'c3f2a1de-58cb-4a3c-9a86-7f7f36c1f3ab',
  name: 'A rule',
  description: 'A rule.',
  author: [],
  severity: 'low',
  riskScore: 21,
  metadata: { creationDate: '2026/01/01', updatedDate: '2026/01/01', maturity: 'production', integration: [], raw: {} },
};

const query = (text: string, rest: Partial<Rule> = {}): Rule =>
  ({ ...base, type: 'query', language: 'kuery', index: ['logs-*'], query: text, ...rest }) as Rule;

const MAPPINGS: JsonObject = {
  dynamic_templates: [{ text: { match_mapping_type: 'string', mapping: { type: 'keyword' } } }],
  properties: {
    '@timestamp': { type: 'date' },
    message: { type: 'text' },
    people: { type: 'nested' },
    host: { properties: { ip: { type: 'ip' } } },
    raw: { type: 'object', enabled: false },
  },
};

const TIME = { '@timestamp': '2026-01-01T11:59:00Z' };

interface Placed {
  readonly [id: string]: JsonObject;
}

async function explain(
  rule: Rule,
  documents: Placed,
  options: Partial<ExplainOptions> = {},
  others: { readonly [index: string]: Placed } = {},
): Promise<Readonly<Record<string, readonly string[]>>> {
  const cluster = new EmbeddedCluster({ clock: () => NOW });
  for (const [index, each] of Object.entries({ 'logs-a': documents, ...others })) {
    await cluster.createIndex(index, { mappings: MAPPINGS });
    const bulk = Object.entries(each).map(([id, document]) => ({
      _index: index,
      _id: id,
      source: printJson({ ...TIME, ...document }),
    }));
    const { items } = await cluster.bulk(bulk);
    expect(items.filter(({ error }) => error !== undefined)).toEqual([]);
  }
  const { explanations } = await explainRule(rule, cluster, { now: NOW, ...options });
  return Object.fromEntries(
    explanations.map((explanation) => {
      const [first = '', ...rest] = explanationLines(explanation);
      return [
        explanation.document.id,
        [first.slice(explanation.document.id.length + 2), ...rest.map((line) => line.trim())],
      ];
    }),
  );
}

const FIRED = ['it fired, all clauses are true'];

describe('why a query rule stays silent', () => {
  it('names the first clause that is false, with the real value and its type', async () => {
    const rule = query('process.name: aws and process.pid >= 5 and not user.name: (root or admin)');
    const said = await explain(rule, {
      fires: { process: { name: 'aws', pid: 5 } },
      exe: { process: { name: 'aws.exe', pid: 5 } },
      few: { process: { name: 'aws', pid: 4 } },
      both: { process: { name: 'zsh', pid: 4 } },
      root: { process: { name: 'aws', pid: 9 }, user: { name: 'root' } },
      many: { process: { name: ['sh', 'zsh'], pid: 9 } },
      none: { process: { pid: 9, executable: 'aws' } },
    });
    expect(said).toEqual({
      fires: FIRED,
      exe: ['`process.name` is `aws.exe` (keyword), wanted `aws`. It has an extension: does the rule mean `aws.exe`?'],
      few: ['`process.pid` is `4` (long), wanted `>= 5`.'],
      both: ['`process.name` is `zsh` (keyword), wanted `aws`.'],
      root: ['`user.name` is `root` (keyword), which `not user.name: (root or admin)` excludes.'],
      many: ['`process.name` is `sh`, `zsh` (2 values) (keyword), wanted `aws`.'],
      none: ['`process.name` is missing, wanted `aws`. But `process.executable` has that value: did you mean it?'],
    });
  });

  it('names a list as one clause, and of alternatives the nearest one', async () => {
    const rule = query('process.name: (aws or gcloud) and (user.name: a or (user.name: b and host.name: h))');
    const said = await explain(rule, {
      list: { process: { name: 'AWS' } },
      nearest: { process: { name: 'aws' }, user: { name: 'b' }, host: { name: 'x' } },
      neither: { process: { name: 'aws' }, user: { name: 'c' }, host: { name: 'h' } },
    });
    expect(said['list']).toEqual([
      '`process.name` is `AWS` (keyword), wanted `aws` or `gcloud`. They differ in upper and lower case only.',
    ]);
    expect(said['nearest']?.[0]).toBe('None of its 2 alternatives is true:');
    expect(said['neither']).toEqual([
      'None of its 2 alternatives is true:',
      '- `user.name` is `c` (keyword), wanted `a`.',
      '- `user.name` is `c` (keyword), wanted `b`.',
    ]);
  });

  it('sees white space, analysed text, nested objects and fields that no search finds', async () => {
    expect(await explain(query('process.name: aws'), { space: { process: { name: 'aws ' } } })).toEqual({
      space: ['`process.name` is `aws ` (keyword), wanted `aws`. They differ in white space at an end.'],
    });
    expect(await explain(query('message: "quick fox"'), { text: { message: 'fox, quick' } })).toEqual({
      text: [
        '`message` is `fox, quick` (text), wanted `quick fox`. The field is of type text: it is compared word by word, not as a whole.',
      ],
    });
    const people = [
      { name: 'x', role: 'b' },
      { name: 'y', role: 'a' },
    ];
    expect((await explain(query('people: { name: x and role: a }'), { nested: { people } }))['nested']?.[0]).toBe(
      'No one object satisfies `people: { name: x and role: a }`.',
    );
    expect(await explain(query('raw.name: x'), { raw: { raw: { name: 'x' } } })).toEqual({
      raw: ['`raw.name` is `x` (not mapped: no search finds it), wanted `x`.'],
    });
  });

  it('names filters, the window, exceptions, and an index that the rule does not read', async () => {
    const filters = [
      {
        meta: { negate: false, params: { query: 'success' } },
        query: { match_phrase: { 'event.outcome': 'success' } },
      },
    ];
    const rule = query('process.name: aws', { filters });
    const ok = { process: { name: 'aws' }, event: { outcome: 'success' } };
    const said = await explain(
      rule,
      {
        filter: { ...ok, event: { outcome: 'failure' } },
        old: { ...ok, '@timestamp': '2026-01-01T09:00:00Z' },
        excepted: { ...ok, user: { name: 'ci' } },
      },
      {
        documents: ['filter', 'old', 'excepted']
          .map((id) => ({ index: 'logs-a', id }))
          .concat({ index: 'other', id: 'far' }),
        exceptions: [
          {
            listId: 'l',
            name: 'l',
            items: [
              {
                name: 'our build',
                entries: [{ type: 'match', field: 'user.name', operator: 'included', value: 'ci' }],
              },
            ],
          },
        ],
      },
    );
    expect(said).toEqual({
      filter: ['`event.outcome` is `failure` (keyword), wanted `success`.'],
      old: [
        "`@timestamp` is outside of the run's window.",
        '`@timestamp` is `2026-01-01T09:00:00.000Z` (date); the run looks at 2026-01-01T11:54:00.000Z to 2026-01-01T12:00:00.000Z.',
      ],
      excepted: ['The exception `our build` keeps it out.', '`user.name` is `ci` (keyword).'],
      far: ['The rule does not read its index.', 'It is in `other`; the rule reads `logs-*`.'],
    });
  });

  it('names suppression, max_signals and the alert of an earlier run', async () => {
    const rule = query('process.name: aws', { alertSuppression: { groupBy: ['user.name'] } });
    const user = { process: { name: 'aws' }, user: { name: 'x' } };
    const said = await explain(rule, { first: user, second: user });
    expect(said['first']).toEqual(FIRED);
    expect(said['second']).toEqual([
      'It is suppressed: the alert of its `user.name` stands for it.',
      expect.stringContaining('the alert is that of `first`'),
    ]);
    const few = await explain(query('process.name: aws', { maxSignals: 1 }), { first: user, second: user });
    expect(Object.values(few).flat()).toContain('Max_signals is reached: 1 alerts were created for other documents.');
  });

  it('tells why the rule failed', async () => {
    const documents = [{ index: 'logs-a', id: 'a' }];
    expect((await explain(query('@timestamp > yesterday'), { a: {} }, { documents }))['a']?.[0]).toBe(
      'The rule failed.',
    );
  });

  it('keeps hostile values harmless', async () => {
    const said = await explain(query('process.name: aws'), {
      escape: { process: { name: `\u001b[31m${'x'.repeat(10_000)}` } },
      odd: { __proto__: null, constructor: { name: 'aws' } },
    });
    expect(said['escape']?.[0]).toMatch(/^`process.name` is `␛\[31mx+…` \(keyword\), wanted `aws`\.$/);
    expect(said['odd']?.[0]).toBe(
      '`process.name` is missing, wanted `aws`. But `constructor.name` has that value: did you mean it?',
    );
  });
});

describe('the lines for the failure of a test', () => {
  it('have the clause in its query, by the ids that were asked', async () => {
    const cluster = new EmbeddedCluster({ clock: () => NOW });
    await cluster.createIndex('logs-a', { mappings: MAPPINGS });
    await cluster.bulk([
      { _index: 'logs-a', _id: 'one', source: printJson({ ...TIME, user: { name: 'x' }, process: { name: 'sh' } }) },
    ]);
    const rule = query('user.name: x\n  and process.name: aws');
    const lines = await whyLines(rule, cluster, ['one', 'two'], { now: NOW });
    expect(lines.get('one')?.join('\n')).toBe(
      [
        'one: `process.name` is `sh` (keyword), wanted `aws`.',
        '    1 | user.name: x',
        '  > 2 |   and process.name: aws',
        '      |       ^^^^^^^^^^^^^^^^^',
      ].join('\n'),
    );
    expect(lines.get('two')).toEqual(['two: The rule does not read its index.', '  The rule reads `logs-*`.']);
  });
});

describe('why a rule of another type stays silent', () => {
  it('threshold: the group that is too small, or has too few different values', async () => {
    const threshold = { field: ['host.name'], value: 2, cardinality: [{ field: 'user.name', value: 2 }] };
    const rule = query('*', { type: 'threshold', threshold });
    const said = await explain(rule, {
      a1: { host: { name: 'a' }, user: { name: 'x' } },
      a2: { host: { name: 'a' }, user: { name: 'y' } },
      b1: { host: { name: 'b' }, user: { name: 'x' } },
      c1: { host: { name: 'c' }, user: { name: 'x' } },
      c2: { host: { name: 'c' }, user: { name: 'x' } },
      none: { user: { name: 'x' } },
    });
    expect(said['a1']).toEqual(FIRED);
    expect(said['b1']).toEqual([
      'Its group is smaller than the threshold of 2.',
      'The group whose `host.name` is `b` has 1 document, wanted 2 or more.',
    ]);
    expect(said['c1']?.[1]).toBe(
      'The group whose `host.name` is `c` has 1 different value of `user.name`, wanted 2 or more.',
    );
    expect(said['none']).toEqual(['It lacks `host.name`, by which the rule groups, and is in no group.']);
  });

  it('new terms: the document of the history that has the value', async () => {
    const rule = query('*', {
      type: 'new_terms',
      newTermsFields: ['user.name'],
      historyWindowStart: 'now-7d',
    });
    const said = await explain(rule, {
      before: { '@timestamp': '2025-12-30T00:00:00Z', user: { name: 'x' } },
      known: { user: { name: 'x' } },
      fresh: { user: { name: 'y' } },
      later: { '@timestamp': '2026-01-01T11:59:30Z', user: { name: 'y' } },
      none: {},
    });
    expect(said['fresh']).toEqual(FIRED);
    expect(said['known']).toEqual([
      'Its `user.name` is not new.',
      '`user.name` is `x`: the document `before` had it in the history (since now-7d), at 2025-12-30T00:00:00.000Z.',
    ]);
    expect(said['later']?.[0]).toBe('An earlier document of the window has the same `user.name`, and its alert.');
    expect(said['none']).toEqual(['It lacks `user.name`, whose values are to be new.']);
  });

  it('indicator match: the entry that no indicator satisfies', async () => {
    const rule = query('*', {
      type: 'threat_match',
      threatIndex: ['ti-*'],
      threatQuery: 'kind: ip',
      threatMapping: [
        {
          entries: [
            { field: 'host.name', value: 'ioc.name' },
            { field: 'user.name', value: 'ioc.user' },
          ],
        },
      ],
    });
    const ti = {
      i1: { kind: 'ip', ioc: { name: 'a', user: 'x' } },
      i2: { kind: 'ip', ioc: { name: 'b', user: 'y' } },
      i3: { kind: 'url', ioc: { name: 'c', user: 'z' } },
    };
    const said = await explain(
      rule,
      {
        hit: { host: { name: 'a' }, user: { name: 'x' } },
        other: { host: { name: 'c' }, user: { name: 'z' } },
        crossed: { host: { name: 'a' }, user: { name: 'y' } },
        lacks: { host: { name: 'a' } },
      },
      {},
      { 'ti-1': ti },
    );
    expect(said['hit']).toEqual(FIRED);
    expect(said['other']).toEqual([
      'No indicator matches it.',
      '`host.name` is `c`, and none of 2 indicators has it in `ioc.name`.',
    ]);
    expect(said['crossed']?.[1]).toContain('no one indicator has all of `ioc.name`, `ioc.user`');
    expect(said['lacks']?.[1]).toBe('`user.name` is missing, wanted the `ioc.user` of an indicator.');
  });

  it('machine learning: score, job and kind of the record', async () => {
    const rule = { ...base, type: 'machine_learning', anomalyThreshold: 75, machineLearningJobId: ['rare'] } as Rule;
    const record = {
      job_id: 'rare',
      result_type: 'record',
      is_interim: false,
      record_score: 80,
      timestamp: '2026-01-01T11:58:00Z',
    };
    const said = await explain(
      rule,
      {},
      {},
      {
        '.ml-anomalies-x': {
          fires: record,
          low: { ...record, record_score: 10 },
          other: { ...record, job_id: 'common' },
        },
      },
    );
    expect(said['fires']).toEqual(FIRED);
    expect(said['low']).toEqual([expect.stringContaining('wanted `>= 75`')]);
    expect(said['other']).toEqual([expect.stringContaining('wanted `rare`')]);
  });

  it('EQL events: the clause, and what is neither true nor false', async () => {
    const rule = query('', {
      type: 'eql',
      language: 'eql',
      query: 'process where process.name in ("a", "b") and length(user.name) > 3',
    });
    const said = await explain(rule, {
      fires: { event: { category: 'process' }, process: { name: 'a' }, user: { name: 'root' } },
      file: { event: { category: 'file' }, process: { name: 'a' } },
      name: { event: { category: 'process' }, process: { name: 'c' } },
      short: { event: { category: 'process' }, process: { name: 'a' }, user: { name: 'x' } },
    });
    expect(said).toEqual({
      fires: FIRED,
      file: ['`event.category` is `file` (keyword), wanted `process`.'],
      name: ['`process.name` is `c` (keyword), wanted `a` or `b`.'],
      short: ['`user.name` is `x` (keyword).'],
    });
  });
});
