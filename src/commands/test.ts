import { randomBytes } from 'node:crypto';
import type { Options } from 'yargs';
import type { Definition } from '../definitions/load-definitions.js';
import { KeyPositions } from '../definitions/locate.js';
import { printable } from '../diagnostics/printable.js';
import { SourceText } from '../diagnostics/source-text.js';
import type { Cluster } from '../engine/cluster.js';
import { ClusterError } from '../engine/cluster-error.js';
import { readFixture, readInside } from '../testing/fixtures.js';
import { indexDefinitionFor } from '../testing/index-definition.js';
import { parseRuleLists } from '../testing/rule-lists.js';
import { runTestFile } from '../testing/run-tests.js';
import type { EngineChoice, TestEnvironment, TestResult } from '../testing/run-tests.js';
import type { Subject } from '../testing/subject.js';
import { toTestFile } from '../testing/test-file.js';
import type { Arguments, Command } from './command.js';
import { EXIT } from './exit-codes.js';
import type { ExitCode } from './exit-codes.js';
import { MAX_MEMORY, maxMemory } from './max-memory.js';
import { countTests, reportTests, tally } from './report-tests.js';
import type { Place, TestCounts } from './report-tests.js';
import { brokenDefinitions, openRepository, PATHS } from './repository.js';
import type { Repository } from './repository.js';
import { STACK_OPTION } from './stack-option.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

const ENGINES = ['embedded', 'elasticsearch', 'both'] as const;

/** Options of `dragnet test` that `dragnet check` has too. */
export const TEST_OPTIONS: Readonly<Record<string, Options>> = {
  cluster: {
    type: 'string',
    describe:
      'URL of an Elasticsearch to test on (credentials: ELASTICSEARCH_API_KEY, or ELASTICSEARCH_USERNAME and ELASTICSEARCH_PASSWORD)',
  },
  engine: {
    choices: ENGINES,
    describe:
      'Where tests run; both reports every difference as a failure (default: embedded, or elasticsearch with --cluster)',
  },
  ...MAX_MEMORY,
  ...STACK_OPTION,
};

/** `dragnet test`: the unit tests beside rules and hunts. */
export const test: Command = {
  positionals: PATHS,
  options: {
    ...TEST_OPTIONS,
    verbose: { alias: 'v', type: 'boolean', default: false, describe: 'Name passed tests too' },
    format: { choices: ['pretty', 'json'] as const, default: 'pretty', describe: 'Output' },
  },
  examples: [
    ['$0 test rules/aws', 'Offline, on the embedded engine'],
    ['$0 test --cluster http://localhost:9200 --engine both', 'On both engines; any difference fails'],
  ],
  async run(args, terminal) {
    const repository = await openRepository(args, terminal);
    const broken = [brokenDefinitions(repository, terminal), orphanedTests(repository, terminal)].includes(true);
    if (repository.tests.length === 0 && !broken)
      throw new UsageError('No tests found: no file holds [[test]]. Put <name>.test.toml beside <name>.toml.');
    const json = args['format'] === 'json';
    const files: TestedFile[] = [];
    for await (const file of runTests(repository, args, terminal)) {
      files.push(file);
      if (!json)
        terminal.out(
          reportTests(file.file, file.results, file.place, {
            colour: terminal.colour.out,
            verbose: args['verbose'] === true,
          }),
        );
    }
    const results = files.flatMap((file) => file.results);
    const interrupted = terminal.interrupted.aborted;
    if (json)
      terminal.out(
        `${JSON.stringify({ version: 1, ...(interrupted ? { interrupted } : {}), ...testsJson(files) }, null, 2)}\n`,
      );
    if (interrupted) return endInterrupted(results, terminal);
    terminal.err(testSummary(results));
    return exitOf(countTests(results), broken);
  },
};

/** The results of one test file. */
export interface TestedFile {
  readonly file: string;
  readonly results: readonly TestResult[];
  readonly place: (result: TestResult) => Place | undefined;
}

/** Runs all tests of the repository, file by file; an interruption ends the run after clean-up. */
export async function* runTests(
  repository: Repository,
  args: Arguments,
  terminal: Terminal,
): AsyncGenerator<TestedFile> {
  const engine = engineOf(repository, args);
  const remote = engine === 'embedded' ? undefined : await connect(repository, args, terminal);
  const environment = environmentOf(repository, engine, remote, terminal, maxMemory(args));
  try {
    for (const source of repository.tests) {
      const subject = subjectOf(repository, source);
      // A definition that does not load is reported as such; its tests cannot run.
      if (!subject) continue;
      const results: TestResult[] = [];
      for await (const result of runTestFile(toTestFile(source.file, source.value), subject, environment))
        results.push(result);
      yield { file: source.file, results, place: placesOf(repository, source.file) };
      if (terminal.interrupted.aborted) return;
    }
  } finally {
    await remote?.close();
  }
}

