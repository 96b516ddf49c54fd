import type { JsonObject } from '../values/json.js';

/**
 * What a team sets on a prebuilt rule of Elastic, in the words of a rule file.
 *
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/install-manage-elastic-prebuilt-rules
 */
export interface Overlay {
  readonly ruleId: string;
  /** The fields that it sets, without `rule_id`. */
  readonly fields: JsonObject;
}
