import { indexOf } from '../../model/rule-defaults.js';
import type { Check } from '../check.js';

const DEFEND = 'Data Source: Elastic Defend';
const CONTAINERS = ['Data Source: Elastic Defend for Containers', 'Domain: Container'];
const SECURITY = 'Data Source: Windows Security Event Logs';

/** Tags that elastic/detection-rules demands of rules that read an index pattern, written exactly so. */
const WANTED: ReadonlyMap<string, readonly string[]> = new Map([
  ['.alerts-security.*', ['Rule Type: Higher-Order Rule']],
  ['apm-*-transaction*', ['Data Source: APM']],
  ['endgame-*', ['Data Source: Elastic Endgame']],
  ['logs-aws*', ['Data Source: AWS', 'Data Source: Amazon Web Services', 'Domain: Cloud']],
  ['logs-azure*', ['Data Source: Azure', 'Domain: Cloud']],
  ['logs-cloud_defend*', CONTAINERS],
  ['logs-cloud_defend.alerts-*', CONTAINERS],
  ['logs-crowdstrike.fdr*', ['Data Source: Crowdstrike']],
  ['logs-cyberarkpas.audit*', ['Data Source: CyberArk PAS']],
  ['logs-endpoint.alerts-*', [DEFEND]],
  ['logs-endpoint.events.*', [DEFEND, 'Domain: Endpoint']],
  ['logs-fim.event-*', ['Data Source: File Integrity Monitoring']],
  ['logs-gcp*', ['Data Source: GCP', 'Data Source: Google Cloud Platform', 'Domain: Cloud']],
  ['logs-google_workspace*', ['Data Source: Google Workspace', 'Domain: Cloud']],
  ['logs-kubernetes.*', ['Data Source: Kubernetes']],
  ['logs-m365_defender.event-*', ['Data Source: Microsoft Defender XDR']],
  ['logs-o365*', ['Data Source: Microsoft 365', 'Domain: Cloud']],
  ['logs-okta*', ['Data Source: Okta']],
  ['logs-sentinel_one_cloud_funnel.*', ['Data Source: SentinelOne']],
  ['logs-system.forwarded*', [SECURITY]],
  ['logs-system.security*', [SECURITY]],
  ['logs-system.system*', ['Data Source: Windows System Event Logs']],
  ['logs-windows.powershell*', ['Data Source: PowerShell Logs']],
  ['logs-windows.sysmon_operational-*', ['Data Source: Sysmon']],
  ['traces-apm*', ['Data Source: APM']],
]);

/** See `summary`. */
export const tagsTellSource: Check = {
  name: 'tags-tell-source',
  since: '0.1.0',
  severity: 'warning',
  profiles: { recommended: 'off', strict: 'off' },
  summary: 'Tag a rule with the sources of its data.',
  rationale:
    'The repository elastic/detection-rules demands certain tags of rules that read certain index patterns: `Data Source: Okta` with `logs-okta*`, `Domain: Endpoint` and `Data Source: Elastic Defend` with `logs-endpoint.events.*`. Patterns that are written in another way are left alone, as there.',
  references: ['https://github.com/elastic/detection-rules/blob/main/tests/test_all_rules.py'],
  examples: {
    invalid: ['index = ["logs-okta*"]\ntags = ["Domain: Identity"]'],
    valid: [
      'index = ["logs-okta*"]\ntags = ["Domain: Identity", "Data Source: Okta"]',
      'index = ["logs-okta.system-*"]\ntags = ["Domain: Identity"]',
    ],
  },
  *rule(rule) {
    const tags = rule.tags ?? [];
    const said = new Set<string>();
    for (const pattern of indexOf(rule)) {
      for (const tag of WANTED.get(pattern) ?? []) {
        if (tags.includes(tag) || said.has(tag)) continue;
        said.add(tag);
        yield {
          path: ['rule', 'tags'],
          what: `The rule reads ${pattern}, but has no tag "${tag}".`,
          why: 'Whoever filters rules by the data that they have does not find it.',
          fix: `Add "${tag}" to tags.`,
          repair: { isSafe: true, edits: [{ kind: 'insert', path: ['rule', 'tags', tags.length], value: tag }] },
        };
      }
    }
  },
};
