import picocolors from 'picocolors';
import type { ApplyReport, ObjectResult, Outcome } from '../deploy/apply-report.js';
import { KIND_WORDS } from '../deploy/plan-summary.js';
import type { Plan } from '../deploy/plan.js';
import { printable } from '../diagnostics/printable.js';

const OUTCOMES: readonly Outcome[] = ['done', 'already', 'differs', 'moved', 'failed', 'skipped'];

/** What `dragnet apply --format json` prints; docs/deploy.md explains each key. */
export function applyJson(
  { target, space, kibana, hash, problems }: Plan,
  { results, refused, stopped }: ApplyReport,
  notes: readonly string[],
): object {
  return {
    version: 1,
    target,
    space,
    kibana,
    plan: hash,
    summary: counts(results),
    ...(refused === undefined ? {} : { refused }),
    ...(stopped === undefined ? {} : { stopped }),
    problems,
    results,
    notes,
  };
}

/** What became of each object, for people; ends with the counts. */
export function applyText({ results, refused, stopped }: ApplyReport, color: boolean): string {
  const paint = picocolors.createColors(color);
  const end = [
    ...(refused === undefined
      ? []
      : [paint.red(printable(refused.message)), ...refused.about.map((one) => `  ${printable(one)}`)]),
    ...(stopped === undefined ? [] : [paint.red(printable(stopped.message))]),
    paint.bold(`apply: ${refused === undefined ? summary(results) : 'refused, nothing was written'}`),
  ];
  return `${[...results.flatMap((result) => linesOf(result, paint)), ...end].join('\n')}\n`;
}

function linesOf(
  { outcome, action, kind, name, key, file, message }: ObjectResult,
  paint: ReturnType<typeof picocolors.createColors>,
): readonly string[] {
  const isFine = outcome === 'done' || outcome === 'already';
  const sign = isFine ? paint.green('✔') : outcome === 'skipped' ? paint.yellow('-') : paint.red('✖');
  const head = `${sign} ${action} ${KIND_WORDS[kind][0]} ${printable(name)}  ${paint.dim(printable(file ?? key))}`;
  const said = outcome === 'done' ? '' : `  ${outcome}`;
  return [`${head}${said}`, ...(message === undefined ? [] : [`    ${printable(message)}`])];
}

function counts(results: readonly ObjectResult[]): Readonly<Record<Outcome, number>> {
  const all = { done: 0, already: 0, differs: 0, moved: 0, failed: 0, skipped: 0 };
  for (const { outcome } of results) all[outcome] += 1;
  return all;
}

function summary(results: readonly ObjectResult[]): string {
  const all = counts(results);
  const parts = OUTCOMES.filter((outcome) => all[outcome] > 0).map((outcome) => `${all[outcome]} ${WORDS[outcome]}`);
  return parts.length === 0 ? 'nothing was to be done' : parts.join(', ');
}

const WORDS: Readonly<Record<Outcome, string>> = {
  done: 'done',
  already: 'already so',
  differs: 'stored differently',
  moved: 'changed by somebody else',
  failed: 'failed',
  skipped: 'skipped',
};
