import { randomUUID } from 'node:crypto';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FormNote } from '../kibana-form/form-note.js';
import { fromKibana } from '../kibana-form/from-kibana.js';
import { ruleFileName } from '../kibana-form/file-name.js';
import { mergeRule } from '../kibana-form/merge-rule.js';
import { toKibana } from '../kibana-form/to-kibana.js';
import { isJsonObject, type JsonObject } from '../values/json.js';
import type { ImportedObject } from './import-input.js';
import type { ImportTarget } from './import-target.js';
import type { RuleTable } from './rule-tables.js';

/** How an import is done. */
export interface ImportSettings {
  readonly today: string;
  /** Folders relative to the root. */
  readonly into: string;
  readonly exceptionsInto: string;
  readonly connectorsInto: string;
  readonly force: boolean;
  readonly withTactic: boolean;
}

/** What became of the objects of an import. */
export interface ImportReport {
  readonly diagnostics: Diagnostic[];
  /** Lines for people. */
  readonly notes: string[];
  readonly counts: { new: number; updated: number; unchanged: number; refused: number };
}

/** Plans the files of rules: new ones, and changes of those that are there. */
export async function importRuleObjects(
  objects: readonly ImportedObject[],
  existing: readonly RuleTable[],
  target: ImportTarget,
  settings: ImportSettings,
  report: ImportReport,
): Promise<void> {
  const byId = new Map(existing.map((table) => [table.rule['rule_id'], table]));
  const seen = new Set<unknown>();
  for (const object of objects) {
    const named = withId(ruleOf(object), object, report);
    if (named === undefined) continue;
    const id = named['rule_id'];
    if (seen.has(id)) {
      refuse(
        object,
        report,
        'import/duplicate-rule',
        `The rule_id of ${nameOf(named)} came before.`,
        'Remove one of the two.',
      );
      continue;
    }
    seen.add(id);
    const table = byId.get(id);
    if (table === undefined) await addRule(named, object, target, settings, report);
    else await changeRule(table, named, object, target, settings, report);
  }
}

/** The rule of an object, in Kibana's form. */
function ruleOf({ kind, value }: ImportedObject): JsonObject {
  return kind === 'tables' ? toKibana(value).rule : value;
}

function withId(rule: JsonObject, object: ImportedObject, report: ImportReport): JsonObject | undefined {
  const missing = ['name', 'type'].filter((key) => typeof rule[key] !== 'string' || rule[key] === '');
  if (missing.length > 0) {
    refuse(object, report, 'import/incomplete-rule', `The rule has no ${missing.join(' and no ')}.`, 'Add it.');
    return undefined;
  }
  if (typeof rule['rule_id'] === 'string' && rule['rule_id'] !== '') return rule;
  const id = randomUUID();
  report.notes.push(`${nameOf(rule)}: it has no rule_id, and got ${id}.`);
  return { ...rule, rule_id: id };
}

async function addRule(
  rule: JsonObject,
  object: ImportedObject,
  target: ImportTarget,
  { today, into, withTactic }: ImportSettings,
  report: ImportReport,
): Promise<void> {
  const { file, notes } = fromKibana(rule, { today });
  const metadata = object.kind === 'tables' ? object.value['metadata'] : undefined;
  const tables = isJsonObject(metadata) ? { ...file, metadata } : file;
  const added = await target.add(into, ruleFileName(rule, withTactic), tables);
  say(nameOf(rule), notes, report);
  if ('problem' in added) {
    refuse(object, report, 'import/no-toml', `${nameOf(rule)}: ${added.problem}`, 'Change the rule in Kibana.');
    return;
  }
  report.counts.new += 1;
  report.notes.push(`${added.file}  new  ${nameOf(rule)}`);
}

async function changeRule(
  { toml }: RuleTable,
  rule: JsonObject,
  object: ImportedObject,
  target: ImportTarget,
  { today, force }: ImportSettings,
  report: ImportReport,
): Promise<void> {
  const merged = mergeRule(toml.table, rule, today);
  if (merged.changed.length === 0) {
    report.counts.unchanged += 1;
    return;
  }
  say(nameOf(rule), merged.notes, report);
  const differs = `${toml.file} has this rule already, and differs in ${merged.changed.join(', ')}.`;
  if (!force) {
    refuse(object, report, 'import/exists', differs, 'Import with --force to change the file where they differ.');
    return;
  }
  const { problem } = await target.change(toml, () => merged.file);
  if (problem !== undefined) {
    refuse(object, report, 'import/no-toml', `${toml.file}: ${problem}`, 'Change the file by hand.');
    return;
  }
  report.counts.updated += 1;
  report.notes.push(`${toml.file}  updated (${merged.changed.join(', ')})  ${nameOf(rule)}`);
}

/** Counts an object as refused, and says why at its line. */
export function refuse(
  { span }: ImportedObject,
  { diagnostics, counts }: ImportReport,
  code: Diagnostic['code'],
  what: string,
  fix: string,
): void {
  counts.refused += 1;
  diagnostics.push({ code, severity: 'error', span, what, why: 'It is not imported; the others are.', fix });
}

/** Names the values that a file cannot hold. */
export function say(name: string, notes: readonly FormNote[], report: ImportReport): void {
  for (const { path, what } of notes) report.notes.push(`${name}: ${path.join('.')}: ${what}`);
}

function nameOf({ name, rule_id: id }: JsonObject): string {
  return typeof name === 'string' ? name : typeof id === 'string' ? id : 'a rule';
}
