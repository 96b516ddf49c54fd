import { fixtureLines } from '../testing/fixture-lines.js';
import type { JsonObject } from '../values/json.js';
import type { Command } from './command.js';
import { EXIT } from './exit-codes.js';
import { writeLines } from './fixture-pull.js';
import { readAll } from './read-input.js';
import { REDACT_OPTION, redacted, redactionOf } from './redact-option.js';
import { openConfig } from './repository.js';
import { UsageError } from './usage-error.js';

/** `dragnet fixture redact`: documents of files with what is personal in them changed. */
export const fixtureRedact: Command = {
  positionals: {
    files: {
      type: 'string',
      array: true,
      default: ['-'],
      describe:
        'Files with documents: NDJSON, a JSON array, or the answer of a search; plain or gzip; - is standard input',
    },
  },
  options: {
    out: { alias: 'o', type: 'string', describe: 'File to write (default: standard output)' },
    ...REDACT_OPTION,
  },
  examples: [
    ['$0 fixture redact events.ndjson -o fixtures/events.ndjson', 'Names, addresses, accounts and keys changed'],
  ],
  async run(args, terminal) {
    const { config } = await openConfig(terminal);
    const redaction = redactionOf(args, config, terminal);
    if (redaction === undefined)
      throw new UsageError('fixture redact with --no-redact has nothing to do. Leave --no-redact out.');
    const documents: JsonObject[] = [];
    for (const file of args['files'] as readonly string[])
      documents.push(...fixtureLines(file, await readAll(file, terminal)).map(({ value }) => value));
    await writeLines(redacted(documents, redaction, terminal), args['out'], terminal);
    terminal.err(`${documents.length} document${documents.length === 1 ? '' : 's'}\n`);
    return EXIT.clean;
  },
};
