import type { JsonObject } from '../../../src/values/json.js';
import { ago } from '../detection-case.js';
import type { DetectionCase } from '../detection-case.js';

const TEST = 'rule_execution_logic/indicator_match/trial_license_complete_tier/indicator_match.ts';
const ENRICHMENTS = 'threat.enrichments';

const at = (minutes: number, fields: JsonObject): JsonObject => ({ '@timestamp': ago(minutes), ...fields });
const known = (id: string, fields: JsonObject): JsonObject => ({ _id: id, _index: 'indicators-a', ...at(1, fields) });
const entry = (field: string, more: JsonObject = {}): JsonObject => ({ field, value: field, type: 'mapping', ...more });
const groups = (...entries: readonly (readonly JsonObject[])[]): JsonObject => ({
  threat_index: ['indicators-*'],
  threat_mapping: entries.map((group) => ({ entries: group })),
});
const matched = (field: string, atomic: string, id: string): JsonObject => ({
  matched: { atomic, field, id, index: 'indicators-a', type: 'indicator_match_rule' },
});
const who = (name: string, host?: string, more: JsonObject = {}): JsonObject => ({
  user: { name },
  ...(host === undefined ? {} : { host: { name: host } }),
  ...more,
});
const NOT = { negate: true };
const from = (ip: string): JsonObject => ({ source: { ip } });

/** What Kibana's own integration tests of indicator match rules state. */
export const KIBANA_CASES: readonly DetectionCase[] = [
  { name: 'an indicator without an object of its own enriches with what matched alone', source: TEST, rule: groups([entry('user.name')]), events: [at(1, who('ann')), known('t1', who('ann'))], expect: { fields: [{ [ENRICHMENTS]: [matched('user.name', 'ann', 't1')] }] } },
  { name: 'the same entry twice is one', source: TEST, rule: groups([entry('user.name'), entry('user.name')]), events: [at(1, who('ann')), known('t1', who('ann'))], expect: { fields: [{ [ENRICHMENTS]: [matched('user.name', 'ann', 't1')] }] } },
  { name: 'an indicator that holds in a part of a group is no enrichment', source: TEST, rule: groups([entry('user.name'), entry('host.name')]), events: [at(2, who('ann', 'h')), at(1, who('ben', 'h')), known('t1', who('ann', 'h')), known('t2', who('ben', 'h'))], expect: { ids: ['d2', 'd1'], fields: [{ [ENRICHMENTS]: [matched('user.name', 'ben', 't2'), matched('host.name', 'h', 't2')] }, { [ENRICHMENTS]: [matched('user.name', 'ann', 't1'), matched('host.name', 'h', 't1')] }] } },
  { name: 'a field that no indicator has matches nothing, alone or with another', source: TEST, rule: groups([entry('user.name'), { field: 'host.name', value: 'made.up', type: 'mapping' }]), events: [at(1, who('ann', 'h')), known('t1', who('ann', 'h'))], expect: { count: 0 } },
  { name: 'queries of both sides may name fields by a pattern', source: TEST, rule: { ...groups([entry('user.name')]), query: 'user.na*: ann', threat_query: 'user.na*: *' }, events: [at(2, who('ann')), at(1, who('ben')), known('t1', who('ann')), known('t2', who('ben'))], expect: { ids: ['d1'] } },
  { name: 'DOES NOT MATCH twice: both fields must differ', source: TEST, rule: groups([entry('user.name'), entry('host.name', NOT), entry('source.ip', NOT)]), events: [at(2, who('ann', 'a', from('10.0.0.2'))), at(1, who('ann', 'h', from('10.0.0.2'))), known('t1', who('ann', 'h', from('10.0.0.1')))], expect: { ids: ['d1'] } },
  { name: 'DOES NOT MATCH in one group or another', source: TEST, rule: groups([entry('user.name'), entry('host.name', NOT)], [entry('process.name'), entry('source.ip', NOT)]), events: [at(3, who('ann', 'a', { process: { name: 'p' }, ...from('10.0.0.2') })), at(2, who('ann', 'h', { process: { name: 'p' }, ...from('10.0.0.100') })), at(1, who('ben', 'h', { process: { name: 'p' }, ...from('10.0.0.1') })), known('t1', who('ann', 'h', { process: { name: 'q' }, ...from('10.0.0.2') })), known('t2', who('ben', 'h', { process: { name: 'p' }, ...from('10.0.0.1') }))], expect: { ids: ['d2', 'd1'] } },
  { name: 'events go by the override of the timestamp, or by @timestamp without it', source: TEST, rule: { ...groups([entry('user.name')]), timestamp_override: 'event.ingested' }, events: [at(90, { ...who('ann'), event: { ingested: ago(2) } }), at(1, who('ann')), at(90, who('ann')), known('t1', who('ann'))], expect: { count: 2 } },
]; // prettier-ignore
