import { nearest } from '../diagnostics/did-you-mean.js';
import { attackUrl, builtInAttack, successorOf } from '../schemas/attack.js';
import type { Attack, AttackTactic, AttackTechnique } from '../schemas/attack.js';
import type { JsonObject } from '../values/json.js';

/** The `[[rule.threat]]` entries of techniques, a tactic each, or a sentence why there are none. */
export type NewThreat =
  | { readonly threat: readonly JsonObject[]; readonly tactics: readonly string[]; readonly problem?: never }
  | { readonly problem: string; readonly threat?: never };

/**
 * Fills in names and pages of techniques and sub-techniques by their ids, as ATT&CK (the built-in version unless another is given) has them. A technique stands under the
 * first of `tactics` (ids or names) that it serves, without any under the first tactic that ATT&CK names.
 */
export function newThreat(
  techniques: readonly string[],
  tactics: readonly string[],
  attack: Attack = builtInAttack(),
): NewThreat {
  const nameOf = (id: string): string => attack.entries.get(id)?.name ?? id;
  const wanted: AttackTactic[] = [];
  for (const text of tactics) {
    const tactic = tacticOf(attack, text);
    if (tactic === undefined)
      return { problem: `There is no tactic ${JSON.stringify(text)} in ATT&CK ${attack.version}.` };
    wanted.push(tactic);
  }
  const byTactic = new Map<string, AttackTechnique[]>(wanted.map(({ id }) => [id, []]));
  for (const id of techniques) {
    const found = techniqueOf(attack, id);
    if (typeof found === 'string') return { problem: found };
    const under = wanted.find((tactic) => found.tactics.includes(tactic.id))?.id ?? found.tactics[0] ?? '';
    if (wanted.length > 0 && !wanted.some((tactic) => tactic.id === under))
      return { problem: `${id} serves none of the tactics given, but ${found.tactics.map(nameOf).join(', ')}.` };
    const listed = byTactic.get(under);
    if (listed === undefined) byTactic.set(under, [found]);
    else listed.push(found);
  }
  const entries = [...byTactic];
  return {
    threat: entries.map(([id, found]) => entryOf(nameOf, id, found)),
    tactics: entries.map(([id]) => nameOf(id)),
  };
}

function tacticOf({ entries }: Attack, text: string): AttackTactic | undefined {
  for (const entry of entries.values()) {
    if (entry.kind === 'tactic' && (entry.id === text.toUpperCase() || entry.name.toLowerCase() === text.toLowerCase()))
      return entry;
  }
  return undefined;
}

function techniqueOf(attack: Attack, id: string): AttackTechnique | string {
  const { entries, version } = attack;
  const entry = entries.get(id.toUpperCase());
  if (entry?.kind !== 'technique') {
    const [similar] = nearest(id.toUpperCase(), entries.keys(), 1);
    const hint = similar === undefined ? '' : ` Did you mean ${similar}?`;
    return `There is no technique ${JSON.stringify(id)} in ATT&CK ${version}.${hint}`;
  }
  if (entry.status === 'active') return entry;
  const next = successorOf(attack, entry);
  const advice = next === undefined ? 'Choose another one.' : `Use ${next.id} (${next.name}).`;
  return `${id} (${entry.name}) is ${entry.status} in ATT&CK ${version}. ${advice}`;
}

function entryOf(nameOf: (id: string) => string, tactic: string, found: readonly AttackTechnique[]): JsonObject {
  const named = (id: string): JsonObject => ({ id, name: nameOf(id), reference: attackUrl(id) });
  const parents = [...new Set(found.map(({ id }) => id.split('.')[0] ?? id))].sort();
  const techniques = parents.map((parent): JsonObject => {
    const inner = found.filter(({ id }) => id.startsWith(`${parent}.`)).map(({ id }) => named(id));
    return { ...named(parent), ...(inner.length === 0 ? {} : { subtechnique: inner }) };
  });
  return {
    framework: 'MITRE ATT&CK',
    tactic: named(tactic),
    ...(techniques.length === 0 ? {} : { technique: techniques }),
  };
}
