import { KeyPositions } from '../definitions/locate.js';
import type { KeyPath } from '../definitions/locate.js';
import { validateTable } from '../definitions/validate.js';
import type { VersionLock } from '../definitions/version-lock.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { SourceText } from '../diagnostics/source-text.js';
import { toKibana } from '../kibana-form/to-kibana.js';
import type { JsonObject } from '../values/json.js';
import { compareVersions } from '../values/version-order.js';
import type { RuleTable } from './rule-tables.js';

/** Rules in Kibana's form, and what was left out of them or of the whole. */
export interface RulesForExport {
  readonly rules: readonly JsonObject[];
  /** Lines for people. */
  readonly notes: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether a rule is missing that was asked for. */
  readonly isPartial: boolean;
}

/**
 * The rules of files as a Kibana of that version imports them, with their locked versions. Deprecated rules and those for newer stacks stay
 * at home; so do those that a schema refuses, but for keys that it does not know, which are kept.
 */
export function rulesForExport(
  tables: readonly RuleTable[],
  lock: VersionLock,
  stack: string | undefined,
): RulesForExport {
  const rules: JsonObject[] = [];
  const notes: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Map<unknown, string>();
  let isPartial = false;
  for (const table of tables) {
    const { toml, rule } = table;
    const positions = new KeyPositions(toml);
    const note = (path: KeyPath, what: string): void => {
      notes.push(`${placeOf(toml, positions, path)}  ${what}`);
    };
    const home = staysHome(table, stack);
    if (home !== undefined) {
      note(home.path, home.what);
      continue;
    }
    const mistakes = validateTable('rule', toml);
    const known = mistakes.filter(({ code }) => code !== 'schema/unknown-key');
    const twin = seen.get(rule['rule_id']);
    if (known.length > 0 || twin !== undefined) {
      diagnostics.push(...known);
      if (twin !== undefined) note(['rule', 'rule_id'], `The rule_id is that of ${twin}: left out.`);
      isPartial = true;
      continue;
    }
    for (const { span, what } of mistakes)
      notes.push(`${placeAt(toml, span.start)}  ${what} It is exported all the same.`);
    const {
      rule: sent,
      notes: lost,
      obstacles,
    } = toKibana(withVersion(table, lock), stack === undefined ? {} : { stack });
    for (const { path, what } of [...lost, ...obstacles]) note(path, what);
    if (obstacles.length > 0) {
      note(['rule'], 'The rule is left out.');
      isPartial = true;
      continue;
    }
    seen.set(rule['rule_id'], toml.file);
    rules.push(sent);
  }
  return { rules, notes, diagnostics, isPartial };
}

function staysHome({ metadata }: RuleTable, stack: string | undefined): { path: KeyPath; what: string } | undefined {
  if (metadata['maturity'] === 'deprecated') {
    return { path: ['metadata', 'maturity'], what: 'The rule is deprecated: left out.' };
  }
  const { min_stack_version: minimum } = metadata;
  if (stack === undefined || typeof minimum !== 'string' || compareVersions(minorOf(minimum), minorOf(stack)) <= 0) {
    return undefined;
  }
  return {
    path: ['metadata', 'min_stack_version'],
    what: `The rule is for ${minimum} and later: left out for ${stack}.`,
  };
}

function withVersion({ toml, rule }: RuleTable, lock: VersionLock): JsonObject {
  const { rule_id: id } = rule;
  const version = typeof id === 'string' ? lock.get(id) : undefined;
  return version === undefined ? toml.table : { ...toml.table, rule: { ...rule, version } };
}

function minorOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

function placeOf(toml: RuleTable['toml'], positions: KeyPositions, path: KeyPath): string {
  return placeAt(toml, positions.key(path).start);
}

function placeAt({ file, text }: RuleTable['toml'], offset: number): string {
  const { line, column } = new SourceText(text).position(offset);
  return `${file}:${line}:${column}`;
}
