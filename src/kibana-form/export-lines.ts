import { isJsonArray, isJsonObject, printJson, type JsonObject } from '../values/json.js';
import type { KibanaExceptionList } from './exceptions.js';

/** What goes into an export, in Kibana's form. */
export interface ExportedObjects {
  readonly rules: readonly JsonObject[];
  readonly exceptionLists?: readonly KibanaExceptionList[];
  readonly connectors?: readonly JsonObject[];
}

/**
 * NDJSON as Kibana exports and imports it: rules, each exception list with its items behind it, connectors, and the line of counts.
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/manage-detection-rules
 */
export function exportLines({ rules, exceptionLists = [], connectors = [] }: ExportedObjects): string {
  const items = exceptionLists.flatMap((list) => list.items);
  const lists = new Set(exceptionLists.map(({ list }) => list['list_id']));
  const known = new Set(connectors.map(({ id }) => id));
  const missingLists = missing(rules, 'exceptions_list', 'list_id', lists);
  const missingConnectors = missing(rules, 'actions', 'id', known);
  const details = {
    exported_count: rules.length + exceptionLists.length + items.length + connectors.length,
    exported_rules_count: rules.length,
    missing_rules: [],
    missing_rules_count: 0,
    exported_exception_list_count: exceptionLists.length,
    exported_exception_list_item_count: items.length,
    missing_exception_list_item_count: 0,
    missing_exception_list_items: [],
    missing_exception_lists: missingLists.map((id) => ({ list_id: id })),
    missing_exception_lists_count: missingLists.length,
    exported_action_connector_count: connectors.length,
    missing_action_connection_count: missingConnectors.length,
    missing_action_connections: missingConnectors.map((id) => ({ id, type: 'action' })),
    excluded_action_connection_count: 0,
    excluded_action_connections: [],
  };
  const objects = [
    ...rules,
    ...exceptionLists.flatMap(({ list, items: own }) => [list, ...own]),
    ...connectors,
    details,
  ];
  return objects.map((object) => `${printJson(object)}\n`).join('');
}

/** The ids that rules name in a list of objects. */
export function idsNamed(rules: readonly JsonObject[], key: string, id: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const rule of rules) {
    const list = rule[key];
    for (const item of isJsonArray(list) ? list : []) {
      const name = isJsonObject(item) ? item[id] : undefined;
      if (typeof name === 'string') found.add(name);
    }
  }
  return found;
}

/** Endpoint exceptions are Kibana's own, and connectors that are switched on by configuration are in no export either. */
function missing(
  rules: readonly JsonObject[],
  key: string,
  id: string,
  known: ReadonlySet<unknown>,
): readonly string[] {
  return [...idsNamed(rules, key, id)].filter((name) => !known.has(name) && name !== 'endpoint_list').sort();
}
