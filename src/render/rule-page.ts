import type { Rule } from '../model/rule.js';
import { filtersOf, languageOf, queryOf } from '../model/rule-defaults.js';
import { eqlPicture } from './eql-picture.js';
import { fact, facts, paragraph, section, type Block, type Page } from './page.js';
import { printPage } from './print-page.js';
import { parsedEql } from './query-facts.js';
import { ruleDetection } from './rule-detection.js';
import { ruleFacts, scheduleInWords, type RuleFacts } from './rule-facts.js';
import { jsonBlocks, ruleData, ruleOverrides } from './rule-overrides.js';
import { ruleTestBlocks } from './rule-tests.js';
import { ruleThreat } from './rule-threat.js';

/** The Markdown page of a rule: `rulePageModel` as `printPage` writes it. */
export function rulePage(rule: Rule, about: RuleFacts = {}): string {
  return printPage(rulePageModel(rule, about));
}

/**
 * What is on the page of a rule: every field of its definition that a reader needs, for all eight types. The order is that of Elastic's
 * pages of prebuilt rules (https://www.elastic.co/guide/en/security/8.18/prebuilt-rules.html), with what these leave out between
 * the facts and the guides, and the tests of the rule behind its query.
 */
export function rulePageModel(rule: Rule, about: RuleFacts = {}): Page {
  const detection = ruleDetection(rule);
  return {
    title: rule.name,
    blocks: [
      ...deprecation(rule),
      { kind: 'Prose', markdown: rule.description },
      { kind: 'Facts', facts: ruleFacts(rule, about) },
    ],
    sections: [
      section('What makes an alert', [
        paragraph(detection.sentence),
        facts(...detection.facts, fact('Timing', scheduleInWords(rule))),
        ...ruleOverrides(rule),
        ...detection.blocks,
      ]),
      section('Data', ruleData(rule)),
      section('False positives', [{ kind: 'ProseList', items: rule.falsePositives ?? [] }]),
      guideSection(rule, 'Investigation guide', rule.note),
      guideSection(rule, 'Setup', rule.setup),
      section('Rule query', query(rule)),
      section('Tests', about.tests === undefined ? [] : ruleTestBlocks(about.tests)),
      ...ruleThreat(rule),
    ],
  };
}

function deprecation({ metadata }: Rule): readonly Block[] {
  if (metadata.maturity !== 'deprecated') return [];
  const since = metadata.deprecationDate === undefined ? '' : ` since ${metadata.deprecationDate}`;
  const reason = metadata.raw['deprecated_reason'];
  const why = typeof reason === 'string' ? ` ${reason}` : '';
  return [{ kind: 'Warning', text: [`This rule is deprecated${since}.${why}`] }];
}

function guideSection(rule: Rule, title: string, markdown = ''): Page['sections'][number] {
  return section(title, [{ kind: 'Guide', title, markdown, transform: rule.transform }]);
}

function query(rule: Rule): readonly Block[] {
  return [
    { kind: 'Code', language: languageOf(rule) ?? '', text: queryOf(rule) ?? '' },
    ...picture(rule),
    ...jsonBlocks('Filters', filtersOf(rule)),
  ];
}

function picture(rule: Rule): readonly Block[] {
  const tree = rule.type === 'eql' ? parsedEql(rule) : undefined;
  const chart = tree === undefined ? undefined : eqlPicture(tree);
  return chart === undefined ? [] : [paragraph('In a picture:'), { kind: 'Code', language: 'mermaid', text: chart }];
}
