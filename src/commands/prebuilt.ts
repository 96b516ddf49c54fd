import { prebuiltReport } from '../deploy/prebuilt-report.js';
import { prebuiltMarkdown, printPrebuilt } from '../deploy/print-prebuilt.js';
import { printJson } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import type { Command } from './command.js';
import { connectTarget } from './connect-target.js';
import { EXIT } from './exit-codes.js';
import { readRepository } from './plan-target.js';
import { TARGET_OPTIONS } from './target-options.js';
import { targetOf } from './target.js';

/** `dragnet prebuilt`: overlays and forks of a repository against the prebuilt rules of a Kibana. Writes nothing. */
export const prebuilt: Command = {
  options: {
    ...TARGET_OPTIONS,
    format: {
      choices: ['pretty', 'markdown', 'json'],
      default: 'pretty',
      describe: 'Form of the report on standard output',
    },
  },
  examples: [
    ['$0 prebuilt --target prod', "Which of Elastic's rules with overlays have newer versions, and what these change"],
    ['$0 prebuilt --format markdown', 'The text of an issue'],
  ],
  async run(args, terminal) {
    const { config, root, files } = await readRepository({}, terminal);
    const { kibana } = await connectTarget(targetOf(args, config, terminal.env, root), terminal);
    try {
      const report = await prebuiltReport(files, kibana);
      const isAmiss = [...report.overlays, ...report.forks].some(({ standing }) =>
        ['missing', 'foreign'].includes(standing),
      );
      if (args['format'] === 'json')
        terminal.out(`${printJson({ version: 1, ...report } as unknown as JsonObject, 2)}\n`);
      else terminal.out(args['format'] === 'markdown' ? prebuiltMarkdown(report) : printPrebuilt(report));
      return isAmiss ? EXIT.findings : EXIT.clean;
    } finally {
      kibana.close();
    }
  },
};
