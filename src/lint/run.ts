import type { Definition } from '../definitions/load-definitions.js';
import { KeyPositions } from '../definitions/locate.js';
import type { KeyPath } from '../definitions/locate.js';
import type { Diagnostic, Severity, Span } from '../diagnostics/diagnostic.js';
import type { Rule } from '../model/rule.js';
import { CHECKS } from './checks/index.js';
import { codeOf } from './check.js';
import type { Check, FileViolation, LintInput, Violation } from './check.js';

/**
 * Runs the checks over all definitions. Everything found is reported, grouped by check; sort it for output. Files are parsed for positions
 * only when something is reported in them. `checks` of the configuration overrules severities; what is `off` does not run.
 */
export function lint(input: LintInput, checks: readonly Check[] = CHECKS): readonly Diagnostic[] {
  const settings = new Map(Object.entries(input.config?.checks ?? {}));
  const active = checks.filter((check) => settings.get(codeOf(check)) !== 'off');
  const current = input.rules.filter(({ value }) => value.metadata.maturity !== 'deprecated');
  const places = new Places(input.texts);
  const diagnostics: Diagnostic[] = [];
  for (const check of active) {
    for (const violation of violationsOf(check, input, current)) {
      const code = violation.code ?? codeOf(check);
      const severity = settings.get(code) ?? settings.get(codeOf(check)) ?? violation.severity ?? check.severity;
      if (severity === 'off') continue;
      diagnostics.push(toDiagnostic(violation, code, severity, places));
    }
  }
  return diagnostics;
}

function* violationsOf(
  check: Check,
  input: LintInput,
  rules: readonly Definition<Rule>[],
): Generator<FileViolation, void, undefined> {
  for (const { file, value } of rules) yield* inFile(file, check.rule?.(value, file));
  for (const { file, value } of input.hunts) yield* inFile(file, check.hunt?.(value, file));
  for (const { file, value } of input.tests) yield* inFile(file, check.test?.(value, file));
  yield* check.repository?.(input) ?? [];
}

function* inFile(file: string, violations: Iterable<Violation> | undefined): Generator<FileViolation, void, undefined> {
  for (const violation of violations ?? []) yield { ...violation, file };
}

function toDiagnostic(
  violation: FileViolation,
  code: Diagnostic['code'],
  severity: Severity,
  places: Places,
): Diagnostic {
  const { what, why, fix } = violation;
  return { code, severity, span: places.spanOf(violation), what, why, fix };
}

/** The positions of the files in which something was found. */
class Places {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #positions = new Map<string, KeyPositions>();

  constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = texts;
  }

  spanOf({ file, path: first, otherPath, at, range }: FileViolation): Span {
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
