import type { IndexDefinition } from '../../cluster.js';
import { ClusterError, UnsupportedError } from '../../cluster-error.js';
import { isJsonObject } from '../../../values/json.js';
import type { JsonObject, JsonValue } from '../../../values/json.js';
import type { Field } from '../../embedded/fields/field.js';
import type { AliasMapping } from '../../embedded/mapping/mapping.js';
import { printMapping, printNode } from '../../embedded/mapping/print-mapping.js';
import { compilePattern } from '../../embedded/query/compile-pattern.js';
import { bodyObject, booleanParameter, type Handler, indicesOptions, type ServeRequest } from '../request.js';

/** `PUT /{index}`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/indices-create-index.html */
export const createIndex: Handler = async (request) => {
  const index = indexOf(request);
  await request.cluster.createIndex(index, definition(bodyObject(request)));
  return { status: 200, body: { acknowledged: true, shards_acknowledged: true, index } };
};

function definition({ mappings, settings, aliases, ...rest }: JsonObject): IndexDefinition {
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) {
    throw new ClusterError(400, { type: 'parse_exception', reason: `unknown key [${unknown}] for create index` });
  }
  if (isJsonObject(aliases) && Object.keys(aliases).length > 0) throw new UnsupportedError('index aliases');
  return {
    ...(mappings === undefined ? {} : { mappings: objectOf(mappings, 'mappings') }),
    ...(settings === undefined ? {} : { settings: objectOf(settings, 'settings') }),
  };
}

function objectOf(value: JsonValue, name: string): JsonObject {
  if (isJsonObject(value)) return value;
  throw new ClusterError(400, { type: 'parse_exception', reason: `key [${name}] must be an object` });
}

/** `DELETE /{index}`: exact names only, as a cluster's default wants it (`action.destructive_requires_name`). */
export const deleteIndex: Handler = async ({ cluster, path, query }) => {
  const names = (path.get('index') ?? '').split(',');
  if (names.some((name) => name === '_all' || name.includes('*'))) {
    throw new ClusterError(400, {
      type: 'illegal_argument_exception',
      reason: 'Wildcard expressions or all indices are not allowed',
    });
  }
  const found = cluster.indices(names.join(','), indicesOptions(query));
  for (const { name } of found) await cluster.deleteIndex(name);
  return { status: 200, body: { acknowledged: true } };
};

/** `HEAD /{index}`. */
export const indexExists: Handler = ({ cluster, path, query }) => {
  try {
    const found = cluster.indices(path.get('index') ?? '', indicesOptions(query));
    const isThere = found.length > 0 || booleanParameter(query, 'allow_no_indices') === true;
    return Promise.resolve({ status: isThere ? 200 : 404 });
  } catch (error) {
    if (error instanceof ClusterError && error.status === 404) return Promise.resolve({ status: 404 });
    throw error;
  }
};

/** `GET /{index}`: aliases, mappings and settings. */
export const getIndex: Handler = ({ cluster, path, query }) => {
  const found = cluster.indices(path.get('index') ?? '', indicesOptions(query));
  const body = Object.fromEntries(
    found.map(({ name, mapping, settings }) => [name, { aliases: {}, mappings: printMapping(mapping), settings }]),
  );
  return Promise.resolve({ status: 200, body });
};

/** `GET _mapping`: the mapping as it stands, fields that documents brought along included. */
export const getMapping: Handler = ({ cluster, path, query }) => {
  const found = cluster.indices(path.get('index') ?? '*', indicesOptions(query));
  const body = Object.fromEntries(found.map(({ name, mapping }) => [name, { mappings: printMapping(mapping) }]));
  return Promise.resolve({ status: 200, body });
};

/** `PUT /{index}/_mapping`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/indices-put-mapping.html */
export const putMapping: Handler = (request) => {
  const { cluster, path, query, body } = request;
  if (body.trim() === '') throw new ClusterError(400, { type: 'parse_exception', reason: 'request body is required' });
  const definition = bodyObject(request);
  for (const index of cluster.indices(path.get('index') ?? '', indicesOptions(query))) index.putMapping(definition);
  return Promise.resolve({ status: 200, body: { acknowledged: true } });
};

/** `GET _mapping/field/{fields}`: single fields, by names and patterns. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/indices-get-field-mapping.html */
export const getFieldMapping: Handler = ({ cluster, path, query }) => {
  const wanted = (path.get('fields') ?? '').split(',').map((pattern) => compilePattern(pattern, false));
  const found = cluster.indices(path.get('index') ?? '*', indicesOptions(query));
  const body = Object.fromEntries(
    found.map(({ name, mapping }) => {
      const nodes = [...mapping.fields.looks(), ...mapping.aliases.values()];
      const fields = nodes.filter((node) => wanted.some((test) => test(node.name)));
      return [name, { mappings: Object.fromEntries(fields.map((node) => [node.name, fieldMapping(node)])) }];
    }),
  );
  return Promise.resolve({ status: 200, body });
};

function fieldMapping(node: Field | AliasMapping): JsonObject {
  const { name } = node;
  return { full_name: name, mapping: { [name.slice(name.lastIndexOf('.') + 1)]: printNode(node) } };
}

/** `GET _resolve/index/{name}`: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/indices-resolve-index-api.html */
export const resolveIndex: Handler = ({ cluster, path, query }) => {
  const found = cluster.indices(path.get('index') ?? '', indicesOptions(query));
  const indices = found.map(({ name }) => ({ name, attributes: ['open'] }));
  return Promise.resolve({ status: 200, body: { indices, aliases: [], data_streams: [] } });
};

/** `_refresh`: documents are visible at once, so only the names are checked. */
export const refresh: Handler = ({ cluster, path, query }) => {
  const total = cluster.indices(path.get('index') ?? '*', indicesOptions(query)).length;
  return Promise.resolve({ status: 200, body: { _shards: { total, successful: total, failed: 0 } } });
};

function indexOf({ path }: ServeRequest): string {
  return path.get('index') ?? '';
}
