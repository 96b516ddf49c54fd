import type { Options } from 'yargs';
import type { Config } from '../definitions/config.js';
import { NEWEST_STACK, isAvailable } from '../languages/esql/availability.js';
import type { Arguments } from './command.js';
import { UsageError } from './usage-error.js';

/** `--stack`, of all commands that check or run queries. */
export const STACK_OPTION: Readonly<Record<string, Options>> = {
  stack: {
    type: 'string',
    describe: `Versions of the stack that must take ES|QL, such as 8.19,9.1 (default: stack of dragnet.toml, else the newest known, ${NEWEST_STACK})`,
  },
};

/** The oldest version of which is known what its ES|QL has. */
const OLDEST = '8.18';

/** The versions that the call names, else those of the configuration; a version that is none, or too old, is a mistake of the call. */
export function stacksOf(args: Arguments, { stack = [] }: Pick<Config, 'stack'>): readonly string[] {
  const named = args['stack'];
  const stacks = typeof named === 'string' ? named.split(',').map((version) => version.trim()) : stack;
  for (const version of stacks) {
    if (!/^[0-9]{1,3}\.[0-9]{1,3}(?:\.[0-9]{1,3})?$/.test(version)) {
      throw new UsageError(`"${version}" is not a version of the stack. Write versions like 8.19,9.1.`);
    }
    if (!isAvailable(version, { since: OLDEST })) {
      throw new UsageError(`What ES|QL of ${version} takes is not known. Name versions from ${OLDEST} on.`);
    }
  }
  return [...new Set(stacks)];
}
