import { ECS_FIELDS } from '../generated/ecs-fields.js';
import type { FieldCatalogue, FieldMapping } from './catalogue.js';

interface Ecs {
  readonly catalogue: FieldCatalogue;
  readonly arrays: ReadonlySet<string>;
}

let ecs: Ecs | undefined;

/** All fields of the Elastic Common Schema with their multi-fields, as its index templates map them. https://www.elastic.co/docs/reference/ecs */
export function ecsCatalogue(): FieldCatalogue {
  return (ecs ??= read()).catalogue;
}

/** The types of the fields of the Elastic Common Schema as it names them, `object` and `nested` included. */
export function ecsRawTypes(): ReadonlyMap<string, string> {
  return new Map([...ecsCatalogue()].map(([name, { type }]) => [name, type]));
}

/** The fields of the Elastic Common Schema that hold a list of values (`normalize: array`): `event.category`, `host.ip`. */
export function ecsArrayFields(): ReadonlySet<string> {
  return (ecs ??= read()).arrays;
}

function read(): Ecs {
  const catalogue = new Map<string, FieldMapping>();
  const arrays = new Set<string>();
  // Most fields have one of a few mappings: what is read once stands for all of them.
  const mappings = new Map<string, FieldMapping>();
  for (const line of ECS_FIELDS.split('\n')) {
    const space = line.indexOf(' ');
    const isArray = line.startsWith('[]', space - 2);
    const name = line.slice(0, isArray ? space - 2 : space);
    const json = line.slice(space + 1);
    let mapping = mappings.get(json);
    if (!mapping) mappings.set(json, (mapping = JSON.parse(json) as FieldMapping));
    catalogue.set(name, mapping);
    if (isArray) arrays.add(name);
  }
  return { catalogue, arrays };
}
