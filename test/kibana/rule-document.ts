import type { JsonObject } from '../../src/values/json.js';
import type { FilterOptions } from './saved-object-filter.js';
import { textOf } from './state.js';
import type { Stored } from './state.js';

/** Keys of a rule that are attributes of the saved object; all others are its `params`. */
const ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ['name', 'name'],
  ['tags', 'tags'],
  ['enabled', 'enabled'],
  ['revision', 'revision'],
  ['created_at', 'createdAt'],
  ['created_by', 'createdBy'],
  ['updated_at', 'updatedAt'],
  ['updated_by', 'updatedBy'],
]);

/** How rules are filtered: `alert.attributes.…` with `params` flattened, `alert.id`. */
export const RULE_FILTER: FilterOptions = {
  type: 'alert',
  mappings: {
    dynamic: false,
    properties: {
      alert: {
        properties: {
          id: { type: 'keyword' },
          attributes: {
            properties: {
              name: { type: 'text', fields: { keyword: { type: 'keyword' } } },
              tags: { type: 'keyword' },
              enabled: { type: 'boolean' },
              revision: { type: 'long' },
              alertTypeId: { type: 'keyword' },
              consumer: { type: 'keyword' },
              createdAt: { type: 'date' },
              createdBy: { type: 'keyword' },
              updatedAt: { type: 'date' },
              updatedBy: { type: 'keyword' },
              params: { type: 'flattened', ignore_above: 4096 },
              actions: { properties: { actionTypeId: { type: 'keyword' } } },
              mapped_params: { properties: { risk_score: { type: 'float' }, severity: { type: 'keyword' } } },
            },
          },
        },
      },
    },
  },
  document: ruleDocument,
};

const RULE_TYPE_IDS: ReadonlyMap<string, string> = new Map([
  ['eql', 'siem.eqlRule'],
  ['esql', 'siem.esqlRule'],
  ['machine_learning', 'siem.mlRule'],
  ['new_terms', 'siem.newTermsRule'],
  ['query', 'siem.queryRule'],
  ['saved_query', 'siem.savedQueryRule'],
  ['threat_match', 'siem.indicatorRule'],
  ['threshold', 'siem.thresholdRule'],
]);

function ruleDocument(rule: Stored): JsonObject {
  const attributes = Object.entries(rule).flatMap(([key, value]) => {
    const name = ATTRIBUTES.get(key);
    return name === undefined ? [] : [[name, value] as const];
  });
  const params = Object.entries(rule).flatMap(([key, value]) =>
    ATTRIBUTES.has(key) || key === 'id' || key === 'actions' || key === 'filters' || key === 'meta'
      ? []
      : [[camel(key), value] as const],
  );
  const actions = rule['actions'] as readonly { readonly action_type_id: string }[] | undefined;
  const alert = {
    id: `alert:${textOf(rule, 'id')}`,
    attributes: {
      ...Object.fromEntries(attributes),
      alertTypeId: RULE_TYPE_IDS.get(textOf(rule, 'type')) ?? '',
      consumer: 'siem',
      params: { ...Object.fromEntries(params), ...camelSource(rule) },
      actions: (actions ?? []).map(({ action_type_id: actionTypeId }) => ({ actionTypeId })),
      mapped_params: { risk_score: rule['risk_score'] ?? 0, severity: severityOrder(rule) },
    },
  };
  return { alert };
}

function camelSource(rule: Stored): JsonObject {
  const source = rule['rule_source'] as { readonly type: string; readonly is_customized?: boolean } | undefined;
  if (source === undefined) return {};
  const { type, is_customized: isCustomized } = source;
  return { ruleSource: { type, ...(isCustomized === undefined ? {} : { isCustomized }) } };
}

function severityOrder(rule: Stored): string {
  const severity = textOf(rule, 'severity');
  const at = ['low', 'medium', 'high', 'critical'].indexOf(severity);
  return `${[20, 40, 60, 80][at] ?? 0}-${severity}`;
}

function camel(key: string): string {
  return key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
