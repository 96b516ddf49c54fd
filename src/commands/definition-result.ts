import type { Diagnostic, DiagnosticCode, Range, Repair } from '../diagnostics/diagnostic.js';
import type { DefinitionResult } from '../lint/check-definitions.js';
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
      const { kind, path: way, value: written } = table(edit);
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
