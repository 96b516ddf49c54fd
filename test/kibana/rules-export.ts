import { isJsonObject, printJson } from '../../src/values/json.js';
import type { JsonObject } from '../../src/values/json.js';
import { storeOf } from './exceptions-store.js';
import { exceptionCounts } from './exceptions-export.js';
import { siemError } from './fake-request.js';
import type { FakeHandler } from './fake-request.js';
import { textOf } from './state.js';
import type { FakeState, SpaceState, Stored } from './state.js';

const PATH = '/api/detection_engine/rules/_export';

/** `POST rules/_export`: the rules that the body names, or all of them. */
export function exportRulesApi(state: FakeState): FakeHandler {
  return ({ method, path, space: name, body, query }) => {
    if (method !== 'POST' || path !== PATH) return undefined;
    const space = state.space(name);
    const objects = body['objects'] as readonly { readonly rule_id: string }[] | undefined | null;
    const all = [...space.rules.values()];
    const byRuleId = new Map(all.map((rule) => [textOf(rule, 'rule_id'), rule]));
    const asked = objects?.map(({ rule_id: id }) => id) ?? [...byRuleId.keys()];
    const rules = asked.map((id) => byRuleId.get(id)).filter((rule) => rule !== undefined);
    const missing = asked.filter((id) => !byRuleId.has(id));
    if (asked.length > MOST_RULES) return siemError(400, `Can't export more than ${MOST_RULES} rules`);
    const text = exportedText(state, name, rules, missing, {
      isOnlyRules: query.get('exclude_export_details') === 'true',
    });
    const file = query.get('file_name') ?? 'export.ndjson';
    return {
      status: 200,
      text,
      headers: { 'content-type': 'application/ndjson', 'content-disposition': `attachment; filename="${file}"` },
    };
  };
}

/** `maxRuleImportExportSize` of Kibana's configuration. */
const MOST_RULES = 10_000;

/** NDJSON of rules: they, each exception list with its items behind it, connectors, and the counts. */
export function exportedText(
  state: FakeState,
  spaceName: string,
  rules: readonly Stored[],
  missing: readonly string[],
  { isOnlyRules = false }: { readonly isOnlyRules?: boolean } = {},
): string {
  const lines: JsonObject[] = [...rules];
  if (!isOnlyRules) {
    const exceptions = exceptionsOf(state, spaceName, rules);
    const connectors = connectorsOf(state.space(spaceName), rules);
    lines.push(...exceptions.objects, ...connectors.objects);
    lines.push({
      exported_count: lines.length,
      exported_rules_count: rules.length,
      missing_rules: missing.map((id) => ({ rule_id: id })),
      missing_rules_count: missing.length,
      ...exceptions.counts,
      exported_action_connector_count: connectors.objects.length,
      missing_action_connection_count: connectors.missing.length,
      missing_action_connections: connectors.missing.map((id) => ({ id, type: 'action' })),
      excluded_action_connection_count: 0,
      excluded_action_connections: [],
    });
  }
  return lines.map((line) => `${printJson(line)}\n`).join('');
}

function exceptionsOf(
  state: FakeState,
  space: string,
  rules: readonly Stored[],
): { readonly objects: readonly JsonObject[]; readonly counts: JsonObject } {
  const named = new Map<string, JsonObject>();
  for (const rule of rules) {
    const lists = rule['exceptions_list'] as readonly JsonObject[] | undefined;
    for (const list of lists ?? []) named.set(`${textOf(list, 'namespace_type')} ${textOf(list, 'list_id')}`, list);
  }
  const objects: JsonObject[] = [];
  const missing: string[] = [];
  let [lists, items] = [0, 0];
  for (const one of named.values()) {
    const id = textOf(one, 'list_id');
    const store = storeOf(state, space, one['namespace_type']);
    const list = store.exceptionLists.get(id);
    if (list === undefined) {
      missing.push(id);
      continue;
    }
    const own = [...store.exceptionItems.values()].filter((item) => item['list_id'] === id);
    objects.push(list, ...own);
    lists += 1;
    items += own.length;
  }
  return { objects, counts: exceptionCounts(lists, items, missing) };
}

function connectorsOf(
  space: SpaceState,
  rules: readonly Stored[],
): { readonly objects: readonly JsonObject[]; readonly missing: readonly string[] } {
  const ids = new Set(
    rules.flatMap(
      (rule) => (rule['actions'] as readonly { readonly id: string }[] | undefined)?.map(({ id }) => id) ?? [],
    ),
  );
  const missing: string[] = [];
  const objects = [...ids].flatMap((id): JsonObject[] => {
    const connector = space.connectors.get(id);
    if (id.startsWith('system-connector-') || connector?.['is_preconfigured'] === true) return [];
    if (connector === undefined) {
      missing.push(id);
      return [];
    }
    return [savedConnector(connector)];
  });
  return { objects, missing };
}

/** A connector as a saved object: secrets are taken out, and it says that they are missing where there were any. */
function savedConnector(connector: Stored): JsonObject {
  const { secrets } = connector;
  const hadSecrets = isJsonObject(secrets) && Object.keys(secrets).length > 0;
  return {
    id: connector['id'] ?? '',
    type: 'action',
    attributes: {
      actionTypeId: connector['connector_type_id'] ?? '',
      name: connector['name'] ?? '',
      isMissingSecrets: hadSecrets,
      config: connector['config'] ?? {},
      secrets: {},
    },
    references: [],
    managed: false,
    coreMigrationVersion: '8.8.0',
    typeMigrationVersion: '8.3.0',
  };
}
