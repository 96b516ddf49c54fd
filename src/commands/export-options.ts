import type { Options } from 'yargs';
import type { Arguments } from './command.js';
import { UsageError } from './usage-error.js';

/** What may go along with rules. */
export const COMPANIONS = ['exceptions', 'connectors'] as const;

/** One of {@link COMPANIONS}. */
export type Companion = (typeof COMPANIONS)[number];

/** Options of `dragnet export`. */
export const EXPORT_OPTIONS: Readonly<Record<string, Options>> = {
  output: { type: 'string', describe: 'File to write (default: standard output)' },
  stack: { type: 'string', describe: 'Version of the Kibana that imports it, such as 8.19 (default: the newest)' },
  with: { type: 'string', describe: 'What goes along with the rules: exceptions, connectors or both, with a comma' },
};

/** The version of the stack that the call names. */
export function stackOf(args: Arguments): string | undefined {
  const stack = args['stack'] as string | undefined;
  if (stack === undefined || /^[1-9]\d{0,2}\.\d{1,3}(?:\.\d{1,3})?$/.test(stack)) return stack;
  throw new UsageError(`"${stack}" is not a version of the stack. Write one version like 8.19.`);
}

/** What the call wants along with the rules. */
export function companionsOf(args: Arguments): ReadonlySet<Companion> {
  const named = ((args['with'] as string | undefined) ?? '').split(',').filter((name) => name.trim() !== '');
  return new Set(
    named.map((name) => {
      const companion = COMPANIONS.find((known) => known === name.trim());
      if (companion === undefined) throw new UsageError(`--with knows ${COMPANIONS.join(' and ')}, not "${name}".`);
      return companion;
    }),
  );
}
