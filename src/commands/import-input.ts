import { parseAllDocuments } from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { kindOfExported, objectsIn } from '../kibana-form/exported-object.js';
import type { ExportedKind } from '../kibana-form/exported-object.js';
import { isJsonObject, parseJson, type JsonObject, type JsonValue } from '../values/json.js';

/** An object of an input, and where it stands. */
export interface ImportedObject {
  readonly kind: ExportedKind;
  readonly value: JsonObject;
  readonly span: Diagnostic['span'];
}

/** The objects of a file, and what is none. */
export interface ImportInput {
  readonly objects: readonly ImportedObject[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Aliases of YAML that are followed; a document that grows by more is a bomb. */
const MOST_ALIASES = 100;

/** Reads what Kibana exports (NDJSON), or JSON or YAML with one rule or several. A line that is wrong never hides the others. */
export function readImport(file: string, text: string): ImportInput {
  if (/\.ya?ml$/i.test(file)) return readYaml(file, text);
  const whole = readWhole(file, text);
  return whole ?? readLines(file, text);
}

function readWhole(file: string, text: string): ImportInput | undefined {
  const span = { file, start: 0, end: Math.max(text.trimEnd().length, 0) };
  try {
    const value = parseJson(text);
    return collect(objectsIn(value) ?? [value], () => span);
  } catch (error) {
    // A list over several lines, or one that is cut off, is no NDJSON: its own error says more than those of its lines.
    const isLines = /^\s*\{.*\}\s*$/m.test(text) || !/^\s*[[{]\s*$/m.test(text.slice(0, 200));
    return isLines ? undefined : { objects: [], diagnostics: [notJson(span, error)] };
  }
}

function readLines(file: string, text: string): ImportInput {
  const objects: ImportedObject[] = [];
  const diagnostics: Diagnostic[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const span = { file, start, end: start + line.trimEnd().length };
    start += line.length + 1;
    if (line.trim() === '') continue;
    try {
      const input = collect([parseJson(line)], () => span);
      objects.push(...input.objects);
      diagnostics.push(...input.diagnostics);
    } catch (error) {
      diagnostics.push(notJson(span, error));
    }
  }
  return { objects, diagnostics };
}

function readYaml(file: string, text: string): ImportInput {
  const inputs: ImportInput[] = [];
  try {
    for (const document of parseAllDocuments(text, { intAsBigInt: true, merge: false, schema: 'core' })) {
      const [start, , end] = document.range;
      const span = { file, start, end };
      const [problem] = document.errors;
      if (problem !== undefined) throw problem;
      const value = plain(document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown);
      if (value !== null) inputs.push(collect(objectsIn(value) ?? [value], () => span));
    }
  } catch (error) {
    const at = (error as { readonly pos?: readonly [number, number] }).pos?.[0] ?? 0;
    const sentence = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    inputs.push({ objects: [], diagnostics: [notYaml({ file, start: at, end: at + 1 }, sentence)] });
  }
  return {
    objects: inputs.flatMap(({ objects }) => objects),
    diagnostics: inputs.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** A value of the YAML reader as JSON; what JSON cannot hold becomes text. */
function plain(value: unknown): JsonValue {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (Array.isArray(value)) return value.map(plain);
  if (isJsonObject(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
  return null;
}

function collect(values: readonly JsonValue[], spanOf: (at: number) => Diagnostic['span']): ImportInput {
  const objects: ImportedObject[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [at, value] of values.entries()) {
    const span = spanOf(at);
    const kind = isJsonObject(value) ? kindOfExported(value) : 'unknown';
    if (kind === 'sigma') diagnostics.push(sigma(span));
    else if (kind === 'unknown' || !isJsonObject(value)) diagnostics.push(unknown(span));
    else objects.push({ kind, value, span });
  }
  return { objects, diagnostics };
}

function notJson(span: Diagnostic['span'], error: unknown): Diagnostic {
  return {
    code: 'import/not-json',
    severity: 'error',
    span,
    what: `This is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    why: 'What it holds is not imported.',
    fix: 'Export the rules again, or mend the text.',
  };
}

function notYaml(span: Diagnostic['span'], sentence: string): Diagnostic {
  return {
    code: 'import/not-yaml',
    severity: 'error',
    span,
    what: `This YAML cannot be read: ${sentence}`,
    why: 'What it holds is not imported.',
    fix: 'Mend the text.',
  };
}

function sigma(span: Diagnostic['span']): Diagnostic {
  return {
    code: 'import/sigma',
    severity: 'error',
    span,
    what: 'This is a Sigma rule: it has a log source and a detection, but no query.',
    why: 'dragnet does not translate Sigma: which fields and indices it means is decided by a backend and its pipelines.',
    fix: 'Convert it first (sigma convert -t lucene -p ecs_windows -f siem_rule_ndjson RULE.yml > rule.ndjson), and import the result.',
  };
}

function unknown(span: Diagnostic['span']): Diagnostic {
  return {
    code: 'import/unknown-object',
    severity: 'error',
    span,
    what: 'This is neither a rule nor an exception list, an exception or a connector.',
    why: 'It is not imported.',
    fix: 'Give rules a "type" and a "name", as Kibana exports them, or remove it.',
  };
}
