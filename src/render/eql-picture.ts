import type { EqlEventFilter, EqlQuery, EqlStep } from '../languages/eql/ast.js';
import { printExpression } from '../languages/eql/print.js';
import { codeFence } from './markdown.js';

// Longer conditions make a picture that nobody reads; the query stands in full below.
const LONGEST_LABEL = 100;

/**
 * The steps of an EQL sequence or sample as a Mermaid flow chart, in a fence as GitHub draws it: a box a step (a stadium for an event that
 * must be missing), arrows where order counts, `until` as a box of its own. Undefined for a query that looks for single events.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/eql-syntax.html#eql-sequences
 */
export function eqlPicture(query: EqlQuery): string | undefined {
  const { source } = query;
  if (source.kind === 'EventFilter') return undefined;
  const ordered = source.kind === 'Sequence';
  const until =
    ordered && source.until !== null ? [`  until[["${label(`until ${filterText(source.until.filter)}`)}"]]`] : [];
  const chart = [
    `flowchart ${ordered ? 'TB' : 'LR'}`,
    ...source.steps.map((step, index) => box(step, index + 1)),
    ...source.steps.slice(1).map((_, index) => `  step${index + 1} ${ordered ? '-->' : '---'} step${index + 2}`),
    ...until,
  ];
  return codeFence(chart.join('\n'), 'mermaid');
}

function box(step: EqlStep, number: number): string {
  const by = step.by.length === 0 ? '' : ` by ${step.by.map(({ name }) => name).join(', ')}`;
  const runs = step.runs === null ? '' : ` × ${step.runs}`;
  const text = label(`${number}. ${step.missing ? 'no ' : ''}${filterText(step.filter)}`) + label(by + runs);
  return step.missing ? `  step${number}(["${text}"])` : `  step${number}["${text}"]`;
}

function filterText({ category, condition }: EqlEventFilter): string {
  return `${category ?? 'any'} where ${printExpression(condition)}`;
}

function label(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' '));
  const short =
    characters.length > LONGEST_LABEL ? `${characters.slice(0, LONGEST_LABEL).join('')}…` : characters.join('');
  return short.replace(/[^\p{L}\p{N} .,:_=()×…*/-]/gu, (character) => `#${character.codePointAt(0) ?? 0};`);
}
