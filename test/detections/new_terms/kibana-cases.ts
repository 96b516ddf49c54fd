import type { JsonObject } from '../../../src/values/json.js';
import { ago } from '../detection-case.js';
import type { DetectionCase } from '../detection-case.js';

const TEST = 'rule_execution_logic/new_terms/trial_license_complete_tier/new_terms.ts';
const TERMS = 'kibana.alert.new_terms';
const DAY = 24 * 60;

const at = (minutes: number, fields: JsonObject): JsonObject => ({ '@timestamp': ago(minutes), ...fields });
const user = (name: string, more: JsonObject): JsonObject => ({ user: { name, ...more } });
const names = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${100 + index}`);
const hostsAndTags = (hosts: readonly string[], tags: readonly string[]): JsonObject => ({
  host: { name: hosts },
  tags,
});
const PAIR = { new_terms_fields: ['host.name', 'tags'] };

/** What Kibana's own integration tests of new terms rules state. */
export const KIBANA_CASES: readonly DetectionCase[] = [
  { name: 'a combination with a number', source: TEST, rule: { new_terms_fields: ['user.name', 'process.pid'] }, events: [at(1, { ...user('ann', {}), process: { pid: 1 } }), at(DAY, { ...user('ann', {}), process: { pid: 0 } }), at(DAY, { ...user('ben', {}), process: { pid: 1 } })], expect: { fields: [{ [TERMS]: ['ann', 1] }] } },
  { name: 'a combination with a truth value', source: TEST, rule: { new_terms_fields: ['user.name', 'user.enabled'] }, events: [at(1, user('ann', { enabled: false })), at(DAY, user('ann', { enabled: true })), at(DAY, user('ben', { enabled: false }))], expect: { fields: [{ [TERMS]: ['ann', false] }] } },
  { name: 'each new combination of two lists, those that the history has apart', source: TEST, rule: PAIR, events: [at(DAY, hostsAndTags(['a'], ['x', 'y'])), at(2 * DAY, hostsAndTags(['a'], ['x'])), at(1, hostsAndTags(['a', 'b'], ['m', 'y', 'n']))], expect: { fields: [{ [TERMS]: ['a', 'm'] }, { [TERMS]: ['a', 'n'] }, { [TERMS]: ['b', 'm'] }, { [TERMS]: ['b', 'n'] }, { [TERMS]: ['b', 'y'] }] } },
  { name: 'null is no value of a single field', source: TEST, rule: { new_terms_fields: ['tags'] }, events: [at(1, { tags: null })], expect: { count: 0 } },
  { name: 'null is no value of one of several fields', source: TEST, rule: PAIR, events: [at(1, { host: { name: 'a' }, tags: null })], expect: { count: 0 } },
  { name: 'twenty values of a document raise twenty alerts', source: TEST, rule: { new_terms_fields: ['tags'] }, events: [at(1, { tags: names('t', 20) })], expect: { count: 20 } },
  { name: 'more combinations than max_signals are cut', source: TEST, rule: PAIR, events: [at(1, hostsAndTags(names('h', 10), names('t', 20)))], expect: { count: 100, warnings: ['maximum alert limit'] } },
  { name: 'ten new combinations among a hundred known ones are found', source: TEST, rule: PAIR, events: [at(DAY, hostsAndTags(names('h', 100), ['x'])), at(1, hostsAndTags([...names('h', 100), ...names('new', 10)], ['x']))], expect: { count: 10 } },
  { name: 'combinations of longer lists in the history are known', source: TEST, rule: PAIR, events: [at(DAY, hostsAndTags(['a', 'b'], names('t', 200))), at(1, hostsAndTags(['a'], names('t', 100))), at(2, hostsAndTags(['b'], ['t-201']))], expect: { count: 0 } },
  { name: 'three fields with a combination beyond the first page', source: TEST, rule: { new_terms_fields: ['host.name', 'tags', 'user.name'] }, events: [at(DAY, { ...hostsAndTags(names('h', 40), names('t', 60)), ...user('u-1', {}), file: { name: 'f' } }), at(1, { ...hostsAndTags(names('h', 40), names('t', 60)), ...user('u-1', {}) }), at(2, { ...hostsAndTags(['h-120'], ['z']), ...user('u-2', {}) })], expect: { fields: [{ [TERMS]: ['h-120', 'z', 'u-2'] }] } },
  { name: 'the query may name fields by a pattern', source: TEST, rule: { ...PAIR, query: 'host.n*: a' }, events: [at(DAY, hostsAndTags(['a'], ['x'])), at(DAY, hostsAndTags(['b'], ['y'])), at(1, hostsAndTags(['a'], ['y'])), at(1, hostsAndTags(['b'], ['x']))], expect: { fields: [{ [TERMS]: ['a', 'y'] }] } },
]; // prettier-ignore
