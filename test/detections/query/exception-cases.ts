import type { ExceptionEntry, ExceptionItem, ValueList } from '../../../src/model/exception-list.js';
import type { JsonObject } from '../../../src/values/json.js';
import { ago } from '../detection-case.js';
import type { DetectionCase } from '../detection-case.js';

const TYPES = 'exceptions/operators_data_types';
const IP = `${TYPES}/ips/basic_license_essentials_tier/ip.ts`;
const ARRAY = `${TYPES}/keyword/basic_license_essentials_tier/keyword_array.ts`;

const items = (...entries: readonly ExceptionEntry[]): readonly ExceptionItem[] => [{ name: 'x', entries }];
type Operator = 'included' | 'excluded';
const inList = (field: string, type: string, operator: Operator = 'included', id = 'l'): ExceptionEntry => ({
  field,
  operator,
  type: 'list',
  list: { id, type },
});
const match = (field: string, value: string, operator: Operator = 'included'): ExceptionEntry => ({
  field,
  operator,
  type: 'match',
  value,
});
const wildcard = (field: string, value: string, operator: Operator = 'included'): ExceptionEntry => ({
  field,
  operator,
  type: 'wildcard',
  value,
});
const list = (type: string, values: readonly string[], id = 'l'): ValueList => ({ id, type, values });
const ADDRESSES: readonly JsonObject[] = [1, 2, 3, 4].map((last) => ({
  '@timestamp': ago(10 - last),
  source: { ip: `192.0.2.${last}` },
}));
const WORDS: readonly JsonObject[] = [[], ['red one', 'two'], ['five', null, 'six'], ['ten', 'two more']].map(
  (tags, at) => ({ '@timestamp': ago(5 - at), tags }),
);
const WINDOW = { from: 'now-20m' };

