import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../../values/json.js';
import type { EnrichTable } from '../../cluster.js';
import { ClusterError, UnsupportedError } from '../../cluster-error.js';
import { EmbeddedIndex } from '../documents/embedded-index.js';
import { tableOf } from '../esql/embedded-source.js';
import type { EsqlPolicy } from '../esql/esql-source.js';
import { compileQuery } from '../query/compile-query.js';
import { noSuchIndex } from '../resolve-indices.js';

type PolicyType = 'match' | 'range';

/** A policy as it was put. */
interface Definition {
  readonly type: PolicyType;
  readonly indices: readonly string[];
  readonly matchField: string;
  readonly enrichFields: readonly string[];
  readonly query?: JsonObject;
}

/** Where policies find their source indices, and what the time is. */
interface Surroundings {
  readonly find: (expression: string) => readonly EmbeddedIndex[];
  readonly clock: () => Date;
}

/**
 * Enrich policies: what they say, and the tables that executing them makes of their source indices.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/enrich-apis.html
 */
export class EnrichPolicies {
  private readonly surroundings: Surroundings;
  private readonly definitions = new Map<string, Definition>();
  private readonly tables = new Map<string, EsqlPolicy>();

  constructor(surroundings: Surroundings) {
    this.surroundings = surroundings;
  }

  /** Creates a policy from the body of its request; the source indices must be there. */
  put(name: string, body: JsonObject): void {
    const definition = readDefinition(body);
    if (this.definitions.has(name)) {
      throw refusal(400, 'resource_already_exists_exception', `policy [${name}] already exists`);
    }
    this.sources(definition);
    this.definitions.set(name, definition);
  }

  /** Takes the rows that the source indices have now. */
  execute(name: string): void {
    const definition = this.definitions.get(name);
    if (definition === undefined) {
      throw refusal(404, 'resource_not_found_exception', `policy [${name}] does not exist`);
    }
    const sources = this.sources(definition);
    const { matchField, enrichFields, type, query } = definition;
    const fields = [matchField, ...enrichFields].map((field) => {
      const found = sources.map((index) => index.mapping.field(field)).find((item) => item !== undefined);
      if (found !== undefined) return { field, type: found.type, definition: found.definition };
      const reason = `Enrich policy execution for [${name}] failed. Could not read field [${field}], which no source index maps.`;
      throw refusal(400, 'illegal_argument_exception', reason);
    });
    const properties = Object.fromEntries(
      fields.map((item) => [item.field, { ...item.definition, type: item.type }] as const),
    );
    const rows = sources.flatMap((index) => {
      const docs = query ? compileQuery(query)({ index, scope: index.root, now: this.surroundings.clock() }) : index.live(); // prettier-ignore
      return [...docs].map((doc) => index.source(doc));
    });
    this.load(name, { type, matchField, enrichFields, rows, mappings: { dynamic: false, properties } });
  }

  /** Makes a policy of rows that are at hand, executed at once. */
  load(name: string, { type, matchField, enrichFields, rows, mappings }: EnrichTable): void {
    const index = new EmbeddedIndex(`.enrich-${name}`, { mappings: withMatchField(mappings, matchField, type) });
    for (const [at, row] of rows.entries()) {
      const { error } = index.add(String(at), row);
      if (error) throw refusal(400, error.type, `enrich policy [${name}], row ${at + 1}: ${error.reason}`);
    }
    const names = enrichFields ?? index.mapping.names().filter((field) => field !== matchField);
    const fields = new Map(names.flatMap((field) => {
      const found = index.mapping.field(field);
      return found === undefined ? [] : [[field, found.type] as const];
    })); // prettier-ignore
    if (!this.definitions.has(name)) this.definitions.set(name, { type, indices: [], matchField, enrichFields: names });
    this.tables.set(name, { matchField, type, fields, table: tableOf(index) });
  }

  delete(name: string): void {
    if (!this.definitions.delete(name))
      throw refusal(404, 'resource_not_found_exception', `policy [${name}] not found`);
    this.tables.delete(name);
  }

  /** The policies of some names, or all, as `GET _enrich/policy` gives them. */
  print(names?: readonly string[]): JsonObject {
    const chosen = [...this.definitions].filter(([name]) => names === undefined || names.includes(name));
    const policies = chosen
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, { type, indices, matchField, enrichFields, query }]): JsonObject => {
        const rest = { indices: [...indices], match_field: matchField, enrich_fields: [...enrichFields] };
        return { config: { [type]: { name, ...rest, ...(query ? { query } : {}) } } };
      });
    return { policies };
  }

  /** The rows of a policy that was executed, for ENRICH. */
  policy(name: string): EsqlPolicy | undefined {
    const table = this.tables.get(name);
    if (table === undefined && this.definitions.has(name)) throw noSuchIndex(`.enrich-${name}`);
    return table;
  }

  /** The names of all policies. */
  names(): readonly string[] {
    return [...this.definitions.keys()];
  }

  private sources({ indices }: Definition): readonly EmbeddedIndex[] {
    const found = this.surroundings.find(indices.join(','));
    if (found.length === 0) throw noSuchIndex(indices.join(','));
    return found;
  }
}

function readDefinition(body: JsonObject): Definition {
  const [entry, ...others] = Object.entries(body);
  if (entry === undefined || others.length > 0) {
    throw refusal(400, 'x_content_parse_exception', '[policy] Expected one field of [match], [range] or [geo_match]');
  }
  const [type, value] = entry;
  if (type === 'geo_match') throw new UnsupportedError('enrich policies of type [geo_match]');
  if (type !== 'match' && type !== 'range') {
    throw refusal(400, 'illegal_argument_exception', `unsupported policy type [${type}], supported types are [match, geo_match, range]`); // prettier-ignore
  }
  const policy = isJsonObject(value) ? value : {};
  const { indices, match_field: matchField, enrich_fields: enrichFields, query } = policy;
  const names = textsOf(indices);
  const fields = textsOf(enrichFields);
  const missing = [
    ...(names.length === 0 ? ['indices'] : []),
    ...(typeof matchField === 'string' ? [] : ['match_field']),
    ...(fields.length === 0 ? ['enrich_fields'] : []),
  ];
  if (missing.length > 0 || typeof matchField !== 'string') {
    const reason = `Missing required fields [${missing.join(', ')}]`;
    throw refusal(400, 'illegal_argument_exception', reason);
  }
  if (isJsonObject(query)) compileQuery(query);
  return { type, indices: names, matchField, enrichFields: fields, ...(isJsonObject(query) ? { query } : {}) };
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  return (isJsonArray(value) ? value : [value]).filter((item) => typeof item === 'string');
}

/** The match field of a table is text to compare, or a range as its source has it. */
function withMatchField(mappings: JsonObject, field: string, type: PolicyType): JsonObject {
  if (type === 'range') return mappings;
  const properties = isJsonObject(mappings['properties']) ? mappings['properties'] : {};
  return { ...mappings, properties: { ...properties, [field]: { type: 'keyword' } } };
}

function refusal(status: number, type: string, reason: string): ClusterError {
  return new ClusterError(status, { type, reason });
}
