import { printable } from '../diagnostics/printable.js';
import { convertCloudTrail } from '../convert/cloudtrail/convert-cloud-trail.js';
import { readCloudTrail } from '../convert/cloudtrail/read-cloud-trail.js';
import { REDACTION_ACTIONS } from '../redact/redaction-rules.js';
import { parseJson } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import type { Command } from './command.js';
import { EXIT } from './exit-codes.js';
import { writeLines } from './fixture-pull.js';
import { readAll } from './read-input.js';
import { redacted, redactionOf } from './redact-option.js';
import { openConfig } from './repository.js';

/** `dragnet convert cloudtrail`: raw records in, one ECS document a line out; problems go to stderr and to the exit code. */
export const convertCloudtrail: Command = {
  positionals: {
    files: {
      type: 'string',
      array: true,
      default: ['-'],
      describe:
        'CloudTrail files ({"Records": […]}, an array, or one record a line; plain or gzip); - is standard input',
    },
  },
  options: {
    redact: {
      type: 'string',
      array: true,
      nargs: 1,
      describe: `Redact the documents: on, or a rule for a field, FIELD=${REDACTION_ACTIONS.join('|')} (as in fixture pull)`,
    },
  },
  examples: [
    ['$0 convert cloudtrail trail.json > fixtures/trail.ndjson', 'A fixture from a downloaded log file'],
    ['$0 convert cloudtrail trail.json --redact on', 'With names, addresses, accounts and keys changed'],
  ],
  async run(args, terminal) {
    const { config } = await openConfig(terminal);
    const redaction = args['redact'] === undefined ? undefined : redactionOf(args, config, terminal);
    // Redacted together, at the end: equal values must become equal in all of them.
    const waiting: JsonObject[] = [];
    let converted = 0;
    let problems = 0;
    for (const file of args['files'] as readonly string[]) {
      const reading = readCloudTrail(await readAll(file, terminal));
      for (const { line, column, what, fix } of reading.problems) {
        problems += 1;
        terminal.err(`${printable(`${file}:${line}:${column}  ${what} ${fix}`)}\n`);
      }
      for (const { value, line } of reading.records) {
        const result = convertCloudTrail(value);
        if (result.problem) {
          problems += 1;
          terminal.err(`${printable(`${file}:${line}  ${result.problem.what} ${result.problem.fix}`)}\n`);
        } else {
          converted += 1;
          if (redaction) waiting.push(parseJson(result.source) as JsonObject);
          else terminal.out(`${result.source}\n`);
        }
      }
    }
    if (redaction) await writeLines(redacted(waiting, redaction, terminal), undefined, terminal);
    const bad = problems === 0 ? '' : `, ${problems} problem${problems === 1 ? '' : 's'}`;
    terminal.err(`${converted} document${converted === 1 ? '' : 's'}${bad}\n`);
    return problems === 0 ? EXIT.clean : EXIT.findings;
  },
};
