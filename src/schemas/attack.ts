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

/** A version of MITRE ATT&CK, Enterprise, by id: the built-in one, or what `dragnet attack import` wrote. */
export interface Attack {
  readonly version: string;
  readonly entries: ReadonlyMap<string, AttackEntry>;
  /** Names of the tactics. */
  readonly tactics: ReadonlySet<string>;
}

let loaded: Attack | undefined;

/** The built-in version of MITRE ATT&CK (Enterprise); read on the first call. https://attack.mitre.org */
export function builtInAttack(): Attack {
  if (loaded) return loaded;
  loaded = toAttack(ATTACK_VERSION, [...tactics(), ...techniques()]);
  return loaded;
}

/** ATT&CK of a version, of its tactics and techniques; of two with one id the last counts. */
export function toAttack(version: string, all: readonly AttackEntry[]): Attack {
  const names = all.filter(({ kind }) => kind === 'tactic').map(({ name }) => name);
  return { version, entries: new Map(all.map((entry) => [entry.id, entry])), tactics: new Set(names) };
}

/** The page of a tactic, technique or sub-technique, as rules write it: with a slash at the end. */
export function attackUrl(id: string): string {
  const folder = id.startsWith('TA') ? 'tactics' : 'techniques';
  return `https://attack.mitre.org/${folder}/${id.replace('.', '/')}/`;
}

/** An active entry: a revoked one is followed to what replaces it, however often; undefined where nothing does. */
export function successorOf({ entries }: Attack, entry: AttackTechnique): AttackTechnique | undefined {
  let next: AttackEntry | undefined = entry;
  for (let steps = 0; next?.kind === 'technique' && steps < entries.size; steps += 1) {
    if (next.status === 'active') return next;
    if (next.successor === undefined) return undefined;
    next = entries.get(next.successor);
  }
  return undefined;
}

function tactics(): AttackTactic[] {
  return lines(TACTICS).map(([id, name]) => ({ kind: 'tactic', id, name }));
}

function techniques(): AttackTechnique[] {
  return lines(TECHNIQUES).map(([id, name, rest]) => {
    const [first = '', successor] = rest.split(' ');
    const status = first === 'revoked' || first === 'deprecated' ? first : 'active';
    return {
      kind: 'technique',
      id,
      name,
      tactics: status === 'active' ? rest.split(' ') : [],
      status,
      ...(status === 'revoked' && successor !== undefined ? { successor } : {}),
    };
  });
}

function lines(text: string): [id: string, name: string, rest: string][] {
  return text.split('\n').map((line) => {
    const [id = '', name = '', rest = ''] = line.split('\t');
    return [id, name, rest];
  });
}
