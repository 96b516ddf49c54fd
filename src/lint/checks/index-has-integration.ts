import { indexOf } from '../../model/rule-defaults.js';
import type { Check } from '../check.js';
import { packageOf } from '../index-packages.js';

/** See `summary`. */
export const indexHasIntegration: Check = {
  name: 'index-has-integration',
  since: '0.1.0',
  severity: 'info',
  profiles: { recommended: 'off', elastic: 'off', strict: 'warning' },
  summary: 'Name the integration of every index.',
  rationale:
    'Data in `logs-<package>.*` come from a package that users must install. Kibana names it to them if `integration` of `[metadata]` does. Rules without `integration` are left alone.',
  examples: {
    invalid: [
      '[metadata]\nintegration = ["endpoint"]\n\n[rule]\nindex = ["logs-endpoint.events.*", "logs-windows.forwarded*"]',
    ],
    valid: ['[metadata]\nintegration = ["endpoint"]\n\n[rule]\nindex = ["logs-endpoint.events.*", "winlogbeat-*"]'],
  },
  *rule(rule) {
    const { integration } = rule.metadata;
    if (integration.length === 0) return;
    for (const [at, pattern] of indexOf(rule).entries()) {
      const name = packageOf(pattern);
      if (name === undefined || integration.some((own) => own === name || own.startsWith(name))) continue;
      yield {
        path: ['rule', 'index', at],
        what: `The index is that of the integration ${name}, which [metadata] does not name.`,
        why: 'Users are not told to install it.',
        fix: `Add "${name}" to integration, or take the index away.`,
      };
    }
  },
};
