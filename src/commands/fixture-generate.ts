import { resolve } from 'node:path';
import { fixtureLines } from '../testing/new-test.js';
import type { Command } from './command.js';
import { EXIT } from './exit-codes.js';
import { madeNote, makeTest, RULE_ARGUMENT } from './make-test.js';
import { writeWhole } from './write-whole.js';

/** `dragnet fixture generate`: documents for a rule as NDJSON, each with an `_id` that says what it is for. */
export const fixtureGenerate: Command = {
  positionals: RULE_ARGUMENT,
  options: {
    output: { alias: 'o', type: 'string', describe: 'File to write (default: standard output)' },
  },
  examples: [['$0 fixture generate rules/forbidden_program.toml', 'Documents, one a line']],
  async run(args, terminal) {
    const made = await makeTest(args, terminal);
    const text = fixtureLines(made.made.cases);
    const output = args['output'];
    if (typeof output === 'string') await writeWhole(resolve(terminal.cwd, output), text);
    else terminal.out(text);
    terminal.err(`${madeNote(made)}\n`);
    return EXIT.clean;
  },
};
