import type { Rule, RuleType } from '../model/rule.js';
import { fromOf, intervalOf, maxSignalsOf, toOf } from '../model/rule-defaults.js';
import { code, codes, fact, say, type Fact, type Inlines } from './page.js';
import { indicesInEsql } from './query-facts.js';
import type { RuleTests } from './rule-tests.js';
import { additionalLookBackInWords, durationIn, durationInWords, lookBackIn } from './timing.js';

/** What Kibana calls the types of rules: https://www.elastic.co/docs/solutions/security/detect-and-alert/about-detection-rules */
export const TYPE_NAMES: Readonly<Record<RuleType, string>> = {
  query: 'Custom query',
  saved_query: 'Saved query',
  eql: 'Event correlation',
  esql: 'ES|QL',
  threshold: 'Threshold',
  new_terms: 'New terms',
  threat_match: 'Indicator match',
  machine_learning: 'Machine learning',
};

/** What a page knows about a rule beside the rule itself. */
export interface RuleFacts {
  /** The version that the lock file (or the rule) gives; absent: not known. */
  readonly version?: number;
  /** Where the rule's file stands, seen from the page. */
  readonly source?: string;
  /** The tests of the rule; absent where nobody looked for any. */
  readonly tests?: RuleTests;
}

/**
 * The list of facts at the head of a rule's page, in the order of Elastic's own pages of prebuilt rules; facts that these lack
 * (ids, dates, the source) follow. Values that the rule leaves to Kibana are Kibana's defaults.
 */
export function ruleFacts(rule: Rule, { version = rule.version, source }: RuleFacts): readonly Fact[] {
  const { metadata } = rule;
  const dates = [
    metadata.creationDate ?? '',
    metadata.updatedDate === undefined ? '' : `updated ${metadata.updatedDate}`,
  ];
  return [
    fact('Rule type', say`${code(rule.type)} (${TYPE_NAMES[rule.type]})`),
    fact('Rule indices', indices(rule)),
    fact('Severity', rule.severity),
    fact('Risk score', `${rule.riskScore}`),
    fact('Runs every', interval(rule)),
    fact('Searches indices from', window(rule)),
    fact('Maximum alerts per execution', `${maxSignalsOf(rule)}`),
    { ...fact('References', ''), items: (rule.references ?? []).map((text) => [{ kind: 'Reference', text }]) },
    fact('Tags', codes(rule.tags)),
    fact('Version', version === undefined ? '' : `${version}`),
    fact('Rule authors', rule.author.join(', ')),
    fact('Rule license', rule.license ?? ''),
    fact('Rule ID', code(rule.ruleId)),
    fact('Revision', rule.revision === undefined ? '' : `${rule.revision}`),
    fact('Created', dates.filter((date) => date !== '').join(', ')),
    fact('Maturity', metadata.maturity ?? ''),
    fact('Minimum stack version', minimumStack(rule)),
    fact('Operating systems', texts(metadata.raw['os_type_list'])),
    fact('Related endpoint rules', relatedRules(metadata.raw['related_endpoint_rules'])),
    fact('Comments', metadata.raw['comments'] === undefined ? '' : textOf(metadata.raw['comments'])),
    fact('Source file', source === undefined ? '' : sourceLink(source)),
  ];
}

/** When a rule runs and how far it looks back, in words: `runs every 5 minutes, looks back 9 minutes`. */
export function scheduleInWords(rule: Rule): string {
  const [every, lookBack] = [durationIn(intervalOf(rule)), lookBackIn(fromOf(rule))];
  const words = every === undefined ? intervalOf(rule) : durationInWords(every).replace(/^1 /, '');
  const runs = `runs every ${words}`;
  const end = toOf(rule) === 'now' ? '' : `, up to ${toOf(rule)}`;
  if (lookBack === undefined) return `${runs}, looks at what came since ${fromOf(rule)}${end}`;
  return `${runs}, looks back ${durationInWords(lookBack)}${end}`;
}

function indices(rule: Rule): Inlines {
  switch (rule.type) {
    case 'machine_learning':
      return [];
    case 'esql':
      return codes(indicesInEsql(rule.query));
    case 'query':
    case 'saved_query':
    case 'eql':
    case 'threshold':
    case 'new_terms':
    case 'threat_match':
      if (rule.dataViewId !== undefined) return say`those of the data view ${code(rule.dataViewId)}`;
      return rule.index === undefined ? ["Kibana's default security indices"] : codes(rule.index);
  }
}

function interval(rule: Rule): Inlines {
  const text = intervalOf(rule);
  const duration = durationIn(text);
  return duration === undefined ? [code(text)] : say`${code(text)} (${durationInWords(duration)})`;
}

function window(rule: Rule): Inlines {
  const from = fromOf(rule);
  const to = toOf(rule);
  const end = to === 'now' ? [] : say` to ${code(to)}`;
  const lookBack = lookBackIn(from);
  if (lookBack === undefined) return say`${code(from)}${end}`;
  const every = durationIn(intervalOf(rule));
  const additional = every === undefined || to !== 'now' ? undefined : additionalLookBackInWords(lookBack, every);
  const overlap = additional === undefined ? '' : `, ${additional} of it as additional look-back time`;
  return say`${code(from)}${end} (each run looks back ${durationInWords(lookBack)}${overlap})`;
}

function minimumStack({ metadata }: Rule): string {
  const comments = metadata.raw['min_stack_comments'];
  const why = comments === undefined ? '' : ` (${textOf(comments)})`;
  return metadata.minStackVersion === undefined ? '' : `${metadata.minStackVersion}${why}`;
}

function texts(value: unknown): string {
  return Array.isArray(value) ? value.map(textOf).join(', ') : '';
}

// A name, or a table with name and id.
function relatedRules(value: unknown): string {
  if (!Array.isArray(value)) return '';
  return value
    .map((entry: unknown) =>
      typeof entry === 'object' && entry !== null ? Object.values(entry).map(textOf).join(' ') : textOf(entry),
    )
    .join(', ');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? `${value}` : '';
}

function sourceLink(source: string): Inlines {
  return [{ kind: 'File', text: source.slice(source.lastIndexOf('/') + 1), target: source, as: 'code' }];
}
