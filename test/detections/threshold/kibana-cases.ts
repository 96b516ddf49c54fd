import type { JsonObject } from '../../../src/values/json.js';
import { ago } from '../detection-case.js';
import type { DetectionCase } from '../detection-case.js';

const TEST = 'rule_execution_logic/threshold/trial_license_complete_tier/threshold.ts';
const SUPPRESSION = 'rule_execution_logic/threshold/trial_license_complete_tier/threshold_alert_suppression.ts';

const on = (name: string, minutes: number, more: JsonObject = {}): JsonObject => ({
  '@timestamp': ago(minutes),
  host: { name },
  ...more,
});
const times = (count: number, event: JsonObject): readonly JsonObject[] => Array.from({ length: count }, () => event);
const suppress = (value: number, unit: string, fields: readonly string[], most: number): JsonObject => ({
  threshold: { field: fields, value: most },
  alert_suppression: { duration: { value, unit } },
  from: 'now-35m',
  interval: '30m',
});
const DOCS = 'kibana.alert.suppression.docs_count';
const START = 'kibana.alert.suppression.start';
const END = 'kibana.alert.suppression.end';
const TERMS = 'kibana.alert.suppression.terms';
const process = (name: string, pid = 1): JsonObject => ({ process: { name, pid } });

/** What Kibana's own integration tests of threshold rules state. */
export const KIBANA_CASES: readonly DetectionCase[] = [
  { name: 'an event field that groups is an original one, too', source: TEST, rule: { threshold: { field: ['host.name', 'event.action'], value: 2 } }, events: times(2, on('a', 1, { event: { action: 'x' } })), expect: { fields: [{ 'host.name': 'a', 'event.action': 'x', 'kibana.alert.original_event.action': 'x', 'event.kind': 'signal' }] } },
  { name: 'the query may name fields by a pattern', source: TEST, rule: { query: 'host.na*: a' }, events: [...times(2, on('a', 1)), ...times(2, on('b', 1))], expect: { count: 1 } },
  { name: 'one field that is frequent enough is not when the others differ', source: TEST, rule: { threshold: { field: ['host.name', 'process.name'], value: 3 } }, events: [on('a', 1, process('p')), on('a', 2, process('q')), on('a', 3, process('r'))], expect: { count: 0 } },
  { name: 'a suppression shorter than the interval makes an alert in each run', source: SUPPRESSION, rule: suppress(20, 'm', ['host.name'], 2), events: [...times(3, on('a', 15)), ...times(2, on('a', -15))], runs: [0, 30], expect: [{ count: 1, fields: [{ [START]: ago(15), [END]: ago(15), [DOCS]: 0 }] }, { count: 1, updated: [], fields: [{ '@timestamp': ago(-30), [START]: ago(-15), [END]: ago(-15), [DOCS]: 0 }] }] },
  { name: 'a suppression over three runs: last_detected moves, times of the alert do not', source: SUPPRESSION, rule: suppress(2, 'h', ['host.name'], 1), events: [...times(3, on('a', 15)), ...times(2, on('a', -15)), on('a', -45)], runs: [0, 30, 60], expect: [{ count: 1 }, { count: 0, updated: [{ [DOCS]: 1, [END]: ago(-15) }] }, { count: 0, updated: [{ '@timestamp': ago(0), 'kibana.alert.last_detected': ago(-60), 'kibana.alert.original_time': ago(15), [START]: ago(15), [END]: ago(-45), [DOCS]: 2 }] }] },
  { name: 'what was suppressed is history, too: a third run does not count it again', source: SUPPRESSION, rule: { ...suppress(2, 'h', ['host.name'], 2), from: 'now-60m' }, events: [...times(3, on('a', 15)), ...times(2, on('a', -15))], runs: [0, 30, 60], expect: [{ count: 1 }, { count: 0, updated: [{ 'kibana.alert.last_detected': ago(-30), [END]: ago(-15), [DOCS]: 1 }] }, { count: 0, updated: [] }] },
  { name: 'groups of several fields are suppressed each with its own', source: SUPPRESSION, rule: suppress(2, 'h', ['host.name', 'process.name'], 2), events: [...times(2, on('a', 15, process('p'))), ...times(2, on('a', 15, process('q'))), on('b', 15, process('p')), ...times(3, on('a', -15, process('p')))], runs: [0, 30], expect: [{ fields: [{ [TERMS]: [{ field: 'host.name', value: 'a' }, { field: 'process.name', value: 'p' }] }, { [TERMS]: [{ field: 'host.name', value: 'a' }, { field: 'process.name', value: 'q' }] }] }, { count: 0, updated: [{ 'process.name': 'p', [DOCS]: 1 }] }] },
  { name: 'groups of a keyword and a number are suppressed', source: SUPPRESSION, rule: suppress(2, 'h', ['host.name', 'process.pid'], 2), events: [...times(2, on('a', 15, process('p', 100))), ...times(2, on('a', -15, process('p', 100)))], runs: [0, 30], expect: [{ fields: [{ [TERMS]: [{ field: 'host.name', value: 'a' }, { field: 'process.pid', value: 100 }] }] }, { count: 0, updated: [{ [DOCS]: 1 }] }] },
  { name: 'suppression goes by the override of the timestamp', source: SUPPRESSION, rule: { ...suppress(300, 'm', ['host.name'], 1), timestamp_override: 'event.ingested' }, events: [on('a', 15), on('a', 180, { event: { ingested: ago(-10) } })], runs: [0, 30], expect: [{ count: 1 }, { count: 0, updated: [{ 'kibana.alert.original_time': ago(15), [START]: ago(15), [END]: ago(-10), [DOCS]: 1 }] }] },
  { name: 'as many alerts as max_signals are made, and changed', source: SUPPRESSION, rule: { ...suppress(300, 'm', ['host.name'], 1), max_signals: 12 }, events: Array.from({ length: 12 }, (_, index) => [on(`h${index}`, 15), on(`h${index}`, -10)]).flat(), runs: [0, 30], expect: [{ count: 12 }, { count: 0, updated: Array.from({ length: 12 }, () => ({ [DOCS]: 1 })) }] },
]; // prettier-ignore
