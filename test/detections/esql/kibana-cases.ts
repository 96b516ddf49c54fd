import type { JsonObject } from '../../../src/values/json.js';
import { ago } from '../detection-case.js';
import type { DetectionCase } from '../detection-case.js';

const TEST = 'rule_execution_logic/esql/trial_license_complete_tier/esql.ts';
const SUPPRESSION = 'rule_execution_logic/esql/trial_license_complete_tier/esql_suppression.ts';

const at = (minutes: number, fields: JsonObject): JsonObject => ({ '@timestamp': ago(minutes), ...fields });
const users = (name: string | readonly string[], more: JsonObject = {}): JsonObject => ({ user: { name }, ...more });
const names = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${100 + index}`);
const query = (text: string): JsonObject => ({ query: text, language: 'esql' });
const FROM = 'FROM logs-* METADATA _id, _index';
const LATE = { from: 'now-20m' };
const CUT = ['maximum alert limit'];
const group = (field: string, more: JsonObject = {}): JsonObject => ({
  from: 'now-35m',
  interval: '30m',
  alert_suppression: { group_by: [field], duration: { value: 60, unit: 'm' }, ...more },
});
const DOCS = 'kibana.alert.suppression.docs_count';
const START = 'kibana.alert.suppression.start';
const END = 'kibana.alert.suppression.end';
const TERMS = 'kibana.alert.suppression.terms';

/** What Kibana's own integration tests of ES|QL rules state. */
export const KIBANA_CASES: readonly DetectionCase[] = [
  { name: 'expanded values that are renamed raise an alert each', source: `${TEST}; rule_types/esql/utils/get_mv_expand_usage.ts`, rule: query(`${FROM} | MV_EXPAND user.name | RENAME user.name AS who | SORT who`), events: [at(1, users('c')), at(2, users(['a', 'b']))], expect: { fields: [{ who: 'a' }, { who: 'b' }, { who: 'c' }] } },
  { name: 'expanded values that are dropped are rows of one document, and one alert', source: TEST, rule: query(`${FROM} | MV_EXPAND user.name | DROP user.name`), events: [at(1, users('c')), at(2, users(['a', 'b']))], expect: { count: 2 } },
  { name: 'each combination of two expanded fields raises an alert', source: TEST, rule: query(`${FROM} | MV_EXPAND user.name | MV_EXPAND tags`), events: [at(1, users('c')), at(1, users('c', { tags: ['x', 'y'] })), at(1, users(['a', 'b'], { tags: ['v', 'w'] }))], expect: { count: 7 } },
  { name: 'overlapping runs do not repeat expanded values that are renamed', source: TEST, rule: { ...LATE, ...query(`${FROM} | MV_EXPAND user.name | RENAME user.name AS who`) }, events: [at(1, users(['a', 'b']))], runs: [0, 5], expect: [{ count: 2 }, { count: 0 }] },
  { name: 'overlapping runs do not repeat expanded values that are dropped', source: TEST, rule: { ...LATE, ...query(`${FROM} | MV_EXPAND user.name | DROP user.name`) }, events: [at(1, users(['a', 'b']))], runs: [0, 5], expect: [{ count: 1 }, { count: 0 }] },
  { name: 'the next run goes on with the expanded values that max_signals left', source: TEST, rule: { ...LATE, max_signals: 10, ...query(`${FROM} | MV_EXPAND user.name | SORT user.name`) }, events: [at(1, users(names('a', 8))), at(1, users(names('b', 4)))], runs: [0, 5], expect: [{ count: 10, warnings: CUT }, { count: 2 }] },
  { name: 'the next run goes on with the documents that max_signals left', source: TEST, rule: { ...LATE, max_signals: 10, ...query(`${FROM} | SORT user.name`) }, events: names('a', 20).map((name) => at(1, users(name))), runs: [0, 5], expect: [{ count: 10, warnings: CUT }, { count: 10 }] },
  { name: 'documents with one id in two indices are two', source: TEST, rule: query(`FROM logs-a, logs-b METADATA _id, _index | SORT @timestamp`), events: [at(3, { ...users('a'), _id: 'same' }), at(2, { ...users('b'), _id: 'same', _index: 'logs-b' })], expect: { ids: ['same', 'same'], fields: [{ 'user.name': 'a' }, { 'user.name': 'b' }] } },
  { name: 'a count of nothing is a row, and an alert', source: TEST, rule: query('FROM logs-* | STATS total = COUNT(user.name)'), events: [], expect: { fields: [{ total: 0 }] } },
  { name: 'the window goes by the override of the timestamp, or by @timestamp without it', source: TEST, rule: { timestamp_override: 'event.ingested', ...query(`${FROM} | SORT user.name`) }, events: [at(-90, users('a', { event: { ingested: ago(1) } })), at(-90, users('b', { event: { ingested: ago(-90) } })), at(1, users('c'))], expect: { fields: [{ 'user.name': 'a' }, { 'user.name': 'c' }] } },
  { name: 'without fallback the window goes by the override alone', source: TEST, rule: { timestamp_override: 'event.ingested', timestamp_override_fallback_disabled: true, ...query(FROM) }, events: [at(-90, users('a', { event: { ingested: ago(1) } })), at(-90, users('b', { event: { ingested: ago(-90) } })), at(1, users('c'))], expect: { fields: [{ 'user.name': 'a' }] } },
  { name: 'columns of multi-fields are fields of the alert where ECS has nothing against it', source: TEST, rule: query(FROM), events: [at(1, { agent: { name: 'n' }, own: { name: 'o' } })], expect: { fields: [{ 'agent.name': 'n', 'agent.name.keyword': undefined, 'own.name': 'o', 'own.name.keyword': 'o' }] } },
  { name: 'suppression: documents counted before are not counted again while new ones are', source: SUPPRESSION, rule: { ...group('host.name', { missing_fields_strategy: 'suppress' }), from: 'now-1h', ...query(`${FROM} | SORT _id`) }, events: [15, 15, -10, -10, -10].map((minutes) => at(minutes, { host: { name: 'a' } })), runs: [0, 30], expect: [{ count: 1, fields: [{ [DOCS]: 1, [END]: ago(15) }] }, { count: 0, updated: [{ 'kibana.alert.original_time': ago(15), [START]: ago(15), [END]: ago(-10), [DOCS]: 4 }] }] },
  { name: 'suppression: missing is a value over runs, too', source: SUPPRESSION, rule: { ...group('host.name'), ...query(`${FROM} | SORT host.name NULLS LAST, @timestamp`) }, events: [at(16, { host: { name: 'a' } }), at(15, { host: { name: 'a' } }), at(16, users('x')), at(15, users('y')), at(-10, { host: { name: 'a' } }), at(-10, users('z'))], runs: [0, 30], expect: [{ fields: [{ [TERMS]: [{ field: 'host.name', value: 'a' }], [DOCS]: 1 }, { [TERMS]: [{ field: 'host.name', value: null }], [DOCS]: 1 }] }, { count: 0, updated: [{ [DOCS]: 2, [END]: ago(-10) }, { [DOCS]: 2, [END]: ago(-10) }] }] },
  { name: 'suppression: aggregated rows have the time of the run', source: SUPPRESSION, rule: { ...group('host.name'), ...query('FROM logs-* | STATS total = COUNT(*) BY host.name') }, events: [at(15, { host: { name: 'a' } }), at(15, { host: { name: 'a' } }), at(-10, { host: { name: 'a' } })], runs: [0, 30], expect: [{ count: 1, fields: [{ 'kibana.alert.original_time': undefined, [START]: ago(0), [DOCS]: 0 }] }, { count: 0, updated: [{ [START]: ago(0), [END]: ago(-30), [DOCS]: 1 }] }] },
  { name: 'suppression: late documents go by the override of the timestamp', source: SUPPRESSION, rule: { ...group('host.name'), timestamp_override: 'event.ingested', ...query(FROM) }, events: [at(15, { host: { name: 'a' } }), at(180, { host: { name: 'a' }, event: { ingested: ago(-10) } })], runs: [0, 30], expect: [{ count: 1 }, { count: 0, updated: [{ 'kibana.alert.original_time': ago(15), [START]: ago(15), [END]: ago(-10), [DOCS]: 1 }] }] },
]; // prettier-ignore
