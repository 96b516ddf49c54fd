import { didYouMean } from '../diagnostics/did-you-mean.js';

/** What was called, as far as it is known when yargs complains. */
export interface Call {
  /** Usage of the command, such as `query <query> [files..]`; undefined before one is recognised. */
  readonly usage: string | undefined;
  /** Options that there are. */
  readonly known: ReadonlySet<string>;
  readonly argv: readonly string[];
  /** Names of the commands that can stand where no command is recognised. */
  readonly commands: readonly string[];
}

/** yargs' complaints in sentences: what is missing by its name, the nearest known option where one is unknown. */
export function explainCall(message: string, call: Call): string {
  if (message.startsWith('Not enough non-option arguments')) return missing(call.usage);
  const needy = /^Not enough arguments following: (.+)$/.exec(message)?.[1];
  if (needy !== undefined) return `--${needy} needs a value.`;
  const invalid = [...message.matchAll(/Argument: (.+), Given: (.+), Choices: (.+)/g)];
  if (invalid.length > 0) {
    return invalid
      .map(
        ([, name = '', given = '', choices = '']) =>
          `${named(name, call)} cannot be ${given}. Choose one of ${choices}.`,
      )
      .join('\n');
  }
  const unknown = /^Unknown (?:arguments?|commands?): (.+)$/.exec(message)?.[1];
  if (unknown === undefined) return message;
  return [...new Set(unknown.split(', ').map((name) => explainUnknown(name, call)))].join('\n');
}

function explainUnknown(name: string, { known, argv, usage, commands }: Call): string {
  const dashed = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const written = [`--${name}`, `--no-${name}`, `--${dashed}`, `--no-${dashed}`, `-${name}`].find((option) =>
    argv.some((word) => word === option || word.startsWith(`${option}=`)),
  );
  if (written === undefined && argv.includes(name)) {
    const command = usage?.replace(/ [<[].*$/, '');
    return command === undefined
      ? `There is no command ${JSON.stringify(name)}.${didYouMean(name, commands)}`
      : `dragnet ${command} takes no argument ${JSON.stringify(name)}.`;
  }
  const option = written ?? `--${name}`;
  return `Unknown option ${option}.${didYouMean(option.replace(/^--?(?:no-)?/, ''), known).replaceAll(/"([^"]+)"/g, '--$1')}`;
}

function missing(usage: string | undefined): string {
  const names = usage?.match(/<[^>]+>/g) ?? [];
  if (usage === undefined || names.length === 0) return 'An argument is missing.';
  return `${names.join(' and ')} is missing. Write it like: dragnet ${usage}.`;
}

function named(name: string, { argv }: Call): string {
  return argv.some((word) => word.startsWith('-') && word.replace(/^-+/, '').startsWith(name.slice(0, 1)))
    ? `--${name}`
    : `The ${name}`;
}
