import type { KeyPath } from '../definitions/locate.js';
import type { ExceptionList, SimpleEntry } from '../model/exception-list.js';
import { indexOf } from '../model/rule-defaults.js';
import { isDynamic } from '../schemas/fields/index-fields.js';
import type { IndexField, IndexFields } from '../schemas/fields/index-fields.js';
import { isJsonObject } from '../values/json.js';
import type { LintContext } from './check.js';
import { queriesOfRule } from './queries.js';

/** A condition of an exception with its field's full name, and what is known of that field. */
export interface PlacedEntry {
  readonly entry: SimpleEntry;
  readonly name: string;
  readonly path: KeyPath;
  /** Undefined where no catalogue has it, or they disagree. */
  readonly field: IndexField | undefined;
  readonly among: IndexFields;
  /** Whether the field may be there though no catalogue names it. */
  readonly isDynamic: boolean;
}

/** The conditions of a file of exception lists, those on nested objects too; fields are those of the indices of the rules that use the list. */
export function entriesOf(lists: readonly ExceptionList[], context: LintContext): readonly PlacedEntry[] {
  return lists.flatMap((list, at) => {
    const among = context.fields.of(indicesOf(list, context));
    const placed = (entry: SimpleEntry, name: string, path: KeyPath): PlacedEntry => {
      const known = among.fields.get(name);
      const field = known?.conflict === undefined ? known : undefined;
      return { entry, name, path, field, among, isDynamic: isDynamic(name, among) || known !== undefined };
    };
    return list.items.flatMap((item, place) =>
      item.entries.flatMap((entry, number) => {
        const path = ['exceptions', at, 'items', place, 'entries', number];
        if (entry.type !== 'nested') return [placed(entry, entry.field, path)];
        return entry.entries.map((inner, below) =>
          placed(inner, `${entry.field}.${inner.field}`, [...path, 'entries', below]),
        );
      }),
    );
  });
}

function indicesOf({ listId }: ExceptionList, { input }: LintContext): readonly string[] {
  const users = input.rules.filter(({ value }) => value.exceptionsList?.some((list) => list['list_id'] === listId));
  return [
    ...new Set(
      users.flatMap(({ value }) => (value.type === 'esql' ? (queriesOfRule(value)[0]?.indices ?? []) : indexOf(value))),
    ),
  ];
}

/** The `list_id`s that rules name, with their places. */
export function listsNamed({ input }: LintContext): ReadonlySet<string> {
  return new Set(
    input.rules.flatMap(({ value }) =>
      (value.exceptionsList ?? []).flatMap((list) => {
        const id = isJsonObject(list) ? list['list_id'] : undefined;
        return typeof id === 'string' ? [id] : [];
      }),
    ),
  );
}
