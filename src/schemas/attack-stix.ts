import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { compareTexts } from '../values/text-order.js';
import { readAttackFile } from './attack-file.js';
import type { AttackFault, AttackFile } from './attack-file.js';

/** The line that MITRE's terms of use ask for, where a bundle has none of its own. */
const COPYRIGHT =
  '© The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation (ATT&CK Terms of Use).';

const DOMAIN = 'enterprise-attack';
/** What ids and kill chains of ATT&CK name as their source. */
const SOURCE = 'mitre-attack';

/** What is read of the objects of a bundle. */
interface Parts {
  readonly tactics: Map<string, JsonObject>;
  readonly techniques: Map<string, JsonObject>;
  /** STIX id → id of ATT&CK. */
  readonly ids: Map<string, string>;
  /** STIX id of a revoked object → that of its successor. */
  readonly successors: Map<string, string>;
  /** STIX id of each technique, by its id of ATT&CK. */
  readonly origins: Map<string, string>;
  order: readonly JsonValue[];
  version: JsonValue | undefined;
  copyright: string | undefined;
}

/**
 * Reads ATT&CK Enterprise from the JSON of a STIX 2.0 or 2.1 bundle (https://github.com/mitre-attack/attack-stix-data): tactics in the order of
 * the matrix, techniques in that of their ids. Objects of other kinds and of other domains are left out. `version` is for bundles that
 * do not say theirs.
 */
export function attackFromStix(bundle: JsonObject, version?: string): AttackFile | AttackFault {
  const { type, objects } = bundle;
  if (type !== 'bundle' || !isJsonArray(objects)) return { problem: 'This is no STIX bundle with a list of objects', path: [] };
  const parts: Parts = {
    tactics: new Map(),
    techniques: new Map(),
    ids: new Map(),
    successors: new Map(),
    origins: new Map(),
    order: [],
    version: undefined,
    copyright: undefined,
  };
  for (const [at, object] of objects.entries()) {
    const problem = isJsonObject(object) ? readObject(object, parts) : 'This is not an object';
    if (problem !== undefined) return { problem, path: ['objects', at] };
  }
  const said = parts.version ?? version;
  if (said === undefined)
    return { problem: 'The bundle does not say its version (x_mitre_version of an x-mitre-collection)', path: [] };
  const read = readAttackFile({
    version: said,
    copyright: parts.copyright ?? COPYRIGHT,
    tactics: orderedTactics(parts),
    techniques: techniquesOf(parts),
  });
  // Its path is that of a table which nobody sees.
  return 'problem' in read ? { problem: read.problem, path: [] } : read;
}

function readObject(object: JsonObject, parts: Parts): string | undefined {
  const { type } = object;
  switch (type) {
    case 'x-mitre-tactic':
    case 'attack-pattern':
      return isEnterprise(object) ? readEntry(type, object, parts) : undefined;
    case 'relationship':
      readRelationship(object, parts);
      return undefined;
    case 'x-mitre-collection':
      parts.version ??= object['x_mitre_version'];
      return undefined;
    case 'x-mitre-matrix':
      if (isEnterprise(object) && !isGone(object) && isJsonArray(object['tactic_refs'])) parts.order = object['tactic_refs'];
      return undefined;
    case 'marking-definition':
      parts.copyright ??= statementOf(object);
      return undefined;
    default:
      return typeof type === 'string' ? undefined : 'This object has no type';
  }
}

function readEntry(type: string, object: JsonObject, parts: Parts): string | undefined {
  const { id: stix, name } = object;
  const id = idOf(object);
  if (typeof stix !== 'string') return `This ${type} has no id`;
  if (id === undefined) return `This ${type} has no id of ATT&CK among its external_references`;
  if (typeof name !== 'string' || name.trim() === '') return `${id} has no name`;
  parts.ids.set(stix, id);
  if (type === 'x-mitre-tactic') {
    if (!isGone(object)) parts.tactics.set(stix, { id, name: name.trim(), shortname: object['x_mitre_shortname'] ?? null });
    return undefined;
  }
  const known = parts.techniques.get(id);
  if (known !== undefined && !isGone(known) && !isGone(object)) return `${id} stands twice`;
  // An id that was given a second time is that of the technique which counts now.
  if (known === undefined || isGone(known)) {
    parts.techniques.set(id, { ...object, name: name.trim() });
    parts.origins.set(id, stix);
  }
  return undefined;
}

function readRelationship(object: JsonObject, { successors }: Parts): void {
  const { relationship_type: type, source_ref: source, target_ref: target } = object;
  if (type !== 'revoked-by' || typeof source !== 'string' || typeof target !== 'string' || isGone(object)) return;
  successors.set(source, target);
}

function orderedTactics({ tactics, order }: Parts): readonly JsonObject[] {
  const first = order.flatMap((stix) => (typeof stix === 'string' ? [stix] : []));
  return [...new Set([...first, ...tactics.keys()])].flatMap((stix): readonly JsonObject[] => {
    const tactic = tactics.get(stix);
    return tactic === undefined ? [] : [tactic];
  });
}

function techniquesOf({ techniques, origins, successors, ids }: Parts): readonly JsonObject[] {
  return [...techniques]
    .sort(([left], [right]) => compareTexts(left, right))
    .map(([id, object]) => {
      const shared = { id, name: object['name'] ?? null };
      if (object['revoked'] === true) {
        const successor = ids.get(successors.get(origins.get(id) ?? '') ?? '');
        return { ...shared, revoked: true, ...(successor !== undefined && { revoked_by: successor }) };
      }
      if (isGone(object)) return { ...shared, deprecated: true };
      return { ...shared, tactics: phasesOf(object) };
    });
}

function phasesOf({ kill_chain_phases: phases }: JsonObject): readonly JsonValue[] {
  if (!isJsonArray(phases)) return [];
  return phases.flatMap((phase) =>
    isJsonObject(phase) && phase['kill_chain_name'] === SOURCE ? [phase['phase_name'] ?? null] : [],
  );
}

function idOf({ external_references: references }: JsonObject): string | undefined {
  if (!isJsonArray(references)) return undefined;
  for (const reference of references) {
    if (!isJsonObject(reference) || reference['source_name'] !== SOURCE) continue;
    const { external_id: id } = reference;
    if (typeof id === 'string') return id;
  }
  return undefined;
}

function statementOf({ definition }: JsonObject): string | undefined {
  const statement = isJsonObject(definition) ? definition['statement'] : undefined;
  if (typeof statement !== 'string' || !statement.includes('MITRE')) return undefined;
  return statement.replace(/\s+/gu, ' ').trim();
}

function isEnterprise({ x_mitre_domains: domains }: JsonObject): boolean {
  return !isJsonArray(domains) || domains.includes(DOMAIN);
}

function isGone({ revoked, x_mitre_deprecated: deprecated }: JsonObject): boolean {
  return revoked === true || deprecated === true;
}
