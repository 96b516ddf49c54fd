import { validateTable } from '../definitions/validate.js';
import { exceptionsToKibana } from '../kibana-form/exceptions.js';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../values/json.js';
import { objectsOf } from '../values/objects-of.js';
import { comparableObject } from './comparable-object.js';
import { problemOf, placeOf } from './definition-file.js';
import type { DefinitionFile } from './definition-file.js';
import type { DesiredObject, Use } from './desired-object.js';
import { objectKey } from './object-key.js';
import type { PlanProblem } from './plan.js';
import { isOwnVariable } from './secrets.js';

/** Objects of a file, and what is wrong with it; a file with an error gives none. */
export interface FromFile {
  readonly objects: readonly DesiredObject[];
  readonly problems: readonly PlanProblem[];
}

/** The exception lists of a file and their items. */
export function desiredExceptions(file: DefinitionFile): FromFile {
  const refused = refusal('exceptions', file);
  if (refused) return refused;
  const objects = exceptionsToKibana(file.table).flatMap(({ list, items }, at): DesiredObject[] => {
    const listKey = objectKey('exception-list', list);
    const ofList = { kind: 'exception-list', key: listKey, id: textOf(list['list_id']), path: [] } as const;
    return [
      {
        ...common(file, 'exception-list', list, ['exceptions', at]),
        uses: [],
      },
      ...items.map((item, itemAt) => ({
        ...common(file, 'exception-item', item, ['exceptions', at, 'items', itemAt]),
        uses: [{ ...ofList, path: ['exceptions', at] }, ...valueListsOf(item, ['exceptions', at, 'items', itemAt])],
      })),
    ];
  });
  return { objects, problems: [] };
}

/** The value lists of a file. */
export function desiredValueLists(file: DefinitionFile): FromFile {
  const refused = refusal('value-lists', file);
  if (refused) return refused;
  const objects = objectsOf(file.table['value_lists']).map((table, at): DesiredObject => {
    const { id = '', name = id, description, type = 'keyword' } = table;
    const values = isJsonArray(table['values']) ? table['values'].filter((value) => typeof value === 'string') : [];
    // Kibana wants a description that says something.
    const body = { id, name, description: textOf(description) === '' ? name : (description ?? name), type };
    return {
      ...common(file, 'value-list', body, ['value_lists', at]),
      comparable: comparableObject('value-list', body, { tag: '', values }),
      values: [...new Set(values)],
      uses: [],
    };
  });
  return { objects, problems: [] };
}

/** What begins a variable of the environment in place of a secret. */
const FROM_ENVIRONMENT = /^env:([A-Za-z_]\w*)$/;

/** The connectors of a file. Secrets are names of variables (`env:SLACK_URL`); one that stands in the file is refused, and never told. */
export function desiredConnectors(file: DefinitionFile): FromFile {
  const refused = refusal('action-connectors', file);
  if (refused) return refused;
  const problems: PlanProblem[] = [];
  const objects = objectsOf(file.table['action_connectors']).flatMap((table, at): DesiredObject[] => {
    const attributes = isJsonObject(table['attributes']) ? table['attributes'] : {};
    const { name, actionTypeId, config } = attributes;
    const path = ['action_connectors', at];
    const id = table['id'] ?? '';
    const found = [
      ...secretsOf(table['secrets'], [...path, 'secrets']),
      ...secretsOf(attributes['secrets'], [...path, 'attributes', 'secrets']),
    ];
    const literal = found.filter(({ variable }) => variable === undefined);
    problems.push(...literal.map((secret) => secretInFile(file, secret)));
    const own = found.filter(({ variable = '' }) => isOwnVariable(variable));
    problems.push(...own.map((secret) => secretOfTheRun(file, secret)));
    if (typeof actionTypeId !== 'string') problems.push(noConnectorType(file, path, textOf(id)));
    if (literal.length + own.length > 0 || typeof actionTypeId !== 'string') return [];
    const secrets = Object.fromEntries(found.map(({ name: key, variable = '' }) => [key, variable]));
    const references = Object.fromEntries(Object.entries(secrets).map(([key, variable]) => [key, `env:${variable}`]));
    const body = {
      id,
      name: name ?? id,
      connector_type_id: actionTypeId,
      config: isJsonObject(config) ? config : {},
      secrets: references,
    };
    return [{ ...common(file, 'connector', body, path), secrets, uses: [] }];
  });
  return { objects, problems };
}

interface Secret {
  readonly name: string;
  readonly variable: string | undefined;
  readonly path: readonly (string | number)[];
}

function secretsOf(table: JsonValue | undefined, path: readonly (string | number)[]): readonly Secret[] {
  if (!isJsonObject(table)) return [];
  return Object.entries(table).map(([name, value]) => ({
    name,
    variable: FROM_ENVIRONMENT.exec(textOf(value))?.[1],
    path: [...path, name],
  }));
}

function secretInFile(file: DefinitionFile, { name, path }: Secret): PlanProblem {
  return {
    code: 'deploy/secret-in-file',
    severity: 'error',
    place: placeOf(file, path),
    what: `The secret ${JSON.stringify(name)} stands in the file.`,
    why: 'Whoever reads the repository could use it; it must be taken as known, and be replaced where it was issued.',
    fix: `Name a variable of the environment instead, such as ${name} = "env:CONNECTOR_SECRET", and set that where dragnet apply runs.`,
  };
}

function secretOfTheRun(file: DefinitionFile, { name, variable = '', path }: Secret): PlanProblem {
  return {
    code: 'deploy/secret-of-the-run',
    severity: 'error',
    place: placeOf(file, path),
    what: `The secret ${JSON.stringify(name)} is ${variable}, a credential of the run itself.`,
    why: 'Whoever the connector points at would receive it.',
    fix: 'Set a variable of its own for the connector, and name that.',
  };
}

function noConnectorType(file: DefinitionFile, path: readonly (string | number)[], id: string): PlanProblem {
  return {
    code: 'deploy/connector-type',
    severity: 'error',
    place: placeOf(file, [...path, 'attributes']),
    what: `The connector ${JSON.stringify(id)} has no actionTypeId.`,
    why: 'Kibana makes no connector without knowing its type.',
    fix: 'Add it, such as actionTypeId = ".slack".',
  };
}

/** The value lists that the entries of an item name. */
function valueListsOf(item: JsonObject, path: readonly (string | number)[]): readonly Use[] {
  return objectsOf(item['entries']).flatMap((entry, at): readonly Use[] => {
    const own = [...path, 'entries', at];
    const inner = valueListsOf(entry, own);
    const { list } = entry;
    const id = isJsonObject(list) ? textOf(list['id']) : '';
    if (entry['type'] !== 'list' || id === '') return inner;
    return [...inner, { kind: 'value-list', key: objectKey('value-list', { id }), id, path: [...own, 'list'] }];
  });
}

function common(
  { file }: DefinitionFile,
  kind: DesiredObject['kind'],
  body: JsonObject,
  path: DesiredObject['path'],
): Omit<DesiredObject, 'uses'> & { readonly uses?: never } {
  const key = objectKey(kind, body);
  const { name } = body;
  return {
    key,
    kind,
    name: typeof name === 'string' && name !== '' ? name : key,
    file,
    path,
    body,
    comparable: comparableObject(kind, body, { tag: '' }),
  };
}

function refusal(kind: Parameters<typeof validateTable>[0], file: DefinitionFile): FromFile | undefined {
  const mistakes = validateTable(kind, file);
  return mistakes.length === 0 ? undefined : { objects: [], problems: mistakes.map((one) => problemOf(file, one)) };
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
