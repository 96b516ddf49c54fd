import { ClusterError } from '../engine/cluster-error.js';
import type { Cluster } from '../engine/cluster.js';
import { collectDocuments } from './test-documents.js';
import { huntOutcome } from './hunt-outcome.js';
import { ruleOutcome } from './rule-outcome.js';
import type { Rule } from '../model/rule.js';
import type { RuleLists } from './rule-lists.js';
import { seed } from './seed.js';
import type { SeedInputs } from './seed.js';
import type { Subject } from './subject.js';
import { patternsOf } from './subject.js';
import type { Outcome, TestCase } from './test-case.js';

/** What a test takes from outside: fixture files, mappings, lists. */
export interface TestInputs extends SeedInputs {
  /** Exception lists or value lists of a file. */
  readonly readLists: (path: string) => Promise<RuleLists>;
  /** The lists of the repository that a rule names; absent: none. */
  readonly listsOfRule?: (rule: Rule) => RuleLists;
}

/**
 * Puts the documents of one test into a cluster, runs the rule (as often as the test says) or the hunt's query, and returns what came out. The
 * clock is moved from run to run; the cluster must read it.
 */
export async function runTest(
  test: TestCase,
  subject: Subject,
  cluster: Cluster,
  inputs: TestInputs,
  clock: Date,
): Promise<Outcome> {
  const patterns = await patternsOf(subject, test.query);
  const documents = await collectDocuments(test, subject, patterns, inputs.readFixture);
  await seed(cluster, documents, patterns, test, inputs);
  try {
    return await (subject.kind === 'rule'
      ? ruleOutcome(subject.rule, cluster, test, await listsOf(test, subject.rule, inputs), clock)
      : huntOutcome(subject.hunt, patterns, cluster, test.query));
  } catch (error) {
    // What the engine refuses is an outcome, which a test may even expect; a cluster that is not there is not.
    if (error instanceof ClusterError && !error.isUnavailable) return { warnings: [], errors: [error.message] };
    throw error;
  }
}

/** The exceptions and value lists of a test: those that it names; without any the exceptions that the repository has for its rule. */
export async function listsOf(test: TestCase, rule: Rule, { readLists, listsOfRule }: TestInputs): Promise<RuleLists> {
  const files = test.valueLists.filter((item) => typeof item === 'string');
  const read = await Promise.all([...(test.exceptions ?? []), ...files].map((path) => readLists(path)));
  const own = test.exceptions === undefined ? listsOfRule?.(rule) : undefined;
  return {
    exceptions: [...(own?.exceptions ?? []), ...read.flatMap(({ exceptions }) => exceptions)],
    // Of lists with one id the last counts: the test's own.
    valueLists: [
      ...(own?.valueLists ?? []),
      ...read.flatMap(({ valueLists }) => valueLists),
      ...test.valueLists.filter((item) => typeof item !== 'string'),
    ],
  };
}
