import type { JsonObject } from '../../values/json.js';
import type { FieldCatalogue, FieldMapping } from './catalogue.js';

/** Mappings and settings of an index. */
export interface IndexBody {
  readonly mappings: JsonObject;
  readonly settings: JsonObject;
}

/**
 * The body that creates an index with the fields of a catalogue. What no catalogue names is mapped as integrations do: texts become
 * keywords of at most 1,024 characters. The same catalogue gives the same body again, which must not be changed. https://www.elastic.co/docs/reference/ecs/ecs-converting
 */
export function toIndexDefinition(catalogue: FieldCatalogue): IndexBody {
  const known = bodies.get(catalogue);
  if (known) return known;
  const body = bodyOf(catalogue);
  // Frozen, so that whoever reads mappings need do it once.
  Object.freeze(body.mappings);
  bodies.set(catalogue, body);
  return body;
}

const bodies = new WeakMap<FieldCatalogue, IndexBody>();

function bodyOf(catalogue: FieldCatalogue): IndexBody {
  const root = new MappingNode();
  for (const [name, mapping] of catalogue) root.at(name.split('.')).mapping = mapping;
  return {
    mappings: {
      dynamic_templates: [
        { strings_as_keyword: { match_mapping_type: 'string', mapping: { type: 'keyword', ignore_above: 1024 } } },
      ],
      date_detection: false,
      properties: root.properties(),
    },
    settings: { 'index.mapping.total_fields.limit': 20_000 },
  };
}

class MappingNode {
  readonly #children = new Map<string, MappingNode>();
  mapping: FieldMapping | undefined;

  at(path: readonly string[]): MappingNode {
    const [head, ...rest] = path;
    if (head === undefined) return this;
    const child = this.#children.get(head) ?? new MappingNode();
    this.#children.set(head, child);
    return child.at(rest);
  }

  properties(): JsonObject {
    return Object.fromEntries([...this.#children].map(([name, child]) => [name, child.#body()]));
  }

  /** A field with fields below it stays an object, `nested` where it is: one name cannot be a value and an object. */
  #body(): JsonObject {
    if (this.#children.size === 0) return this.mapping ?? { type: 'object' };
    return { ...(this.mapping?.type === 'nested' ? { type: 'nested' } : {}), properties: this.properties() };
  }
}
