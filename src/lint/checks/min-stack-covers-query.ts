import type { Check } from '../check.js';
import { queriesOfRule } from '../queries.js';
import { versionFindings } from '../version-findings.js';

const esql = (stack: string): string =>
  `[metadata]\nmin_stack_version = "${stack}"\n\n[rule]\ntype = "esql"\nlanguage = "esql"\nquery = "from logs-* | inline stats n = count(*) by host.id | where n > 3 | stats m = max(n) by host.id"`;

/** See `summary`. */
export const minStackCoversQuery: Check = {
  name: 'min-stack-covers-query',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Ask for a stack that knows every command and function of the query.',
  rationale:
    'A rule says with `min_stack_version` which is the oldest stack that it is for. Where its EQL or ES|QL query uses what came later, every run fails there. What each version has is told from the documentation for 8.18 and later; rules without `min_stack_version` are left alone, and `--stack` checks all of them against given versions.',
  references: ['https://www.elastic.co/docs/reference/query-languages/esql/esql-commands'],
  examples: { invalid: [esql('8.19.0')], valid: [esql('9.3.0')] },
  *rule(rule, { stacks }) {
    const least = rule.metadata.minStackVersion;
    // What the call asks for is said in the words of the language.
    if (least === undefined || stacks.length > 0) return;
    const [major, minor] = least.split('.');
    for (const query of queriesOfRule(rule)) {
      for (const { range, what, why } of versionFindings(query, [`${major ?? ''}.${minor ?? ''}`])) {
        yield {
          path: query.path,
          range,
          what: what.endsWith('.') ? what : `${what}.`,
          why: `The rule is for ${least} and later: ${why}`,
          fix: 'Set min_stack_version to a version that has it, or write the query without.',
        };
      }
    }
  },
};
