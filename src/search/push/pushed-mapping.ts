import { isJsonObject } from '../../values/json.js';
import type { JsonObject, JsonValue } from '../../values/json.js';

/** Raised when documents get fields that the mapping did not have. */
const VERSION = 1;

/** Lucene keeps no term of more than 32,766 bytes; a character has at most four. */
const LONGEST_KEYWORD = 8191;
const keyword: JsonObject = { type: 'keyword', ignore_above: LONGEST_KEYWORD };
const text: JsonObject = { type: 'text' };
const named: JsonObject = { type: 'text', fields: { keyword: { type: 'keyword', ignore_above: 1024 } } };
const integer: JsonObject = { type: 'integer', ignore_malformed: true };
const float: JsonObject = { type: 'float', ignore_malformed: true };
const date: JsonObject = { type: 'date', format: 'strict_date_optional_time||yyyy/MM/dd', ignore_malformed: true };
const query: JsonObject = { type: 'wildcard', fields: { text: { type: 'text' } } };

function object(properties: JsonObject): JsonObject {
  return { properties };
}

const ENTRY = { id: keyword, name: keyword };

/**
 * The mapping of rules and hunts as documents. Only these fields are indexed (`dynamic: false`); what else a definition has is searched through
 * `definition`, as whole values.
 * https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/flattened
 */
export const PUSHED_MAPPING: JsonObject = {
  dynamic: false,
  _meta: { managed_by: 'dragnet', documents: 'definitions', version: VERSION },
  properties: {
    dragnet: object({ id: keyword, repository: keyword, hash: keyword, pushed_at: { type: 'date' } }),
    kind: keyword,
    rule_id: keyword,
    uuid: keyword,
    name: named,
    description: text,
    type: keyword,
    language: keyword,
    severity: keyword,
    severity_rank: integer,
    risk_score: float,
    maturity: keyword,
    enabled: { type: 'boolean' },
    author: keyword,
    license: keyword,
    tags: keyword,
    index: keyword,
    integration: keyword,
    query,
    threat_query: query,
    threat: object({
      framework: keyword,
      tactic: object(ENTRY),
      technique: object({ ...ENTRY, subtechnique: object(ENTRY) }),
    }),
    from: keyword,
    interval: keyword,
    version: integer,
    min_stack_version: keyword,
    creation_date: date,
    updated_date: date,
    deprecation_date: date,
    references: keyword,
    false_positives: text,
    note: text,
    setup: text,
    file: keyword,
    tests: object({ count: integer }),
    coverage: object({ covered: integer, total: integer, percent: float }),
    git: object({ commit: keyword, committed_at: { type: 'date' } }),
    // A key stands before its value in the same term: room is left for it.
    definition: { type: 'flattened', ignore_above: 4096, depth_limit: 100 },
  },
};

/** How the mapping of an index stands to ours. */
export type MappingState = 'ours' | 'older' | 'newer' | 'foreign';

/** Compares the mapping of an index that is there, as `GET _mapping` has it. */
export function mappingState(mapping: JsonValue | undefined): MappingState {
  const meta = isJsonObject(mapping) ? mapping['_meta'] : undefined;
  if (!isJsonObject(meta) || meta['managed_by'] !== 'dragnet' || meta['documents'] !== 'definitions') return 'foreign';
  const { version } = meta;
  if (typeof version !== 'number') return 'foreign';
  return version === VERSION ? 'ours' : version < VERSION ? 'older' : 'newer';
}
