import type { CheckTest } from './condition.js';
import type { Scalar } from './scalar.js';
import type { TextMachine } from './text-machine.js';

/** A test with a meaning of its own; what it finds of a value, and its machine, are worked out once. */
export function checkTest(
  holds: (value: Scalar) => boolean,
  candidates: readonly Scalar[],
  neighbours: readonly Scalar[],
  machine?: () => TextMachine | undefined,
): CheckTest {
  const known = new Map<Scalar, boolean>();
  let built: TextMachine | undefined;
  let isBuilt = false;
  return {
    kind: 'Check',
    holds: (value) => {
      const before = known.get(value);
      if (before !== undefined) return before;
      const result = holds(value);
      known.set(value, result);
      return result;
    },
    candidates: [...new Set(candidates)],
    neighbours: [...new Set(neighbours)],
    ...(machine === undefined
      ? {}
      : {
          machine: () => {
            if (!isBuilt) built = machine();
            isBuilt = true;
            return built;
          },
        }),
  };
}

/** Texts that a wildcard pattern stands for: without its wildcards, and with something in their place. */
export function plainFormsOf(pattern: string): readonly string[] {
  const drive = pattern.replace(/^\?(?=:)/, 'C').replaceAll('?', 'x');
  return [drive.replaceAll('*', ''), drive.replaceAll('*', 'x')].filter((text) => text !== '');
}

/** Texts close to one: what a near miss has. */
export function textsBeside(text: string): readonly string[] {
  return [text.slice(0, -1), `${text}x`, `x${text}`].filter((near) => near !== '');
}
