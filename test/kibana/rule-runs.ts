import type { JsonObject } from '../../src/values/json.js';
import { findRule } from './rules-api.js';
import { textOf } from './state.js';
import type { FakeState, Stored } from './state.js';

/** The last run of a rule, as `execution_summary` tells it. */
export interface RuleRun {
  readonly status: 'succeeded' | 'partial failure' | 'failed' | 'running';
  readonly message?: string;
  /** RFC 3339; now without one. */
  readonly date?: string;
  /** Time between runs that no run looked at, in seconds. */
  readonly gap?: number;
}

const ORDER = { running: 15, succeeded: 0, 'partial failure': 20, failed: 30 } as const;

/** Says how the last run of a rule went. */
export function setRun(state: FakeState, ruleId: string, run: RuleRun, space = 'default'): void {
  const { status, message = '', date = state.now(), gap } = run;
  const metrics: JsonObject = {
    total_search_duration_ms: 12,
    total_indexing_duration_ms: 3,
    total_enrichment_duration_ms: 0,
    ...(gap === undefined ? {} : { execution_gap_duration_s: gap }),
  };
  const last_execution = { date, status, status_order: ORDER[status], message, metrics };
  state.space(space).executions.set(textOf(ruleOf(state, ruleId, space), 'id'), { last_execution });
}

/** Adds a gap to a rule: a time that no run looked at. */
export function addGap(
  state: FakeState,
  ruleId: string,
  gap: { readonly start: string; readonly end: string },
  space = 'default',
): void {
  const id = textOf(ruleOf(state, ruleId, space), 'id');
  const { gaps } = state.space(space);
  gaps.set(id, [...(gaps.get(id) ?? []), gap]);
}

/** An alert of a rule, as a document of the alerts index. */
export function addAlert(state: FakeState, ruleId: string, fields: JsonObject = {}, space = 'default'): void {
  const rule = ruleOf(state, ruleId, space);
  state.space(space).alerts.push({
    '@timestamp': state.now(),
    'kibana.alert.rule.uuid': rule['id'] ?? '',
    'kibana.alert.rule.rule_id': ruleId,
    'kibana.alert.rule.name': rule['name'] ?? '',
    'kibana.alert.severity': rule['severity'] ?? '',
    'kibana.alert.status': 'active',
    'kibana.alert.workflow_status': 'open',
    'kibana.space_ids': [space],
    ...fields,
  });
}

function ruleOf(state: FakeState, ruleId: string, space: string): Stored {
  const rule = findRule(state.space(space), { id: undefined, ruleId });
  if (rule === undefined) throw new Error(`There is no rule ${ruleId} in the space ${space}.`);
  return rule;
}
