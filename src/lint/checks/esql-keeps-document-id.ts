import { fitsPattern } from '../../languages/esql/analysis/name-patterns.js';
import type { EsqlQuery, NamePattern, ProcessingCommand, SourceCommand } from '../../languages/esql/ast.js';
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
  summary: 'Let an ES|QL rule without STATS return `_id`, `_index` and `_version`.',
  rationale:
    'Runs of a rule overlap. Kibana knows a document that it has already made an alert of by its `_id`, which an ES|QL query returns only if it asks for it (`METADATA _id, _index, _version`) and keeps it. Without it each document gives an alert in every run that sees it. The id of the alert is made of `_index` and `_version` too: without them documents of several indices that share an id share an alert, and a changed document gets none. Queries that aggregate have no documents to tell apart; rules for 9.4 and later (`min_stack_version`) need nothing, because Kibana adds `_id` there.',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/esql'],
  examples: {
    invalid: [
      esql('from logs-* | where event.action == 1'),
      esql('from logs-* metadata _id, _index, _version | keep host.id'),
      esql('from logs-* metadata _id, _index, _version | drop _*'),
      esql('from logs-* metadata _id | where event.action == 1'),
      esql('from logs-* metadata _id, _index, _version | keep host.id, _id'),
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
      const missing = METADATA.filter((field) => !asked(tree.source, field));
      if (missing.length > 0) {
        yield {
          path,
          range: tree.source.range,
          what: `The query does not ask for ${missing.join(', ')}.`,
          why: reasonFor(missing),
          fix: 'Write METADATA _id, _index, _version after the indices.',
        };
      }
      for (const command of tree.commands) {
        const lost = METADATA.filter((field) => asked(tree.source, field) && loses(command, field));
        if (lost.length === 0) continue;
        yield {
          path,
          range: command.range,
          what: `The query drops ${lost.join(', ')} here.`,
          why: reasonFor(lost),
          fix: 'Keep _id, _index and _version.',
        };
        break;
      }
    }
  },
};

const METADATA = ['_id', '_index', '_version'];

function asked(source: SourceCommand, field: string): boolean {
  return source.kind === 'From' && source.metadata.some(({ name }) => name === field);
}

function reasonFor(missing: readonly string[]): string {
  return missing.includes('_id')
    ? 'Kibana cannot tell which documents have an alert already: each run that sees one makes another alert.'
    : 'The id of an alert is made of them: documents that share an _id, and a document that changes, get one alert only.';
}

function aggregates(query: EsqlQuery): boolean {
  return commandsOf(query).some((command) => command.kind === 'Stats' && !command.inline);
}

function loses(command: ProcessingCommand, field: string): boolean {
  const covers = (pattern: NamePattern): boolean => fitsPattern(pattern, field);
  if (command.kind === 'Keep') return !command.patterns.some(covers);
  if (command.kind === 'Drop') return command.patterns.some(covers);
  return command.kind === 'Rename' && command.renamings.some(({ from }) => from.name === field);
}

/** `9.4` is `9.4.0`. */
function fullVersion(text: string): string {
  return /^\d+\.\d+$/u.test(text) ? `${text}.0` : text;
}
