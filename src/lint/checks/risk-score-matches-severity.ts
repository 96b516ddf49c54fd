import type { RuleSeverity } from '../../model/rule.js';
import type { Check } from '../check.js';
import { setting } from '../repairs.js';

/** Risk scores of each severity, and the one that Kibana sets when the severity is chosen. */
const BANDS: Readonly<Record<RuleSeverity, { readonly from: number; readonly to: number; readonly usual: number }>> = {
  low: { from: 0, to: 21, usual: 21 },
  medium: { from: 22, to: 47, usual: 47 },
  high: { from: 48, to: 73, usual: 73 },
  critical: { from: 74, to: 100, usual: 99 },
};

/** See `summary`. */
export const riskScoreMatchesSeverity: Check = {
  name: 'risk-score-matches-severity',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Give a rule a risk score that fits its severity.',
  rationale:
    'Alerts are sorted by risk score and filtered by severity. Where the two disagree, an alert is urgent in one view and not in the other. Elastic divides the scores so: low 0–21, medium 22–47, high 48–73, critical 74–100.',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule'],
  examples: {
    invalid: ['severity = "low"\nrisk_score = 99', 'severity = "critical"\nrisk_score = 73'],
    valid: ['severity = "low"\nrisk_score = 21', 'severity = "high"\nrisk_score = 48'],
  },
  *rule({ severity, riskScore }) {
    const { from, to, usual } = BANDS[severity];
    if (riskScore >= from && riskScore <= to) return;
    const [fitting = 'critical'] = Object.entries(BANDS).find(([, band]) => riskScore <= band.to) ?? [];
    yield {
      path: ['rule', 'risk_score'],
      what: `risk_score is ${riskScore}, but severity is "${severity}".`,
      why: `Alerts are sorted by one and filtered by the other; the scores of "${severity}" are ${from} to ${to}.`,
      fix: `Set risk_score to ${usual}, or severity to "${fitting}".`,
      repair: setting(['rule', 'risk_score'], usual, false),
    };
  },
};
