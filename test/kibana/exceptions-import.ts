import { randomUUID } from 'node:crypto';
import { isJsonObject } from '../../src/values/json.js';
import type { JsonObject } from '../../src/values/json.js';
import { newItem, newList, only, storeOf, touched } from './exceptions-store.js';
import type { ExceptionStore } from './exceptions-store.js';
import { ok, siemError } from './fake-request.js';
import type { FakeHandler } from './fake-request.js';
import { fileOf } from './multipart.js';
import { textOf } from './state.js';
import type { FakeState, Stored } from './state.js';

/** What an import of exceptions asks for. */
export interface ExceptionsImport {
  readonly space: string;
  readonly user: string;
  readonly objects: readonly JsonObject[];
  readonly isOverwrite: boolean;
  readonly isNewList: boolean;
}

/** What became of it: how many lists and items are there now, and errors. */
export interface ExceptionsImported {
  readonly lists: number;
  readonly items: number;
  readonly errors: readonly JsonObject[];
}

const PATH = '/api/exception_lists/_import';

/** `POST exception_lists/_import`: lists and items of NDJSON. */
export function importExceptionsApi(state: FakeState): FakeHandler {
  return ({ method, path, headers, bytes, query, space, user }) => {
    if (method !== 'POST' || path !== PATH) return undefined;
    const file = fileOf(headers['content-type'], bytes);
    if (file === undefined) return siemError(400, 'Invalid file extension');
    if (!file.fileName.endsWith('.ndjson'))
      return siemError(400, 'Invalid file extension .' + (file.fileName.split('.').pop() ?? ''));
    const objects = file.text
      .split('\n')
      .flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as JsonObject]));
    const imported = importExceptions(state, {
      space,
      user,
      objects: objects.filter((object) => Object.hasOwn(object, 'list_id')),
      isOverwrite: query.get('overwrite') === 'true',
      isNewList: query.get('as_new_list') === 'true',
    });
    return ok(exceptionsAnswer(imported));
  };
}

function exceptionsAnswer({ lists, items, errors }: ExceptionsImported): JsonObject {
  const isItem = ({ item_id: id }: JsonObject): boolean => id !== undefined;
  const isListsOk = errors.every(isItem);
  const isItemsOk = !errors.some(isItem);
  return {
    errors: [...errors],
    success: isListsOk && isItemsOk,
    success_count: lists + items,
    success_exception_lists: isListsOk,
    success_count_exception_lists: lists,
    success_exception_list_items: isItemsOk,
    success_count_exception_list_items: items,
  };
}

/** Imports lists and then their items; what is there already is skipped with a 409 unless it may be overwritten. */
export function importExceptions(
  state: FakeState,
  { space, user, objects, isOverwrite, isNewList }: ExceptionsImport,
): ExceptionsImported {
  const given = isNewList ? withNewIds(objects) : objects;
  const errors: JsonObject[] = [];
  const overwritten = new Map<ExceptionStore, Set<string>>();
  let [lists, items] = [0, 0];
  for (const list of given.filter((object) => !isItem(object))) {
    const store = storeOf(state, space, list['namespace_type']);
    const id = textOf(list, 'list_id');
    const before = store.exceptionLists.get(id);
    if (before !== undefined && !isOverwrite) {
      errors.push(
        conflict(`Found that list_id: "${id}" already exists. Import of list_id: "${id}" skipped.`, { list_id: id }),
      );
      continue;
    }
    if (before !== undefined) overwritten.set(store, (overwritten.get(store) ?? new Set()).add(id));
    const keys = ['type', 'name', 'description', 'tags', 'meta'];
    const next =
      before === undefined ? newList(state, user, list) : { ...before, ...only(list, keys), ...touched(state, user) };
    store.exceptionLists.set(id, next);
    lists += 1;
  }
  const imported = new Set<string>();
  for (const item of given.filter(isItem)) {
    const problem = importItem(state, storeOf(state, space, item['namespace_type']), user, item, isOverwrite);
    imported.add(textOf(item, 'item_id'));
    if (problem === undefined) items += 1;
    else errors.push(problem);
  }
  // Items of an overwritten list that the file does not have go, but only where nothing was refused.
  if (errors.length === 0) removeOthers(overwritten, imported);
  return { lists, items, errors };
}

function importItem(
  state: FakeState,
  store: ExceptionStore,
  user: string,
  item: JsonObject,
  isOverwrite: boolean,
): JsonObject | undefined {
  const [itemId, listId] = [textOf(item, 'item_id'), textOf(item, 'list_id')];
  const ids = { item_id: itemId, list_id: listId };
  if (!store.exceptionLists.has(listId))
    return conflict(
      `Exception list with list_id: "${listId}", not found for exception list item with item_id: "${itemId}"`,
      ids,
    );
  const before: Stored | undefined = store.exceptionItems.get(itemId);
  if (before !== undefined && !isOverwrite)
    return conflict(`Found that item_id: "${itemId}" already exists. Import of item_id: "${itemId}" skipped.`, ids);
  const made = newItem(state, user, item);
  const kept = before === undefined ? {} : only(before, ['id', 'tie_breaker_id', 'created_at', 'created_by']);
  store.exceptionItems.set(itemId, { ...made, ...kept });
  return undefined;
}

function removeOthers(
  overwritten: ReadonlyMap<ExceptionStore, ReadonlySet<string>>,
  imported: ReadonlySet<string>,
): void {
  for (const [{ exceptionItems }, lists] of overwritten) {
    for (const [id, item] of exceptionItems)
      if (lists.has(textOf(item, 'list_id')) && !imported.has(id)) exceptionItems.delete(id);
  }
}

function isItem(object: JsonObject): boolean {
  return isJsonObject(object) && object['item_id'] !== undefined;
}

function withNewIds(objects: readonly JsonObject[]): readonly JsonObject[] {
  const ids = new Map(
    objects.filter((object) => !isItem(object)).map((list) => [textOf(list, 'list_id'), randomUUID()] as const),
  );
  return objects.map((object) => ({
    ...object,
    list_id: ids.get(textOf(object, 'list_id')) ?? textOf(object, 'list_id'),
    ...(isItem(object) ? { item_id: randomUUID() } : {}),
  }));
}

function conflict(message: string, ids: JsonObject): JsonObject {
  return { ...ids, error: { message, status_code: 409 } };
}
