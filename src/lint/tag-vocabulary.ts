/**
 * What tags of Elastic's rules begin with, and values that occur there, as elastic/detection-rules spells them
 * (https://github.com/elastic/detection-rules/blob/main/detection_rules/schemas/definitions.py). Other values may stand behind every prefix.
 */
export const TAG_VOCABULARY: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'Data Source':
      'APM, AWS, AWS Bedrock, AWS CloudTrail, AWS Sign-In, AWS VPC Flow Logs, Active Directory, Amazon Web Services, Auditd Manager, Azure, Azure Activity Logs, Azure OpenAI, Azure Platform Logs, CrowdStrike Falcon, Crowdstrike, CyberArk PAS, Elastic Defend, Elastic Defend for Containers, Elastic Endgame, Entra ID Audit Logs, Entra ID Protection Logs, Entra ID Sign-In, Entra ID Sign-In Logs, File Integrity Monitoring, Fortinet, GCP, Github, Google Cloud Platform, Google SecOps, Google Workspace, Jamf Protect, Kubernetes, Microsoft 365, Microsoft Defender XDR, Microsoft Graph, Microsoft Purview, Microsoft Sentinel, Network Packet Capture, Network Traffic, Okta, PAN-OS, PowerShell Logs, SentinelOne, SonicWall, Splunk, Suricata, Sysmon, Windows Security Event Logs, Windows System Event Logs, Wiz, Zoom, macOS Security Events',
    Domain: 'Cloud, Container, Containers, Email, Endpoint, GenAI, Identity, LLM, Network, OT/IoT, SaaS',
    'Mitre Atlas': '',
    Noise: 'High, Low, Medium, Unknown',
    OS: 'Linux, Windows, macOS',
    Performance: 'Fast, Normal, Slow, Unknown, Very Slow',
    Platform:
      'AWS, Azure, Entra ID, GCP, GitHub, Google Workspace, Kubernetes, Linux, Microsoft 365, Okta, Windows, Wiz, macOS',
    Profile: 'Aggressive, Beta, Recommended',
    Promotion: 'External Alerts',
    Resources: 'Investigation Guide, LLM, OS Query, Workflow',
    'Rule Type':
      'BBR, Custom Query (KQL), ES|QL, Event Correlation (EQL), Higher-Order, Higher-Order Rule, Indicator Match, ML, Machine Learning, New Terms, Threat Match, Threshold',
    Service: '',
    Tactic:
      'Collection, Command and Control, Credential Access, Defense Evasion, Defense Impairment, Discovery, Execution, Exfiltration, Impact, Initial Access, Lateral Movement, Persistence, Privilege Escalation, Reconnaissance, Resource Development, Stealth',
    Threat: 'BPFDoor, Cobalt Strike, Lightning Framework, Log4Shell, Orbit, Ransomware, Rootkit, TripleCross',
    'Use Case':
      'Active Directory Monitoring, Asset Visibility, Configuration Audit, Guided Onboarding, Identity and Access Audit, Log Auditing, Network Security Monitoring, Threat Detection, UEBA, Vulnerability',
    Vuln: '',
  }).map(([prefix, values]) => [prefix, values === '' ? [] : values.split(', ')]),
);

/** A tag taken apart: its prefix as Elastic writes it, what stands behind the colon, that as Elastic writes it, and the values that occur there. */
export interface KnownTag {
  readonly prefix: string;
  readonly value: string;
  readonly usual: string | undefined;
  readonly values: readonly string[];
}

/** What stands before and behind the colon; undefined for a tag of one's own. */
export function knownTag(tag: string): KnownTag | undefined {
  const colon = tag.indexOf(':');
  if (colon < 0) return undefined;
  const known = BY_PREFIX.get(plainTag(tag.slice(0, colon)));
  if (known === undefined) return undefined;
  const { prefix, values, plain } = known;
  const value = tag.slice(colon + 1).trim();
  return { prefix, value, values, usual: plain.get(plainTag(value)) };
}

/** Prefixes and values by their plain forms: tags are many. */
const BY_PREFIX: ReadonlyMap<
  string,
  Pick<KnownTag, 'prefix' | 'values'> & { readonly plain: ReadonlyMap<string, string> }
> = new Map(
  [...TAG_VOCABULARY].map(([prefix, values]) => [
    plainTag(prefix),
    { prefix, values, plain: new Map(values.map((value) => [plainTag(value), value])) },
  ]),
);

/** A text without case, spaces and hyphens, for comparisons. */
function plainTag(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_-]+/gu, '');
}
