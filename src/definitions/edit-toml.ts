import { parseTOML } from 'toml-eslint-parser';
import { equalJson } from '../values/equal-json.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { exactTable } from './exact-toml.js';
import type { KeyPath } from './locate.js';
import { parseToml } from './parse-toml.js';
import { rewriteTables } from './rewrite-tables.js';
import { plainText, spliceToml } from './splice-toml.js';
import { applyTomlEdit } from './apply-toml-edit.js';
import type { TomlEdit } from './apply-toml-edit.js';
import type { Origins } from './toml-origins.js';
import { tablesOf } from './toml-tables.js';

export type { TomlEdit } from './apply-toml-edit.js';

/** The text of the edited file, or a sentence why it cannot be edited so. */
export type EditedToml =
  { readonly text: string; readonly problem?: undefined } | { readonly problem: string; readonly text?: undefined };

/**
 * Edits the text of a TOML file as it is on disk. All that the edits do not concern stays byte for byte: comments, quotes, order, white space,
 * BOM and line ends. A value that is replaced keeps its manner (quotes, lines of lists, inline tables) where it can; a new key goes behind its
 * siblings, a new table behind the tables of its parent. Comments behind a removed value, and inside a removed table, go with it; comment
 * lines in front of it stay.
 *
 * The result is read again: unless its values are exactly those that the edits ask for, there is a problem and no text. Null cannot be
 * written; dates are given as the text that {@link parseToml} makes of them, and stay dates where one stood.
 */
export function editToml(raw: string, edits: readonly TomlEdit[]): EditedToml {
  return withSource(raw, (source) => {
    const origins: Origins = new WeakMap();
    let wanted: JsonObject = source;
    for (const edit of edits) {
      const edited = applyTomlEdit(wanted, edit, origins);
      if ('problem' in edited) return edited;
      wanted = edited.table;
    }
    return { wanted, origins };
  });
}

/** Gives a TOML file other values as a whole, with as few changes as {@link editToml} makes: tables and items that are the same stay. */
export function rewriteToml(raw: string, wanted: JsonObject): EditedToml {
  return withSource(raw, () => ({ wanted, origins: new WeakMap() }));
}

type Plan = { readonly wanted: JsonObject; readonly origins: Origins } | { readonly problem: string };

function withSource(raw: string, planFor: (source: JsonObject) => Plan): EditedToml {
  const plain = plainText(raw);
  const { diagnostics } = parseToml('', plain);
  if (diagnostics.length > 0) return { problem: `The file is not TOML: ${diagnostics[0]?.what ?? ''}` };
  // Every line ends with a line feed while the changes are made; the one that is added goes again.
  const isOpen = plain !== '' && !plain.endsWith('\n');
  const text = isOpen ? `${plain}\n` : plain;
  const program = parseTOML(text, { tomlVersion: '1.0' });
  const source = exactTable(program);
  const plan = planFor(source);
  if ('problem' in plan) return plan;
  const { wanted, origins } = plan;
  const unfit = unwritable(wanted, []);
  if (unfit !== undefined) return { problem: unfit };
  if (equalJson(source, wanted)) return { text: raw };
  const changes = rewriteTables(tablesOf(program, text), source, wanted, { text, origins });
  const newline = raw.includes('\r\n') ? '\r\n' : '\n';
  const edited = spliceToml(isOpen ? raw + newline : raw, changes);
  return verified(isOpen ? edited.replace(/\r?\n$/, '') : edited, wanted);
}

function verified(text: string, wanted: JsonObject): EditedToml {
  const { table, diagnostics } = parseToml('', text);
  if (table !== undefined && equalJson(table, wanted)) return { text };
  const reason = diagnostics[0] === undefined ? 'it would have other values than wanted' : diagnostics[0].what;
  return { problem: `The file cannot be edited so without touching the rest: ${reason}. Edit it by hand.` };
}

/** Why a value cannot stand in a TOML file, in a sentence. */
function unwritable(value: JsonValue, path: KeyPath): string | undefined {
  const name = path.join('.');
  if (value === null) return `${name} would be null, which TOML does not have.`;
  if (typeof value === 'string') {
    return /\p{Surrogate}/u.test(value) ? `${name} holds half of a character, which no file can.` : undefined;
  }
  const entries: readonly (readonly [string | number, JsonValue])[] = isJsonArray(value)
    ? value.map((item, at) => [at, item] as const)
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  for (const [key, inner] of entries) {
    const found = unwritable(inner, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}
