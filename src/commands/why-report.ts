import { reasonLines } from '../clauses/explanation-lines.js';
import type { ClauseVerdict } from '../clauses/clause.js';
import type { Explanation, Reason, RuleExplanation } from '../clauses/explanation.js';
import { quote } from '../clauses/show-value.js';
import { codeFrame } from '../diagnostics/code-frame.js';
import { plural } from '../diagnostics/plural.js';
import { printable } from '../diagnostics/printable.js';
import { printJson } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import type { WhySubject } from './why-subject.js';

/** How the answer is written. */
export interface WhyView {
  readonly isColoured: boolean;
  /** Details of all documents, not of some. */
  readonly isVerbose: boolean;
}

/** Documents that are shown in detail unless all are. */
export const SHOWN = 10;
/** Documents with one reason that are shown in detail where not all are. */
const OF_ONE_REASON = 3;
/** Clauses of a document that are listed. */
const MOST_CLAUSES = 60;

/** The answer as text: a summary by first false clause where there are many documents, then documents clause by clause. */
export function whyText(told: RuleExplanation, subject: WhySubject, view: WhyView): string {
  const { explanations, errors } = told;
  const paint = painter(view.isColoured);
  const fired = explanations.filter(({ outcome }) => outcome === 'fired').length;
  const head = `${printable(subject.name)} (${printable(subject.file)}): ${plural(explanations.length, 'document')}, ${fired} fired, ${explanations.length - fired} silent`;
  const failures = errors.map((error) =>
    paint('31', `the rule failed: ${error.split('\n').map(printable).join('\n')}`),
  );
  const detailed = shownOf(explanations, view);
  const summary = explanations.length > detailed.length ? summaryLines(explanations, subject) : [];
  const blocks = errors.length > 0 && told.alerts === 0 ? [] : detailed.map((each) => block(each, subject, paint));
  return `${[head, ...failures, ...summary, ...blocks].join('\n')}\n`;
}

/** All; else those that have details, a few of each reason, the rarest reason first: it is the one that a reader looks for. */
function shownOf(explanations: readonly Explanation[], { isVerbose }: WhyView): readonly Explanation[] {
  if (isVerbose || explanations.length <= SHOWN) return explanations;
  const groups = new Map<string, { count: number; readonly shown: Explanation[] }>();
  for (const each of explanations) {
    const key = each.reason?.what ?? '';
    const group = groups.get(key) ?? { count: 0, shown: [] };
    groups.set(key, group);
    group.count += 1;
    if (each.clauses !== undefined && group.shown.length < OF_ONE_REASON) group.shown.push(each);
  }
  return [...groups.values()].sort((one, two) => one.count - two.count).flatMap(({ shown }) => shown);
}

function summaryLines(explanations: readonly Explanation[], subject: WhySubject): readonly string[] {
  const groups = new Map<string, { count: number; readonly reason: Reason }>();
  for (const { reason } of explanations) {
    if (reason === undefined) continue;
    const group = groups.get(reason.what) ?? { count: 0, reason };
    group.count += 1;
    groups.set(reason.what, group);
  }
  const sorted = [...groups.values()].sort((one, two) => two.count - one.count);
  const width = String(sorted[0]?.count ?? 0).length;
  const lines = sorted.map(({ count, reason }) => {
    const place = reason.range === undefined ? '' : `  ${placeText(reason, subject)}`;
    return `  ${String(count).padStart(width)} silent: ${reason.what}${place}`;
  });
  return [...lines, '', 'Some of each in detail (--verbose: all):', ''];
}

function placeText({ range }: Reason, subject: WhySubject): string {
  if (range === undefined) return '';
  const { source, range: inFile } = subject.place(range);
  const { line, column } = source.position(inFile.start);
  return `${printable(subject.file)}:${line}:${column}`;
}

type Paint = (code: string, text: string) => string;

function painter(isColoured: boolean): Paint {
  return (code, text) => (isColoured ? `\u001b[${code}m${text}\u001b[0m` : text);
}

function block({ document, outcome, reason, clauses = [] }: Explanation, subject: WhySubject, paint: Paint): string {
  const id = quote(document.id).slice(1, -1);
  const isFired = outcome === 'fired';
  const title = isFired ? paint('32', `✓ ${id} fired`) : paint('31', `✗ ${id}`);
  const lines =
    reason === undefined
      ? []
      : reasonLines(reason, (range) => {
          const { source, range: inFile } = subject.place(range);
          return [`--> ${placeText({ ...reason, range }, subject)}`, codeFrame(source, inFile)].join('\n');
        });
  const shown = clauses.slice(0, MOST_CLAUSES).map((verdict) => clauseLine(verdict, paint));
  const more = clauses.length > MOST_CLAUSES ? [`… and ${clauses.length - MOST_CLAUSES} more clauses`] : [];
  return [title, ...[...lines, ...shown, ...more].map((line) => `    ${line}`), ''].join('\n');
}

function clauseLine({ depth, truth, text, values }: ClauseVerdict, paint: Paint): string {
  const mark = truth === true ? paint('32', 'true ') : truth === false ? paint('31', 'false') : paint('33', 'null ');
  const found = values.map(({ field, shown }) => `${quote(field).slice(1, -1)}: ${shown}`).join(', ');
  return `${mark}  ${'  '.repeat(depth)}${quote(text).slice(1, -1)}${found === '' ? '' : paint('2', `   ← ${found}`)}`;
}

/** The answer as one JSON document; `version` counts up when its shape changes. */
export function whyJson(told: RuleExplanation, subject: WhySubject, now: Date): string {
  const documents = told.explanations.map(({ document, outcome, reason, clauses }): JsonObject => ({
    _index: document.index,
    _id: document.id,
    outcome,
    ...(reason === undefined ? {} : { reason: reasonJson(reason, subject) }),
    ...(clauses === undefined
      ? {}
      : {
          clauses: clauses.map(({ depth, truth, text, values }): JsonObject => ({
            depth,
            truth,
            text,
            values: Object.fromEntries(values.map(({ field, shown }) => [field, shown])),
          })),
        }),
  }));
  const answer: JsonObject = {
    version: 1,
    [subject.kind]: subject.name,
    file: subject.file,
    now: now.toISOString(),
    alerts: told.alerts,
    fired: told.explanations.filter(({ outcome }) => outcome === 'fired').length,
    silent: told.explanations.filter(({ outcome }) => outcome === 'silent').length,
    errors: [...told.errors],
    warnings: [...told.warnings],
    documents,
  };
  return `${printJson(answer, 2)}\n`;
}

function reasonJson(reason: Reason, subject: WhySubject): JsonObject {
  const { stage, what, details, range } = reason;
  if (range === undefined) return { stage, what, details: [...details] };
  const { source, range: inFile } = subject.place(range);
  const { line, column } = source.position(inFile.start);
  return { stage, what, details: [...details], line, column };
}
