import { connectorFromKibana, connectorsToKibana } from '../kibana-form/connectors.js';
import { exceptionsFromKibana, exceptionsToKibana } from '../kibana-form/exceptions.js';
import { idsNamed } from '../kibana-form/export-lines.js';
import { fileStem } from '../kibana-form/file-name.js';
import { SERVER_CONNECTOR_FIELDS, SERVER_EXCEPTION_FIELDS, without } from '../kibana-form/server-fields.js';
import { equalJson } from '../values/equal-json.js';
import { isJsonArray, isJsonObject, type JsonArray, type JsonObject } from '../values/json.js';
import type { ImportedObject } from './import-input.js';
import { refuse, say } from './import-rules.js';
import type { ImportReport, ImportSettings } from './import-rules.js';
import type { ImportTarget } from './import-target.js';
import type { TableFile } from './rule-tables.js';

/** Everything of an import that goes along with rules, and what is there of it. */
export interface Companions {
  readonly objects: readonly ImportedObject[];
  readonly tables: readonly TableFile[];
}

/** Plans the files of exception lists, each with its items. */
export async function importExceptionLists(
  { objects, tables }: Companions,
  target: ImportTarget,
  settings: ImportSettings,
  report: ImportReport,
): Promise<void> {
  const rules = objects.filter(({ kind }) => kind === 'rule');
  const lists = objects.filter(({ kind }) => kind === 'exception-list');
  const items = objects.filter(({ kind }) => kind === 'exception-item');
  const known = new Set(lists.map(({ value }) => value['list_id']));
  for (const item of items.filter(({ value }) => !known.has(value['list_id']))) {
    refuse(
      item,
      report,
      'import/item-without-list',
      'The list of this exception is not in the import.',
      'Export the list too.',
    );
  }
  for (const object of lists) {
    const { list_id: id } = object.value;
    const own = items.filter(({ value }) => value['list_id'] === id).map(({ value }) => value);
    const { table, notes } = exceptionsFromKibana({ list: object.value, items: own });
    const name = textOf(object.value['name'], textOf(id, 'exceptions'));
    say(name, notes, report);
    const users = rules.filter(({ value }) => idsNamed([value], 'exceptions_list', 'list_id').has(textOf(id, '')));
    await place(object, name, target, settings, report, {
      folder: settings.exceptionsInto,
      key: 'exceptions',
      element: table,
      metadata: { list_name: name, ...usersOf(users) },
      present: elementIn(
        tables,
        'exceptions',
        (element) => isJsonObject(element['container']) && element['container']['list_id'] === id,
      ),
      isSame: (element) => equalJson(sentLists(element), sentLists(table)),
    });
  }
}

/** Plans the files of connectors. */
export async function importConnectors(
  { objects, tables }: Companions,
  target: ImportTarget,
  settings: ImportSettings,
  report: ImportReport,
): Promise<void> {
  const rules = objects.filter(({ kind }) => kind === 'rule');
  for (const object of objects.filter(({ kind }) => kind === 'connector')) {
    const { id } = object.value;
    const { table, notes } = connectorFromKibana(object.value);
    const { attributes } = object.value;
    const name = textOf(isJsonObject(attributes) ? attributes['name'] : undefined, textOf(id, 'connector'));
    say(name, notes, report);
    const users = rules.filter(({ value }) => idsNamed([value], 'actions', 'id').has(textOf(id, '')));
    await place(object, name, target, settings, report, {
      folder: settings.connectorsInto,
      key: 'action_connectors',
      element: table,
      metadata: { action_connector_name: name, ...usersOf(users) },
      present: elementIn(tables, 'action_connectors', (element) => element['id'] === id),
      isSame: (element) => equalJson(sentConnectors(element), sentConnectors(table)),
    });
  }
}

interface Placement {
  readonly folder: string;
  readonly key: string;
  readonly element: JsonObject;
  readonly metadata: JsonObject;
  readonly present: { readonly toml: TableFile; readonly at: number } | undefined;
  readonly isSame: (element: JsonObject) => boolean;
}

async function place(
  object: ImportedObject,
  name: string,
  target: ImportTarget,
  { today, force }: ImportSettings,
  report: ImportReport,
  { folder, key, element, metadata, present, isSame }: Placement,
): Promise<void> {
  if (present === undefined) {
    const tables = { metadata: { creation_date: today, ...metadata, updated_date: today }, [key]: [element] };
    const added = await target.add(folder, fileStem(name) === '' ? key : fileStem(name), tables);
    if ('problem' in added)
      refuse(object, report, 'import/no-toml', `${name}: ${added.problem}`, 'Change it in Kibana.');
    else {
      report.counts.new += 1;
      report.notes.push(`${added.file}  new  ${name}`);
    }
    return;
  }
  const { toml, at } = present;
  const elements = toml.table[key] as JsonArray;
  const before = elements[at];
  if (isJsonObject(before) && isSame(before)) {
    report.counts.unchanged += 1;
    return;
  }
  if (!force) {
    const fix = 'Import with --force to change the file where they differ.';
    refuse(object, report, 'import/exists', `${toml.file} has ${name} already, and differs.`, fix);
    return;
  }
  const { problem } = await target.change(toml, (table) => ({
    ...table,
    [key]: (table[key] as JsonArray).with(at, element),
  }));
  if (problem !== undefined)
    refuse(object, report, 'import/no-toml', `${toml.file}: ${problem}`, 'Change the file by hand.');
  else {
    report.counts.updated += 1;
    report.notes.push(`${toml.file}  updated  ${name}`);
  }
}

function elementIn(
  tables: readonly TableFile[],
  key: string,
  isIt: (element: JsonObject) => boolean,
): Placement['present'] {
  for (const toml of tables) {
    const elements = toml.table[key];
    if (!isJsonArray(elements)) continue;
    const at = elements.findIndex((element) => isJsonObject(element) && isIt(element));
    if (at >= 0) return { toml, at };
  }
  return undefined;
}

function sentLists(element: JsonObject): JsonArray {
  return exceptionsToKibana({ exceptions: [element] }).flatMap(({ list, items }) => [
    without(list, SERVER_EXCEPTION_FIELDS),
    ...items,
  ]);
}

function sentConnectors(element: JsonObject): JsonArray {
  return connectorsToKibana({ action_connectors: [element] }).map((sent) => without(sent, SERVER_CONNECTOR_FIELDS));
}

function usersOf(rules: readonly ImportedObject[]): JsonObject {
  const texts = (key: string): readonly string[] => rules.map(({ value }) => textOf(value[key], ''));
  return rules.length === 0 ? {} : { rule_ids: texts('rule_id'), rule_names: texts('name') };
}

function textOf(value: JsonObject[string] | undefined, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}
