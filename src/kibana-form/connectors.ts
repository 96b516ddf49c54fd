import { isJsonArray, isJsonObject, type JsonObject } from '../values/json.js';
import type { FormNote } from './form-note.js';
import { SERVER_CONNECTOR_FIELDS, without } from './server-fields.js';
import { forToml } from './toml-values.js';

/**
 * The connectors of a file (its `[[action_connectors]]`) as the saved objects that Kibana imports. Secrets are in none of them.
 * https://www.elastic.co/docs/deploy-manage/manage-connectors
 */
export function connectorsToKibana(file: JsonObject): readonly JsonObject[] {
  const connectors = file['action_connectors'];
  return (isJsonArray(connectors) ? connectors : []).filter(isJsonObject).map((connector) => {
    const { attributes } = connector;
    return {
      type: 'action',
      references: [],
      ...without(connector, NOT_EXPORTED),
      attributes: { config: {}, isMissingSecrets: false, ...(isJsonObject(attributes) ? attributes : {}), secrets: {} },
    };
  });
}

/** Secrets of a file name variables of the environment, which are for `dragnet apply` alone. */
const NOT_EXPORTED: ReadonlySet<string> = new Set([...SERVER_CONNECTOR_FIELDS, 'secrets']);

/** A connector in Kibana's form as an element of `[[action_connectors]]` of a file. Secrets are left out, with a note where there were any. */
export function connectorFromKibana(connector: JsonObject): {
  readonly table: JsonObject;
  readonly notes: readonly FormNote[];
} {
  const notes: FormNote[] = [];
  const { attributes } = connector;
  const known = isJsonObject(attributes) ? attributes : {};
  const { secrets } = known;
  if (secrets !== undefined && !(isJsonObject(secrets) && Object.keys(secrets).length === 0)) {
    notes.push({ path: ['attributes', 'secrets'], what: 'Secrets belong in no file: left out.' });
  }
  const table = {
    ...without(connector, SERVER_CONNECTOR_FIELDS),
    attributes: without(known, new Set(['secrets'])),
  };
  return { table: forToml(table, [], notes), notes };
}
