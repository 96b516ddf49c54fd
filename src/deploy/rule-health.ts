import type { JsonObject } from '../values/json.js';
import type { LiveObject } from './kibana.js';

/** How the rules of a space do: what ran is in each rule's own `execution_summary`. */
export interface RuleHealth {
  /**
   * Rules with gaps that nobody filled between two times (ISO 8601): time that no run has looked at.
   * https://www.elastic.co/docs/troubleshoot/security/detection-rules
   */
  withGaps(from: string, to: string): AsyncIterable<readonly LiveObject[]>;
  /**
   * A search over the alerts of the space, in Elasticsearch's own request and response.
   * https://www.elastic.co/docs/api/doc/kibana/operation/operation-searchalerts
   */
  searchAlerts(body: JsonObject): Promise<JsonObject>;
}
