import { jsonText } from '../json-text.js';
import { UnsupportedError } from '../../cluster-error.js';
import { isJsonObject, isJsonArray, type JsonObject, type JsonValue } from '../../../values/json.js';
import type { Field } from '../fields/field.js';
import { compilePattern } from '../query/compile-pattern.js';
import { createField, mappingError } from './create-field.js';
import { readDynamicTemplate } from './dynamic-template.js';
import { AliasMapping, Mapping, ObjectMapping, Scope } from './mapping.js';

/** Options of a mapping that hold for the whole index. */
export interface MappingContext {
  readonly mapping: Mapping;
  /** `index.mapping.ignore_malformed`. */
  readonly ignoreMalformed: boolean;
}

/** Nesting of objects that Elasticsearch allows by default. */
const DEPTH_LIMIT = 20;

/** Builds the mapping of a new index; throws a `ClusterError` for what is not a mapping. A frozen definition is read once for all its indices. */
export function parseMapping(definition: JsonObject, ignoreMalformed: boolean): MappingContext {
  if (!Object.isFrozen(definition)) return parseWhole(definition, ignoreMalformed);
  const known = parsed.get(definition);
  const context = known?.ignoreMalformed === ignoreMalformed ? known : parseWhole(definition, ignoreMalformed);
  parsed.set(definition, context);
  return { mapping: context.mapping.fork(), ignoreMalformed };
}

/** Mappings of frozen definitions, none of which has documents: what is frozen is taken to be so down to its leaves. */
const parsed = new WeakMap<JsonObject, MappingContext>();

function parseWhole(definition: JsonObject, ignoreMalformed: boolean): MappingContext {
  const context = parseMappingPart(definition, ignoreMalformed);
  checkReferences(context.mapping.aliases, (path) => context.mapping.fields.has(path));
  return context;
}

/** The same for what is added to a mapping, whose fields its aliases may name. */
export function parseMappingPart(definition: JsonObject, ignoreMalformed: boolean): MappingContext {
  const { properties, ...options } = definition;
  if (isJsonObject(definition['runtime']) && Object.keys(definition['runtime']).length > 0) {
    throw new UnsupportedError('runtime fields');
  }
  if (definition['dynamic'] === 'runtime') throw new UnsupportedError('"dynamic": "runtime"');
  const templates = definition['dynamic_templates'];
  const mapping = new Mapping(
    options,
    (isJsonArray(templates) ? templates : []).flatMap((item) => readDynamicTemplate(item, compilePattern) ?? []),
  );
  const context = { mapping, ignoreMalformed };
  if (properties !== undefined) addProperties(mapping.root, properties, context, 1);
  return context;
}

/** Adds fields to an object of the mapping. */
export function addProperties(
  object: ObjectMapping,
  properties: JsonValue,
  context: MappingContext,
  depth: number,
): void {
  if (!isJsonObject(properties)) {
    throw mappingError(`Failed to parse mapping: Expected map for property [properties] on field [${object.path}]`);
  }
  for (const [name, definition] of Object.entries(properties)) {
    if (!isJsonObject(definition)) {
      throw mappingError(
        `Failed to parse mapping: Expected map for property [fields] on field [${name}] but got a class java.lang.String`,
      );
    }
    addProperty(object, name, definition, context, depth);
  }
}

/** Adds one field or object; a dot in its name makes objects. */
export function addProperty(
  object: ObjectMapping,
  name: string,
  definition: JsonObject,
  context: MappingContext,
  depth: number,
): void {
  if (depth > DEPTH_LIMIT) {
    throw mappingError(
      `Limit of mapping depth [${DEPTH_LIMIT}] has been exceeded due to object field [${object.childPath(name)}]`,
    );
  }
  const dot = object.hasSubobjects ? name.indexOf('.') : -1;
  if (dot > 0) {
    const parent = objectChild(object, name.slice(0, dot), {}, context);
    addProperty(parent, name.slice(dot + 1), definition, context, depth + 1);
    return;
  }
  const type = definition['type'];
  if (type === undefined ? !isLeaf(definition) : type === 'object' || type === 'nested') {
    const child = objectChild(object, name, definition, context);
    const properties = definition['properties'];
    if (properties !== undefined) addProperties(child, properties, context, depth + 1);
    return;
  }
  if (type === undefined) throw mappingError(`Failed to parse mapping: No type specified for field [${name}]`);
  if (type === 'alias') addAlias(object, name, definition, context);
  else addField(object, name, jsonText(type), definition, context);
}

/** A definition without a type is an object if it has properties, or says nothing but whether it is enabled; else the type was forgotten. */
function isLeaf(definition: JsonObject): boolean {
  const { properties, enabled, ...others } = definition;
  return properties === undefined && (enabled === undefined || Object.keys(others).length > 0);
}

function objectChild(
  parent: ObjectMapping,
  name: string,
  definition: JsonObject,
  { mapping }: MappingContext,
): ObjectMapping {
  const existing = parent.child(name);
  if (existing instanceof ObjectMapping) return existing;
  if (existing)
    throw mappingError(
      `Failed to parse mapping: can't merge a non object mapping [${parent.childPath(name)}] with an object mapping`,
    );
  const path = parent.childPath(name);
  let { scope } = parent;
  if (definition['type'] === 'nested') {
    scope = new Scope(path, scope);
    mapping.scopes.push(scope);
  }
  const child = new ObjectMapping(path, scope, definition);
  parent.children.set(name, child);
  mapping.objects.set(path, child);
  return child;
}

function addAlias(object: ObjectMapping, name: string, definition: JsonObject, { mapping }: MappingContext): void {
  const path = definition['path'];
  if (typeof path !== 'string')
    throw mappingError(`Failed to parse mapping: The [path] property must be specified for field [${name}].`);
  const alias = new AliasMapping(object.childPath(name), path);
  object.children.set(name, alias);
  mapping.aliases.set(alias.name, alias);
}

function addField(
  object: ObjectMapping,
  name: string,
  type: string,
  definition: JsonObject,
  context: MappingContext,
): void {
  const { mapping, ignoreMalformed } = context;
  const field = createField({ name: object.childPath(name), type, definition, space: object.scope, ignoreMalformed });
  object.children.set(name, field);
  mapping.fields.set(field.name, field);
  const multiFields = definition['fields'];
  if (!isJsonObject(multiFields)) return;
  for (const [key, sub] of Object.entries(multiFields)) {
    if (isJsonObject(sub)) addMultiField(field, key, sub, context);
  }
}

/** Adds a field for the same values as another's; a late one has those of the documents to come. */
export function addMultiField(
  parent: Field,
  name: string,
  definition: JsonObject,
  { mapping, ignoreMalformed }: MappingContext,
  isLate = false,
): void {
  const type = jsonText(definition['type'] ?? 'null');
  const field = createField({
    name: `${parent.name}.${name}`,
    type,
    definition,
    space: parent.space,
    parent,
    isLate,
    ignoreMalformed,
  });
  parent.multiFields.push(field);
  mapping.fields.set(field.name, field);
}

/** Throws if an alias names a field that is not there. */
export function checkReferences(aliases: ReadonlyMap<string, AliasMapping>, isField: (path: string) => boolean): void {
  for (const { name, path } of aliases.values()) {
    if (!isField(path)) {
      throw mappingError(
        `Invalid [path] value [${path}] for field alias [${name}]: an alias must refer to an existing field in the mappings.`,
      );
    }
  }
}
