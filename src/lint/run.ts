import type { Definition } from '../definitions/load-definitions.js';
import { KeyPositions } from '../definitions/locate.js';
import type { KeyPath } from '../definitions/locate.js';
import type { Diagnostic, Span } from '../diagnostics/diagnostic.js';
import type { Rule } from '../model/rule.js';
import { CHECKS } from './checks/index.js';
import { FieldKnowledge } from '../schemas/fields/index-fields.js';
import { codeOf } from './check.js';
import type { Check, FileViolation, IgnoreOutcome, LintContext, LintInput, Violation } from './check.js';
import { ignoresOf, isAbout } from './ignores.js';
import type { Ignore } from './ignores.js';
import { severityIn } from './profiles.js';
import { unknownSettings } from './settings.js';

/** What one check may report in one file: nobody reads more, and a hostile file could have any number. */
const MOST = 100;

/**
 * Runs the checks over all definitions. Everything found is reported, grouped by check; sort it for output. Files are parsed for positions
 * only when something is reported in them. `checks` of the configuration overrules severities; what is `off` does not run. Comments
 * `# dragnet-ignore code -- reason` leave diagnostics out.
 */
export function lint(input: LintInput, checks: readonly Check[] = CHECKS): readonly Diagnostic[] {
  const settings = new Map(Object.entries(input.config?.checks ?? {}));
  const profile = input.profile ?? 'recommended';
  const usual = new Map(checks.map((check) => [check, settings.get(codeOf(check)) ?? severityIn(check, profile)]));
  const active = checks.filter((check) => usual.get(check) !== 'off');
  const current = input.rules.filter(({ value }) => value.metadata.maturity !== 'deprecated');
  const fields = new FieldKnowledge(input.catalogues);
  const context: LintContext = { fields, stacks: input.stacks ?? [], file: '', input };
  const places = new Places(input.texts);
  const toDiagnostics = (check: Check, violations: Iterable<FileViolation>): readonly Diagnostic[] =>
    [...violations].flatMap((violation) => {
      const code = violation.code ?? codeOf(check);
      const set = settings.get(code) ?? settings.get(codeOf(check));
      const severity = set ?? violation.severity ?? usual.get(check) ?? check.severity;
      if (severity === 'off') return [];
      const { what, why, fix, repair } = violation;
      return [{ code, severity, span: places.spanOf(violation), what, why, fix, ...(repair && { repair }) }];
    });
  const diagnostics = [
    ...unknownSettings(settings.keys(), [...CHECKS, ...checks].map(codeOf), input.configText),
    ...active.flatMap((check) => toDiagnostics(check, violationsOf(check, input, current, context))),
  ];
  // What is broken or deprecated was not checked: nobody knows what its comments would leave out.
  const { hunts, tests, exceptions = [], valueLists = [], actionConnectors = [] } = input;
  const checked = [...current, ...hunts, ...tests, ...exceptions, ...valueLists, ...actionConnectors];
  const ignores = checked.flatMap(({ file }) => ignoresOf(file, input.texts.get(file) ?? ''));
  if (ignores.length === 0) return diagnostics;
  const outcomes = outcomesOf(ignores, diagnostics, active);
  return [
    ...diagnostics.filter((diagnostic) => !ignores.some((ignore) => isAbout(ignore, diagnostic))),
    ...active.flatMap((check) => toDiagnostics(check, aboutIgnores(check, outcomes))),
  ];
}

/** What came of the comments. Codes that no check has are known to be useless. */
function outcomesOf(
  ignores: readonly Ignore[],
  diagnostics: readonly Diagnostic[],
  active: readonly Check[],
): readonly IgnoreOutcome[] {
  const codes = CHECKS.map(codeOf);
  const running = new Set<string>(active.map(codeOf));
  return ignores.map((ignore) => {
    const ran =
      !ignore.code.startsWith('lint/') || running.has(ignore.code) || !codes.some((code) => code === ignore.code);
    const used = diagnostics.some((diagnostic) => isAbout(ignore, diagnostic));
    return { ...ignore, used: used || ran ? used : undefined, codes };
  });
}

function* aboutIgnores(check: Check, outcomes: readonly IgnoreOutcome[]): Generator<FileViolation, void, undefined> {
  for (const outcome of outcomes) yield* inFile(outcome.file, check.ignore?.(outcome));
}

function* violationsOf(
  check: Check,
  input: LintInput,
  rules: readonly Definition<Rule>[],
  context: LintContext,
): Generator<FileViolation, void, undefined> {
  const each = function* <T>(
    definitions: readonly Definition<T>[] | undefined,
    run: (value: T, own: LintContext) => Iterable<Violation> | undefined,
  ): Generator<FileViolation, void, undefined> {
    for (const { file, value } of definitions ?? []) yield* inFile(file, run(value, { ...context, file }));
  };
  yield* each(rules, (value, own) => check.rule?.(value, own));
  yield* each(input.hunts, (value, own) => check.hunt?.(value, own));
  yield* each(input.tests, (value, own) => check.test?.(value, own));
  yield* each(input.exceptions, (value, own) => check.exceptions?.(value, own));
  yield* each(input.valueLists, (value, own) => check.valueLists?.(value, own));
  yield* each(input.actionConnectors, (value, own) => check.actionConnectors?.(value, own));
  yield* check.repository?.(input, context) ?? [];
}

function* inFile(file: string, violations: Iterable<Violation> | undefined): Generator<FileViolation, void, undefined> {
  let count = 0;
  for (const violation of violations ?? []) {
    if (count === MOST) return;
    count += 1;
    yield { ...violation, file };
  }
}

/** The positions of the files in which something was found. */
class Places {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #positions = new Map<string, KeyPositions>();

  constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = texts;
  }

  spanOf({ file, path: first, otherPath, at, range, place }: FileViolation): Span {
    if (place) return { file, ...place };
    let positions = this.#positions.get(file);
    if (!positions) {
      positions = new KeyPositions({ file, text: this.#texts.get(file) ?? '' });
      this.#positions.set(file, positions);
    }
    const path = otherPath && !has(positions, first) ? otherPath : first;
    if (range) return positions.inside(path, range);
    return at === 'key' ? positions.key(path) : positions.value(path);
  }
}

/** Whether the file has the path: one that it does not have is placed where the part before its last key is. */
function has(positions: KeyPositions, path: KeyPath): boolean {
  const { start, end } = positions.key(path);
  const above = positions.key(path.slice(0, -1));
  return start !== above.start || end !== above.end;
}
