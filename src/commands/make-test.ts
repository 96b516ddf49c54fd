import type { Rule } from '../model/rule.js';
import type { NewTest } from '../testing/new-test.js';
import { newTest } from '../testing/new-test.js';
import type { Arguments } from './command.js';
import { openRepository } from './repository.js';
import type { Repository } from './repository.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** The argument of the commands that make something for one rule. */
export const RULE_ARGUMENT = {
  rule: { type: 'string', demandOption: true, describe: 'The TOML file of a rule' },
} as const;

/** What was made for the one rule that the arguments name. */
export interface MadeTest {
  readonly repository: Repository;
  /** The rule's file, from the root of the repository. */
  readonly file: string;
  readonly rule: Rule;
  readonly made: NewTest & { readonly none?: never };
}

/** Makes the documents of a first test for a rule; throws a {@link UsageError} where there is no such rule, or nothing can be made for it. */
export async function makeTest(args: Arguments, terminal: Terminal): Promise<MadeTest> {
  const path = String(args['rule']);
  const repository = await openRepository({ ...args, paths: [path] }, terminal);
  const [definition, second] = repository.rules;
  if (definition === undefined) {
    const [refused] = repository.diagnostics;
    throw new UsageError(
      refused === undefined
        ? `${path} is not a rule. Name the TOML file of one.`
        : `${path} cannot be read as a rule: ${refused.what} dragnet validate says more.`,
    );
  }
  if (second !== undefined) throw new UsageError(`${path} holds several rules. Name the file of one.`);
  const made = await newTest(definition.value, {
    file: definition.file,
    imported: repository.catalogues,
    embedded: async (now) => {
      const { EmbeddedCluster } = await import('../engine/embedded/embedded-cluster.js');
      return new EmbeddedCluster({ clock: () => now });
    },
    signal: terminal.interrupted,
  });
  if (made.none !== undefined) throw new UsageError(`No documents can be made for ${definition.file}: ${made.none}`);
  return { repository, file: definition.file, rule: definition.value, made };
}

/** What the reader should know of what was made. */
export function madeNote({ made }: MadeTest): string {
  const firing = made.cases.filter(({ expect }) => expect['alerts'] !== 0).length;
  const counts = `${firing} on which the rule fires, ${made.cases.length - firing} on which it stays silent`;
  const dropped = made.dropped.length === 0 ? '' : ` (${made.dropped.length} more were not confirmed and are left out)`;
  return `${made.cases.length} cases: ${counts}${dropped}`;
}