/** Reports on stderr which test files have no definition beside them: their tests do not run. */
function orphanedTests({ tests, texts }: Repository, terminal: Terminal): boolean {
  const orphans = tests.filter(({ file }) => !file.endsWith('.test.toml') || !texts.has(subjectFile(file)));
  for (const { file } of orphans) {
    terminal.err(
      `${printable(file)}: there is no rule or hunt ${printable(subjectFile(file))}; its tests do not run. Name it <name>.test.toml, beside <name>.toml.\n`,
    );
  }
  return orphans.length > 0;
}

/** The definition beside a test file: `a.toml` for `a.test.toml`. */
function subjectOf(repository: Repository, source: Definition<unknown>): Subject | undefined {
  const file = subjectFile(source.file);
  const rule = repository.rules.find((candidate) => candidate.file === file);
  if (rule) return { kind: 'rule', file, rule: rule.value };
  const hunt = repository.hunts.find((candidate) => candidate.file === file);
  return hunt && { kind: 'hunt', file, hunt: hunt.value };
}

/** Path of the definition that a test file tests. */
export function subjectFile(testFile: string): string {
  return testFile.replace(/\.test\.toml$/, '.toml');
}

function engineOf(repository: Repository, args: Arguments): EngineChoice {
  const chosen =
    (args['engine'] as EngineChoice | undefined) ??
    (args['cluster'] === undefined ? repository.config.test?.engine : 'elasticsearch');
  return chosen ?? 'embedded';
}

async function connect(repository: Repository, args: Arguments, terminal: Terminal): Promise<Cluster> {
  const node = (args['cluster'] as string | undefined) ?? repository.config.test?.cluster;
  if (node === undefined) throw new UsageError('Tests on a cluster need its URL: --cluster http://localhost:9200.');
  const { connectElasticsearch } = await import('./connect-elasticsearch.js');
  return connectElasticsearch(node, terminal.env, { held: terminal.held });
}

function environmentOf(
  repository: Repository,
  engine: EngineChoice,
  remote: Cluster | undefined,
  terminal: Terminal,
  memory: number,
): TestEnvironment {
  return {
    engine,
    ...(remote ? { remote } : {}),
    embedded: async (clock) => {
      const { EmbeddedCluster } = await import('../engine/embedded/embedded-cluster.js');
      return new EmbeddedCluster({ clock: () => clock, maxMemory: memory, stacks: repository.stacks });
    },
    prefix: `dragnet-${randomBytes(6).toString('hex')}-`,
    inputs: (file) => ({
      readFixture: (path) => readFixture(path, file, repository.root),
      readLists: async (path) => parseRuleLists(path, await readInside(path, file, repository.root)),
      indexDefinition: (index, mappings) =>
        indexDefinitionFor(index, mappings, (path) => readInside(path, file, repository.root), repository.catalogues),
    }),
    signal: terminal.interrupted,
  };
}

function placesOf(repository: Repository, file: string): (result: TestResult) => Place | undefined {
  const text = repository.texts.get(file);
  if (text === undefined) return () => undefined;
  const source = new SourceText(text);
  let positions: KeyPositions | undefined;
  return ({ position }) => {
    positions ??= new KeyPositions({ file, text });
    return source.position(positions.value(['test', position, 'name']).start);
  };
}

/** The results as data, for `--format json`. */
export function testsJson(files: readonly TestedFile[]): object {
  const results = files.flatMap((file) => file.results.map((result) => ({ ...result, ...file.place(result) })));
  return {
    summary: countTests(results),
    tests: results.map(({ file, subject, name, line, column, status, failures, warnings, todo, skipped }) => ({
      file,
      line,
      column,
      definition: subject,
      name,
      status,
      failures,
      warnings,
      ...(todo === undefined ? {} : { todo }),
      ...(skipped === undefined ? {} : { skipped }),
    })),
  };
}

/** The last line of a test run. */
export function testSummary(results: readonly TestResult[]): string {
  return `tests: ${tally(countTests(results))}\n`;
}

/** Says that a run was stopped: what it found says nothing of the tests that are left. */
export function endInterrupted(results: readonly TestResult[], terminal: Terminal): ExitCode {
  terminal.err(`interrupted: not all tests ran; until then ${tally(countTests(results))}\n`);
  return EXIT.interrupted;
}

/** Whether a run of tests ends well. */
function exitOf({ failed }: TestCounts, broken: boolean): ExitCode {
  return failed > 0 || broken ? EXIT.findings : EXIT.clean;
}

/** The message of a cluster that cannot be used; undefined for anything else. */
export function remoteProblem(error: unknown): string | undefined {
  return error instanceof ClusterError && error.isUnavailable ? error.message : undefined;
}
