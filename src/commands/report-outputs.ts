import { resolve } from 'node:path';
import type { Options } from 'yargs';
import { didYouMean } from '../diagnostics/did-you-mean.js';
import type { Arguments } from './command.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { writeWhole } from './write-whole.js';

/** A report in one form, for a file or, without one, for standard output. */
export interface ReportOutput<Format extends string> {
  readonly format: Format;
  readonly file?: string;
}

/** The option that says in which forms to report (`name`), and the one that says where to. */
export function outputOptions(name: string, formats: readonly string[]): Readonly<Record<string, Options>> {
  return {
    [name]: {
      alias: name === 'format' ? 'reporter' : 'format',
      choices: formats,
      array: true,
      describe: 'Form of the report; several may be given (default: pretty)',
    },
    output: {
      type: 'string',
      array: true,
      describe: `File for the report instead of stdout, as FILE or as FORM=FILE: --${name} github --output sarif=dragnet.sarif`,
    },
  };
}

/** The reports that the arguments ask for; throws a {@link UsageError} for an unknown form, and where two would mix on standard output. */
export function readOutputs<Format extends string>(
  args: Arguments,
  name: string,
  formats: readonly Format[],
): readonly ReportOutput<Format>[] {
  const asked = [...new Set((args[name] as readonly Format[] | undefined) ?? [])];
  const files = ((args['output'] as readonly string[] | undefined) ?? []).map((text) => target(text, formats));
  const plain = files.filter(({ format }) => format === undefined);
  const named = files.flatMap(({ format, file }) => (format === undefined ? [] : [{ format, file }]));
  const open = asked.filter((format) => !named.some((output) => output.format === format));
  const [first, second] = open;
  if (plain.length > 0) {
    if (plain.length > 1 || first === undefined || second !== undefined) {
      throw new UsageError(
        `--output ${plain[0]?.file ?? ''} does not say which report goes there. Write --output FORM=FILE.`,
      );
    }
    return [...named, { format: first, file: plain[0]?.file ?? '' }];
  }
  if (second !== undefined) {
    throw new UsageError(
      `Two reports would mix on standard output (${open.join(', ')}). Write all but one into a file: --output ${second}=FILE.`,
    );
  }
  if (first !== undefined) return [...named, { format: first }];
  // Reports in files only, as long as no form was asked for by name, leave the terminal its own.
  return asked.length === 0 ? [...named, { format: 'pretty' as Format }] : named;
}

function target<Format extends string>(
  text: string,
  formats: readonly Format[],
): { readonly format?: Format; readonly file: string } {
  const format = formats.find((candidate) => text.startsWith(`${candidate}=`));
  // A word before `=` is meant as a form; a file of such a name has a folder before it (`./a=b`).
  const [, unknown] = format === undefined ? (/^([\w-]*)=/u.exec(text) ?? []) : [];
  if (unknown !== undefined) {
    throw new UsageError(
      `--output ${text}: there is no form ${unknown === '' ? 'without a name' : `"${unknown}"`}.${didYouMean(unknown, formats)} The forms are ${formats.join(', ')}; for a file of this name write ./${text}.`,
    );
  }
  return format === undefined ? { file: text } : { format, file: text.slice(format.length + 1) };
}

/** Writes each report where it belongs; `print` makes its text. */
export async function writeReports<Format extends string>(
  outputs: readonly ReportOutput<Format>[],
  terminal: Terminal,
  print: (format: Format, color: boolean) => string,
): Promise<void> {
  for (const { format, file } of outputs) {
    if (file === undefined) terminal.out(print(format, terminal.colour.out));
    else await writeWhole(resolve(terminal.cwd, file), print(format, false));
  }
}
