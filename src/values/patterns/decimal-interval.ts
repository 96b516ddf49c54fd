import { Automaton } from './automaton.js';
import { concatenation, repeat, sequence, union } from './build-automaton.js';
import { minimize } from './minimize.js';

const ZERO = 0x30;

/**
 * Accepts the decimal integers from `min` to `max`: with `digits` above 0 those written with so many digits, leading zeros included,
 * else with any number of leading zeros.
 */
export function decimalInterval(min: number, max: number, digits: number): Automaton {
  if (digits > 0) return ofLength(String(min).padStart(digits, '0'), String(max).padStart(digits, '0'));
  const parts: Automaton[] = [];
  for (let length = String(min).length; length <= String(max).length; length++) {
    const from = Math.max(min, length === 1 ? 0 : 10 ** (length - 1));
    const to = Math.min(max, 10 ** length - 1);
    parts.push(ofLength(String(from), String(to)));
  }
  const zeros = repeat(sequence([[[ZERO, ZERO]]]));
  return minimize(concatenation([zeros, union(parts)]), Number.MAX_SAFE_INTEGER);
}

/** The numbers between two that have equally many digits. */
function ofLength(low: string, high: string): Automaton {
  const automaton = new Automaton();
  // Where the digits so far are those of both bounds, of the low one, of the high one, or of neither.
  let both: number | undefined = automaton.add(low === '');
  let atLow: number | undefined;
  let atHigh: number | undefined;
  let free: number | undefined;
  for (let index = 0; index < low.length; index++) {
    const from = low.charCodeAt(index);
    const to = high.charCodeAt(index);
    const targets = new Map<string, number>();
    const step = (state: number | undefined, target: string, min: number, max: number): void => {
      if (state === undefined || min > max) return;
      let number = targets.get(target);
      if (number === undefined) targets.set(target, (number = automaton.add(index === low.length - 1)));
      automaton.connect(state, number, min, max);
    };
    if (both !== undefined && from === to) step(both, 'both', from, from);
    else {
      step(both, 'low', from, from);
      step(both, 'free', from + 1, to - 1);
      step(both, 'high', to, to);
    }
    step(atLow, 'low', from, from);
    step(atLow, 'free', from + 1, ZERO + 9);
    step(atHigh, 'free', ZERO, to - 1);
    step(atHigh, 'high', to, to);
    step(free, 'free', ZERO, ZERO + 9);
    [both, atLow, atHigh, free] = ['both', 'low', 'high', 'free'].map((name) => targets.get(name));
  }
  return automaton;
}
