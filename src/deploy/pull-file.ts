import { rewriteToml } from '../definitions/edit-toml.js';
import type { KeyPath } from '../definitions/locate.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { editDefinition, editValues, pathsOf } from './edit-definition.js';
import type { NewValues } from './edit-definition.js';
import type { PulledField, PulledObject } from './find-pulls.js';
import { mergeDefinition } from './merge-definition.js';

/** An object that was changed in Kibana, and where its file has it. */
export interface PlacedPull {
  readonly object: PulledObject;
  readonly path: KeyPath;
}

/** The text of a file after a pull, with the number of places in conflict; or why it cannot be. */
export type PulledFile =
  { readonly text: string; readonly conflicts: number; readonly problem?: undefined } | { readonly problem: string };

/**
 * Takes what was changed in Kibana into the text of a file: layout and comments stay. Where git has changed the same, the two are merged, and what cannot be
 * merged gets conflict markers. `more` are other changes of the tables, made last.
 */
export function pullFile(
  raw: string,
  table: JsonObject,
  pulls: readonly PlacedPull[],
  today: string,
  more: (table: JsonObject) => JsonObject = (same) => same,
): PulledFile {
  let git = table;
  for (const { object, path } of pulls) git = edited(git, object, path, today);
  git = more(git);
  const gitText = rewriteToml(raw, git);
  if (gitText.problem !== undefined) return { problem: gitText.problem };
  const conflicts = pulls.flatMap(({ object, path }) =>
    object.fields.filter((field) => field.class === 'conflict').map((field) => ({ object, path, field })),
  );
  if (conflicts.length === 0) return { text: gitText.text, conflicts: 0 };
  let [base, live] = [git, git];
  for (const { object, path } of pulls) {
    base = withConflicts(base, object, path, today, ({ base: value }) => value);
    live = withConflicts(live, object, path, today, ({ live: value }) => value);
  }
  const { metadata } = git;
  // The day of the change is Kibana's.
  const baseText = rewriteToml(raw, metadata === undefined ? base : { ...base, metadata });
  const liveText = rewriteToml(raw, live);
  if (baseText.problem !== undefined) return { problem: baseText.problem };
  if (liveText.problem !== undefined) return { problem: liveText.problem };
  const paths = conflicts.flatMap(({ object, path, field }) => pathsOf(object.live.kind, path, field.path));
  return mergeDefinition({ base: baseText.text, git: gitText.text, live: liveText.text }, paths);
}

function edited(table: JsonObject, { live, fields }: PulledObject, path: KeyPath, today: string): JsonObject {
  const values = new Map<string, JsonValue | undefined>();
  let result = table;
  for (const field of fields) {
    if (field.class === 'conflict') continue;
    if (field.added === undefined) values.set(field.path, field.live);
    else result = editValues(result, path, field.added, field.removed ?? []);
  }
  return editDefinition(result, live.kind, path, values, dayOf(live.body, today));
}

function withConflicts(
  table: JsonObject,
  { live, fields }: PulledObject,
  path: KeyPath,
  today: string,
  valueOf: (field: PulledField) => JsonValue | undefined,
): JsonObject {
  const values: NewValues = new Map(
    fields.filter((field) => field.class === 'conflict').map((field) => [field.path, valueOf(field)]),
  );
  return editDefinition(table, live.kind, path, values, dayOf(live.body, today));
}

/** The day on which an object was changed in Kibana: `2026/05/31`. */
function dayOf({ updated_at: time }: JsonObject, today: string): string {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})-(\d\d)-(\d\d)T/.exec(typeof time === 'string' ? time : '') ?? [];
  return year === '' ? today : `${year}/${month}/${day}`;
}
