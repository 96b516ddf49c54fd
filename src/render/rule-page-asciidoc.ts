import type { Rule } from '../model/rule.js';
import { fromOf, indexOf, intervalOf, maxSignalsOf, queryOf } from '../model/rule-defaults.js';
import type { ThreatTactic } from '../model/threat.js';
import { slugOf } from './slug.js';

// What Elastic's pages append to the start of the search window; the AsciiDoc attributes and anchors are those of their book.
const DATE_MATH =
  '({ref}/common-options.html#date-math[Date Math format], see also <<rule-schedule, `Additional look-back time`>>)';
const RULER = '-'.repeat(34);

/**
 * The AsciiDoc page of a rule as Elastic's book of prebuilt rules has it, byte for byte: `version` is that of the lock file; absent
 * it reads `None`, as does every missing, zero or empty fact of the head.
 *
 * The format shows neither type-specific settings nor false positives, and converts of the author's Markdown only headings and links; a rule's
 * Markdown page (`rulePage`) is the one for readers.
 * https://www.elastic.co/guide/en/security/8.18/prebuilt-rules.html
 */
export function rulePageAsciidoc(rule: Rule, version?: number): string {
  return [
    `[[${slugOf(rule.name)}]]`,
    `=== ${flat(rule.name)}`,
    '',
    flat(rule.description),
    '',
    metadata(rule, version),
    ...guide('Investigation guide', rule.note),
    ...guide('Setup', rule.setup),
    ...query(queryOf(rule)),
    ...threat(rule),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

function metadata(rule: Rule, version: number | undefined): string {
  return [
    fact('Rule type', rule.type),
    list('Rule indices', indexOf(rule)),
    fact('Severity', rule.severity),
    fact('Risk score', rule.riskScore),
    fact('Runs every', intervalOf(rule)),
    fact('Searches indices from', `${fromOf(rule)} ${DATE_MATH}`),
    fact('Maximum alerts per execution', maxSignalsOf(rule)),
    list('References', rule.references),
    list('Tags', rule.tags),
    fact('Version', version),
    list('Rule authors', rule.author),
    fact('Rule license', rule.license),
  ].join('');
}

function fact(label: string, value: string | number | undefined): string {
  return `*${label}*: ${value === undefined || value === '' || value === 0 ? 'None' : flat(String(value))}\n\n`;
}

function list(label: string, values: readonly string[] | undefined): string {
  if (values === undefined || values.length === 0) return fact(label, undefined);
  return `*${label}*: \n\n${values.map((value) => `* ${flat(value)}\n`).join('')}\n`;
}

function guide(title: string, markdown: string | undefined): string[] {
  return markdown === undefined ? [] : [`==== ${title}\n\n\n${asciidocOf(markdown)}`, ''];
}

function query(text: string | undefined): string[] {
  return text === undefined ? [] : [`==== Rule query\n\n\n[source, js]\n${RULER}\n${text}\n${RULER}`, ''];
}

// Headings become bold lines of their own, links AsciiDoc links; all other Markdown stays as it is.
function asciidocOf(markdown: string): string {
  return withLinks(markdown.replace(/^#+ *(.*)$/gm, '\n*$1*\n'));
}

// A link is `[`, anything up to the next `]`, and at once `(`, anything up to the next `)`; no part is empty. Each bracket is looked
// for once, so that a text of brackets only takes no longer than any other.
function withLinks(text: string): string {
  let result = '';
  let done = 0;
  let close = -1;
  for (let open = text.indexOf('['); open !== -1; open = text.indexOf('[', Math.max(open + 1, done))) {
    if (close <= open) close = text.indexOf(']', open + 1);
    if (close === -1) break;
    if (close === open + 1 || text[close + 1] !== '(') continue;
    const end = text.indexOf(')', close + 2);
    if (end === -1) break;
    if (end === close + 2) continue;
    result += `${text.slice(done, open)}${text.slice(close + 2, end)}[${text.slice(open + 1, close)}]`;
    done = end + 1;
  }
  return result + text.slice(done);
}

function threat(rule: Rule): string[] {
  if (rule.threat === undefined || rule.threat.length === 0) return [];
  const blocks = rule.threat.flatMap(({ tactic, technique }) => [
    block('Tactic', tactic),
    ...(technique ?? []).flatMap((entry) => [
      block('Technique', entry),
      ...(entry.subtechnique ?? []).map((sub) => block('Sub-technique', sub)),
    ]),
  ]);
  return ['*Framework*: MITRE ATT&CK^TM^\n', ...blocks];
}

function block(label: string, { id, name, reference }: ThreatTactic): string {
  const url = reference.endsWith('/') ? reference : `${reference}/`;
  return [`* ${label}:`, `** Name: ${flat(name)}`, `** ID: ${flat(id)}`, `** Reference URL: ${flat(url)}`].join('\n');
}

/** Strings reach Kibana on one line: stripped, and their lines stripped and joined by a space each. */
function flat(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .join(' ');
}
