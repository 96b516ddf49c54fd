import type { JsonObject } from '../values/json.js';

/**
 * Where rules send notifications; `actions` of a rule name it by its id.
 *
 * https://www.elastic.co/docs/deploy-manage/manage-connectors
 */
export interface ActionConnector {
  readonly id: string;
  /** The connector as Kibana exports it: name, `actionTypeId`, `config`. Secrets are in no file. */
  readonly attributes: JsonObject;
  readonly type?: string;
  readonly references?: readonly JsonObject[];
}
