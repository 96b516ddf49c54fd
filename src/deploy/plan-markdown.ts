import { codeFence, codeSpan, escapeText, table } from '../render/markdown.js';
import { printable } from '../diagnostics/printable.js';
import { describeField, inline } from './describe-field.js';
import { countActions, KIND_WORDS, newObjectFacts, planSummary } from './plan-summary.js';
import { WRITE_ORDER } from './plan.js';
import type { FieldClass, Plan, PlannedAction, PlannedField, PlanProblem } from './plan.js';

/** GitHub refuses comments of more characters than 65,536; some room is left for what a workflow puts around. */
const MOST_CHARACTERS = 60_000;
/** Lines of one diff. */
const MOST_LINES = 200;

/** How a plan becomes Markdown. */
export interface PlanMarkdownOptions {
  /** Characters of the whole, at most. */
  readonly mostCharacters?: number;
}

/**
 * A plan as a comment of a pull request: a table of counts, the problems, what is deleted, and each change folded in. It begins with a comment
 * (`<!-- dragnet plan: prod -->`) by which a workflow finds the comment that it made before. What does not fit is left out, and counted. No text of a
 * rule is read as Markdown, as a mention or as HTML.
 */
export function planMarkdown(plan: Plan, { mostCharacters = MOST_CHARACTERS }: PlanMarkdownOptions = {}): string {
  const { target, kibana, space, actions, problems } = plan;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const head = [
    `<!-- dragnet plan: ${target.replace(/[^\w.-]/gu, '_')} -->`,
    `## Plan for ${codeSpan(target)}`,
    `${codeSpan(kibana.url)}, space ${codeSpan(space)}, Kibana ${escapeText(kibana.version)}`,
    `**${planSummary(plan)}.**`,
    ...(actions.length === 0 ? [] : [countTable(plan)]),
  ];
  const out = new Bounded(mostCharacters, head);
  out.addAll('### Problems', errors.map(problemItem), 'problems', '\n');
  const deletions = actions.filter(({ action }) => action === 'delete');
  out.addAll('### Deletions', deletions.map(deletionItem), 'deletions', '\n');
  const changes = actions.filter(({ action }) => action !== 'delete');
  out.addAll('### Changes', changes.map(changeItem), 'changes', '\n\n');
  out.addAll('### Notes', warnings.map(problemItem), 'notes', '\n');
  return out.text;
}

/** Collects parts up to a number of characters; says what it left out. */
class Bounded {
  #text: string;
  readonly #most: number;

  constructor(most: number, head: readonly string[]) {
    this.#most = most;
    this.#text = `${head.join('\n\n')}\n`;
  }

  get text(): string {
    return this.#text;
  }

  addAll(heading: string, parts: readonly string[], word: string, separator: string): void {
    if (parts.length === 0) return;
    let text = `\n${heading}\n`;
    let isFirst = true;
    for (const [at, part] of parts.entries()) {
      const next = `${isFirst ? '\n' : separator}${part}`;
      // The note below has its room always.
      if (this.#text.length + text.length + next.length > this.#most - 400) {
        const left = parts.length - at;
        text += `\n\n_${left} ${isFirst ? '' : 'more '}${word} not shown here: a comment holds no more. \`dragnet plan\` shows all of them._`;
        break;
      }
      text += next;
      isFirst = false;
    }
    this.#text += `${text}\n`;
  }
}

function countTable({ actions }: Plan): string {
  const rows = WRITE_ORDER.toReversed().flatMap((kind) => {
    const counts = countActions(actions.filter((action) => action.kind === kind));
    const changed = counts.update + counts.adopt + counts.enable + counts.disable;
    const cells = [counts.create, changed, counts.delete];
    return cells.every((count) => count === 0) ? [] : [[KIND_WORDS[kind][1], ...cells.map(String)]];
  });
  return table(['', 'create', 'change', 'delete'], rows);
}

function problemItem({ severity, code, place = '', key = '', what, why, fix }: PlanProblem): string {
  const where = place === '' ? key : place;
  const head = [where === '' ? '' : codeSpan(where), severity, codeSpan(code)]
    .filter((part) => part !== '')
    .join(' · ');
  return `- ${head}: ${quietText(`${what} ${why} ${fix}`)}`;
}

