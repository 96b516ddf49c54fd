import type { Rule } from '../model/rule.js';
import type { Threat, ThreatTactic, ThreatTechnique } from '../model/threat.js';
import { escapeText, link } from './markdown.js';

/**
 * The sections on the frameworks that a rule's threats belong to (MITRE ATT&CK, MITRE ATLAS): tactics, techniques and sub-techniques
 * as links. One section a framework, in the order of the file; empty without threats.
 */
export function ruleThreat(rule: Rule): string {
  const frameworks = new Map<string, Threat[]>();
  for (const threat of rule.threat ?? []) {
    const known = frameworks.get(threat.framework);
    if (known === undefined) frameworks.set(threat.framework, [threat]);
    else known.push(threat);
  }
  return [...frameworks].map(([framework, threats]) => section(framework, threats)).join('');
}

function section(framework: string, threats: readonly Threat[]): string {
  return `\n## ${escapeText(framework)}\n\n${threats.map(tactic).join('')}`;
}

function tactic(threat: Threat): string {
  return `- Tactic: ${reference(threat.tactic)}\n${(threat.technique ?? []).map(technique).join('')}`;
}

function technique(entry: ThreatTechnique): string {
  const below = (entry.subtechnique ?? []).map((sub) => `    - Sub-technique: ${reference(sub)}\n`);
  return `  - Technique: ${reference(entry)}\n${below.join('')}`;
}

function reference({ id, name, reference: url }: ThreatTactic): string {
  return link(`${name} (${id})`, url);
}
