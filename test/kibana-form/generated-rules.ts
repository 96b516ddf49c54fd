import { RULE_TYPES } from '../../src/schemas/rule-types.js';
import type { JsonObject, JsonValue } from '../../src/values/json.js';
import { pick, seededRandom } from '../seeded-random.js';

const TEXTS = [
  '',
  ' ',
  'plain',
  'two\nlines',
  'ends in a break\n',
  '\n\nstarts with breaks',
  'C:\\Windows\\*.exe',
  'a "quoted" word',
  "it's '''three'''",
  '"""',
  "'",
  '"',
  '\\',
  '\\"""\\',
  'first\n""""',
  'first\n"',
  "first\n\\ and '",
  'first\n\'\'\' and """\n',
  'tab\tand\r\nreturn\r',
  '\u0000\u001f\u007f\u0085\u2028',
  'né 🦊 日本',
  '$osquery_0 $$ ${investigate_0} $env:PATH',
  '## Setup\n\nInstall it.\n\n## Setup\n\nAgain.',
  '## Setup\n\n\n### More\n',
  '!{osquery{"label":"Users","query":"select * from users"}}',
  '!{osquery{"label":"Users","query":"x","extra":1}} !{investigate{"label":"}{","providers":[]}}',
  '!{osquery{',
];

const KEYS = [
  'a',
  '__proto__',
  'constructor',
  'toString',
  'with space',
  'dotted.key',
  '$state',
  'ünï',
  '',
  '1',
  '"',
  '\n',
];

const NUMBERS: readonly (number | bigint)[] = [
  0,
  1,
  -1,
  0.5,
  1e300,
  9_007_199_254_740_993n,
  9_223_372_036_854_775_807n,
  -18_446_744_073_709_551_615n,
];

/** Rules of all types in the form of files, with odd values in known fields and unknown fields of any kind. */
export function* generatedRules(count: number, seed: number): Generator<JsonObject> {
  const random = seededRandom(seed);
  const text = (): string => pick(random, TEXTS);
  const value = (depth: number): JsonValue => {
    const kind = Math.floor(random() * (depth > 3 ? 3 : 6));
    if (kind === 0) return text();
    if (kind === 1) return pick(random, NUMBERS);
    if (kind === 2) return random() < 0.5;
    if (kind === 3) return Array.from({ length: Math.floor(random() * 4) }, () => value(depth + 1));
    if (kind === 4) return Array.from({ length: 1 + Math.floor(random() * 3) }, () => table(depth + 1));
    return table(depth + 1);
  };
  const table = (depth: number): JsonObject =>
    Object.fromEntries(Array.from({ length: Math.floor(random() * 4) }, () => [pick(random, KEYS), value(depth)]));
  const some = (entries: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(entries).filter(() => random() < 0.6));
  for (let made = 0; made < count; made += 1) {
    const type = pick(random, RULE_TYPES);
    const language = type === 'eql' || type === 'esql' ? type : pick(random, ['kuery', 'lucene']);
    const query =
      language === 'kuery'
        ? pick(random, ['user.name: ann', 'process.name: (a or b)\n', ''])
        : 'process where user.name == "ann"';
    yield {
      metadata: { creation_date: '2026/05/01', updated_date: '2026/05/02' },
      rule: {
        rule_id: '5c1f7bb4-6d0e-4b39-9c3c-0c6a4b0f8f11',
        type,
        name: `Rule ${made}`,
        description: text(),
        risk_score: 21,
        severity: 'low',
        ...(type === 'machine_learning'
          ? { anomaly_threshold: 50, machine_learning_job_id: pick<JsonValue>(random, ['job', ['one', 'two']]) }
          : { language, query }),
        ...some({
          author: [text()],
          note: text(),
          setup: text(),
          tags: [text(), 'b', 'a'],
          actions: [
            {
              action_type_id: '.slack',
              id: 'x',
              group: 'default',
              params: { message: text() },
              frequency: { summary: true, notifyWhen: 'onActiveAlert' },
            },
            { action_type_id: '.cases', id: 'y', params: { subAction: text() }, frequency: {} },
          ],
          response_actions: [
            { action_type_id: '.osquery', params: { query: text(), ecs_mapping: { 'host.id': { field: 'id' } } } },
          ],
          exceptions_list: [{ id: 'l', list_id: 'l', type: 'detection', namespace_type: 'single' }],
          filters: [
            {
              $state: { store: 'appState' },
              meta: { negate: true, params: [text()] },
              query: { match_phrase: { 'user.name': text() } },
            },
          ],
          threat: [
            {
              framework: 'MITRE ATT&CK',
              tactic: { id: 'TA0002', name: 'Execution', reference: 'https://attack.mitre.org/tactics/TA0002' },
            },
          ],
          required_fields: [{ ecs: true, name: 'user.name', type: 'keyword' }],
          related_integrations: [],
          threat_query: pick(random, ['', '*:*', 'a:b']),
          new_terms: {
            field: 'new_terms_fields',
            value: ['user.name'],
            history_window_start: [{ field: 'history_window_start', value: 'now-7d' }],
          },
          alert_suppression: { group_by: ['host.id'], duration: { value: 5, unit: 'm' } },
          [pick(random, KEYS)]: value(0),
          [`unknown ${pick(random, KEYS)}`]: value(0),
        }),
      },
      ...(random() < 0.3 ? { transform: { osquery: [{ label: text(), query: text() }] } } : {}),
    };
  }
}
