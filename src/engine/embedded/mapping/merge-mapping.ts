import { ClusterError, UnsupportedError } from '../../cluster-error.js';
import { isJsonObject, type JsonObject, printJson } from '../../../values/json.js';
import type { Field } from '../fields/field.js';
import { mappingError } from './create-field.js';
import { AliasMapping, type MappingNode, ObjectMapping } from './mapping.js';
import { addMultiField, addProperty, checkReferences, type MappingContext, parseMappingPart } from './parse-mapping.js';
import { conflictsOf, isChanged } from './parameter-conflicts.js';
import { printNode } from './print-mapping.js';

/** What the root of a mapping may have. */
const ROOT_KEYS: ReadonlySet<string> = new Set([
  ...['properties', 'dynamic', 'dynamic_templates', 'date_detection', 'numeric_detection', 'dynamic_date_formats'],
  ...['runtime', 'enabled', 'subobjects', '_meta', '_source', '_routing', '_field_names', '_data_stream_timestamp'],
]);

interface Merge {
  readonly context: MappingContext;
  /** Whether the index never had a document: fields can then still be replaced. */
  readonly isEmpty: boolean;
  /** What is to be done when no conflict was found. */
  readonly steps: (() => void)[];
}

/**
 * Adds a definition to a mapping as `PUT _mapping` does: new fields, objects, multi-fields and aliases, and other options of the root.
 * Throws a `ClusterError`, before anything is changed, where a field would become another. What Elasticsearch may change about a field
 * that has values is refused by name.
 *
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/8.19/indices-put-mapping.html
 */
export function mergeMapping(context: MappingContext, definition: JsonObject, isEmpty: boolean): void {
  const { mapping, ignoreMalformed } = context;
  checkRoot(definition);
  mapping.makeAll();
  const withDots = mapping.root.hasSubobjects ? {} : { subobjects: false };
  const { mapping: next } = parseMappingPart({ ...withDots, ...definition }, ignoreMalformed);
  const merge: Merge = { context, isEmpty, steps: [] };
  mergeChildren(mapping.root, next.root, merge);
  checkReferences(next.aliases, (path) => mapping.fields.has(path) || next.fields.has(path));
  for (const step of merge.steps) step();
  const options = Object.entries(definition).filter(([key]) => key !== 'properties');
  mapping.options = { ...mapping.options, ...Object.fromEntries(options) };
  mapping.root.dynamic = next.root.dynamic ?? mapping.root.dynamic;
  if (definition['dynamic_templates'] !== undefined) mapping.templates = next.templates;
}

function checkRoot(definition: JsonObject): void {
  const unknown = Object.entries(definition).filter(([key]) => !ROOT_KEYS.has(key));
  if (unknown.length === 0) return;
  const listed = unknown.map(([key, value]) => ` [${key} : ${typeof value === 'string' ? value : printJson(value)}]`);
  const reason = `Root mapping definition has unsupported parameters: ${listed.join('')}`;
  throw new ClusterError(400, {
    type: 'mapper_parsing_exception',
    reason: `Failed to parse mapping: ${reason}`,
    caused_by: { type: 'mapper_parsing_exception', reason },
  });
}

function mergeChildren(object: ObjectMapping, next: ObjectMapping, merge: Merge): void {
  for (const [name, node] of next.allChildren()) {
    const existing = object.child(name);
    if (existing === undefined) {
      merge.steps.push(() => {
        addProperty(object, name, printNode(node), merge.context, 1);
      });
    } else mergeNode({ object, name, existing }, node, merge);
  }
}

/** A node of the mapping, and where it hangs. */
interface Place {
  readonly object: ObjectMapping;
  readonly name: string;
  readonly existing: MappingNode;
}

