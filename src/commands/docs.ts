import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { plural } from '../diagnostics/plural.js';
import { printable } from '../diagnostics/printable.js';
import { jsonReport } from '../diagnostics/reporters/json.js';
import type { Command } from './command.js';
import { compareWithDisk } from './compare-with-disk.js';
import type { DocsProblem, DocsState } from './compare-with-disk.js';
import { EXIT } from './exit-codes.js';
import { describeDifference, docsJson, docsSummary } from './report-docs.js';
import { brokenDefinitions, openRepository, PATHS } from './repository.js';
import type { Terminal } from './terminal.js';

const OPTIONS = {
  out: { type: 'string', describe: 'Folder that docs/ lies in (default: the root of the repository)' },
} as const;

/**
 * `dragnet docs build`: writes the pages that are missing or stale, and deletes those that dragnet wrote for definitions that are gone.
 * Fails when a page's place is taken by a file that dragnet did not write, or claimed by several definitions; all others are written.
 */
export const docsBuild: Command = {
  positionals: PATHS,
  options: OPTIONS,
  async run(args, terminal) {
    const repository = await openRepository(args, terminal);
    const broken = brokenDefinitions(repository, terminal);
    const state = await compareWithDisk(repository, args);
    for (const difference of state.differences) await mend(difference, state, terminal);
    const { differences, pages } = state;
    const inTheWay = differences.filter(({ kind }) => kind === 'foreign' || kind === 'collision').length;
    const written = differences.filter(({ kind }) => kind === 'missing' || kind === 'stale').length;
    const removed = differences.filter(({ kind, mend: by }) => kind === 'extra' && by === 'build').length;
    const counts = [
      `${plural(written, 'page')} written`,
      `${pages.size - written - inTheWay} up to date`,
      ...(removed === 0 ? [] : [`${removed} removed`]),
      ...(inTheWay === 0 ? [] : [`${inTheWay} not written`]),
    ];
    terminal.err(`${counts.join(', ')}\n`);
    return broken || inTheWay > 0 ? EXIT.findings : EXIT.clean;
  },
};

async function mend(difference: DocsProblem, { pages, out }: DocsState, terminal: Terminal): Promise<void> {
  const { path, kind } = difference;
  const target = join(out, path);
  if (difference.mend === 'hand') {
    terminal.err(describeDifference(difference, terminal.colour.err));
  } else if (kind === 'extra') {
    await rm(target);
    terminal.err(`${printable(path)} belonged to no definition any more and was removed\n`);
  } else {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, pages.get(path) ?? '');
    terminal.out(`${printable(path)}\n`);
  }
}

/** `dragnet docs check`: fails when a page is missing, stale, orphaned or in the way of one, and shows the difference. */
export const docsCheck: Command = {
  positionals: PATHS,
  options: { ...OPTIONS, format: { choices: ['pretty', 'json'] as const, default: 'pretty', describe: 'Output' } },
  async run(args, terminal) {
    const repository = await openRepository(args, terminal);
    const broken = brokenDefinitions(repository, terminal);
    const state = await compareWithDisk(repository, args);
    if (args['format'] === 'json') {
      const errors = repository.diagnostics.filter(({ severity }) => severity === 'error');
      // The two parts are those of `dragnet check`; validation holds only what keeps definitions from having a page.
      const report = { version: 1, validation: jsonReport(errors, repository.texts), docs: docsJson(state) };
      terminal.out(`${JSON.stringify(report, null, 2)}\n`);
    } else {
      for (const difference of state.differences) terminal.out(describeDifference(difference, terminal.colour.out));
    }
    terminal.err(docsSummary(state));
    return broken || state.differences.length > 0 ? EXIT.findings : EXIT.clean;
  },
};
