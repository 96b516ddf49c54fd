import { isAtom, type Atom, type Condition } from './condition.js';
import { NO } from './truth.js';

/** Atoms one of which must not fail for a condition to hold, and how many documents in one they let through. */
export interface Anchors {
  readonly atoms: readonly Atom[];
  readonly share: number;
}

/**
 * The atoms by which a rule is found: of parts that must all hold the one that lets the fewest documents through, of parts any of which is enough
 * all. Undefined where there are none: the rule then meets every document.
 */
export function anchorsOf(condition: Condition, share: (atom: Atom) => number): Anchors | undefined {
  if (isAtom(condition)) {
    return condition.ofMissing === NO ? { atoms: [condition], share: share(condition) } : undefined;
  }
  switch (condition.kind) {
    case 'Settled':
      return condition.truth === NO ? { atoms: [], share: 0 } : undefined;
    case 'Not':
      return undefined;
    case 'Doubt':
      return anchorsOf(condition.part, share);
    case 'And':
      return rarest(condition.parts, share);
    case 'Or': {
      const parts: Anchors[] = [];
      for (const part of condition.parts) {
        const anchors = anchorsOf(part, share);
        if (anchors === undefined) return undefined;
        parts.push(anchors);
      }
      const sum = parts.reduce((total, part) => total + part.share, 0);
      return { atoms: [...new Set(parts.flatMap(({ atoms }) => atoms))], share: sum };
    }
  }
}

function rarest(parts: readonly Condition[], share: (atom: Atom) => number): Anchors | undefined {
  let best: Anchors | undefined;
  for (const part of parts) {
    const anchors = anchorsOf(part, share);
    if (anchors !== undefined && (best === undefined || anchors.share < best.share)) best = anchors;
  }
  return best;
}
