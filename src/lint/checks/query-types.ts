import { checkedQuery } from '../query-types.js';
import { queriesOfHunt, queriesOfRule } from '../queries.js';
import type { ParsedQuery } from '../queries.js';
import { isAvailable } from '../../languages/esql/availability.js';
import { versionFindings } from '../version-findings.js';
import type { Check, LintContext, Violation } from '../check.js';

const eql = (condition: string): string => `type = "eql"\nlanguage = "eql"\nquery = 'process where ${condition}'`;
const esql = (commands: string): string =>
  `type = "esql"\nlanguage = "esql"\nquery = 'from logs-* metadata _id | ${commands}'`;

/** See `summary`. */
export const queryTypes: Check = {
  name: 'query-types',
  since: '0.1.0',
  severity: 'error',
  summary:
    'Call functions of EQL and ES|QL that exist, with arguments that they take, on columns that are there, and look for values that a field can have.',
  rationale:
    'EQL and ES|QL queries are checked as Elasticsearch checks them before it runs them: functions and their arguments, types of operators, event categories of EQL that look like one of ECS misspelt, columns of ES|QL that an earlier `STATS`, `KEEP`, `DROP` or `RENAME` took away. In KQL and Lucene a value must be one that the type of its field can have: Elasticsearch refuses a KQL query with a word for a number, a date or an address, and in Lucene it finds nothing. Types of fields are those of imported catalogues (`[fields] catalogues` in `dragnet.toml`), else those of ECS and the built-in integrations; what depends on the latter is a warning, because an index may map a field in another way. Fields that are not known may have any type; whether they exist is the matter of `query-fields-known`. With `--stack 8.19,9.1`, or `stack` in `dragnet.toml`, what one of these versions refuses in ES|QL is an error too, save in rules whose `min_stack_version` is newer. Messages carry the code of the language.',
  references: [
    'https://www.elastic.co/docs/reference/query-languages/esql/esql-functions-operators',
    'https://www.elastic.co/docs/reference/query-languages/eql/eql-function-ref',
  ],
  examples: {
    invalid: [
      'query = "process.pid: four"',
      'query = "source.ip: 10.*"',
      'language = "lucene"\nquery = "process.pid:four"',
      eql('lenght(process.command_line) > 100'),
      eql('startsWith(process.pid, "4")'),
      `type = "eql"\nlanguage = "eql"\nquery = 'proces where process.pid == 4'`,
      `type = "eql"\nlanguage = "eql"\nquery = 'sequence by host.id [process where true] [netwrok where true]'`,
      esql('where starts_with(process.name)'),
      esql('where process.pid == "four"'),
      esql('stats hosts = count_distinct(host.id) by user.name | where host_count > 3'),
      esql('drop user.name | where user.name == "root"'),
    ],
    valid: [
      'query = "process.pid: 4 and source.ip: 10.0.0.0/8 and event.created > now-1d"',
      eql('length(process.command_line) > 100 and my.own.field == 1'),
      `type = "eql"\nlanguage = "eql"\nevent_category_override = "event.kind"\nquery = 'proces where true'`,
      `type = "eql"\nlanguage = "eql"\nquery = 'dns where dns.question.name == "a.example"'`,
      esql('where starts_with(process.name, "sh") and my.own.field == 1'),
      esql('stats hosts = count_distinct(host.id) by user.name | where hosts > 3'),
      esql('enrich users on user.name | where department == "it"'),
    ],
  },
  *rule(rule, context) {
    // What a stack too old for the rule refuses is of no matter.
    const least = rule.metadata.minStackVersion;
    const stacks = context.stacks.filter((stack) =>
      isAvailable(stack, { ...(least !== undefined && { since: least }) }),
    );
    for (const query of queriesOfRule(rule)) yield* violations(query, { ...context, stacks });
  },
  *hunt(hunt, context) {
    for (const query of queriesOfHunt(hunt)) yield* violations(query, context);
  },
};

function* violations(query: ParsedQuery, context: LintContext): Generator<Violation, void, undefined> {
  const old = versionFindings(query, context.stacks);
  for (const finding of [...checkedQuery(query, context).types, ...old]) yield { ...finding, path: query.path };
}
