import type { Severity } from '../diagnostics/diagnostic.js';
import type { Hunt } from '../model/hunt.js';
import type { Rule } from '../model/rule.js';
import type { JsonObject } from '../values/json.js';
import type { Check, LintContext, Violation } from './check.js';

/** What a check of a repository's own is given besides the definition. */
export interface LocalContext {
  /** The file, relative to the folder of `dragnet.toml`, with `/`. */
  readonly file: string;
  /** Its text. */
  readonly text: string;
}

/** What it has found: the place by its keys (`['rule', 'tags', 0]`), and three sentences; `why` and `fix` may be left out. */
export interface LocalViolation {
  readonly path: readonly (string | number)[];
  readonly what: string;
  readonly why?: string;
  readonly fix?: string;
  /** Whether the key is at fault, not its value (the default). */
  readonly at?: 'key' | 'value';
  /** A part of a text, counted in its characters, escapes resolved. */
  readonly range?: { readonly start: number; readonly end: number };
}

/**
 * A check of a repository's own, in an ES module that `[checks] local` in `dragnet.toml` names; its code is `local/<name>`. The functions
 * give what they have found, as a list or by `yield`, and change nothing.
 */
export interface LocalCheck {
  /** Kebab case. */
  readonly name: string;
  /** `warning` unless it says otherwise. */
  readonly severity?: Severity;
  /** What the check demands, in one sentence. */
  readonly summary: string;
  rule?(rule: Rule, context: LocalContext): Iterable<LocalViolation>;
  hunt?(hunt: Hunt, context: LocalContext): Iterable<LocalViolation>;
  test?(table: JsonObject, context: LocalContext): Iterable<LocalViolation>;
}

/** Gives a check of a repository's own its types in an editor; returns what it is given. */
export function defineCheck(check: LocalCheck): LocalCheck {
  return check;
}

/** The checks that a module exports, by any name, alone or in lists; a text says what is wrong with one. */
export function localChecks(exports: Readonly<Record<string, unknown>>): readonly Check[] | string {
  const found = Object.values(exports).flatMap((value): readonly unknown[] => (Array.isArray(value) ? value : [value]));
  const checks: Check[] = [];
  for (const candidate of found) {
    const problem = problemOf(candidate);
    if (problem !== undefined) return problem;
    checks.push(toCheck(candidate as LocalCheck));
  }
  return checks.length === 0 ? 'it exports no check' : checks;
}

const FUNCTIONS = ['rule', 'hunt', 'test'] as const;

function problemOf(candidate: unknown): string | undefined {
  if (typeof candidate !== 'object' || candidate === null) return 'it exports something that is no check';
  const { name, summary, severity = 'warning' } = candidate as Readonly<Record<string, unknown>>;
  if (typeof name !== 'string' || !/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/u.test(name))
    return 'a check has no name in kebab case';
  if (typeof summary !== 'string') return `the check "${name}" has no summary`;
  if (severity !== 'error' && severity !== 'warning' && severity !== 'info')
    return `the severity of the check "${name}" is none of error, warning and info`;
  const functions = FUNCTIONS.map((key) => (candidate as Readonly<Record<string, unknown>>)[key]);
  if (!functions.some((value) => typeof value === 'function'))
    return `the check "${name}" has none of the functions ${FUNCTIONS.join(', ')}`;
  return undefined;
}

function toCheck(check: LocalCheck): Check {
  const { name, severity = 'warning', summary } = check;
  const guarded = (
    context: LintContext,
    call: (local: LocalContext) => Iterable<LocalViolation>,
  ): Iterable<Violation> =>
    outcome(check, () => call({ file: context.file, text: context.input.texts.get(context.file) ?? '' }));
  return {
    name,
    isLocal: true,
    since: '0.1.0',
    severity,
    summary,
    rationale: summary,
    examples: { invalid: [], valid: [] },
    ...(check.rule && { rule: (rule, context) => guarded(context, (local) => check.rule?.(rule, local) ?? []) }),
    ...(check.hunt && { hunt: (hunt, context) => guarded(context, (local) => check.hunt?.(hunt, local) ?? []) }),
    ...(check.test && { test: (table, context) => guarded(context, (local) => check.test?.(table, local) ?? []) }),
  };
}

/** What a check found before it failed, and that it failed: code of others is no reason for a run to end. */
function outcome({ name, summary }: LocalCheck, call: () => Iterable<LocalViolation>): readonly Violation[] {
  const found: Violation[] = [];
  try {
    for (const violation of call()) found.push(toViolation(violation, summary));
  } catch (error) {
    const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    found.push({
      path: [],
      code: 'local/check-failed',
      severity: 'error',
      what: `The local check "${name}" failed: ${message}.`,
      why: 'What it looks for is not known of this file.',
      fix: 'Correct the check.',
    });
  }
  return found;
}

/** Throws where something else was given than a violation. */
function toViolation(violation: LocalViolation, summary: string): Violation {
  const { path, what, why = summary, fix = 'Change it as the check demands.', at, range } = violation;
  const isPath = Array.isArray(path) && path.every((step) => typeof step === 'string' || typeof step === 'number');
  if (!isPath || typeof what !== 'string')
    throw new Error('it gave a violation without path (a list) or what (a text)');
  return {
    path,
    what,
    why,
    fix,
    ...(at === 'key' ? { at } : {}),
    ...(range === undefined ? {} : { range: { start: range.start, end: range.end } }),
  };
}
