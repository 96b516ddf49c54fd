import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { CHECKS } from './checks/index.js';
import { builtInAttack } from '../schemas/attack.js';
import { FieldKnowledge } from '../schemas/fields/index-fields.js';
import { codeOf } from './check.js';
import type { Check, FileViolation, IgnoreOutcome, LintContext, LintInput } from './check.js';
import { checkDefinitions, diagnosticsOf } from './check-definitions.js';
import type { LintMemory } from './check-definitions.js';
import { ignoresOf, isAbout } from './ignores.js';
import type { Ignore } from './ignores.js';
import { Places } from './places.js';
import { severityIn } from './profiles.js';
import { unknownSettings } from './settings.js';

/**
 * Runs the checks over all definitions. Everything found is reported, by definition, then by check; sort it for output. Files are parsed for positions
 * only when something is reported in them. `checks` of the configuration overrules severities; what is `off` does not run. Comments
 * `# dragnet-ignore code -- reason` leave diagnostics out. What `memory` has of definitions is not found out again.
 */
export function lint(input: LintInput, checks: readonly Check[] = CHECKS, memory?: LintMemory): readonly Diagnostic[] {
  const settings = new Map(Object.entries(input.config?.checks ?? {}));
  const profile = input.profile ?? 'recommended';
  const usual = new Map(checks.map((check) => [check, settings.get(codeOf(check)) ?? severityIn(check, profile)]));
  const active = checks.filter((check) => usual.get(check) !== 'off');
  const current = input.rules.filter(({ value }) => value.metadata.maturity !== 'deprecated');
  const fields = new FieldKnowledge(input.catalogues);
  const { attack = builtInAttack(), stacks = [] } = input;
  const context: LintContext = { fields, attack, stacks, file: '', input };
  const places = new Places(input.texts);
  const toDiagnostic = (check: Check, violation: FileViolation): Diagnostic | undefined => {
    const code = violation.code ?? codeOf(check);
    const set = settings.get(code) ?? settings.get(codeOf(check));
    const severity = set ?? violation.severity ?? usual.get(check) ?? check.severity;
    if (severity === 'off') return undefined;
    const { what, why, fix, repair } = violation;
    return { code, severity, span: places.spanOf(violation), what, why, fix, ...(repair && { repair }) };
  };
  const diagnostics = [
    ...unknownSettings(settings.keys(), [...CHECKS, ...checks].map(codeOf), input.configText),
    ...checkDefinitions(input, active, context, toDiagnostic, memory),
    ...active.flatMap((check) =>
      [...(check.repository?.(input, context) ?? [])].flatMap((violation) => toDiagnostic(check, violation) ?? []),
    ),
  ];
  // What is broken or deprecated was not checked: nobody knows what its comments would leave out.
  const { hunts, tests, exceptions = [], valueLists = [], actionConnectors = [], overlays = [] } = input;
  const checked = [...current, ...hunts, ...tests, ...exceptions, ...valueLists, ...actionConnectors, ...overlays];
  const ignores = checked.flatMap(({ file }) => ignoresOf(file, input.texts.get(file) ?? ''));
  if (ignores.length === 0) return diagnostics;
  const outcomes = outcomesOf(ignores, diagnostics, active);
  return [
    ...diagnostics.filter((diagnostic) => !ignores.some((ignore) => isAbout(ignore, diagnostic))),
    ...active.flatMap((check) =>
      outcomes.flatMap((outcome) => diagnosticsOf(check, check.ignore?.(outcome) ?? [], outcome.file, toDiagnostic)),
    ),
  ];
}

/** Codes that another call may report: checks that are off here, those of the repository's own, those that only a cluster tells. */
function mayRunElsewhere(code: string, codes: readonly string[]): boolean {
  return code.startsWith('local/') || code.startsWith('cluster/') || codes.includes(code);
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
    const ran = running.has(ignore.code) || !mayRunElsewhere(ignore.code, codes);
    const used = diagnostics.some((diagnostic) => isAbout(ignore, diagnostic));
    return { ...ignore, used: used || ran ? used : undefined, codes };
  });
}
