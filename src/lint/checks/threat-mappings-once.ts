import { isJsonObject } from '../../values/json.js';
import type { JsonValue } from '../../values/json.js';
import type { Check } from '../check.js';

const ENTRY = (framework: string, inner = framework): string =>
  `[[rule.threat_mappings]]\nframework = "${framework}"\nversion = "v18"\nthreat = [{ framework = "${inner}", tactic = { id = "TA0002", name = "Execution", reference = "https://attack.mitre.org/tactics/TA0002/" } }]`;

/** See `summary`. */
export const threatMappingsOnce: Check = {
  name: 'threat-mappings-once',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Give each version of a framework one mapping, with entries of that framework.',
  rationale:
    '`threat_mappings` holds the tactics and techniques of other versions. Of two mappings for one version nobody knows which counts; entries of another framework belong into a mapping of that.',
  examples: {
    invalid: [`${ENTRY('MITRE ATT&CK')}\n\n${ENTRY('MITRE ATT&CK')}`, ENTRY('MITRE ATLAS', 'MITRE ATT&CK')],
    valid: [ENTRY('MITRE ATT&CK')],
  },
  *rule(rule) {
    const mappings = (rule as { readonly threatMappings?: readonly JsonValue[] }).threatMappings ?? [];
    const seen = new Set<string>();
    for (const [at, mapping] of mappings.entries()) {
      if (!isJsonObject(mapping)) continue;
      const { framework, version, threat } = mapping;
      const path = ['rule', 'threat_mappings', at];
      const id = `${text(framework)} ${text(version)}`;
      if (seen.has(id))
        yield {
          path,
          at: 'key',
          what: `There is a mapping for ${id} already.`,
          why: 'Nobody knows which of the two counts.',
          fix: 'Put their entries into one.',
        };
      seen.add(id);
      for (const [inner, entry] of (Array.isArray(threat) ? (threat as readonly JsonValue[]) : []).entries()) {
        if (!isJsonObject(entry) || entry['framework'] === framework) continue;
        yield {
          path: [...path, 'threat', inner, 'framework'],
          what: `The entry is of ${text(entry['framework'])}, the mapping of ${text(framework)}.`,
          why: 'It appears in the map of neither.',
          fix: `Set it to "${text(framework)}", or move the entry.`,
        };
      }
    }
  },
};

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
