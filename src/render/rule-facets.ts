import type { Rule } from '../model/rule.js';
import { TYPE_NAMES } from './rule-facts.js';

/** A way to sort rules into groups. */
export interface Facet {
  /** Name of the index page, without extension. */
  readonly name: string;
  readonly title: string;
  readonly valuesOf: (rule: Rule) => readonly string[];
  /** Values that come first, in this order; others follow by name. */
  readonly order: readonly string[];
}

/** The tactics of the ATT&CK matrix, in its order: https://attack.mitre.org/tactics/enterprise/ */
export const TACTIC_ORDER: readonly string[] = [
  'Reconnaissance',
  'Resource Development',
  'Initial Access',
  'Execution',
  'Persistence',
  'Privilege Escalation',
  'Defense Evasion',
  'Stealth',
  'Defense Impairment',
  'Credential Access',
  'Discovery',
  'Lateral Movement',
  'Collection',
  'Command and Control',
  'Exfiltration',
  'Impact',
];

// Packages whose data come from one platform. Names with a dot are data sets, of which only the package counts.
const PLATFORMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Windows: 'windows sysmon winlog m365_defender',
    Linux: 'auditd auditd_manager',
    macOS: 'jamf_protect',
    AWS: 'aws aws_bedrock aws_logs awsfirehose',
    Azure: 'azure azure_openai azure_metrics',
    'Google Cloud': 'gcp',
    'Microsoft 365': 'o365 microsoft_exchange_server',
    'Google Workspace': 'google_workspace',
    Okta: 'okta entityanalytics_okta',
    GitHub: 'github',
    Kubernetes: 'kubernetes',
    Containers: 'cloud_defend',
    Network:
      'network_traffic panw fortinet_fortigate suricata zeek cisco_asa cisco_ftd checkpoint sonicwall_firewall pfsense netflow',
  }).flatMap(([platform, packages]) => packages.split(' ').map((name): [string, string] => [name, platform])),
);

const SYSTEMS: ReadonlyMap<unknown, string> = new Map([
  ['windows', 'Windows'],
  ['linux', 'Linux'],
  ['macos', 'macOS'],
]);

/** The facets that there are indexes for. */
export const FACETS: readonly Facet[] = [
  { name: 'by-tactic', title: 'Rules by tactic', valuesOf: tacticsOf, order: TACTIC_ORDER },
  { name: 'by-platform', title: 'Rules by platform', valuesOf: platformsOf, order: ['Windows', 'macOS', 'Linux'] },
  { name: 'by-data-source', title: 'Rules by data source', valuesOf: dataSourcesOf, order: [] },
  {
    name: 'by-severity',
    title: 'Rules by severity',
    valuesOf: ({ severity }) => [severity],
    order: ['critical', 'high', 'medium', 'low'],
  },
  {
    name: 'by-type',
    title: 'Rules by type',
    valuesOf: ({ type }) => [TYPE_NAMES[type]],
    order: Object.values(TYPE_NAMES),
  },
];

/** Names of the tactics of a rule, each once; those of ATLAS say so. */
export function tacticsOf(rule: Rule): readonly string[] {
  const names = (rule.threat ?? []).map(({ framework, tactic }) =>
    framework.includes('ATLAS') ? `${tactic.name} (ATLAS)` : tactic.name,
  );
  return orElse([...new Set(names)], 'No tactic');
}

/**
 * The platforms that a rule watches: the operating systems that it names (tags `OS: …`, `os_type_list`), else what its integrations
 * come from, else its domain (tags `Domain: …`).
 */
export function platformsOf(rule: Rule): readonly string[] {
  const listed = rule.metadata.raw['os_type_list'];
  const systems = [
    ...tagged(rule, 'OS'),
    ...(Array.isArray(listed) ? listed.flatMap((name) => SYSTEMS.get(name) ?? []) : []),
  ];
  if (systems.length > 0) return [...new Set(systems)];
  const sources = rule.metadata.integration.flatMap((name) => PLATFORMS.get(packageOf(name)) ?? []);
  if (sources.length > 0) return [...new Set(sources)];
  return orElse(tagged(rule, 'Domain'), 'Other');
}

/** Where a rule's data come from: its tags `Data Source: …`, else its integrations. */
export function dataSourcesOf(rule: Rule): readonly string[] {
  return orElse(orElse(tagged(rule, 'Data Source'), ...rule.metadata.integration), 'Other');
}

function tagged({ tags = [] }: Rule, prefix: string): readonly string[] {
  const values = tags.flatMap((tag) => (tag.startsWith(`${prefix}:`) ? [tag.slice(prefix.length + 1).trim()] : []));
  return [...new Set(values)].filter((value) => value !== '');
}

function packageOf(integration: string): string {
  return integration.split('.', 1)[0] ?? integration;
}

function orElse(values: readonly string[], ...others: readonly string[]): readonly string[] {
  return values.length > 0 ? values : others;
}
