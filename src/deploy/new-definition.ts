import { connectorFromKibana } from '../kibana-form/connectors.js';
import { exceptionsFromKibana } from '../kibana-form/exceptions.js';
import { fileStem, ruleFileName } from '../kibana-form/file-name.js';
import { fromKibana } from '../kibana-form/from-kibana.js';
import { without } from '../kibana-form/server-fields.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { CONNECTOR_SECRETS } from './connector-secrets.js';
import type { LiveObject } from './kibana.js';
import type { TargetSettings } from './target.js';
import { withoutTarget } from './without-target.js';

/** A new file for an object that was made in Kibana. */
export interface NewDefinition {
  /** The name of the file, without folder and extension; it never leads out of a folder. */
  readonly stem: string;
  readonly table: JsonObject;
  /** What whoever reads the file has to do, or what it could not hold. */
  readonly notes: readonly string[];
}

/** The file of a rule that was made in Kibana; what the target adds is not in it. */
export function newRule(
  { body }: LiveObject,
  settings: TargetSettings,
  { today, withTactic }: { readonly today: string; readonly withTactic: boolean },
): NewDefinition {
  const { file, notes } = fromKibana(withoutTarget(body, { settings }), { today });
  const { maturity: [maturity = 'production'] = [] } = settings.select ?? {};
  const metadata = isJsonObject(file['metadata']) ? file['metadata'] : {};
  return {
    stem: ruleFileName(body, withTactic),
    table: { ...file, metadata: { ...metadata, maturity } },
    notes: notes.map(({ path, what }) => `${path.join('.')}: ${what}`),
  };
}

/** The file of an exception list with its items; `users` are rules of git (`rule_id` → name) that name the list in Kibana and in no file. */
export function newExceptionList(
  list: LiveObject,
  items: readonly LiveObject[],
  users: ReadonlyMap<string, string>,
  today: string,
): NewDefinition {
  const { table, notes } = exceptionsFromKibana({
    list: without(list.body, LIST_FIELDS),
    items: items.map(({ body }) => newItem(body)),
  });
  const name = textOf(list.body['name'], textOf(list.body['list_id'], 'exceptions'));
  const rules = users.size === 0 ? {} : { rule_ids: [...users.keys()], rule_names: [...users.values()] };
  return {
    stem: stemOf(name, textOf(list.body['list_id'], ''), 'exceptions'),
    table: {
      metadata: { creation_date: today, list_name: name, ...rules, updated_date: today },
      exceptions: [table],
    },
    notes: notes.map(({ path, what }) => `${path.join('.')}: ${what}`),
  };
}

/** An exception item as it is compared and written; of comments only their texts. */
export function newItem(body: JsonObject): JsonObject {
  const comments = (isJsonArray(body['comments']) ? body['comments'] : [])
    .filter(isJsonObject)
    .map(({ comment = '' }) => ({ comment }));
  return { ...without(body, ITEM_FIELDS), comments };
}

/** An exception item as an element of the items of its list in a file. */
export function itemTable(body: JsonObject): JsonObject {
  const { table } = exceptionsFromKibana({ list: {}, items: [newItem(body)] });
  const [item] = isJsonArray(table['items']) ? table['items'] : [];
  return isJsonObject(item) ? item : {};
}

const LIST_FIELDS: ReadonlySet<string> = new Set(['immutable', 'version', 'meta']);
/** What an item has from its list. */
const ITEM_FIELDS: ReadonlySet<string> = new Set(['meta', 'list_id', 'namespace_type']);

/** The file of a value list with its values. */
export function newValueList({ body }: LiveObject, values: readonly string[]): NewDefinition {
  const { id = '', name = id, description = name, type = 'keyword' } = body;
  return {
    stem: stemOf(textOf(name, ''), textOf(id, ''), 'value_list'),
    table: { value_lists: [{ id, name, description, type, values: [...values] }] },
    notes: [],
  };
}

/** The file of a connector. Kibana tells no secret: those that its type has stand as names of variables, which are to be set where rules are applied. */
export function newConnector({ body }: LiveObject, today: string): NewDefinition {
  const { id = '', name = id, connector_type_id: type = '', config } = body;
  const { table, notes } = connectorFromKibana({
    id,
    type: 'action',
    attributes: { actionTypeId: type, name, config: isJsonObject(config) ? config : {} },
  });
  // A connector that logs in nowhere has none.
  const isOpen = isJsonObject(config) && config['hasAuth'] === false;
  const variables = (isOpen ? [] : (CONNECTOR_SECRETS.get(textOf(type, '')) ?? [])).map(
    (secret) => [secret, `CONNECTOR_${upper(textOf(id, ''))}_${upper(secret)}`] as const,
  );
  const secrets = Object.fromEntries(variables.map(([secret, variable]) => [secret, `env:${variable}`]));
  const label = textOf(name, textOf(id, 'connector'));
  return {
    stem: stemOf(label, textOf(id, ''), 'connector'),
    table: {
      metadata: { action_connector_name: label, creation_date: today, updated_date: today },
      action_connectors: [{ ...table, ...(variables.length === 0 ? {} : { secrets }) }],
    },
    notes: [
      ...notes.map(({ path, what }) => `${path.join('.')}: ${what}`),
      ...(variables.length === 0
        ? []
        : [
            `Kibana tells no secrets: set ${variables.map(([, variable]) => variable).join(', ')} where dragnet apply runs.`,
          ]),
    ],
  };
}

function upper(text: string): string {
  return fileStem(text.replace(/(?<=[a-z0-9])(?=[A-Z])/gu, '_')).toUpperCase() || 'ID';
}

function stemOf(name: string, id: string, otherwise: string): string {
  return fileStem(name) || fileStem(id) || otherwise;
}

function textOf(value: JsonValue | undefined, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}