function mergeNode({ object, name, existing }: Place, node: MappingNode, merge: Merge): void {
  const path = object.childPath(name);
  if (existing instanceof ObjectMapping || node instanceof ObjectMapping) {
    if (!(existing instanceof ObjectMapping && node instanceof ObjectMapping)) {
      throw refusal(`can't merge a non object mapping [${path}] with an object mapping`);
    }
    mergeObject(existing, node, merge);
  } else if (existing instanceof AliasMapping && node instanceof AliasMapping) {
    merge.steps.push(() => {
      object.removeChild(name);
      object.children.set(name, node);
      merge.context.mapping.aliases.set(path, node);
    });
  } else if (existing instanceof AliasMapping) {
    throw refusal(`Cannot merge a field alias mapping [${path}] with a mapping that is not for a field alias.`);
  } else if (node instanceof AliasMapping || existing.type !== node.type) {
    throw refusal(
      `mapper [${path}] cannot be changed from type [${existing.type}] to [${node instanceof AliasMapping ? 'alias' : node.type}]`,
    );
  } else mergeField({ object, name, existing }, node, merge);
}

function mergeObject(existing: ObjectMapping, next: ObjectMapping, merge: Merge): void {
  const { path } = existing;
  if (existing.isNested !== next.isNested)
    throw refusal(`can't merge a non-nested mapping [${path}] with a nested mapping`);
  if (existing.isEnabled !== next.isEnabled) {
    throw mappingError(`the [enabled] parameter can't be updated for the object mapping [${path}]`);
  }
  merge.steps.push(() => {
    existing.dynamic = next.dynamic ?? existing.dynamic;
  });
  mergeChildren(existing, next, merge);
}

function mergeField({ object, name, existing }: Place & { readonly existing: Field }, next: Field, merge: Merge): void {
  checkConflicts(existing, next);
  const merged = { ...next.definition, ...fieldsOf({ ...multiFields(existing), ...multiFields(next) }) };
  const fresh: Field[] = [];
  let isReplaced = isChanged(existing, next);
  for (const sub of next.multiFields) {
    const old = existing.multiFields.find((candidate) => candidate.name === sub.name);
    if (old === undefined) fresh.push(sub);
    else {
      checkConflicts(old, sub);
      isReplaced ||= isChanged(old, sub);
    }
  }
  if (isReplaced) replace({ object, name, existing }, merged, merge);
  else if (fresh.length > 0) {
    merge.steps.push(() => {
      for (const sub of fresh) addMultiField(existing, lastName(sub), printNode(sub), merge.context, true);
      existing.definition = { ...existing.definition, ...fieldsOf({ ...multiFields(existing), ...multiFields(next) }) };
    });
  }
}

function replace(
  { object, name, existing }: Place & { readonly existing: Field },
  definition: JsonObject,
  merge: Merge,
): void {
  if (!merge.isEmpty)
    throw new UnsupportedError(`changing parameters of field [${existing.name}], which has documents`);
  merge.steps.push(() => {
    for (const { name: old } of [existing, ...existing.multiFields]) merge.context.mapping.fields.delete(old);
    object.removeChild(name);
    addProperty(object, name, { ...definition, type: existing.type }, merge.context, 1);
  });
}

function multiFields({ definition }: Field): JsonObject {
  const { fields } = definition;
  return isJsonObject(fields) ? fields : {};
}

function fieldsOf(fields: JsonObject): JsonObject {
  return Object.keys(fields).length === 0 ? {} : { fields };
}

function lastName({ name }: Field): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function checkConflicts(existing: Field, next: Field): void {
  if (existing.type !== next.type) {
    throw refusal(`mapper [${existing.name}] cannot be changed from type [${existing.type}] to [${next.type}]`);
  }
  const conflicts = conflictsOf(existing, next);
  if (conflicts.length === 0) return;
  throw refusal(
    `Mapper for [${existing.name}] conflicts with existing mapper:${conflicts.map((text) => `\n\t${text}`).join('')}`,
  );
}

function refusal(reason: string): ClusterError {
  return new ClusterError(400, { type: 'illegal_argument_exception', reason });
}
