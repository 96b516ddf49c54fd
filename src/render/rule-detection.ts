import type { EqlQuery, EqlTimeSpan } from '../languages/eql/ast.js';
import type { NewTermsRule, Rule, ThreatMatchRule, ThresholdRule } from '../model/rule.js';
import { missingFieldsStrategyOf, threatIndicatorPathOf, threatQueryOf } from '../model/rule-defaults.js';
import type { SuppressionByFields } from '../model/suppression.js';
import { code, codes, fact, paragraph, say, type Block, type Fact, type Inlines } from './page.js';
import { parsedEql } from './query-facts.js';
import { jsonBlocks, titled } from './rule-overrides.js';
import { durationInWords, lookBackIn } from './timing.js';

/** What makes an alert of a rule, in words: a sentence on its type, the settings of the type with suppression, and what needs more room. */
export interface Detection {
  readonly sentence: Inlines;
  readonly facts: readonly Fact[];
  readonly blocks: readonly Block[];
}

/**
 * What makes an alert of a rule.
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/about-detection-rules
 */
export function ruleDetection(rule: Rule): Detection {
  return {
    sentence: sentence(rule),
    facts: [...settings(rule), fact('Alert suppression', suppression(rule))],
    blocks: rule.type === 'threat_match' ? indicatorBlocks(rule) : [],
  };
}

/** A span of EQL in words: `2 minutes`. */
export function spanInWords({ count, unit }: EqlTimeSpan): string {
  return unit === 'ms' ? `${count} ms` : durationInWords({ value: count, unit });
}

function sentence(rule: Rule): Inlines {
  switch (rule.type) {
    case 'query':
    case 'saved_query':
      return ['One alert for each document that matches the query.'];
    case 'eql':
      return eqlSentence(parsedEql(rule));
    case 'esql':
      return ['One alert for each row that the query returns.'];
    case 'threshold':
      return thresholdSentence(rule);
    case 'new_terms':
      return newTermsSentence(rule);
    case 'threat_match':
      return ['One alert for each event that matches the query and has the values of an indicator, as mapped below.'];
    case 'machine_learning':
      return [
        `One alert for each anomaly with a score of at least ${rule.anomalyThreshold} that one of the jobs finds.`,
      ];
  }
}

function eqlSentence(query: EqlQuery | undefined): Inlines {
  const source = query?.source;
  if (source === undefined) return ['One alert for each event, or each sequence of events, that the query finds.'];
  if (source.kind === 'EventFilter') return ['One alert for each event that the query finds.'];
  const what = source.kind === 'Sequence' ? 'sequence' : 'sample';
  const order = source.kind === 'Sequence' ? 'in this order' : 'in any order';
  const by = source.by.length === 0 ? [] : say`, with the same ${and(source.by.map(({ name }) => name))}`;
  const span = source.kind === 'Sample' || source.maxspan === null ? '' : `, within ${spanInWords(source.maxspan)}`;
  return say`One alert for each ${what} that the query finds: ${counted(source.steps.length, 'step')} ${order}${by}${span}.`;
}

function thresholdSentence({ threshold }: ThresholdRule): Inlines {
  const group =
    threshold.field.length === 0
      ? [`One alert when at least ${counted(threshold.value, 'document')} of a run match the query`]
      : say`One alert for each group of at least ${counted(threshold.value, 'matching document')} with the same ${and(threshold.field)}`;
  const cardinality = (threshold.cardinality ?? []).flatMap(
    ({ field, value }) => say` and at least ${counted(value, 'different value')} of ${code(field)}`,
  );
  return say`${group}${cardinality}.`;
}

function newTermsSentence(rule: NewTermsRule): Inlines {
  const what = rule.newTermsFields.length === 1 ? 'value' : 'combination of values';
  return say`One alert for the first document with a ${what} of ${and(rule.newTermsFields)} that no matching document had before, within the history window.`;
}

function settings(rule: Rule): readonly Fact[] {
  switch (rule.type) {
    case 'query':
    case 'esql':
      return [];
    case 'saved_query':
      return [fact('Saved query', code(rule.savedId))];
    case 'eql':
      return [
        fact('Timestamp field', code(rule.timestampField ?? '')),
        fact('Event category field', code(rule.eventCategoryOverride ?? '')),
        fact('Tiebreaker field', code(rule.tiebreakerField ?? '')),
      ];
    case 'threshold':
      return thresholdSettings(rule);
    case 'new_terms':
      return [fact('New terms fields', codes(rule.newTermsFields)), fact('History window start', historyWindow(rule))];
    case 'threat_match':
      return [
        fact('Indicator indices', codes(rule.threatIndex)),
        fact('Indicator path', code(threatIndicatorPathOf(rule))),
        fact('Concurrent searches', `${rule.concurrentSearches ?? ''}`),
        fact('Items per search', `${rule.itemsPerSearch ?? ''}`),
      ];
    case 'machine_learning':
      return [
        fact('Anomaly score threshold', `${rule.anomalyThreshold}`),
        fact('Machine learning jobs', codes(rule.machineLearningJobId)),
      ];
  }
}

function thresholdSettings({ threshold }: ThresholdRule): readonly Fact[] {
  return [
    fact(
      'Group by',
      threshold.field.length === 0 ? 'nothing: all matching documents are one group' : codes(threshold.field),
    ),
    fact('Threshold', `${threshold.value}`),
    ...(threshold.cardinality ?? []).map(({ field, value }) =>
      fact('Cardinality', say`${code(field)} ≥ ${`${value}`}`),
    ),
  ];
}

function historyWindow(rule: NewTermsRule): Inlines {
  const lookBack = lookBackIn(rule.historyWindowStart);
  const words = lookBack === undefined ? '' : ` (${durationInWords(lookBack)})`;
  return say`${code(rule.historyWindowStart)}${words}`;
}

function indicatorBlocks(rule: ThreatMatchRule): readonly Block[] {
  const rows = rule.threatMapping.flatMap(({ entries }, group) =>
    entries.map(({ field, value, negate }, index): readonly Inlines[] => [
      index > 0 ? ['and'] : group > 0 ? [{ kind: 'Strong', text: 'or' }] : [],
      [code(field)],
      [negate === true ? 'is not' : 'is'],
      [code(value)],
    ]),
  );
  return [
    ...titled('Indicator mapping:', ['', 'Field of the event', '', 'Field of the indicator'], rows),
    paragraph('Indicator query:'),
    { kind: 'Code', language: rule.threatLanguage ?? 'kuery', text: threatQueryOf(rule) },
    ...jsonBlocks('Indicator filters', rule.threatFilters ?? []),
  ];
}

function suppression(rule: Rule): Inlines {
  if (rule.alertSuppression === undefined) return [];
  if (rule.type === 'threshold')
    return [`alerts of the same group within ${durationInWords(rule.alertSuppression.duration)} become one`];
  return suppressionByFields(rule.alertSuppression);
}

function suppressionByFields(settingsOfRule: SuppressionByFields): Inlines {
  const period = settingsOfRule.duration === undefined ? 'one run' : durationInWords(settingsOfRule.duration);
  const missing =
    missingFieldsStrategyOf(settingsOfRule) === 'suppress'
      ? 'alerts without the field count as equal'
      : 'alerts without the field are not suppressed';
  return say`alerts with the same ${and(settingsOfRule.groupBy)} within ${period} become one; ${missing}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function and(fields: readonly string[]): Inlines {
  const last = fields.at(-1);
  if (last === undefined || fields.length < 2) return codes(fields);
  return say`${codes(fields.slice(0, -1))} and ${code(last)}`;
}
