import { digestOf } from '../definitions/lazy-rule.js';
import type { RuleDigest } from '../definitions/lazy-rule.js';
import { toMetadata } from '../definitions/to-model.js';
import type { Diagnostic, DiagnosticCode, Range, Repair } from '../diagnostics/diagnostic.js';
import type { DefinitionResult } from '../lint/check-definitions.js';
import type { Rule } from '../model/rule.js';
import type { UnlistedField } from '../lint/unlisted-fields.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonValue } from '../values/json.js';

/** Thrown where a value has another form. */
class OtherForm extends Error {}

/**
 * A result of checks that was written as JSON: of this file, with places inside its text. Undefined for anything else; of a value that is
 * one, nothing is taken over but what a result has.
 */
export function readDefinitionResult(
  value: JsonValue | undefined,
  file: string,
  length: number,
): DefinitionResult | undefined {
  if (value === undefined) return undefined;
  try {
    const { diagnostics, again, unlisted } = table(value);
    return {
      diagnostics: list(diagnostics).map((item) => diagnosticOf(item, file, length)),
      again: list(again).map(text),
      unlisted: list(unlisted).map(unlistedOf),
    };
  } catch (error) {
    if (error instanceof OtherForm) return undefined;
    throw error;
  }
}

/** The digest of a rule that was written with its result; undefined for anything else. */
export function readRuleDigest(value: JsonValue | undefined): RuleDigest | undefined {
  const rule = isJsonObject(value) ? value['rule'] : undefined;
  if (!isJsonObject(rule)) return undefined;
  const { ruleId, name, version, raw } = rule;
  if (typeof ruleId !== 'string' || typeof name !== 'string' || !isJsonObject(raw)) return undefined;
  if (version !== undefined && typeof version !== 'number') return undefined;
  return { ruleId, name, metadata: toMetadata(raw), ...(version === undefined ? {} : { version }) };
}

/** A result as JSON, with the digest of its rule where JSON can say that; undefined where it cannot say the result. */
export function storedResult(result: DefinitionResult, rule: Rule | undefined): string | undefined {
  try {
    if (rule === undefined) return JSON.stringify(result);
    const { ruleId, name, metadata, version } = digestOf(rule);
    if (!isExact(metadata.raw)) return JSON.stringify(result);
    return JSON.stringify({ ...result, rule: { ruleId, name, version, raw: metadata.raw } });
  } catch (error) {
    // A number that JSON does not have.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Whether JSON gives back what it is given: it has neither large integers nor the odd ones among the numbers. */
function isExact(value: JsonValue): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (isJsonArray(value)) return value.every(isExact);
  return isJsonObject(value) ? Object.values(value).every(isExact) : typeof value !== 'bigint';
}

function diagnosticOf(value: JsonValue, file: string, length: number): Diagnostic {
  const { code, severity, span, what, why, fix, repair } = table(value);
  const { start, end } = rangeOf(span);
  const name = text(code);
  if (table(span)['file'] !== file || end > length || !/^[a-z]+\/[\w-]+$/u.test(name)) return otherForm();
  if (severity !== 'error' && severity !== 'warning' && severity !== 'info') return otherForm();
  const message = { what: text(what), why: text(why), fix: text(fix) };
  const mended = repair === undefined ? {} : { repair: repairOf(repair) };
  return { code: name as DiagnosticCode, severity, span: { file, start, end }, ...message, ...mended };
}

function repairOf(value: JsonValue): Repair {
  const { isSafe, edits } = table(value);
  if (typeof isSafe !== 'boolean') return otherForm();
  return {
    isSafe,
    edits: list(edits).map((edit) => {
      const { kind, path: way, value: written, start, end } = table(edit);
      if (kind === 'cut') return { kind, start: whole(start), end: whole(end) };
      const path = pathOf(way);
      if (kind === 'remove') return { kind, path };
      if ((kind !== 'set' && kind !== 'insert') || written === undefined) return otherForm();
      return { kind, path, value: written as Extract<Repair['edits'][number], { kind: 'set' | 'insert' }>['value'] };
    }),
  };
}

function unlistedOf(value: JsonValue): UnlistedField {
  const { name, pattern, path, range } = table(value);
  return { name: text(name), pattern: text(pattern), path: pathOf(path), range: rangeOf(range) };
}

function pathOf(value: JsonValue | undefined): readonly (string | number)[] {
  return list(value).map((key) => (typeof key === 'number' ? whole(key) : text(key)));
}

function rangeOf(value: JsonValue | undefined): Range {
  const { start, end } = table(value);
  const range = { start: whole(start), end: whole(end) };
  return range.start <= range.end ? range : otherForm();
}

function table(value: JsonValue | undefined): Readonly<Record<string, JsonValue>> {
  return isJsonObject(value) ? value : otherForm();
}

function list(value: JsonValue | undefined): readonly JsonValue[] {
  return isJsonArray(value) ? value : otherForm();
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : otherForm();
}

function whole(value: JsonValue | undefined): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : otherForm();
}

function otherForm(): never {
  throw new OtherForm();
}
