import { parseEql } from '../languages/eql/parse.js';
import type { Rule } from '../model/rule.js';
import { filtersOf, languageOf, queryOf } from '../model/rule-defaults.js';
import { guideUnder, proseOf } from './author-text.js';
import { eqlPicture } from './eql-picture.js';
import { GENERATED_MARK } from './generated-page.js';
import { withPlaceholders } from './guide-placeholders.js';
import { codeFence, escapeName, escapeText } from './markdown.js';
import { filterBlocks, ruleDetection } from './rule-detection.js';
import { ruleFacts, type RuleFacts } from './rule-facts.js';
import { ruleData, ruleOverrides } from './rule-overrides.js';
import { ruleThreat } from './rule-threat.js';

/**
 * The Markdown page of a rule: every field of its definition that a reader needs, for all eight types. The order is that of Elastic's
 * pages of prebuilt rules (https://www.elastic.co/guide/en/security/8.18/prebuilt-rules.html), with what these leave out between
 * the facts and the guides.
 *
 * Text that is not Markdown (names, tags, values) renders as itself. The author's Markdown (description, false positives, guides)
 * stays Markdown, with what a browser would run escaped and its headings below those of the page.
 */
export function rulePage(rule: Rule, facts: RuleFacts = {}): string {
  const page = [
    `# ${escapeName(rule.name)}\n`,
    deprecation(rule),
    `\n${proseOf(rule.description)}\n\n`,
    ruleFacts(rule, facts),
    section('What makes an alert', ruleDetection(rule) + ruleOverrides(rule)),
    section('Data', ruleData(rule)),
    section('False positives', (rule.falsePositives ?? []).map((text) => bullet(proseOf(text))).join('')),
    section('Investigation guide', guide(rule, 'Investigation guide', rule.note)),
    section('Setup', guide(rule, 'Setup', rule.setup)),
    section('Rule query', query(rule)),
    ruleThreat(rule),
  ].join('');
  return `${page.trim()}\n\n${GENERATED_MARK}\n`;
}

function section(title: string, body: string): string {
  return body.trim() === '' ? '' : `\n## ${title}\n\n${body.trim()}\n`;
}

function deprecation({ metadata }: Rule): string {
  if (metadata.maturity !== 'deprecated') return '';
  const since = metadata.deprecationDate === undefined ? '' : ` since ${escapeText(metadata.deprecationDate)}`;
  return `\n> [!WARNING]\n> This rule is deprecated${since}.\n`;
}

function bullet(markdown: string): string {
  return `- ${markdown.replace(/\n(?=.)/g, '\n  ')}\n`;
}

function guide(rule: Rule, title: string, markdown: string | undefined): string {
  return markdown === undefined ? '' : withPlaceholders(guideUnder(2, title, markdown), rule.transform);
}

function query(rule: Rule): string {
  const text = queryOf(rule) ?? '';
  const block = text.trim() === '' ? '' : `${codeFence(text, languageOf(rule) ?? '')}\n`;
  return block + picture(rule) + filterBlocks('Filters', filtersOf(rule));
}

function picture(rule: Rule): string {
  const tree = rule.type === 'eql' ? parseEql(rule.query).value : undefined;
  const chart = tree === undefined ? undefined : eqlPicture(tree);
  return chart === undefined ? '' : `\nIn a picture:\n\n${chart}\n`;
}
