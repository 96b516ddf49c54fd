import { applyTomlEdit } from '../definitions/apply-toml-edit.js';
import type { TomlEdit } from '../definitions/edit-toml.js';
import { parseToml } from '../definitions/parse-toml.js';
import { equalJson } from '../values/equal-json.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonArray, JsonObject, JsonValue } from '../values/json.js';
import type { Arguments } from './command.js';
import { UsageError } from './usage-error.js';

/** One change that a call asks for in every file. */
export interface EditRequest {
  readonly kind: 'set' | 'unset' | 'add' | 'remove';
  /** As it was given: `severity`, `metadata.maturity`, `rule.threshold.value`. */
  readonly key: string;
  readonly path: readonly string[];
  readonly value?: JsonValue;
}

/** The changes that the arguments ask for, in the order set, unset, add, remove; a {@link UsageError} where one cannot be read. */
export function editRequests(args: Arguments): readonly EditRequest[] {
  const given = (name: string): readonly string[] => (args[name] as readonly string[] | undefined) ?? [];
  return [
    ...given('set').map((text) => withValue('set', text)),
    ...given('unset').map((key): EditRequest => ({ kind: 'unset', key, path: pathOf(key, '--unset') })),
    ...given('add').map((text) => withValue('add', text)),
    ...given('remove').map((text) => withValue('remove', text)),
  ];
}

function withValue(kind: 'set' | 'add' | 'remove', text: string): EditRequest {
  const at = text.indexOf('=');
  const key = text.slice(0, Math.max(at, 0)).trim();
  if (key === '')
    throw new UsageError(`--${kind} ${text} is not KEY=VALUE. Write it like --${kind} ${EXAMPLES[kind]}.`);
  return { kind, key, path: pathOf(key, `--${kind}`), value: valueOf(text.slice(at + 1)) };
}

const EXAMPLES = { set: 'severity=high', add: "tags='Domain: Cloud'", remove: 'tags=Old' } as const;

function pathOf(key: string, option: string): readonly string[] {
  const path = key.trim().split('.');
  if (path.some((part) => part === '')) throw new UsageError(`${option} ${key}: a part of the key is empty.`);
  return path;
}

/** A value as TOML has it; what is no TOML, such as a bare word, is a text. */
function valueOf(text: string): JsonValue {
  const { table, diagnostics } = parseToml('', `value = ${text.trim()}\n`);
  const keys = Object.keys(table ?? {});
  if (diagnostics.length > 0 || table === undefined || keys.length !== 1) return text;
  return table['value'] ?? text;
}

/** The tables at the top of rule and hunt files, with which a key may start. */
const TOP: ReadonlySet<string> = new Set(['metadata', 'rule', 'hunt', 'transform']);

/** The edits of one file; a sentence where the file does not allow one. Nothing to do makes no edits. */
export function editsFor(
  table: JsonObject,
  requests: readonly EditRequest[],
): { readonly edits: readonly TomlEdit[] } | { readonly problem: string } {
  const edits: TomlEdit[] = [];
  let current = table;
  for (const request of requests) {
    const top = isJsonObject(table['rule']) ? 'rule' : 'hunt';
    const path = TOP.has(request.path[0] ?? '') ? request.path : [top, ...request.path];
    const made = editOf(valueAt(current, path), request, path);
    if (typeof made === 'string') return { problem: made };
    for (const edit of made) {
      // Places in lists count as the edits before leave them.
      const next = applyTomlEdit(current, edit, new WeakMap());
      if ('problem' in next) return next;
      current = next.table;
      edits.push(edit);
    }
  }
  return { edits };
}

function editOf(
  old: JsonValue | undefined,
  { kind, key, value = null }: EditRequest,
  path: readonly string[],
): readonly TomlEdit[] | string {
  if (kind === 'set') return [{ kind: 'set', path, value }];
  if (kind === 'unset') return [{ kind: 'remove', path }];
  if (isJsonObject(old)) return `${key} is a table: --${kind} is for lists. Use --set or --unset.`;
  const items = isJsonArray(value) ? value : [value];
  return kind === 'add' ? additions(old, items, path) : removals(old, items, path);
}

function additions(
  old: Exclude<JsonValue, JsonObject> | undefined,
  items: JsonArray,
  path: readonly string[],
): readonly TomlEdit[] {
  const present = old === undefined ? [] : isJsonArray(old) ? old : [old];
  const more = items.filter((item) => !present.some((each) => equalJson(each, item)));
  if (more.length === 0) return [];
  // A single value, as `integration` may be, becomes a list of two.
  if (!isJsonArray(old)) return [{ kind: 'set', path, value: [...present, ...more] }];
  return more.map((item, at) => ({ kind: 'set', path: [...path, present.length + at], value: item }));
}

function removals(
  old: Exclude<JsonValue, JsonObject> | undefined,
  items: JsonArray,
  path: readonly string[],
): readonly TomlEdit[] {
  if (old === undefined) return [];
  if (!isJsonArray(old)) return items.some((item) => equalJson(item, old)) ? [{ kind: 'remove', path }] : [];
  const gone = [...old.keys()].filter((at) => items.some((item) => equalJson(item, old[at] ?? null)));
  return gone.reverse().map((at) => ({ kind: 'remove', path: [...path, at] }));
}

function valueAt(table: JsonObject, path: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = table;
  for (const key of path) {
    if (!isJsonObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}
