import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Command } from './command.js';
import { EXIT } from './exit-codes.js';
import { madeNote, makeTest, RULE_ARGUMENT } from './make-test.js';
import { UsageError } from './usage-error.js';
import { writeWhole } from './write-whole.js';

/** `dragnet test new`: writes the first test file of a rule, which passes as it is written. */
export const testNew: Command = {
  positionals: RULE_ARGUMENT,
  options: {
    force: { type: 'boolean', default: false, describe: 'Replace the test file that is there' },
  },
  examples: [['$0 test new rules/forbidden_program.toml', 'Writes rules/forbidden_program.test.toml']],
  async run(args, terminal) {
    const made = await makeTest(args, terminal);
    const { file, repository } = made;
    const { text, mapping } = made.made;
    const name = file.replace(/\.toml$/, '.test.toml');
    const files = [
      { name, text },
      ...(mapping === undefined ? [] : [{ name: join(dirname(file), mapping.name), text: mapping.text }]),
    ];
    for (const each of files) {
      if (args['force'] !== true && (await exists(join(repository.root, each.name))))
        throw new UsageError(`${each.name} is there already. Use --force to replace it.`);
    }
    for (const each of files) await writeWhole(join(repository.root, each.name), each.text);
    terminal.err(`wrote ${files.map((each) => each.name).join(' and ')}: ${madeNote(made)}\n`);
    return EXIT.clean;
  },
};

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
