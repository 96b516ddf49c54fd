import type { Rule } from '../model/rule.js';
import type { Threat, ThreatTactic } from '../model/threat.js';
import { section, type Inlines, type ListItem, type Section } from './page.js';

/**
 * The sections on the frameworks that a rule's threats belong to (MITRE ATT&CK, MITRE ATLAS): tactics, techniques and sub-techniques
 * as links. One section a framework, in the order of the file; none without threats.
 */
export function ruleThreat(rule: Rule): readonly Section[] {
  const frameworks = new Map<string, Threat[]>();
  for (const threat of rule.threat ?? []) {
    const known = frameworks.get(threat.framework);
    if (known === undefined) frameworks.set(threat.framework, [threat]);
    else known.push(threat);
  }
  return [...frameworks].map(([framework, threats]) =>
    section(framework, [{ kind: 'List', items: threats.map(tacticItem) }]),
  );
}

function tacticItem({ tactic, technique = [] }: Threat): ListItem {
  const techniques = technique.map((entry) => ({
    text: reference('Technique', entry),
    items: (entry.subtechnique ?? []).map((sub) => ({ text: reference('Sub-technique', sub) })),
  }));
  return { text: reference('Tactic', tactic), items: techniques };
}

function reference(kind: string, { id, name, reference: url }: ThreatTactic): Inlines {
  return [`${kind}: `, { kind: 'Link', text: `${name} (${id})`, url }];
}
