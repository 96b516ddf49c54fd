import type { JsonObject } from '../../values/json.js';

/** A Kibana that runs a rule without keeping it. */
export interface KibanaPreview {
  /** The space whose preview index gets the alerts. */
  readonly space: string;
  /**
   * `POST /api/detection_engine/rules/preview`. A rule that Kibana refuses (400) is data; anything else that is no answer rejects with a `ClusterError`.
   * https://www.elastic.co/docs/api/doc/kibana/operation/operation-rulepreview
   */
  preview(body: JsonObject): Promise<PreviewAnswer>;
}

/** What Kibana answers. */
export interface PreviewAnswer {
  /** `kibana.alert.rule.uuid` of the alerts; absent where nothing ran. */
  readonly previewId?: string;
  /** It ran longer than a minute, and was stopped. */
  readonly isAborted: boolean;
  /** Errors and warnings of all runs. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** Why Kibana does not take the rule. */
  readonly refusal?: string;
}
