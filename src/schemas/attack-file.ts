import { isJsonArray, isJsonObject, printJson } from '../values/json.js';
import type { JsonArray, JsonObject, JsonValue } from '../values/json.js';
import type { JsonPath } from '../values/json-place.js';
import { toAttack } from './attack.js';
import type { Attack, AttackEntry, AttackTactic, AttackTechnique } from './attack.js';

/** A version of ATT&CK and what its data ask to be kept with them. */
export interface AttackFile {
  /** MITRE's copyright line: https://attack.mitre.org/resources/legal-and-branding/terms-of-use/ */
  readonly copyright: string;
  readonly attack: Attack;
}

/** What is wrong with data of ATT&CK, and where in their JSON. */
export interface AttackFault {
  readonly problem: string;
  readonly path: JsonPath;
}

/** The only version of the form so far. */
const FORM = 1;

const DOMAIN = 'enterprise-attack';

/** No name, id or line of MITRE is near so long. */
const LONGEST = 1000;

const TACTIC_ID = /^TA\d{4}$/u;
const TECHNIQUE_ID = /^T\d{4}(?:\.\d{3})?$/u;

/** The text of a data file: JSON, a tactic or technique a line in the order of the data, so that versions compare line by line. */
export function printAttackFile({ copyright, attack }: AttackFile): string {
  const head = { form: FORM, framework: 'MITRE ATT&CK', domain: DOMAIN, version: attack.version, copyright };
  const lines = Object.entries(head).map(([key, value]) => `  ${printJson(key)}: ${printJson(value)},`);
  const tactics: JsonObject[] = [];
  const techniques: JsonObject[] = [];
  for (const entry of attack.entries.values()) {
    const { id, name } = entry;
    if (entry.kind === 'tactic') tactics.push({ id, name });
    else techniques.push({ id, name, ...standing(entry) });
  }
  const list = (key: string, items: readonly JsonObject[]): string =>
    `  ${printJson(key)}: [\n${items.map((item) => `    ${printJson(item)}`).join(',\n')}\n  ]`;
  return `{\n${lines.join('\n')}\n${list('tactics', tactics)},\n${list('techniques', techniques)}\n}\n`;
}

function standing({ status, tactics, successor }: AttackTechnique): JsonObject {
  if (status === 'active') return { tactics };
  if (status === 'deprecated') return { deprecated: true };
  return { revoked: true, ...(successor !== undefined && { revoked_by: successor }) };
}

/**
 * Reads the JSON of a data file, or says what is wrong with it. Techniques name their tactics by id, or by the `shortname` that a tactic
 * has beside its id (`initial-access`).
 */
export function readAttackFile(body: JsonValue): AttackFile | AttackFault {
  if (!isJsonObject(body)) return { problem: 'The data are not a JSON object', path: [] };
  const fault = faultOfHead(body);
  if (fault) return fault;
  const { version, copyright, tactics, techniques } = body;
  if (!isLine(version)) return { problem: 'There is no version of ATT&CK', path: ['version'] };
  if (!isLine(copyright)) return { problem: "MITRE's copyright line is missing", path: ['copyright'] };
  if (!isFilled(tactics)) return { problem: 'There is no list of tactics', path: ['tactics'] };
  if (!isFilled(techniques)) return { problem: 'There is no list of techniques', path: ['techniques'] };
  const entries = readEntries({ tactics, techniques });
  return 'problem' in entries ? entries : { copyright, attack: toAttack(version, entries) };
}

function faultOfHead({ form = FORM, domain = DOMAIN }: JsonObject): AttackFault | undefined {
  if (form !== FORM) return { problem: `The form is ${shown(form)}; this dragnet reads form ${FORM}`, path: ['form'] };
  if (domain !== DOMAIN) return { problem: `The domain is ${shown(domain)}, not "${DOMAIN}"`, path: ['domain'] };
  return undefined;
}

interface Lists {
  readonly tactics: JsonArray;
  readonly techniques: JsonArray;
}

function readEntries({ tactics, techniques }: Lists): readonly AttackEntry[] | AttackFault {
  const ids = new Map<string, string>();
  const seen = new Set<string>();
  const entries: AttackEntry[] = [];
  for (const [key, items, read] of [
    ['tactics', tactics, readTactic],
    ['techniques', techniques, readTechnique],
  ] as const) {
    for (const [at, item] of items.entries()) {
      const entry = isJsonObject(item) ? read(item, ids) : 'This is not an object';
      if (typeof entry === 'string') return { problem: entry, path: [key, at] };
      if (seen.has(entry.id)) return { problem: `${entry.id} stands twice`, path: [key, at] };
      seen.add(entry.id);
      entries.push(entry);
    }
  }
  return entries;
}

function readTactic({ id, name, shortname }: JsonObject, ids: Map<string, string>): AttackTactic | string {
  if (typeof id !== 'string' || !TACTIC_ID.test(id)) return `${shown(id)} is not the id of a tactic, like "TA0001"`;
  if (!isLine(name)) return `${id} has no name`;
  ids.set(id, id);
  if (typeof shortname === 'string') ids.set(shortname, id);
  return { kind: 'tactic', id, name };
}

function readTechnique(item: JsonObject, ids: ReadonlyMap<string, string>): AttackTechnique | string {
  const { id, name, tactics = [], revoked, revoked_by: successor, deprecated } = item;
  if (typeof id !== 'string' || !TECHNIQUE_ID.test(id)) return `${shown(id)} is not the id of a technique, like "T1059" or "T1059.001"`;
  if (!isLine(name)) return `${id} has no name`;
  const gone = { kind: 'technique', id, name, tactics: [] } as const;
  if (successor !== undefined) {
    if (typeof successor === 'string' && TECHNIQUE_ID.test(successor)) return { ...gone, status: 'revoked', successor };
    return `${id} is revoked by ${shown(successor)}, which is not the id of a technique`;
  }
  if (revoked === true) return { ...gone, status: 'revoked' };
  if (deprecated === true) return { ...gone, status: 'deprecated' };
  const served = tacticsServed(id, tactics, ids);
  return typeof served === 'string' ? served : { ...gone, tactics: served, status: 'active' };
}

function tacticsServed(id: string, tactics: JsonValue, ids: ReadonlyMap<string, string>): readonly string[] | string {
  if (!isFilled(tactics)) return `${id} serves no tactic`;
  const served = new Set<string>();
  for (const tactic of tactics) {
    const known = typeof tactic === 'string' ? ids.get(tactic) : undefined;
    if (known === undefined) return `${id} serves ${shown(tactic)}, which is none of the tactics`;
    served.add(known);
  }
  return [...served].sort();
}

function isFilled(value: JsonValue | undefined): value is JsonArray {
  return isJsonArray(value) && value.length > 0;
}

/** Whether a value is text of one line: no control characters, and not endless. */
function isLine(value: JsonValue | undefined): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST && !/\p{Cc}/u.test(value);
}

function shown(value: JsonValue | undefined): string {
  const text = value === undefined ? 'nothing' : typeof value === 'object' && value !== null ? 'what is no text' : printJson(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
