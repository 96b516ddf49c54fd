import { coverRule } from '../coverage/cover-rule.js';
import type { TestObservation } from '../coverage/cover-rule.js';
import type { CoverageRequest, CoverageResult, FileCoverage } from '../coverage/coverage-report.js';
import { observeHunt, observeRule } from '../coverage/observe-rule.js';
import { conditionsOf, conditionsOfHunt } from '../coverage/rule-conditions.js';
import { ClusterError } from '../engine/cluster-error.js';
import type { Rule } from '../model/rule.js';
import type { CoverageSummary, OpenClause } from '../render/rule-tests.js';
import { huntLanguage } from '../languages/hunt-language.js';
import type { Observe, TestResult } from '../testing/run-tests.js';
import { patternsOf } from '../testing/subject.js';
import type { Repository } from './repository.js';
import type { TestedFile } from './tested-file.js';

// Loaded only where somebody asks for coverage: it brings all languages along.

/** Looks at what a test that ran shows about the clauses of its rule or hunt. */
export const observe: Observe = async (subject, test, cluster, outcome, lists) => {
  try {
    return subject.kind === 'rule'
      ? await observeRule(subject.rule, test, cluster, outcome, lists)
      : await observeHunt(subject.hunt, test, cluster, outcome, await patternsOf(subject, test.query));
  } catch (error) {
    // That nothing can be said about clauses is no failure of the test.
    if (!(error instanceof ClusterError) || error.isUnavailable) throw error;
    const conditions = subject.kind === 'rule' ? conditionsOf(subject.rule) : conditionsOfHunt(subject.hunt);
    const keys = conditions.flatMap(({ clauses }) => clauses.map(({ key }) => key));
    return { conditions: conditions.map(() => []), errors: keys.map((key) => [key, error.message]) };
  }
};

/**
 * The coverage of the rules and hunts whose tests ran, each in the order of their files. Where all tests of the definitions
 * were meant to run (`isAll`), those that have none are among them.
 */
export function coverageOf(
  repository: Repository,
  files: readonly TestedFile[],
  wanted: CoverageRequest,
  isAll: boolean,
): CoverageResult {
  const tests = new Map<string, TestResult[]>();
  for (const result of files.flatMap(({ results }) => results)) {
    const others = tests.get(result.subject) ?? [];
    tests.set(result.subject, others);
    others.push(result);
  }
  return { ...wanted, files: coveredFiles(repository, tests, isAll) };
}

const OPEN: ReadonlySet<string> = new Set(['never-true', 'never-false', 'not-decisive']);

/** How well the tests that ran cover the clauses of a rule, in short. */
export function ruleCoverage(rule: Rule, results: readonly TestResult[]): CoverageSummary {
  const { clauses, covered, total } = coverRule(conditionsOf(rule), observedBy(results));
  const open = clauses.flatMap(({ clause, status }): readonly OpenClause[] => {
    if (!OPEN.has(status)) return [];
    const text = clause.text.length > MOST_TEXT ? `${clause.text.slice(0, MOST_TEXT)}…` : clause.text;
    return [{ text, part: clause.part, status: status as OpenClause['status'] }];
  });
  return { covered, total, open };
}

/** Characters of a clause that a page shows. */
const MOST_TEXT = 120;

function observedBy(results: readonly TestResult[]): readonly TestObservation[] {
  return results.flatMap(({ name, observation }) => (observation ? [{ test: name, observation }] : []));
}

function coveredFiles(
  repository: Repository,
  tests: ReadonlyMap<string, readonly TestResult[]>,
  withUntested: boolean,
): readonly FileCoverage[] {
  const definitions = [
    ...repository.rules.map(({ file, value }) => ({
      file,
      kind: 'rule' as const,
      conditions: () => conditionsOf(value),
    })),
    ...repository.hunts
      .filter(({ value }) => value.query.some((text) => RUNNING.has(huntLanguage(value, text))))
      .map(({ file, value }) => ({ file, kind: 'hunt' as const, conditions: () => conditionsOfHunt(value) })),
  ];
  return definitions.flatMap(({ file, kind, conditions }): readonly FileCoverage[] => {
    const observed = observedBy(tests.get(file) ?? []);
    if (observed.length === 0 && !withUntested) return [];
    return [{ file, kind, text: repository.texts.get(file) ?? '', coverage: coverRule(conditions(), observed) }];
  });
}

/** Languages in which the queries of hunts run. */
const RUNNING: ReadonlySet<string | undefined> = new Set(['esql', 'eql']);