function deletionItem({ kind, name, file, key, fields }: PlannedAction): string {
  const drift =
    fields.length === 0 ? '' : `; changed by hand since: ${fields.map(({ path }) => codeSpan(path)).join(', ')}`;
  return `- ${KIND_WORDS[kind][0]} ${codeSpan(name)} (${codeSpan(file ?? key)})${drift}`;
}

function changeItem(action: PlannedAction): string {
  const { action: name, kind, file, key, fields } = action;
  const marks = MARKS.filter(([fieldClass]) => fields.some((field) => field.class === fieldClass)).map(
    ([, mark]) => mark,
  );
  const title = `${name} ${KIND_WORDS[kind][0]} <code>${html(action.name)}</code>${marks.length === 0 ? '' : ` (${marks.join(', ')})`}`;
  const facts = name === 'create' ? newObjectFacts(action) : [];
  const body = [
    [codeSpan(file ?? key), ...facts.map(escapeText)].join(', '),
    ...CLASSES.flatMap(([fieldClass, heading]) => {
      const some = fields.filter((field) => field.class === fieldClass);
      if (some.length === 0) return [];
      return [...(heading === '' ? [] : [`**${heading}**`]), codeFence(some.flatMap(fieldLines).join('\n'), 'diff')];
    }),
    ...keptLine(fields),
    ...(name === 'create' ? newQuery(action) : []),
  ];
  return `<details><summary>${title}</summary>\n\n${body.join('\n\n')}\n\n</details>`;
}

const MARKS: readonly (readonly [FieldClass, string])[] = [
  ['conflict', '<b>conflict</b>'],
  ['drift', 'drift'],
];

const CLASSES: readonly (readonly [FieldClass, string])[] = [
  ['git', ''],
  ['unknown', 'Changed by somebody; nothing is known of an earlier apply'],
  ['drift', 'Changed by hand in Kibana, will be reset'],
  ['conflict', 'Conflict: changed in git and by hand in Kibana'],
];

function keptLine(fields: readonly PlannedField[]): readonly string[] {
  const kept = fields.filter((field) => field.class === 'unmanaged');
  return kept.length === 0 ? [] : [`Kept as Kibana has it: ${kept.map(({ path }) => codeSpan(path)).join(', ')}`];
}

function newQuery({ kind, body = {} }: PlannedAction): readonly string[] {
  const { query, language } = body;
  if (kind !== 'rule' || typeof query !== 'string' || query === '') return [];
  const word = typeof language === 'string' && /^\w+$/u.test(language) ? language : '';
  return [codeFence(bounded(query.split('\n').map(printable)).join('\n'), word)];
}

function fieldLines(field: PlannedField): readonly string[] {
  const path = printable(field.path);
  if (field.path === 'secrets') return [`! secrets: written anew (${inline(field.git)})`];
  const change = describeField(field);
  const base = field.class === 'conflict' ? [`! last applied: ${inline(field.applied).slice(0, 200)}`] : [];
  if (change.form === 'value') return [`  ${path}:`, `- ${change.before}`, `+ ${change.after}`, ...base];
  const lines =
    change.form === 'lines'
      ? change.lines
      : [...change.removed.map((one) => `- ${one}`), ...change.added.map((one) => `+ ${one}`)];
  return [`  ${path}:`, ...bounded(lines), ...base];
}

function bounded(lines: readonly string[]): readonly string[] {
  const left = lines.length - MOST_LINES;
  return left <= 0 ? lines : [...lines.slice(0, MOST_LINES), `  … ${left} more lines`];
}

/** Text for the middle of a line in which nobody is mentioned and no issue referred to. */
function quietText(text: string): string {
  return escapeText(text).replace(/[@#](?=\w)/gu, (sign) => `${sign}\u200b`);
}

/** Text in an element: within `<code>` it mentions nobody. */
function html(text: string): string {
  return printable(text.replaceAll(/\s+/gu, ' '))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
