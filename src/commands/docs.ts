import { plural } from '../diagnostics/plural.js';
import { printable } from '../diagnostics/printable.js';
import { jsonReport } from '../diagnostics/reporters/json.js';
import { printWrittenPages, WRITTEN_PAGES } from '../render/written-pages.js';
import type { Arguments, Command } from './command.js';
import { compareWithDisk } from './compare-with-disk.js';
import type { DocsProblem, DocsState } from './compare-with-disk.js';
import { DOCS_FORMATS, DOCS_OPTIONS, docsRequest } from './docs-options.js';
import { PageTests } from './page-tests.js';
import { EXIT } from './exit-codes.js';
import { describeDifference, docsJson, docsSummary, pluralOf } from './report-docs.js';
import { brokenDefinitions, openRepository, PATHS } from './repository.js';
import type { Repository } from './repository.js';
import type { Terminal } from './terminal.js';

/**
 * `dragnet docs build`: writes the pages that are missing or stale, and deletes those that dragnet wrote for definitions that are gone.
 * Fails when a page's place is taken by a file that dragnet did not write, or claimed by several definitions; all others are written.
 */
export const docsBuild: Command = {
  positionals: PATHS,
  options: {
    ...DOCS_OPTIONS,
    format: {
      choices: DOCS_FORMATS,
      describe:
        'Form of the pages: Markdown; the same with the index of hunts as elastic/detection-rules writes it; rules in AsciiDoc as in Elastic’s book (default: format of [docs], else dragnet)',
    },
  },
  examples: [
    ['$0 docs build', 'Pages of all rules and hunts, and their indexes'],
    ['$0 docs build rules --out site --lock version.lock.json --format asciidoc', 'Rules as AsciiDoc, below site/'],
  ],
  async run(args, terminal) {
    const repository = await openRepository(args, terminal);
    const broken = brokenDefinitions(repository, terminal);
    const state = await docsState(repository, args, terminal);
    if (terminal.interrupted.aborted) return EXIT.interrupted;
    for (const difference of state.differences) await mend(difference, state, terminal);
    await noteWritten(state);
    const { inTheWay, counts } = buildCounts(state);
    terminal.err(`${counts.join(', ')}\n`);
    return broken || inTheWay > 0 ? EXIT.findings : EXIT.clean;
  },
};

/** What a build did, in counts; indexes are counted where some were written. */
function buildCounts({ differences, pages, indexes, leftOut }: DocsState): {
  readonly inTheWay: number;
  readonly counts: readonly string[];
} {
  const inTheWay = differences.filter(({ kind }) => kind === 'foreign' || kind === 'collision');
  const written = differences.filter(({ kind }) => kind === 'missing' || kind === 'stale');
  const removed = differences.filter(({ kind, mend: by }) => kind === 'extra' && by === 'build').length;
  const ofIndexes = (some: readonly DocsProblem[]): number => some.filter(({ path }) => indexes.has(path)).length;
  const writtenIndexes = ofIndexes(written);
  const done = written.length - writtenIndexes;
  const blocked = inTheWay.length - ofIndexes(inTheWay);
  const counts = [
    `${plural(done, 'page')} written`,
    `${pages.size - indexes.size - done - blocked} up to date`,
    ...(writtenIndexes === 0 ? [] : [`${pluralOf(writtenIndexes)} written`]),
    ...(removed === 0 ? [] : [`${removed} removed`]),
    ...(inTheWay.length === 0 ? [] : [`${inTheWay.length} not written`]),
    ...(leftOut === 0 ? [] : [`${plural(leftOut, 'hunt')} left out, for which the format has no page`]),
  ];
  return { inTheWay: inTheWay.length, counts };
}

async function docsState(repository: Repository, args: Arguments, terminal: Terminal): Promise<DocsState> {
  const request = await docsRequest(args, repository.config, terminal.cwd);
  const tests = await PageTests.open(repository, terminal);
  if (request.format !== 'asciidoc') await tests.complete(terminal);
  return compareWithDisk(repository, request, tests);
}

async function mend(difference: DocsProblem, { pages, files }: DocsState, terminal: Terminal): Promise<void> {
  const { path, kind } = difference;
  if (difference.mend === 'hand') {
    terminal.err(describeDifference(difference, terminal.colour.err));
  } else if (kind === 'extra') {
    await files.remove(path);
    terminal.err(`${printable(path)} belonged to no definition any more and was removed\n`);
  } else {
    await files.write(path, pages.get(path) ?? '');
    terminal.out(`${printable(path)}\n`);
  }
}

/** Notes which pages are dragnet's, so that it may remove them one day; pages of an earlier call in another format stay noted. */
async function noteWritten({ pages, files, written, differences }: DocsState): Promise<void> {
  const notOurs = differences.filter(
    ({ kind, mend: by }) => kind !== 'missing' && kind !== 'stale' && (kind !== 'extra' || by === 'build'),
  );
  const ours = new Set([...written, ...[...pages.keys()].filter((path) => !/[\r\n]/u.test(path))]);
  for (const { path } of notOurs) ours.delete(path);
  const text = printWrittenPages(ours);
  if (ours.size === 0 && written.size === 0) return;
  if (files.read(WRITTEN_PAGES)?.replaceAll('\r\n', '\n') !== text) await files.write(WRITTEN_PAGES, text);
}

const REPORTS = ['pretty', 'json'] as const;

/** `dragnet docs check`: fails when a page is missing, stale, orphaned or in the way of one, and shows the difference. */
export const docsCheck: Command = {
  positionals: PATHS,
  options: {
    ...DOCS_OPTIONS,
    format: {
      choices: [...DOCS_FORMATS, ...REPORTS],
      describe: 'Form of the pages, as for docs build; pretty and json are forms of the report, as with --report',
    },
    report: { choices: REPORTS, describe: 'Form of the report (default: pretty)' },
  },
  async run(args, terminal) {
    const repository = await openRepository(args, terminal);
    const broken = brokenDefinitions(repository, terminal);
    const state = await docsState(repository, args, terminal);
    if (terminal.interrupted.aborted) return EXIT.interrupted;
    if ((args['report'] ?? args['format']) === 'json') {
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
