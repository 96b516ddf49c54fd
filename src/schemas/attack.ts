import { ATTACK_VERSION, TACTICS, TECHNIQUES } from './data/attack-enterprise.js';

/** A tactic of MITRE ATT&CK. */
export interface AttackTactic {
  readonly kind: 'tactic';
  readonly id: string;
  readonly name: string;
}

/** A technique or sub-technique of MITRE ATT&CK. */
export interface AttackTechnique {
  readonly kind: 'technique';
  readonly id: string;
  readonly name: string;
  /** Ids of the tactics that it serves; empty where the status is not `active`. */
  readonly tactics: readonly string[];
  /** `revoked`: replaced by `successor`; `deprecated`: taken away. */
  readonly status: 'active' | 'revoked' | 'deprecated';
  readonly successor?: string;
}

/** A tactic or technique. */
export type AttackEntry = AttackTactic | AttackTechnique;

/** MITRE ATT&CK, Enterprise, by id. */
export interface Attack {
  readonly version: string;
  readonly entries: ReadonlyMap<string, AttackEntry>;
  /** Names of the tactics. */
  readonly tactics: ReadonlySet<string>;
}

let loaded: Attack | undefined;

/** The built-in version of MITRE ATT&CK (Enterprise); read on the first call. https://attack.mitre.org */
export function attack(): Attack {
  if (loaded) return loaded;
  const all = tactics();
  const names = new Set(all.map(([, { name }]) => name));
  loaded = { version: ATTACK_VERSION, entries: new Map([...all, ...techniques()]), tactics: names };
  return loaded;
}

/** The page of a tactic, technique or sub-technique, as rules write it: with a slash at the end. */
export function attackUrl(id: string): string {
  const folder = id.startsWith('TA') ? 'tactics' : 'techniques';
  return `https://attack.mitre.org/${folder}/${id.replace('.', '/')}/`;
}

/** An active entry: a revoked one is followed to what replaces it, however often; undefined where nothing does. */
export function successorOf(entry: AttackTechnique): AttackTechnique | undefined {
  const { entries } = attack();
  let next: AttackEntry | undefined = entry;
  for (let steps = 0; next?.kind === 'technique' && steps < entries.size; steps += 1) {
    if (next.status === 'active') return next;
    if (next.successor === undefined) return undefined;
    next = entries.get(next.successor);
  }
  return undefined;
}

function tactics(): [string, AttackEntry][] {
  return lines(TACTICS).map(([id, name]) => [id, { kind: 'tactic', id, name }]);
}

function techniques(): [string, AttackEntry][] {
  return lines(TECHNIQUES).map(([id, name, rest]) => {
    const [first = '', successor] = rest.split(' ');
    const status = first === 'revoked' || first === 'deprecated' ? first : 'active';
    const entry: AttackTechnique = {
      kind: 'technique',
      id,
      name,
      tactics: status === 'active' ? rest.split(' ') : [],
      status,
      ...(status === 'revoked' && successor !== undefined ? { successor } : {}),
    };
    return [id, entry];
  });
}

function lines(text: string): [id: string, name: string, rest: string][] {
  return text.split('\n').map((line) => {
    const [id = '', name = '', rest = ''] = line.split('\t');
    return [id, name, rest];
  });
}
