import type { Options } from 'yargs';
import { TARGET_OPTIONS } from './target-options.js';

/** Options that decide what a plan holds: those of `dragnet plan` and of `dragnet apply` without a file. */
export const PLAN_OPTIONS: Readonly<Record<string, Options>> = {
  ...TARGET_OPTIONS,
  adopt: {
    type: 'boolean',
    describe:
      'Take over objects that Kibana has and nobody manages, and delete copies of managed rules that git does not know',
  },
  'on-conflict': {
    choices: ['fail', 'git', 'live'],
    default: 'fail',
    describe: 'Where git and somebody in Kibana changed the same field: stop, or take one of the two',
  },
  'detach-unknown-lists': {
    type: 'boolean',
    describe: "Detach rules' own exception lists (rule_default) that git does not know",
  },
  'rotate-secrets': { type: 'boolean', describe: 'Write the secrets of all connectors anew' },
};

/** `--detailed-exitcode`. */
export const DETAILED_EXIT: Readonly<Record<string, Options>> = {
  'detailed-exitcode': {
    type: 'boolean',
    describe: 'End with 0 where nothing is to be done, 2 where something is, 1 for everything else',
  },
};

/**
 * Whether 2 means changes in the exit code of a call: then every mistake ends with 1, so that a broken configuration never reads as "changes, go on".
 * So it is with `--detailed-exitcode`, and always for `drift`.
 */
export function isDetailedExit(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  const words = end < 0 ? argv : argv.slice(0, end);
  const [command] = words.filter((word) => !word.startsWith('-'));
  return command === 'drift' || words.some((word) => /^--detailed-exitcode(?:=true)?$/u.test(word));
}
