import type { Automaton } from './automaton.js';
import {
  anything,
  concatenation,
  intersection,
  nothing,
  optional,
  repeat,
  repeatAtLeast,
  repeatBetween,
  sequence,
  union,
} from './build-automaton.js';
import { complement, TooComplexError } from './determinize.js';
import { decimalInterval } from './decimal-interval.js';
import { minimize } from './minimize.js';
import type { RegexpLeaf, RegexpNode } from './regexp-syntax.js';
import { negatedRanges, RegexpSyntaxError } from './regexp-syntax.js';

/**
 * Builds the automaton of a regular expression bottom up, each step made minimal before the next, as Lucene 9 does:
 * so the same patterns exceed the limit. Throws `TooComplexError`, and `RegexpSyntaxError` for `<name>`: Elasticsearch defines no names.
 */
export function regexpAutomaton(node: RegexpNode, limit: number, caseInsensitive: boolean): Automaton {
  const build = (part: RegexpNode): Automaton => regexpAutomaton(part, limit, caseInsensitive);
  switch (node.kind) {
    case 'Union':
      return minimize(union(node.parts.map(build)), limit);
    case 'Concatenation':
      return minimize(concatenation(node.parts.map(build)), limit);
    case 'Intersection':
      return node.parts.map(build).reduce((one, two) => minimize(intersection(one, two), limit));
    case 'Optional':
      return minimize(optional(build(node.part)), limit);
    case 'Repeat':
      return minimize(repeat(build(node.part)), limit);
    case 'Complement':
      return minimize(complement(build(node.part), limit), limit);
    case 'RepeatAtLeast':
      return minimize(copies(build(node.part), node.min, undefined, limit), limit);
    case 'RepeatBetween':
      // Lucene leaves this one step as it is.
      return copies(build(node.part), node.min, node.max, limit);
    default:
      return leafAutomaton(node, limit, caseInsensitive);
  }
}

function leafAutomaton(node: RegexpLeaf, limit: number, caseInsensitive: boolean): Automaton {
  switch (node.kind) {
    case 'Text':
      // Lucene builds an empty text from no parts where it ignores case, and that accepts nothing.
      return node.forms.length === 0 && caseInsensitive ? nothing() : sequence(node.forms);
    case 'Class':
      return minimize(sequence([node.negated ? negatedRanges(node.ranges) : node.ranges]), limit);
    case 'Interval':
      return decimalInterval(node.min, node.max, node.digits);
    case 'Named':
      throw new RegexpSyntaxError(`'${node.name}' not found`, node.at);
    case 'AnyText':
      return anything();
    case 'Nothing':
      return nothing();
  }
}

/** Lucene refuses repetitions whose copies alone have more states than the limit. */
function copies(part: Automaton, min: number, max: number | undefined, limit: number): Automaton {
  const states = (part.states.length - 1) * (max ?? min);
  if (states > limit) throw new TooComplexError('copies', states);
  // A single state accepts any number of its own texts already, so more copies than one would cost room and change nothing.
  const most = part.states.length === 1 ? 1 : Number.POSITIVE_INFINITY;
  return max === undefined
    ? repeatAtLeast(part, Math.min(min, most))
    : repeatBetween(part, Math.min(min, most), Math.min(max, most));
}
