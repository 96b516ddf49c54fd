import { resolve } from 'node:path';
import { printPlanFile } from '../deploy/plan-file.js';
import { planMarkdown } from '../deploy/plan-markdown.js';
import type { Plan } from '../deploy/plan.js';
import { printPlan } from '../deploy/print-plan.js';
import type { Command } from './command.js';
import { connectTarget } from './connect-target.js';
import { EXIT } from './exit-codes.js';
import type { ExitCode } from './exit-codes.js';
import { DETAILED_EXIT, PLAN_OPTIONS } from './plan-options.js';
import { planTarget, readRepository } from './plan-target.js';
import { PATHS } from './repository.js';

import { stateStoreOf } from './target-state.js';
import { targetOf } from './target.js';
import type { Terminal } from './terminal.js';
import { writeWhole } from './write-whole.js';

/** How a plan can be printed. */
const FORMATS = ['pretty', 'markdown', 'json'] as const;

/** What to say where nothing keeps what was applied. */
export const NO_STATE =
  'note: nothing remembers what was applied, so that changes by hand look like changes of git, and nothing is deleted. Name elasticsearch or state in the target of dragnet.toml.\n';

/** `dragnet plan`: what it takes to make Kibana equal to git. Writes nothing there. */
export const plan: Command = {
  positionals: PATHS,
  options: {
    ...PLAN_OPTIONS,
    out: { type: 'string', describe: 'File for the plan, for dragnet apply' },
    format: { choices: FORMATS, default: 'pretty', describe: 'Form of the plan on standard output' },
    ...DETAILED_EXIT,
  },
  examples: [
    ['$0 plan --target prod', 'What would change in the Kibana of [target.prod]'],
    ['$0 plan --out plan.json --format markdown', 'A plan to apply, and a comment for the pull request'],
  ],
  async run(args, terminal) {
    const repository = await readRepository(args, terminal);
    const target = targetOf(args, repository.config, terminal.env, repository.root);
    const opened = await stateStoreOf(target, terminal);
    if (opened === undefined) terminal.err(NO_STATE);
    try {
      const connected = await connectTarget(target, terminal);
      try {
        const { state } = (await opened?.store.read()) ?? {};
        const { plan: made } = await planTarget(repository, target, connected, state, args, terminal);
        const out = args['out'] as string | undefined;
        if (out !== undefined) await writeWhole(resolve(terminal.cwd, out), printPlanFile(made));
        terminal.out(printed(made, args['format'] as (typeof FORMATS)[number], terminal));
        return exitCodeOf(made, args['detailedExitcode'] === true);
      } finally {
        connected.kibana.close();
      }
    } finally {
      await opened?.close();
    }
  },
};

function printed(made: Plan, format: (typeof FORMATS)[number], terminal: Terminal): string {
  if (format === 'json') return printPlanFile(made);
  return format === 'markdown' ? planMarkdown(made) : printPlan(made, { color: terminal.colour.out });
}

/** A plan that cannot be carried out as a whole is a finding, whatever else it holds. */
function exitCodeOf({ actions, problems }: Plan, isDetailed: boolean): ExitCode {
  if (problems.some(({ severity }) => severity === 'error')) return EXIT.findings;
  return isDetailed && actions.length > 0 ? EXIT.changes : EXIT.clean;
}
