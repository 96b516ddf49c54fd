import type { EqlSample } from '../languages/eql/ast.js';
import { clausesOf } from './condition.js';
import type { Draft } from './draft.js';
import { toDocument } from './draft.js';
import { atTime } from './draft-time.js';
import type { Part, SetContext } from './eql-steps.js';
import { keysOf, missPart, partsOf, solveParts } from './eql-steps.js';
import type { EqlWitness } from './eql-witness.js';
import { satisfies } from './satisfies.js';

/** Sets of documents for a sample: one event for each filter, in any order. */
export function sampleSets({ by, steps }: EqlSample, context: SetContext): readonly EqlWitness[] {
  const parts = partsOf(steps, by, context);
  const drafts = solveParts(parts, context);
  if (drafts === undefined) return [];
  const found: EqlWitness[] = [];
  const add = (set: readonly Draft[], rest: Omit<EqlWitness, 'documents' | 'matches'>): void => {
    const matches = isSample(set, parts, context);
    if (matches !== (rest.purpose === 'match')) return;
    const documents = set.map((draft, at) =>
      toDocument(atTime(draft, context.timestampField, new Date(context.now.getTime() - (set.length - 1 - at) * 1000))),
    );
    found.push({ documents, matches, ...rest });
  };
  add(drafts, { purpose: 'match' });
  for (const [at, part] of parts.entries()) {
    const keys = keysOf(drafts[at] ?? EMPTY, part, context);
    if (keys === undefined) continue;
    for (const clause of clausesOf(part.condition)) {
      const draft = missPart(part, clause, keys, context);
      const place = { clause: { start: clause.start, end: clause.end }, at };
      if (draft !== undefined) add(drafts.with(at, draft), { purpose: 'near-miss', ...place });
    }
  }
  const { range } = steps.at(-1) ?? {};
  if (range !== undefined)
    add(drafts.slice(0, -1), { purpose: 'near-miss', clause: { start: range.start, end: range.end } });
  return found;
}

const EMPTY: Draft = { values: new Map(), nested: new Map() };

/** Whether each filter can have an event of its own, all with the same keys. */
function isSample(drafts: readonly Draft[], parts: readonly Part[], context: SetContext): boolean {
  const choose = (at: number, left: readonly Draft[], keys: string | undefined): boolean => {
    const part = parts[at];
    if (part === undefined) return true;
    return left.some((draft, index) => {
      const own = keysOf(draft, part, context)?.map(String).join('\n');
      if (own === undefined || (keys !== undefined && own !== keys)) return false;
      return satisfies(draft, part.whole, context.fields) && choose(at + 1, left.toSpliced(index, 1), own);
    });
  };
  return choose(0, drafts, undefined);
}
