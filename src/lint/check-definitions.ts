import type { Definition } from '../definitions/load-definitions.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Hunt } from '../model/hunt.js';
import type { Rule } from '../model/rule.js';
import { codeOf } from './check.js';
import type { Check, FileViolation, LintContext, LintInput, Violation } from './check.js';
import { forgetQueries } from './queries.js';
import { keepUnlisted, unlistedInHunt, unlistedInRule } from './unlisted-fields.js';
import type { UnlistedField } from './unlisted-fields.js';

/** What the checks found in one definition by itself: all of it JSON. */
export interface DefinitionResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Codes of the checks that looked at more than the definition; what they found is not among the diagnostics. */
  readonly again: readonly string[];
  /** Fields that a check across files wants to know of. */
  readonly unlisted: readonly UnlistedField[];
}

/**
 * Results of earlier runs with the same checks and settings. What depends on other definitions or on the clock is never among them.
 */
export interface LintMemory {
  /** The result for a definition as it is now, if it is known. */
  recall(file: string, text: string): DefinitionResult | undefined;
  keep(file: string, result: DefinitionResult): void;
}

/** What one check may report in one file: nobody reads more, and a hostile file could have any number. */
const MOST = 100;

/** Turns what a check found into a diagnostic; undefined where its code is off. */
type ToDiagnostic = (check: Check, violation: FileViolation) => Diagnostic | undefined;

/**
 * Runs the checks that look at single definitions, one definition after the other, so that the trees of its queries can be let go. Every
 * diagnostic, in the order of the definitions and checks.
 */
export function checkDefinitions(
  input: LintInput,
  checks: readonly Check[],
  context: LintContext,
  toDiagnostic: ToDiagnostic,
  memory?: LintMemory,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const subject of subjectsOf(input)) {
    const known = memory?.recall(subject.file, input.texts.get(subject.file) ?? '');
    if (known) {
      subject.recall?.(known.unlisted);
      const again = new Set(known.again);
      const rest = checks.filter((check) => check.isLocal === true || again.has(codeOf(check)));
      diagnostics.push(...known.diagnostics, ...rest.flatMap((check) => found(check, subject, context, toDiagnostic)));
    } else {
      const result = checked(subject, checks, context, toDiagnostic);
      diagnostics.push(...result.diagnostics);
      memory?.keep(subject.file, {
        diagnostics: result.diagnostics.filter((diagnostic) => !result.beyond.has(diagnostic)),
        again: result.again,
        unlisted: subject.unlisted?.(context) ?? [],
      });
    }
    forgetQueries(subject.value);
  }
  return diagnostics;
}

function checked(
  subject: Subject,
  checks: readonly Check[],
  context: LintContext,
  toDiagnostic: ToDiagnostic,
): { diagnostics: readonly Diagnostic[]; again: readonly string[]; beyond: ReadonlySet<Diagnostic> } {
  const diagnostics: Diagnostic[] = [];
  const again: string[] = [];
  const beyond = new Set<Diagnostic>();
  const watched = new WatchedContext(context);
  for (const check of checks) {
    watched.looksBeyond = check.isLocal === true;
    const own = found(check, subject, watched, toDiagnostic);
    if (own.length > 0) diagnostics.push(...own);
    if (!watched.looksBeyond) continue;
    again.push(codeOf(check));
    for (const diagnostic of own) beyond.add(diagnostic);
  }
  return { diagnostics, again, beyond };
}

function found(
  check: Check,
  { file, run }: Subject,
  context: LintContext,
  toDiagnostic: ToDiagnostic,
): readonly Diagnostic[] {
  const own = context instanceof WatchedContext ? context.in(file) : { ...context, file };
  const violations = run(check, own);
  return violations === undefined ? NONE : diagnosticsOf(check, violations, file, toDiagnostic);
}

const NONE: readonly Diagnostic[] = [];

/** The diagnostics of the violations that a check found in a file, as many as anybody reads. */
export function diagnosticsOf(
  check: Check,
  violations: Iterable<Violation>,
  file: string,
  toDiagnostic: ToDiagnostic,
): readonly Diagnostic[] {
  let diagnostics: Diagnostic[] | undefined;
  let count = 0;
  for (const violation of violations) {
    if (count === MOST) break;
    count += 1;
    const diagnostic = toDiagnostic(check, { ...violation, file });
    if (diagnostic) (diagnostics ??= []).push(diagnostic);
  }
  return diagnostics ?? NONE;
}

/** Notes whether a check asks for more than the definition that it is given. */
class WatchedContext implements LintContext {
  readonly fields: LintContext['fields'];
  readonly attack: LintContext['attack'];
  readonly stacks: LintContext['stacks'];
  file = '';
  looksBeyond = false;
  readonly #input: LintInput;

  constructor({ fields, attack, stacks, input }: LintContext) {
    this.fields = fields;
    this.attack = attack;
    this.stacks = stacks;
    this.#input = input;
  }

  get input(): LintInput {
    this.looksBeyond = true;
    return this.#input;
  }

  in(file: string): this {
    this.file = file;
    return this;
  }
}

/** A definition, and what a check says of it. */
interface Subject {
  readonly file: string;
  readonly value: object;
  readonly run: (check: Check, context: LintContext) => Iterable<Violation> | undefined;
  readonly unlisted?: (context: LintContext) => readonly UnlistedField[];
  readonly recall?: (fields: readonly UnlistedField[]) => unknown;
}

/** The definitions that checks look at one by one; rules that are deprecated are not among them. */
function* subjectsOf(input: LintInput): Generator<Subject, void, undefined> {
  const { rules, hunts, tests, exceptions = [], valueLists = [], actionConnectors = [] } = input;
  for (const { file, value } of rules) {
    if (value.metadata.maturity !== 'deprecated') yield ofRule(file, value);
  }
  for (const { file, value } of hunts) yield ofHunt(file, value);
  yield* others(tests, (check, value, context) => check.test?.(value, context));
  yield* others(exceptions, (check, value, context) => check.exceptions?.(value, context));
  yield* others(valueLists, (check, value, context) => check.valueLists?.(value, context));
  yield* others(actionConnectors, (check, value, context) => check.actionConnectors?.(value, context));
}

function ofRule(file: string, value: Rule): Subject {
  return {
    file,
    value,
    run: (check, context) => check.rule?.(value, context),
    unlisted: (context) => unlistedInRule(value, context),
    recall: (fields) => keepUnlisted(value, fields),
  };
}

function ofHunt(file: string, value: Hunt): Subject {
  return {
    file,
    value,
    run: (check, context) => check.hunt?.(value, context),
    unlisted: (context) => unlistedInHunt(value, context),
    recall: (fields) => keepUnlisted(value, fields),
  };
}

function* others<T extends object>(
  definitions: readonly Definition<T>[],
  run: (check: Check, value: T, context: LintContext) => Iterable<Violation> | undefined,
): Generator<Subject, void, undefined> {
  for (const { file, value } of definitions) {
    yield { file, value, run: (check, context) => run(check, value, context) };
  }
}
