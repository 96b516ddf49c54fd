import type { JsonObject } from '../../../src/values/json.js';
import { CASES as QUERY } from '../query/cases.js';
import { ago } from '../detection-case.js';
import type { DetectionCase } from '../detection-case.js';

const FILTER = 'rule_types/utils/get_filter.ts (savedQueryFilter)';

/** Keys of every rule of the cases. */
export const RULE: JsonObject = { type: 'saved_query', saved_id: 'saved' };

const by = (user: string, minutes: number): JsonObject => ({ '@timestamp': ago(minutes), user: { name: user } });

/** Kibana runs a saved query by the executor of queries (rule_types/query/query.ts): what it does for them, it does here. */
export const CASES: readonly DetectionCase[] = [
  { name: 'runs the copy of the saved query', source: FILTER, rule: { query: 'user.name: ann' }, events: [by('ann', 1), by('ben', 2)], expect: { ids: ['d1'] } },
  { name: 'the copy may be in Lucene', source: FILTER, rule: { language: 'lucene', query: 'user.name:a*' }, events: [by('ann', 1), by('ben', 2)], expect: { ids: ['d1'] } },
  { name: 'the filters of the copy count', source: FILTER, rule: { query: '', filters: [{ meta: { negate: true }, query: { term: { 'user.name': 'ben' } } }] }, events: [by('ann', 1), by('ben', 2)], expect: { ids: ['d1'] } },
  { name: 'says its own type', source: 'rule_types/factories/utils/build_alert.ts', events: [by('ann', 1)], expect: { fields: [{ 'kibana.alert.rule.type': 'saved_query', 'kibana.alert.rule.rule_type_id': 'siem.savedQueryRule' }] } },
  ...QUERY.map((detection) => ({ ...detection, source: `rule_types/query/query.ts; ${detection.source}` })),
]; // prettier-ignore
