import picocolors from 'picocolors';
import { printable } from '../diagnostics/printable.js';
import { describeField, inline } from './describe-field.js';
import { newObjectFacts, KIND_WORDS, planSummary } from './plan-summary.js';
import type { ActionName, FieldClass, Plan, PlannedAction, PlannedField, PlanProblem } from './plan.js';

/** How a plan is printed for people. */
export interface PrintPlanOptions {
  /** Colours, off unless asked for. */
  readonly color?: boolean;
  /** Lines of one diff, at most; the rest is counted. */
  readonly mostLines?: number;
}

type Paint = ReturnType<typeof picocolors.createColors>;

/** A plan for a terminal: each action with the fields that change, by who changed them, then the problems and the counts. Ends with a line feed. */
export function printPlan(plan: Plan, { color = false, mostLines = 120 }: PrintPlanOptions = {}): string {
  const paint = picocolors.createColors(color);
  const { target, kibana, space } = plan;
  const head = `Plan for ${printable(target)}: ${printable(kibana.url)}, space ${printable(space)}, Kibana ${printable(kibana.version)}`;
  const actions = plan.actions.flatMap((action) => [...actionLines(action, paint, mostLines), '']);
  const problems = plan.problems.flatMap((problem) => [...problemLines(problem, paint), '']);
  return `${[paint.bold(head), '', ...actions, ...problems, paint.bold(`${planSummary(plan)}.`)].join('\n')}\n`;
}

const SIGNS: Readonly<Record<ActionName, string>> = {
  create: '+',
  update: '~',
  adopt: '~',
  enable: '~',
  disable: '~',
  delete: '-',
};

/** Who changed a field → what is said above its fields; those of git are what everybody expects. */
const HEADINGS: readonly (readonly [FieldClass, string])[] = [
  ['git', ''],
  ['unknown', 'changed by somebody, nothing is known of an earlier apply:'],
  ['drift', 'changed by hand in Kibana, will be reset:'],
  ['conflict', 'conflict, changed in git and by hand in Kibana:'],
];

function actionLines(action: PlannedAction, paint: Paint, mostLines: number): readonly string[] {
  const { action: name, kind, file, fields } = action;
  const colour = name === 'create' ? paint.green : name === 'delete' ? paint.red : paint.yellow;
  const title = `${SIGNS[name]} ${name} ${KIND_WORDS[kind][0]} ${paint.bold(printable(action.name))}`;
  const lines = [`${colour(title)}  ${paint.dim(printable(file ?? action.key))}`];
  if (name === 'create')
    lines.push(
      ...newObjectFacts(action)
        .slice(0, 1)
        .map(() => `    ${newObjectFacts(action).join(', ')}`),
    );
  for (const [fieldClass, heading] of HEADINGS) {
    const some = fields.filter((field) => field.class === fieldClass);
    if (some.length === 0) continue;
    const isDeletion = name === 'delete';
    if (isDeletion) lines.push(`    changed by hand since it was applied: ${some.map(({ path }) => path).join(', ')}`);
    else if (heading !== '') lines.push(`    ${paint.magenta(heading)}`);
    if (!isDeletion) lines.push(...some.flatMap((field) => fieldLines(field, paint, mostLines)));
  }
  const kept = fields.filter((field) => field.class === 'unmanaged').map(({ path }) => path);
  if (kept.length > 0) lines.push(paint.dim(`    kept as Kibana has it: ${kept.join(', ')}`));
  return lines;
}

function fieldLines(field: PlannedField, paint: Paint, mostLines: number): readonly string[] {
  const path = printable(field.path);
  if (field.path === 'secrets') return [`    secrets: written anew (${inline(field.git)})`];
  const base = field.class === 'conflict' ? [paint.dim(`      last applied: ${shortened(inline(field.applied))}`)] : [];
  const change = describeField(field);
  if (change.form === 'value') {
    return [`    ${path}: ${paint.red(change.before)} → ${paint.green(change.after)}`, ...base];
  }
  if (change.form === 'set') {
    const lines = [...change.removed.map((one) => `- ${one}`), ...change.added.map((one) => `+ ${one}`)];
    return [`    ${path}:`, ...painted(lines, paint, mostLines), ...base];
  }
  return [`    ${path}:`, ...painted(change.lines, paint, mostLines), ...base];
}

function painted(lines: readonly string[], paint: Paint, most: number): readonly string[] {
  const left = lines.length - most;
  const shown = lines.slice(0, most).map((line) => {
    if (line.startsWith('@@')) return paint.dim(`      ${line}`);
    if (line.startsWith('-')) return paint.red(`      ${line}`);
    return line.startsWith('+') ? paint.green(`      ${line}`) : `      ${line}`;
  });
  return left <= 0 ? shown : [...shown, paint.dim(`      … ${left} more lines`)];
}

function problemLines({ severity, code, place, key, what, why, fix }: PlanProblem, paint: Paint): readonly string[] {
  const colour = severity === 'error' ? paint.red : paint.yellow;
  const where = paint.bold(printable([place ?? '', key ?? ''].find((text) => text !== '') ?? ''));
  const head = [where, colour(severity), paint.dim(code), printable(what)].filter((part) => part !== '').join('  ');
  return [head, `  ${paint.dim('why')}  ${printable(why)}`, `  ${paint.dim('fix')}  ${printable(fix)}`];
}

function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
