import type { RequiredField } from '../model/rule.js';
import { isJsonArray, isJsonObject, type JsonArray, type JsonObject, type JsonValue } from '../values/json.js';
import { sha256 } from '../values/sha256.js';
import { lockJson, type IsFloat } from './lock-json.js';
import { noteWithPlugins } from './note-plugins.js';

/** What the hash of a rule needs beside its file. */
export interface LockFacts {
  /**
   * The fields that the query uses (see `requiredFields`). They are known of KQL and EQL; of ES|QL only a cluster knows them, Lucene and
   * machine learning have none.
   */
  readonly requiredFields: readonly RequiredField[];
  /** Whether a number of the file was written as a float; by default none without a fraction. The path starts at the file's top. */
  readonly isFloat?: IsFloat;
  /** Keep `related_integrations`, which otherwise do not count. elastic/detection-rules takes both hashes for unchanged. */
  readonly keepRelatedIntegrations?: boolean;
}

/**
 * The `sha256` that the version lock of elastic/detection-rules holds for a rule: of the rule as Kibana receives it, from the tables of
 * its file (`[rule]` and `[transform]`). Layout of the file, `[metadata]` and the version do not count.
 * A file without a `[rule]` table hashes as an empty rule.
 */
export function versionLockHash(file: JsonObject, facts: LockFacts): string {
  const rule = lockedRule(file, facts);
  const isFloat: IsFloat = (path) => facts.isFloat?.(['rule', ...path]) ?? false;
  return sha256(btoa(lockJson(rule, 'loose', isFloat)));
}

/** The rule whose JSON is hashed: normalised, with what is derived from note and query, without what does not count. */
function lockedRule(file: JsonObject, { requiredFields, keepRelatedIntegrations = false }: LockFacts): JsonObject {
  const table = isJsonObject(file['rule']) ? file['rule'] : {};
  const rule = new Map<string, JsonValue>(Object.entries(table));
  if (typeof table['note'] === 'string') rule.set('note', noteWithPlugins(table['note'], file['transform']));
  for (const [key, value] of rule) rule.set(key, normalized(value, key));
  change(rule, 'actions', (actions) => items(actions).map(withThrottle));
  change(rule, 'threat', (threats) => items(threats).map(withTechnique));
  rule.delete('threat_mappings');
  rule.delete('version');
  separateSetup(rule);
  flattenNewTerms(rule);
  if (requiredFields.length > 0 && !keepsEverything(rule))
    rule.set(
      'required_fields',
      requiredFields.map((field) => ({ ...field })),
    );
  else rule.delete('required_fields');
  if (!keepRelatedIntegrations) rule.delete('related_integrations');
  return Object.fromEntries(rule);
}

function change(rule: Map<string, JsonValue>, key: string, to: (value: JsonValue) => JsonValue): void {
  const value = rule.get(key);
  if (value !== undefined) rule.set(key, to(value));
}

function items(value: JsonValue): JsonArray {
  return isJsonArray(value) ? value : [];
}

const VERBATIM = new Set(['query', 'note', 'setup', 'message']);

// The lines of a text are layout of the file; those of queries and guides are not.
function normalized(value: JsonValue, key: string): JsonValue {
  if (typeof value === 'string')
    return VERBATIM.has(key)
      ? value
      : value
          .trim()
          .split('\n')
          .map((line) => line.trim())
          .join(' ');
  if (isJsonArray(value)) return value.map((item) => normalized(item, key));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, normalized(inner, name)]));
}

function withThrottle(action: JsonValue): JsonValue {
  if (!isJsonObject(action) || action['action_type_id'] === '.cases' || action['action_type_id'] === '.workflows')
    return action;
  const frequency = action['frequency'];
  return isJsonObject(frequency) ? { ...action, frequency: { throttle: null, ...frequency } } : action;
}

function withTechnique(threat: JsonValue): JsonValue {
  return isJsonObject(threat) ? withSlashes({ technique: [], ...threat }) : threat;
}

// References to MITRE's pages end in a slash in what Kibana receives, whether the file has it or not.
function withSlashes(value: JsonValue): JsonValue {
  if (isJsonArray(value)) return value.map(withSlashes);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'reference' && typeof inner === 'string' && !inner.endsWith('/') ? `${inner}/` : withSlashes(inner),
    ]),
  );
}

/**
 * A `## Setup` section in the note becomes the setup guide, where the file has none of its own: its text up to the next heading of any
 * level, which stays in the note with all that follows.
 */
function separateSetup(rule: Map<string, JsonValue>): void {
  const note = rule.get('note');
  if (typeof note !== 'string' || Boolean(rule.get('setup'))) return;
  const lines = note.split('\n');
  const headings = headingLines(lines);
  const start = headings.find((line) => /^## Setup\s*$/.test(lines[line] ?? ''));
  if (start === undefined) return;
  const end = headings.find((line) => line > start);
  const setup = lines
    .slice(start + 1, end)
    .join('\n')
    .trim();
  const rest = note.replaceAll('## Setup\n\n', '');
  rule.set('setup', setup);
  rule.set('note', (setup === '' ? rest : rest.replaceAll(setup, '')).trim());
}

function headingLines(lines: readonly string[]): number[] {
  let fenced = false;
  return lines.flatMap((line, index) => {
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced;
    return !fenced && /^#{1,6}\s/.test(line) ? [index] : [];
  });
}

function flattenNewTerms(rule: Map<string, JsonValue>): void {
  const terms = rule.get('new_terms');
  if (terms === undefined || !isJsonObject(terms)) return;
  rule.delete('new_terms');
  rule.set('new_terms_fields', terms['value'] ?? []);
  const [window] = items(terms['history_window_start'] ?? []);
  if (window !== undefined && isJsonObject(window)) rule.set('history_window_start', window['value'] ?? '');
}

/** Whether an ES|QL query keeps fields by wildcard, so that its fields are not those of the rule. */
function keepsEverything(rule: ReadonlyMap<string, JsonValue>): boolean {
  const query = rule.get('query');
  if (rule.get('language') !== 'esql' || typeof query !== 'string') return false;
  const [, kept = ''] = /\|\s*keep\s+([^|]*)/i.exec(query) ?? [];
  return kept.split(',').some((field) => field.trim().endsWith('*'));
}
