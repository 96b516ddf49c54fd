import type { Hunt } from '../model/hunt.js';
import type { Attack, AttackTactic, AttackTechnique } from '../schemas/attack.js';
import { compareTexts } from '../values/text-order.js';
import { TACTIC_ORDER } from './rule-facets.js';
import type { ListedRule } from './rule-indexes.js';

/** A hunt and where its page stands, below the root of the pages. */
export interface ListedHunt {
  readonly hunt: Hunt;
  readonly path: string;
}

/** A technique (or sub-technique) with the rules and hunts that name it; deprecated rules do not count. */
export interface CoveredTechnique {
  readonly id: string;
  readonly name: string;
  readonly rules: readonly ListedRule[];
  readonly hunts: readonly ListedHunt[];
  /** Sub-techniques that some rule or hunt names; empty for a sub-technique. */
  readonly below: readonly CoveredTechnique[];
}

/** A column of the matrix. */
export interface MatrixColumn {
  readonly tactic: AttackTactic;
  /** All techniques of the tactic, sub-techniques excepted, by name. */
  readonly techniques: readonly CoveredTechnique[];
}

/** The matrix of MITRE ATT&CK (Enterprise) with what covers it. */
export interface AttackMatrix {
  /** Version of ATT&CK. */
  readonly version: string;
  readonly columns: readonly MatrixColumn[];
  /** Ids that rules or hunts name and that the version does not have as active techniques, those of ATLAS included; by id. */
  readonly others: readonly CoveredTechnique[];
}

/** `tested`: a rule with tests names it; `covered`: rules, none of them with tests; `open`: no rule. */
export type TechniqueState = 'tested' | 'covered' | 'open';

/** How well a technique is covered. */
export function stateOf({ rules }: CoveredTechnique): TechniqueState {
  if (rules.length === 0) return 'open';
  return rules.some(({ isTested }) => isTested) ? 'tested' : 'covered';
}

/** Sorts rules and hunts into the matrix. */
export function attackMatrix(
  attack: Attack,
  rules: readonly ListedRule[],
  hunts: readonly ListedHunt[] = [],
): AttackMatrix {
  const named = new Names();
  for (const listed of rules) {
    if (listed.rule.metadata.maturity !== 'deprecated') named.addRule(listed);
  }
  for (const listed of hunts) named.addHunt(listed);
  const techniques = [...attack.entries.values()].filter((entry) => entry.kind === 'technique' && isActive(entry));
  const active = new Map(techniques.map((entry) => [entry.id, entry as AttackTechnique]));
  const subs = new Map<string, AttackTechnique[]>();
  for (const entry of active.values()) {
    if (!entry.id.includes('.')) continue;
    const parent = parentOf(entry.id);
    subs.set(parent, [...(subs.get(parent) ?? []), entry]);
  }
  const cells = [...active.values()]
    .filter(({ id }) => !id.includes('.'))
    .sort((left, right) => compareTexts(left.name, right.name))
    .map((entry) => ({ entry, cell: named.cellOf(entry, subs.get(entry.id) ?? []) }));
  const columns = tacticsOf(attack).map((tactic) => ({
    tactic,
    techniques: cells.filter(({ entry }) => entry.tactics.includes(tactic.id)).map(({ cell }) => cell),
  }));
  const others = named.ids().filter((id) => !active.has(id) && !attack.tactics.has(id) && !isTactic(attack, id));
  return {
    version: attack.version,
    columns,
    others: others.map((id) => named.cellOf({ id, name: named.nameOf(id) }, [])),
  };
}

/** Techniques of the matrix, each once. */
export function techniquesOf({ columns }: AttackMatrix): readonly CoveredTechnique[] {
  return [...new Map(columns.flatMap(({ techniques }) => techniques).map((cell) => [cell.id, cell])).values()];
}

class Names {
  readonly #rules = new Map<string, ListedRule[]>();
  readonly #hunts = new Map<string, ListedHunt[]>();
  readonly #names = new Map<string, string>();

  addRule(listed: ListedRule): void {
    const ids = new Set<string>();
    for (const { technique = [] } of listed.rule.threat ?? []) {
      for (const entry of technique) {
        for (const { id, name } of [entry, ...(entry.subtechnique ?? [])]) {
          ids.add(id);
          this.#names.set(id, name);
        }
      }
    }
    for (const id of ids) add(this.#rules, id, listed);
  }

  addHunt(listed: ListedHunt): void {
    const own = listed.hunt.mitre ?? [];
    for (const id of new Set([...own, ...own.filter((id) => /^T\d+\.\d+$/.test(id)).map(parentOf)]))
      add(this.#hunts, id, listed);
  }

  ids(): readonly string[] {
    return [...new Set([...this.#rules.keys(), ...this.#hunts.keys()])].sort(compareTexts);
  }

  nameOf(id: string): string {
    return this.#names.get(id) ?? '';
  }

  cellOf(entry: { readonly id: string; readonly name: string }, below: readonly AttackTechnique[]): CoveredTechnique {
    return {
      id: entry.id,
      name: entry.name,
      rules: sorted(this.#rules.get(entry.id), ({ rule }) => rule.name),
      hunts: sorted(this.#hunts.get(entry.id), ({ hunt }) => hunt.name),
      below: below
        .filter(({ id }) => this.#rules.has(id) || this.#hunts.has(id))
        .sort((left, right) => compareTexts(left.id, right.id))
        .map((sub) => this.cellOf(sub, [])),
    };
  }
}

function add<Listed>(map: Map<string, Listed[]>, id: string, listed: Listed): void {
  const known = map.get(id);
  if (known === undefined) map.set(id, [listed]);
  else known.push(listed);
}

function sorted<Listed>(listed: readonly Listed[] | undefined, nameOf: (one: Listed) => string): readonly Listed[] {
  return [...(listed ?? [])].sort((left, right) => compareTexts(nameOf(left), nameOf(right)));
}

function tacticsOf(attack: Attack): readonly AttackTactic[] {
  const tactics = [...attack.entries.values()].filter((entry) => entry.kind === 'tactic');
  const rank = ({ name }: AttackTactic): number => {
    const at = TACTIC_ORDER.indexOf(name);
    return at === -1 ? TACTIC_ORDER.length : at;
  };
  return tactics.sort((left, right) => rank(left) - rank(right));
}

function isActive(entry: { readonly kind: string; readonly status?: string }): boolean {
  return entry.status === 'active';
}

function isTactic(attack: Attack, id: string): boolean {
  return attack.entries.get(id)?.kind === 'tactic';
}

function parentOf(id: string): string {
  return id.slice(0, id.indexOf('.'));
}
