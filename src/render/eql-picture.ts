import type { EqlEventFilter, EqlQuery, EqlSequence, EqlSample, EqlStep } from '../languages/eql/ast.js';
import { printExpression } from '../languages/eql/print.js';
import { spanInWords } from './rule-detection.js';

// Longer conditions make a picture that nobody reads; the query stands in full beside it.
const LONGEST_LABEL = 100;
// Conditions can have thousands of characters, of which so many are enough for a label.
const MOST_TEXT = 1_000;

/**
 * The steps of an EQL sequence or sample as the text of a Mermaid flow chart: a frame that says what the events share and within what
 * time, in it a box a step (a dashed stadium for an event that must be missing), arrows where order counts; `until` is a box outside, to
 * which the frame leads. Undefined for a query that looks for single events.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/eql-syntax.html#eql-sequences
 */
export function eqlPicture(query: EqlQuery): string | undefined {
  const { source } = query;
  if (source.kind === 'EventFilter') return undefined;
  const ordered = source.kind === 'Sequence';
  const until = source.kind === 'Sequence' ? source.until : null;
  return [
    `flowchart ${ordered ? 'TB' : 'LR'}`,
    `  subgraph all["${label(frame(source))}"]`,
    ...source.steps.map((step, index) => `  ${box(step, index + 1)}`),
    ...source.steps.slice(1).map((_, index) => `    step${index + 1} ${ordered ? '-->' : '---'} step${index + 2}`),
    '  end',
    ...(until === null
      ? []
      : [`  until[["${label(`until ${filterText(until.filter)}`) + label(byText(until))}"]]`, '  all -.-> until']),
    ...source.steps.flatMap(({ missing }, index) =>
      missing ? [`  style step${index + 1} stroke-dasharray: 5 5`] : [],
    ),
  ].join('\n');
}

function frame(source: EqlSequence | EqlSample): string {
  const by = source.by.length === 0 ? '' : `, same ${source.by.map(({ name }) => name).join(', ')}`;
  const span = source.kind === 'Sample' || source.maxspan === null ? '' : `, within ${spanInWords(source.maxspan)}`;
  return `${source.kind === 'Sequence' ? 'in this order' : 'in any order'}${by}${span}`;
}

function box(step: EqlStep, number: number): string {
  const runs = step.runs === null ? '' : ` × ${step.runs}`;
  const text = label(`${number}. ${step.missing ? 'no ' : ''}${filterText(step.filter)}`) + label(byText(step) + runs);
  return step.missing ? `  step${number}(["${text}"])` : `  step${number}["${text}"]`;
}

function byText({ by }: EqlStep): string {
  return by.length === 0 ? '' : ` by ${by.map(({ name }) => name).join(', ')}`;
}

function filterText({ category, condition }: EqlEventFilter): string {
  return `${category ?? 'any'} where ${printExpression(condition)}`;
}

function label(text: string): string {
  const characters = Array.from(text.slice(0, MOST_TEXT).replace(/\s+/g, ' '));
  const short =
    characters.length > LONGEST_LABEL ? `${characters.slice(0, LONGEST_LABEL).join('')}…` : characters.join('');
  return short.replace(/[^\p{L}\p{N} .,:_=()×…*/-]/gu, (character) => `#${character.codePointAt(0) ?? 0};`);
}
