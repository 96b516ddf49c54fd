/**
 * Alert suppression: alerts with equal values in `groupBy` become one.
 *
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/suppress-detection-alerts
 */
export interface SuppressionByFields {
  /** One to three fields. */
  readonly groupBy: readonly string[];
  /** Absent: within one run of the rule. */
  readonly duration?: SuppressionDuration;
  /** What happens to an alert that lacks one of the fields. See `missingFieldsStrategyOf`. */
  readonly missingFieldsStrategy?: MissingFieldsStrategy;
}

/** Suppression of a threshold rule: by its own group fields, for a duration. */
export interface ThresholdSuppression {
  readonly duration: SuppressionDuration;
}

/** A number of seconds, minutes or hours. */
export interface SuppressionDuration {
  readonly value: number;
  readonly unit: 's' | 'm' | 'h';
}

/** Alerts without the field: one for all (`suppress`) or one each (`doNotSuppress`). */
export type MissingFieldsStrategy = 'suppress' | 'doNotSuppress';
