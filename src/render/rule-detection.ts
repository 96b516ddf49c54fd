import type { EqlQuery, EqlTimeSpan } from '../languages/eql/ast.js';
import { parseEql } from '../languages/eql/parse.js';
import type { NewTermsRule, Rule, ThreatMatchRule, ThresholdRule } from '../model/rule.js';
import { missingFieldsStrategyOf, threatIndicatorPathOf, threatQueryOf } from '../model/rule-defaults.js';
import type { SuppressionByFields } from '../model/suppression.js';
import { printJson, type JsonObject } from '../values/json.js';
import { codeFence, codeSpan, table } from './markdown.js';
import { codes, fact } from './rule-facts.js';
import { durationInWords, lookBackIn } from './timing.js';

/**
 * What makes an alert of a rule, in words: a sentence on its type, the settings of the type, then suppression. Markdown without a
 * heading, ending in a line break.
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/about-detection-rules
 */
export function ruleDetection(rule: Rule): string {
  return `${sentence(rule)}\n\n${settings(rule)}${suppression(rule)}`;
}

function sentence(rule: Rule): string {
  switch (rule.type) {
    case 'query':
    case 'saved_query':
      return 'One alert for each document that matches the query.';
    case 'eql':
      return eqlSentence(parseEql(rule.query).value);
    case 'esql':
      return 'One alert for each row that the query returns.';
    case 'threshold':
      return thresholdSentence(rule);
    case 'new_terms':
      return newTermsSentence(rule);
    case 'threat_match':
      return 'One alert for each event that matches the query and has the values of an indicator, as mapped below.';
    case 'machine_learning':
      return `One alert for each anomaly with a score of at least ${rule.anomalyThreshold} that one of the jobs finds.`;
  }
}

function eqlSentence(query: EqlQuery | undefined): string {
  const source = query?.source;
  if (source === undefined) return 'One alert for each event, or each sequence of events, that the query finds.';
  if (source.kind === 'EventFilter') return 'One alert for each event that the query finds.';
  const what = source.kind === 'Sequence' ? 'sequence' : 'sample';
  const order = source.kind === 'Sequence' ? 'in this order' : 'in any order';
  const by = source.by.length === 0 ? '' : `, with the same ${and(source.by.map(({ name }) => name))}`;
  const span = source.kind === 'Sample' || source.maxspan === null ? '' : `, within ${eqlSpan(source.maxspan)}`;
  return `One alert for each ${what} that the query finds: ${counted(source.steps.length, 'step')} ${order}${by}${span}.`;
}

function eqlSpan({ count, unit }: EqlTimeSpan): string {
  return unit === 'ms' ? `${count} ms` : durationInWords({ value: count, unit });
}

function thresholdSentence({ threshold }: ThresholdRule): string {
  const group =
    threshold.field.length === 0
      ? `One alert when at least ${counted(threshold.value, 'document')} of a run match the query`
      : `One alert for each group of at least ${counted(threshold.value, 'matching document')} with the same ${and(threshold.field)}`;
  const cardinality = (threshold.cardinality ?? []).map(
    ({ field, value }) => `at least ${counted(value, 'different value')} of ${codeSpan(field)}`,
  );
  return `${group}${cardinality.length === 0 ? '' : ` and ${cardinality.join(' and ')}`}.`;
}

function newTermsSentence(rule: NewTermsRule): string {
  const what = rule.newTermsFields.length === 1 ? 'value' : 'combination of values';
  return `One alert for the first document with a ${what} of ${and(rule.newTermsFields)} that no matching document had before, within the history window.`;
}

function settings(rule: Rule): string {
  switch (rule.type) {
    case 'query':
      return '';
    case 'saved_query':
      return fact('Saved query', codeSpan(rule.savedId));
    case 'eql':
      return [
        fact('Timestamp field', codeSpan(rule.timestampField ?? '')),
        fact('Event category field', codeSpan(rule.eventCategoryOverride ?? '')),
        fact('Tiebreaker field', codeSpan(rule.tiebreakerField ?? '')),
      ].join('');
    case 'esql':
      return '';
    case 'threshold':
      return [
        fact(
          'Group by',
          rule.threshold.field.length === 0
            ? 'nothing: all matching documents are one group'
            : codes(rule.threshold.field),
        ),
        fact('Threshold', `${rule.threshold.value}`),
        ...(rule.threshold.cardinality ?? []).map(({ field, value }) =>
          fact('Cardinality', `${codeSpan(field)} ≥ ${value}`),
        ),
      ].join('');
    case 'new_terms':
      return fact('New terms fields', codes(rule.newTermsFields)) + fact('History window start', historyWindow(rule));
    case 'threat_match':
      return indicatorSettings(rule);
    case 'machine_learning':
      return (
        fact('Anomaly score threshold', `${rule.anomalyThreshold}`) +
        fact('Machine learning jobs', codes(rule.machineLearningJobId))
      );
  }
}

function historyWindow(rule: NewTermsRule): string {
  const lookBack = lookBackIn(rule.historyWindowStart);
  return `${codeSpan(rule.historyWindowStart)}${lookBack === undefined ? '' : ` (${durationInWords(lookBack)})`}`;
}

function indicatorSettings(rule: ThreatMatchRule): string {
  const rows = rule.threatMapping.flatMap(({ entries }, group) =>
    entries.map(({ field, value, negate }, index) => [
      index > 0 ? 'and' : group > 0 ? '**or**' : '',
      codeSpan(field),
      negate === true ? 'is not' : 'is',
      codeSpan(value),
    ]),
  );
  return [
    fact('Indicator indices', codes(rule.threatIndex)),
    fact('Indicator path', codeSpan(threatIndicatorPathOf(rule))),
    fact('Concurrent searches', `${rule.concurrentSearches ?? ''}`),
    fact('Items per search', `${rule.itemsPerSearch ?? ''}`),
    '\nIndicator mapping:\n\n',
    table(['', 'Field of the event', '', 'Field of the indicator'], rows),
    '\n\nIndicator query:\n\n',
    codeFence(threatQueryOf(rule), rule.threatLanguage ?? 'kuery'),
    '\n',
    filterBlocks('Indicator filters', rule.threatFilters ?? []),
    '\n',
  ].join('');
}

/** Kibana filters as a titled block of JSON; empty for none. */
export function filterBlocks(title: string, filters: readonly JsonObject[]): string {
  if (filters.length === 0) return '';
  return `\n${title}:\n\n${filters.map((filter) => `${codeFence(printJson(filter, 2), 'json')}\n`).join('\n')}`;
}

function suppression(rule: Rule): string {
  if (rule.alertSuppression === undefined) return '';
  if (rule.type === 'threshold') {
    return fact(
      'Alert suppression',
      `alerts of the same group within ${durationInWords(rule.alertSuppression.duration)} become one`,
    );
  }
  return fact('Alert suppression', suppressionByFields(rule.alertSuppression));
}

function suppressionByFields(settingsOfRule: SuppressionByFields): string {
  const period = settingsOfRule.duration === undefined ? 'one run' : durationInWords(settingsOfRule.duration);
  const missing =
    missingFieldsStrategyOf(settingsOfRule) === 'suppress'
      ? 'alerts without the field count as equal'
      : 'alerts without the field are not suppressed';
  return `alerts with the same ${and(settingsOfRule.groupBy)} within ${period} become one; ${missing}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function and(fields: readonly string[]): string {
  const spans = fields.map(codeSpan);
  return spans.length < 2 ? spans.join('') : `${spans.slice(0, -1).join(', ')} and ${spans.at(-1) ?? ''}`;
}
