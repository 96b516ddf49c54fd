import type { Rule, RuleType } from '../model/rule.js';
import { fromOf, intervalOf, maxSignalsOf, toOf } from '../model/rule-defaults.js';
import { bareLink, codeSpan, escapeText, relativeTarget } from './markdown.js';
import { indicesInEsql } from './query-facts.js';
import { additionalLookBackInWords, durationIn, durationInWords, lookBackIn } from './timing.js';

/** What Kibana calls the types of rules: https://www.elastic.co/docs/solutions/security/detect-and-alert/about-detection-rules */
const TYPE_NAMES: Readonly<Record<RuleType, string>> = {
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
}

/**
 * The list of facts at the head of a rule's page, in the order of Elastic's own pages of prebuilt rules; facts that these lack
 * (ids, dates, the source) follow. Values that the rule leaves to Kibana are Kibana's defaults.
 */
export function ruleFacts(rule: Rule, facts: RuleFacts): string {
  const version = facts.version ?? rule.version;
  return [
    fact('Rule type', `${codeSpan(rule.type)} (${escapeText(TYPE_NAMES[rule.type])})`),
    fact('Rule indices', indices(rule)),
    fact('Severity', escapeText(rule.severity)),
    fact('Risk score', `${rule.riskScore}`),
    fact('Runs every', interval(rule)),
    fact('Searches indices from', window(rule)),
    fact('Maximum alerts per execution', `${maxSignalsOf(rule)}`),
    list('References', (rule.references ?? []).map(bareLink)),
    fact('Tags', codes(rule.tags)),
    fact('Version', version === undefined ? '' : `${version}`),
    fact('Rule authors', rule.author.map(escapeText).join(', ')),
    fact('Rule license', escapeText(rule.license ?? '')),
    fact('Rule ID', codeSpan(rule.ruleId)),
    ...metadataFacts(rule),
    fact('Source file', facts.source === undefined ? '' : sourceLink(facts.source)),
  ].join('');
}

/** A line `- **Label:** value` with its line break; empty for an empty value. */
export function fact(label: string, value: string): string {
  return value === '' ? '' : `- **${label}:** ${value}\n`;
}

/** Texts as code spans, comma-separated; empty for none. */
export function codes(texts: readonly string[] | undefined): string {
  return (texts ?? []).map(codeSpan).join(', ');
}

function list(label: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `- **${label}:**\n${items.map((item) => `  - ${item}\n`).join('')}`;
}

function indices(rule: Rule): string {
  switch (rule.type) {
    case 'machine_learning':
      return '';
    case 'esql':
      return codes(indicesInEsql(rule.query));
    case 'query':
    case 'saved_query':
    case 'eql':
    case 'threshold':
    case 'new_terms':
    case 'threat_match':
      if (rule.dataViewId !== undefined) return `those of the data view ${codeSpan(rule.dataViewId)}`;
      return rule.index === undefined ? "Kibana's default security indices" : codes(rule.index);
  }
}

function interval(rule: Rule): string {
  const text = intervalOf(rule);
  const duration = durationIn(text);
  return duration === undefined ? codeSpan(text) : `${codeSpan(text)} (${durationInWords(duration)})`;
}

function window(rule: Rule): string {
  const from = fromOf(rule);
  const to = toOf(rule);
  const end = to === 'now' ? '' : ` to ${codeSpan(to)}`;
  const lookBack = lookBackIn(from);
  if (lookBack === undefined) return `${codeSpan(from)}${end}`;
  const every = durationIn(intervalOf(rule));
  const additional = every === undefined || to !== 'now' ? undefined : additionalLookBackInWords(lookBack, every);
  const overlap = additional === undefined ? '' : `, ${additional} of it as additional look-back time`;
  return `${codeSpan(from)}${end} (each run looks back ${durationInWords(lookBack)}${overlap})`;
}

function metadataFacts({ metadata }: Rule): string[] {
  const dates = [
    metadata.creationDate ?? '',
    metadata.updatedDate === undefined ? '' : `updated ${metadata.updatedDate}`,
  ];
  return [
    fact('Created', escapeText(dates.filter((date) => date !== '').join(', '))),
    fact('Maturity', escapeText(metadata.maturity ?? '')),
    fact('Minimum stack version', escapeText(metadata.minStackVersion ?? '')),
  ];
}

function sourceLink(source: string): string {
  return `[${codeSpan(source.slice(source.lastIndexOf('/') + 1)).replace(/]/g, String.raw`\]`)}](${relativeTarget(source)})`;
}
