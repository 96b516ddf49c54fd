import { driftMarkdown } from '../deploy/drift-markdown.js';
import { driftOf } from '../deploy/drift.js';
import type { Drift } from '../deploy/drift.js';
import { printDrift } from '../deploy/print-drift.js';
import { printJson } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import type { Command } from './command.js';
import { connectTarget } from './connect-target.js';
import { EXIT } from './exit-codes.js';
import type { ExitCode } from './exit-codes.js';
import { planTarget, readRepository } from './plan-target.js';
import { PATHS } from './repository.js';
import { TARGET_OPTIONS } from './target-options.js';
import { stateStoreOf } from './target-state.js';
import { targetOf } from './target.js';
import type { Terminal } from './terminal.js';

/** How drift can be printed. */
const FORMATS = ['pretty', 'markdown', 'json'] as const;

const NO_STATE =
  'note: nothing remembers what was applied: who changed what differs, and what was deleted by hand, cannot be known. Name elasticsearch or state in the target of dragnet.toml.\n';

/** `dragnet drift`: what was changed by hand in Kibana since the last apply. Writes nothing. */
export const drift: Command = {
  positionals: PATHS,
  options: {
    ...TARGET_OPTIONS,
    format: { choices: FORMATS, default: 'pretty', describe: 'Form of the report on standard output' },
  },
  examples: [
    [
      '$0 drift --target prod',
      'For a nightly job: ends with 0 where nothing was changed by hand, 2 where something was, 1 for all else',
    ],
    ['$0 drift --format markdown', 'The text of an issue'],
  ],
  async run(args, terminal) {
    const repository = await readRepository(args, terminal);
    const target = targetOf(args, repository.config, terminal.env, repository.root);
    const opened = await stateStoreOf(target, terminal);
    try {
      const connected = await connectTarget(target, terminal);
      try {
        const { state } = (await opened?.store.read()) ?? {};
        if (state === undefined) terminal.err(NO_STATE);
        const { plan } = await planTarget(repository, target, connected, state, {}, terminal);
        const found = driftOf(plan, state !== undefined);
        terminal.out(printed(found, args['format'] as (typeof FORMATS)[number], terminal));
        return exitCodeOf(found);
      } finally {
        connected.kibana.close();
      }
    } finally {
      await opened?.close();
    }
  },
};

function printed(found: Drift, format: (typeof FORMATS)[number], terminal: Terminal): string {
  if (format === 'json') return `${printJson({ version: 1, ...found } as unknown as JsonObject, 2)}\n`;
  return format === 'markdown' ? driftMarkdown(found) : printDrift(found, { color: terminal.colour.out });
}

/** Where not everything could be compared, "no drift" and "drift" would both say too much. */
function exitCodeOf({ objects, problems }: Drift): ExitCode {
  if (problems.length > 0) return EXIT.findings;
  return objects.length > 0 ? EXIT.changes : EXIT.clean;
}