/** What Kibana's own integration tests of exceptions state, operator by operator. */
export const EXCEPTION_CASES: readonly DetectionCase[] = [
  { name: 'exceptions: "is not" keeps the one value alone', source: IP, rule: WINDOW, events: ADDRESSES, exceptions: items(match('source.ip', '192.0.2.2', 'excluded')), expect: { ids: ['d2'] } },
  { name: 'exceptions: "is not" two things at once keeps either', source: IP, rule: WINDOW, events: ADDRESSES, exceptions: items(match('source.ip', '192.0.2.1', 'excluded'), match('source.ip', '192.0.2.2', 'excluded')), expect: { ids: ['d1', 'd2'] } },
  { name: 'exceptions: "is not one of" what is not there keeps nothing', source: IP, rule: WINDOW, events: ADDRESSES, exceptions: items({ field: 'source.ip', operator: 'excluded', type: 'match_any', value: ['198.51.100.1', '198.51.100.2'] }), expect: { count: 0 } },
  { name: 'exceptions: "exists" keeps what lacks the field', source: IP, events: [...WORDS], exceptions: items({ field: 'tags', operator: 'included', type: 'exists' }), expect: { ids: ['d1'] } },
  { name: 'exceptions: "does not exist" keeps what has the field', source: IP, events: WORDS, exceptions: items({ field: 'tags', operator: 'excluded', type: 'exists' }), expect: { ids: ['d2', 'd3', 'd4'] } },
  { name: 'value lists: a network that starts in its middle', source: IP, rule: WINDOW, events: ADDRESSES, exceptions: items(inList('source.ip', 'ip_range')), valueLists: [list('ip_range', ['192.0.2.1/30'])], expect: { ids: ['d4'] } },
  { name: 'value lists: networks and ranges together', source: IP, rule: WINDOW, events: ADDRESSES, exceptions: items(inList('source.ip', 'ip_range')), valueLists: [list('ip_range', ['192.0.2.1/32', '192.0.2.2-192.0.2.3'])], expect: { ids: ['d4'] } },
  { name: 'value lists: "is not in list" of a range', source: IP, rule: WINDOW, events: ADDRESSES, exceptions: items(inList('source.ip', 'ip_range', 'excluded')), valueLists: [list('ip_range', ['192.0.2.1-192.0.2.3'])], expect: { ids: ['d1', 'd2', 'd3'] } },
  { name: 'value lists: "is not in list" of addresses', source: IP, rule: WINDOW, events: ADDRESSES, exceptions: items(inList('source.ip', 'ip', 'excluded')), valueLists: [list('ip', ['192.0.2.1', '192.0.2.3'])], expect: { ids: ['d1', 'd3'] } },
  { name: 'exceptions: one value of several is enough', source: ARRAY, events: WORDS, exceptions: items(match('tags', 'six')), expect: { ids: ['d1', 'd2', 'd4'] } },
  { name: 'exceptions: two values of one document hold together', source: ARRAY, events: WORDS, exceptions: items(match('tags', 'red one'), match('tags', 'two')), expect: { ids: ['d1', 'd3', 'd4'] } },
  { name: 'exceptions: values of two documents hold never together', source: ARRAY, events: WORDS, exceptions: items(match('tags', 'red one'), match('tags', 'five')), expect: { ids: ['d1', 'd2', 'd3', 'd4'] } },
  { name: 'exceptions: a wildcard that one value of several has', source: ARRAY, events: WORDS, exceptions: items(wildcard('tags', 'two*')), expect: { ids: ['d1', 'd3'] } },
  { name: 'exceptions: "does not match wildcard" keeps what has such a value', source: ARRAY, events: WORDS, exceptions: items(wildcard('tags', 't?o*', 'excluded')), expect: { ids: ['d2', 'd4'] } },
  { name: 'value lists: one value of several is enough, an empty list is in none', source: ARRAY, events: WORDS, exceptions: items(inList('tags', 'keyword')), valueLists: [list('keyword', ['red one', 'six', 'ten'])], expect: { ids: ['d1'] } },
  { name: 'value lists: two lists at once must both have a value', source: ARRAY, events: WORDS, exceptions: items(inList('tags', 'keyword', 'included', 'a'), inList('tags', 'keyword', 'included', 'b')), valueLists: [list('keyword', ['red one'], 'a'), list('keyword', ['two'], 'b')], expect: { ids: ['d1', 'd3', 'd4'] } },
  { name: 'value lists: "is not in list" keeps what has a value of the list', source: ARRAY, events: WORDS, exceptions: items(inList('tags', 'keyword', 'excluded')), valueLists: [list('keyword', ['red one', 'five'])], expect: { ids: ['d2', 'd3'] } },
  { name: 'exceptions: a phrase within a text', source: `${TYPES}/text/basic_license_essentials_tier/text.ts`, events: [{ '@timestamp': ago(2), message: 'Word one of many' }, { '@timestamp': ago(1), message: 'one word' }], exceptions: items(match('message', 'word one')), expect: { ids: ['d2'] } },
  { name: 'exceptions: a number as a text', source: `${TYPES}/long/basic_license_essentials_tier/long.ts`, events: [{ '@timestamp': ago(2), process: { pid: 1 } }, { '@timestamp': ago(1), process: { pid: 2 } }], exceptions: items({ field: 'process.pid', operator: 'included', type: 'match_any', value: ['1', '3'] }), expect: { ids: ['d2'] } },
  { name: 'exceptions: a fraction as a text', source: `${TYPES}/float/basic_license_essentials_tier/float.ts`, events: [{ '@timestamp': ago(2), event: { risk_score: 1.5 } }, { '@timestamp': ago(1), event: { risk_score: 1.25 } }], exceptions: items(match('event.risk_score', '1.5')), expect: { ids: ['d2'] } },
  { name: 'exceptions: a date in another form of the same instant', source: `${TYPES}/date_types/basic_license_essentials_tier/date.ts`, events: [{ '@timestamp': ago(2), event: { ingested: '2026-05-01T10:00:00.000Z' } }, { '@timestamp': ago(1), event: { ingested: '2026-05-01T10:00:01.000Z' } }], exceptions: items(match('event.ingested', '2026-05-01T12:00:00+02:00')), expect: { ids: ['d2'] } },
]; // prettier-ignore
