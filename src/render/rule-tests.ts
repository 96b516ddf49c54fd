import { code, codes, fact, facts, paragraph, say, type Block, type Inlines } from './page.js';

/** What a page says of the tests of a rule: plain data, whoever found it out. */
export interface RuleTests {
  /** Where the test file stands, seen from the page; absent: there is none. */
  readonly source?: string;
  readonly tests: readonly TestSummary[];
  /** Which clauses of the rule the tests show to matter; absent where nobody measured. */
  readonly coverage?: CoverageSummary;
}

/** A test in the words of its file. */
export interface TestSummary {
  readonly name: string;
  /** What is expected, in words: `2 alerts`. */
  readonly expects: string;
  /** Ids of documents that raise alerts, and of those that do not. */
  readonly fires: readonly string[];
  readonly silent: readonly string[];
  /** Why the test does not run, or is expected to fail. */
  readonly mark?: string;
}

/** Clause coverage: how many of the clauses that count are covered, and the others. */
export interface CoverageSummary {
  readonly covered: number;
  readonly total: number;
  readonly open: readonly OpenClause[];
}

/** A clause that no test would miss. */
export interface OpenClause {
  readonly text: string;
  /** What it is a part of: `query`, `step 2`. */
  readonly part: string;
  readonly status: 'never-true' | 'never-false' | 'not-decisive';
}

// More ids than these say nothing to a reader; the test file has them.
const MOST_IDS = 8;

const LACKS: Readonly<Record<OpenClause['status'], string>> = {
  'never-true': 'is true of no document of the tests',
  'never-false': 'is true of every document of the tests',
  'not-decisive': 'decides no test',
};

/** The blocks about the tests of a rule: one row a test, then the coverage of clauses. */
export function ruleTestBlocks({ source, tests, coverage }: RuleTests): readonly Block[] {
  if (tests.length === 0) return [paragraph('There are no tests.')];
  const file: Inlines =
    source === undefined
      ? []
      : [{ kind: 'File', text: source.slice(source.lastIndexOf('/') + 1), target: source, as: 'code' }];
  return [
    facts(fact('Test file', file), fact('Clause coverage', coverage === undefined ? '' : share(coverage))),
    {
      kind: 'Table',
      head: ['Test', 'Expects', 'Fires on', 'Stays silent on'],
      rows: tests.map((test) => [
        [test.name + (test.mark === undefined ? '' : ` (${test.mark})`)],
        [test.expects],
        ids(test.fires),
        ids(test.silent),
      ]),
    },
    ...(coverage === undefined || coverage.open.length === 0
      ? []
      : [
          paragraph('Clauses that no test would miss:'),
          { kind: 'List' as const, items: coverage.open.map((clause) => ({ text: openClause(clause) })) },
        ]),
  ];
}

/** The share of the clauses that are covered: `7 of 8 clauses (87.5 %)`. */
function share({ covered, total }: CoverageSummary): string {
  if (total === 0) return 'no clause that tests could cover';
  return `${covered} of ${total} clause${total === 1 ? '' : 's'} (${Math.floor((covered * 1000) / total) / 10} %)`;
}

function openClause({ text, part, status }: OpenClause): Inlines {
  return say`${code(text)}${part === 'query' ? '' : ` (${part})`} ${LACKS[status]}`;
}

function ids(all: readonly string[]): Inlines {
  const more = all.length > MOST_IDS ? [` and ${all.length - MOST_IDS} more`] : [];
  return [...codes(all.slice(0, MOST_IDS)), ...more];
}
