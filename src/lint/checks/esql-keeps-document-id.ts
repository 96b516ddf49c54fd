import type { EsqlQuery, NamePattern, ProcessingCommand } from '../../languages/esql/ast.js';
import { commandsOf } from '../../languages/esql/visit.js';
import { compareVersions } from '../../values/version-order.js';
import type { Check } from '../check.js';
import { queriesOfRule } from '../queries.js';

/** From this version on Kibana asks for `_id` by itself. */
const BY_ITSELF = '9.4.0';

const esql = (query: string): string => `type = "esql"\nlanguage = "esql"\nquery = "${query}"`;

/** See `summary`. */
export const esqlKeepsDocumentId: Check = {
  name: 'esql-keeps-document-id',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Let an ES|QL rule without STATS return `_id`.',
  rationale:
    'Runs of a rule overlap. Kibana knows a document that it has already made an alert of by its `_id`, which an ES|QL query returns only if it asks for it (`METADATA _id, _index, _version`) and keeps it. Without it each document gives an alert in every run that sees it. Queries that aggregate have no documents to tell apart; rules for 9.4 and later (`min_stack_version`) need nothing, because Kibana adds `_id` there.',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/esql'],
  examples: {
    invalid: [
      esql('from logs-* | where event.action == 1'),
      esql('from logs-* metadata _id, _index, _version | keep host.id'),
      esql('from logs-* metadata _id | drop _*'),
    ],
    valid: [
      esql('from logs-* metadata _id, _index, _version | keep host.id, _id, _index, _version'),
      esql('from logs-* | stats count(*) by host.id'),
      `[metadata]\nmin_stack_version = "9.4.0"\n\n[rule]\n${esql('from logs-* | where event.action == 1')}`,
    ],
  },
  *rule(rule) {
    if (rule.type !== 'esql') return;
    const { minStackVersion } = rule.metadata;
    if (minStackVersion !== undefined && compareVersions(fullVersion(minStackVersion), BY_ITSELF) >= 0) return;
    for (const { language, tree, path } of queriesOfRule(rule)) {
      if (language !== 'esql' || tree?.source.kind !== 'From' || aggregates(tree)) continue;
      const asked = tree.source.metadata.some(({ name }) => name === '_id');
      const lost = tree.commands.find(losesId);
      if (asked && !lost) continue;
      yield {
        path,
        range: (asked && lost ? lost : tree.source).range,
        what: asked ? 'The query drops _id here.' : 'The query does not ask for _id.',
        why: 'Kibana cannot tell which documents have an alert already: each run that sees one makes another alert.',
        fix: asked ? 'Keep _id, _index and _version.' : 'Add METADATA _id, _index, _version after the indices.',
      };
    }
  },
};

function aggregates(query: EsqlQuery): boolean {
  return commandsOf(query).some((command) => command.kind === 'Stats' && !command.inline);
}

function losesId(command: ProcessingCommand): boolean {
  if (command.kind === 'Keep') return !command.patterns.some(coversId);
  if (command.kind === 'Drop') return command.patterns.some(coversId);
  return command.kind === 'Rename' && command.renamings.some(({ from }) => from.name === '_id');
}

function coversId({ parts }: NamePattern): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.at(-1);
  if (last === undefined) return first === '_id';
  // No part between two stars is long enough to matter but a letter of `_id` itself.
  const middle = rest.slice(0, -1).every((part) => '_id'.includes(part));
  return middle && '_id'.startsWith(first) && '_id'.endsWith(last) && first.length + last.length <= 3;
}

/** `9.4` is `9.4.0`. */
function fullVersion(text: string): string {
  return /^\d+\.\d+$/u.test(text) ? `${text}.0` : text;
}
