import picocolors from 'picocolors';
import { printable } from '../diagnostics/printable.js';
import { describeChange, inline } from './describe-field.js';
import type { FieldChange } from './describe-field.js';
import type { Drift, DriftChange, DriftedField } from './drift.js';
import { KIND_WORDS } from './plan-summary.js';

/** How drift is printed for people. */
export interface PrintDriftOptions {
  /** Colours, off unless asked for. */
  readonly color?: boolean;
  /** Lines of one diff, at most; the rest is counted. */
  readonly mostLines?: number;
}

/** What is said of each change. */
export const DRIFT_WORDS: Readonly<Record<DriftChange, string>> = {
  changed: 'changed by hand',
  deleted: 'deleted by hand',
  made: 'made by hand',
  unknown: 'differs from git, by whom is not known',
};

/** Drift for a terminal: each object with its fields, from what was applied to what Kibana has, then what hinders the comparison. Ends with a line feed. */
export function printDrift(drift: Drift, { color = false, mostLines = 120 }: PrintDriftOptions = {}): string {
  const paint = picocolors.createColors(color);
  const { target, kibana, space, objects, problems } = drift;
  const head = `Drift of ${printable(target)}: ${printable(kibana.url)}, space ${printable(space)}, Kibana ${printable(kibana.version)}`;
  const changes = objects.flatMap((object) => [
    `${paint.yellow(`${DRIFT_WORDS[object.change]}: ${KIND_WORDS[object.kind][0]} ${paint.bold(printable(object.name))}`)}  ${paint.dim(printable(object.file ?? object.key))}`,
    ...object.fields.flatMap((field) => driftedLines(field, mostLines).map((line) => `    ${painted(line, paint)}`)),
    '',
  ]);
  const errors = problems.flatMap(({ code, place = '', key = '', what, fix }) => [
    `${paint.bold(printable(place === '' ? key : place))}  ${paint.red('error')}  ${paint.dim(code)}  ${printable(what)}`,
    `  ${paint.dim('fix')}  ${printable(fix)}`,
    '',
  ]);
  return `${[paint.bold(head), '', ...changes, ...errors, paint.bold(`${driftSummary(drift)}.`)].join('\n')}\n`;
}

/** `2 objects changed by hand, 1 deleted by hand`, or that there is no drift, and what git changes. */
export function driftSummary({ objects, changedInGit, isStateKnown, problems }: Drift): string {
  const counts = (['changed', 'deleted', 'made', 'unknown'] as const).flatMap((change) => {
    const count = objects.filter((object) => object.change === change).length;
    const words = change === 'unknown' && count > 1 ? 'differ from git, by whom is not known' : DRIFT_WORDS[change];
    return count === 0 ? [] : [`${count} ${words}`];
  });
  return [
    counts.length === 0 ? 'No drift' : counts.join(', '),
    ...(changedInGit === 0 ? [] : [`${changedInGit} changed in git and not yet applied, which is no drift`]),
    ...(isStateKnown ? [] : ['what was applied is not known']),
    ...(problems.length === 0 ? [] : [`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`]),
  ].join('; ');
}

/** The lines of a field, without colours; no text of it acts on a terminal. */
export function driftedLines(field: DriftedField, mostLines: number): readonly string[] {
  const path = printable(field.path);
  if (path === 'secrets') return ['secrets: gone, Kibana asks for them'];
  const mark = field.class === 'conflict' ? ' (conflict: changed in git, too)' : '';
  const change = changeOf(field);
  const lines = change.form === 'value' ? [] : change.form === 'lines' ? change.lines : setLines(change);
  const shown = lines.slice(0, mostLines);
  const left = lines.length - shown.length;
  return [
    change.form === 'value' ? `${path}: ${change.before} → ${change.after}${mark}` : `${path}:${mark}`,
    ...shown.map((line) => `  ${line}`),
    ...(left === 0 ? [] : [`  … ${left} more lines`]),
    ...(field.class === 'conflict' ? [`  in git: ${shortened(inline(field.git))}`] : []),
  ];
}

function changeOf({ before, after, added, removed }: DriftedField): FieldChange {
  if (added === undefined && removed === undefined) return describeChange(before, after);
  const quoted = (values: readonly string[] = []): readonly string[] =>
    values.map((value) => printable(JSON.stringify(value)));
  return { form: 'set', added: quoted(added), removed: quoted(removed) };
}

function setLines({ added, removed }: Extract<FieldChange, { form: 'set' }>): readonly string[] {
  return [...removed.map((one) => `- ${one}`), ...added.map((one) => `+ ${one}`)];
}

function painted(line: string, paint: ReturnType<typeof picocolors.createColors>): string {
  const text = line.trimStart();
  if (text.startsWith('@@') || text.startsWith('in git:')) return paint.dim(line);
  if (line.startsWith('  -')) return paint.red(line);
  return line.startsWith('  +') ? paint.green(line) : line;
}

function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
