import type { RuleType } from '../model/rule.js';
import type { JsonObject } from '../values/json.js';

/** What the author of a new rule has said of its data. */
export interface TemplateInput {
  readonly index: readonly string[];
  readonly query?: string;
  readonly language?: 'kuery' | 'lucene';
}

const KQL = 'event.category: "process" and event.type: "start" and process.name: "example.exe"';

/** The keys of `[rule]` that a type adds, with an example where nothing is given: each is valid, none is meant to stay. */
export function ruleTemplate(type: RuleType, { index, query, language = 'kuery' }: TemplateInput): JsonObject {
  const list = [...index];
  const filter = { index: list, language, query: block(query ?? KQL) };
  switch (type) {
    case 'query':
      return filter;
    case 'saved_query':
      return { index: list, saved_id: 'example-saved-query', ...(query === undefined ? {} : filter) };
    case 'eql':
      return {
        index: list,
        language: 'eql',
        query: block(query ?? 'process where event.type == "start" and process.name == "example.exe"'),
      };
    case 'esql':
      return { language: 'esql', query: block(query ?? esqlExample(index)) };
    case 'threshold':
      return { ...filter, threshold: { field: ['host.id'], value: 10 } };
    case 'new_terms':
      return {
        ...filter,
        new_terms: {
          field: 'new_terms_fields',
          value: ['host.id', 'user.id'],
          history_window_start: [{ field: 'history_window_start', value: 'now-14d' }],
        },
      };
    case 'threat_match':
      return {
        ...filter,
        query: block(query ?? 'event.category: "network" and destination.ip: *'),
        threat_index: ['logs-ti_*'],
        threat_indicator_path: 'threat.indicator',
        threat_language: 'kuery',
        threat_query: '@timestamp >= "now-30d/d" and threat.indicator.ip: *',
        threat_mapping: [{ entries: [{ field: 'destination.ip', type: 'mapping', value: 'threat.indicator.ip' }] }],
      };
    case 'machine_learning':
      return { anomaly_threshold: 50, machine_learning_job_id: 'example_job' };
  }
}

function esqlExample(index: readonly string[]): string {
  return [
    `FROM ${index.join(', ')} METADATA _id, _version, _index`,
    '| WHERE event.category == "process" AND event.type == "start" AND process.name == "example.exe"',
    '| KEEP _id, _version, _index, @timestamp, host.id, user.id, process.name, process.command_line',
  ].join('\n');
}

/** Queries stand on lines of their own. */
function block(query: string): string {
  return query.endsWith('\n') ? query : `${query}\n`;
}
