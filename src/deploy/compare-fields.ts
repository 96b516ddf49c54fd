import { equalJson } from '../values/equal-json.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../values/json.js';
import { compareTexts } from '../values/text-order.js';
import type { FieldClass, PlannedField } from './plan.js';

/** The three forms of an object, as `comparableObject` gives them. */
export interface ThreeForms {
  readonly git: JsonObject;
  /** As it was last applied; undefined where nothing is known. */
  readonly applied?: JsonObject | undefined;
  readonly live: JsonObject;
}

/**
 * The fields in which git and Kibana differ, in order, each with who changed it since the last apply. What git and Kibana have alike is no difference,
 * whatever was applied. `enabled` counts only where git says it; fields of analysts (`unmanaged`) are told but change nothing.
 */
export function compareFields(
  { git, applied, live }: ThreeForms,
  unmanaged: ReadonlySet<string>,
): readonly PlannedField[] {
  const keys = [...new Set([...Object.keys(git), ...Object.keys(live)])].sort(compareTexts);
  return keys.flatMap((path): readonly PlannedField[] => {
    const [wanted, found] = [own(git, path), own(live, path)];
    if (equalJson(wanted, found) || (path === 'enabled' && wanted === undefined)) return [];
    const before = applied === undefined ? undefined : own(applied, path);
    if (unmanaged.has(path)) return [{ path, class: 'unmanaged', ...values(wanted, before, found) }];
    if (path === 'values') return comparedValues({ git, applied, live });
    const fieldClass = classOf(path, { wanted, before, found }, applied !== undefined);
    return [{ path, class: fieldClass, ...values(wanted, before, found) }];
  });
}

interface Values {
  readonly wanted: JsonValue | undefined;
  readonly before: JsonValue | undefined;
  readonly found: JsonValue | undefined;
}

function classOf(path: string, { wanted, before, found }: Values, isKnown: boolean): FieldClass {
  if (!isKnown) return 'unknown';
  // Until now nobody said whether the rule runs.
  if (path === 'enabled' && before === undefined) return 'git';
  if (equalJson(wanted, before)) return 'drift';
  return equalJson(found, before) ? 'git' : 'conflict';
}

/** The values of a value list, as sets: what git changes and what was changed by hand are two entries. Sets never conflict. */
function comparedValues({ git, applied, live }: ThreeForms): readonly PlannedField[] {
  const [wanted, found] = [setOf(git), setOf(live)];
  const before = applied === undefined ? undefined : setOf(applied);
  const changes = new Map<FieldClass, { added: string[]; removed: string[] }>();
  const of = (fieldClass: FieldClass): { added: string[]; removed: string[] } => {
    const known = changes.get(fieldClass) ?? { added: [], removed: [] };
    changes.set(fieldClass, known);
    return known;
  };
  for (const value of wanted) {
    if (found.has(value)) continue;
    of(before === undefined ? 'unknown' : before.has(value) ? 'drift' : 'git').added.push(value);
  }
  for (const value of found) {
    if (wanted.has(value)) continue;
    of(before === undefined ? 'unknown' : before.has(value) ? 'git' : 'drift').removed.push(value);
  }
  return [...changes]
    .map(([fieldClass, { added, removed }]) => ({
      path: 'values',
      class: fieldClass,
      added: added.sort(compareTexts),
      removed: removed.sort(compareTexts),
    }))
    .sort((left, right) => compareTexts(left.class, right.class));
}

function setOf(object: JsonObject): ReadonlySet<string> {
  const { values: list } = object;
  return new Set(Array.isArray(list) ? (list as readonly string[]) : []);
}

function values(git?: JsonValue, applied?: JsonValue, live?: JsonValue): Partial<PlannedField> {
  return {
    ...(git === undefined ? {} : { git }),
    ...(applied === undefined ? {} : { applied }),
    ...(live === undefined ? {} : { live }),
  };
}

function own(object: JsonObject, key: string): JsonValue | undefined {
  return isJsonObject(object) && Object.hasOwn(object, key) ? object[key] : undefined;
}
