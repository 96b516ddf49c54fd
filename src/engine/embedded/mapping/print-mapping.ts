import { AliasMapping, type Mapping, type MappingNode, ObjectMapping } from './mapping.js';
import type { JsonObject } from '../../../values/json.js';

/** A mapping as `GET _mapping` gives it. */
export function printMapping({ root, options }: Mapping): JsonObject {
  const properties = printProperties(root);
  return { ...options, ...(Object.keys(properties).length === 0 ? {} : { properties }) };
}

function printProperties(object: ObjectMapping): JsonObject {
  // In order of name, as Elasticsearch prints them.
  const children = [...object.allChildren()].sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(children.map(([name, node]) => [name, printNode(node)]));
}

/** A field, an object or an alias, as the mapping has it. */
export function printNode(node: MappingNode): JsonObject {
  if (node instanceof AliasMapping) return { type: 'alias', path: node.path };
  if (!(node instanceof ObjectMapping)) return { type: node.type, ...node.definition };
  const properties = printProperties(node);
  return {
    ...(node.isNested ? { type: 'nested' } : {}),
    ...(node.isEnabled ? {} : { enabled: false }),
    ...(node.dynamic === undefined ? {} : { dynamic: node.dynamic }),
    ...(node.hasSubobjects ? {} : { subobjects: false }),
    ...(Object.keys(properties).length === 0 ? bareObject(node) : { properties }),
  };
}

function bareObject(node: ObjectMapping): JsonObject {
  return node.isNested ? {} : { type: 'object' };
}
