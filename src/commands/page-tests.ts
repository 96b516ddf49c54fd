import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testDependencies } from '../testing/test-dependencies.js';
import type { Observe, TestResult } from '../testing/run-tests.js';
import type { CoverageSummary, RuleTests } from '../render/rule-tests.js';
import type { JsonValue } from '../values/json.js';
import { isCi } from './is-ci.js';
import { hashOf } from './cache-file.js';
import { KeptResults } from './kept-results.js';
import type { PlannedFile } from './planned-file.js';
import type { Repository } from './repository.js';
import { exceptionListIds } from './repository-lists.js';
import { runTests } from './test.js';
import type { Terminal } from './terminal.js';
import type { TestedFile } from './tested-file.js';
import { allTests } from './test-plan.js';
import { summarizeTest } from './summarize-test.js';
import type { SeenDocuments } from './summarize-test.js';

/** What running the tests of a rule showed: documents by test, and the coverage of clauses. */
interface Shown {
  readonly seen: ReadonlyMap<string, SeenDocuments>;
  readonly coverage: CoverageSummary;
}

/**
 * What the pages of rules say of their tests. Clause coverage and what fires come of running the tests on the embedded engine; what a run
 * showed is kept until the rule, its tests or their files change, so that most builds run none.
 */
export class PageTests {
  readonly #repository: Repository;
  readonly #planned: readonly PlannedFile[];
  readonly #byRule: ReadonlyMap<string, PlannedFile>;
  readonly #kept: KeptResults | undefined;
  readonly #shown = new Map<string, Shown>();

  private constructor(repository: Repository, planned: readonly PlannedFile[], kept: KeptResults | undefined) {
    this.#repository = repository;
    this.#planned = planned;
    this.#byRule = new Map(planned.map((file) => [file.subject.file, file]));
    this.#kept = kept;
  }

  /** Looks up what is known already; `[docs] coverage = false` leaves pages with what the test files say. */
  static async open(repository: Repository, terminal: Terminal): Promise<PageTests> {
    const planned = allTests(repository).filter(({ subject }) => subject.kind === 'rule');
    const { root, config, catalogues, stacks } = repository;
    const isMeasured = config.docs?.coverage !== false && planned.length > 0;
    const settings = (): string => JSON.stringify([config.test, catalogues, stacks], mapsAsLists);
    const kept = isMeasured && !isCi(terminal) ? await KeptResults.open(root, 'pages.json', settings()) : undefined;
    const tests = new PageTests(repository, planned, kept);
    if (kept !== undefined) {
      for (const file of planned) tests.#remember(file.file.file, readShown(kept.recall(tests.#idOf(file))));
    }
    return tests;
  }

  /** The files whose tests have to run before their pages are known. */
  get missing(): readonly PlannedFile[] {
    if (this.#repository.config.docs?.coverage === false) return [];
    return this.#planned.filter(({ file }) => !this.#shown.has(file.file));
  }

  /** Takes what a run on the embedded engine showed; its tests were observed. */
  async learn(files: readonly TestedFile[]): Promise<void> {
    const missing = new Map(this.missing.map((planned) => [planned.file.file, planned]));
    for (const { file, results } of files) {
      const planned = missing.get(file);
      if (planned === undefined) continue;
      const shown = await shownBy(planned, results);
      this.#remember(file, shown);
      if (!namesLists(planned)) this.#kept?.keep(this.#idOf(planned), writeShown(shown));
    }
    await this.#kept?.save(this.#repository.isWhole);
  }

  /** Runs the tests of what is missing. */
  async complete(terminal: Terminal): Promise<void> {
    const { missing } = this;
    if (missing.length === 0) return;
    const files: TestedFile[] = [];
    // What is wrong with tests is for `dragnet test` to say.
    const silent = { ...terminal, err: () => undefined };
    const embedded = { engine: 'embedded' };
    for await (const file of runTests(this.#repository, embedded, silent, missing, undefined, await observer())) {
      files.push(file);
    }
    await this.learn(files);
  }

  /** What the page of the rule in `file` says; the source counts from the root. */
  of(file: string): RuleTests {
    const planned = this.#byRule.get(file)?.file;
    if (planned === undefined) return { tests: [] };
    const shown = this.#shown.get(planned.file);
    return {
      source: planned.file,
      tests: planned.tests.map((test) => summarizeTest(test, shown?.seen.get(test.name))),
      ...(shown === undefined ? {} : { coverage: shown.coverage }),
    };
  }

  #remember(file: string, shown: Shown | undefined): void {
    if (shown !== undefined) this.#shown.set(file, shown);
  }

  #idOf({ file, subject }: PlannedFile): string {
    const { texts, root } = this.#repository;
    const own = [subject.file, file.file].flatMap((path) => [path, texts.get(path) ?? '']);
    const others = [...testDependencies(file)].flatMap((path) => [path, digestOf(join(root, path))]);
    return hashOf([...own, ...others].join('\0'));
  }
}

/** What a run has to look at so that pages can learn from it. */
export async function observer(): Promise<Observe> {
  return (await import('./measure-coverage.js')).observe;
}

async function shownBy({ subject }: PlannedFile, results: readonly TestResult[]): Promise<Shown | undefined> {
  if (subject.kind !== 'rule') return undefined;
  const { ruleCoverage } = await import('./measure-coverage.js');
  const seen = new Map<string, SeenDocuments>();
  for (const { name, observation } of results) {
    const fired = new Map<string, boolean>();
    for (const row of observation?.conditions.flat() ?? [])
      fired.set(row.document, row.fired || fired.get(row.document) === true);
    const ids = [...fired.keys()];
    seen.set(name, { fired: ids.filter((id) => fired.get(id)), silent: ids.filter((id) => !fired.get(id)) });
  }
  return { seen, coverage: ruleCoverage(subject.rule, results) };
}

// Lists may lie in any file of the repository, so that nothing tells when they have changed.
function namesLists({ subject }: PlannedFile): boolean {
  return subject.kind === 'rule' && exceptionListIds(subject.rule).length > 0;
}

function digestOf(path: string): string {
  try {
    return hashOf(readFileSync(path, 'latin1'));
  } catch {
    return '';
  }
}

function writeShown(shown: Shown | undefined): JsonValue {
  return JSON.parse(JSON.stringify(shown ? [[...shown.seen], shown.coverage] : null)) as JsonValue;
}

function readShown(value: JsonValue | undefined): Shown | undefined {
  if (!Array.isArray(value)) return undefined;
  const [seen, coverage] = value as readonly unknown[];
  if (!Array.isArray(seen) || typeof coverage !== 'object' || coverage === null) return undefined;
  return { seen: new Map(seen as [string, SeenDocuments][]), coverage: coverage as CoverageSummary };
}

function mapsAsLists(_: string, value: unknown): unknown {
  return value instanceof Map ? [...(value as ReadonlyMap<unknown, unknown>)] : value;
}
