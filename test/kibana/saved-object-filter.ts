import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import { termText } from '../../src/languages/kql/ast.js';
import type { KqlNode } from '../../src/languages/kql/ast.js';
import { kql } from '../../src/languages/kql/kql.js';
import { kqlToQueryDsl } from '../../src/languages/kql/to-query-dsl.js';
import { printJson } from '../../src/values/json.js';
import type { JsonObject } from '../../src/values/json.js';
import { ClusterError } from '../../src/engine/cluster-error.js';
import type { Stored } from './state.js';

const INDEX = 'saved-objects';

/** Which of some objects a filter finds, or why the filter is refused. */
export type Filtered =
  { readonly ids: ReadonlySet<string>; readonly problem?: never } | { readonly problem: string; readonly ids?: never };

/** How objects of a kind are searched. */
export interface FilterOptions {
  /** Of saved objects, such as `alert`. */
  readonly type: string;
  /** Mapping of the documents. */
  readonly mappings: JsonObject;
  /** The document of an object. */
  readonly document: (object: Stored) => JsonObject;
}

/**
 * Finds saved objects by KQL, through dragnet's own KQL and engine. The index keeps up with the objects: only those that are others than last time are
 * written.
 */
export class SavedObjectFilter {
  readonly #cluster = new EmbeddedCluster({ clock: () => new Date() });
  readonly #options: FilterOptions;
  readonly #written = new Map<string, Stored>();
  #isMade = false;

  constructor(options: FilterOptions) {
    this.#options = options;
  }

  async find(filter: string, objects: ReadonlyMap<string, Stored>): Promise<Filtered> {
    const { value: tree, diagnostics } = kql.parse(filter);
    const [mistake] = diagnostics.filter(({ severity }) => severity === 'error');
    if (tree === undefined || mistake !== undefined) return { problem: `KQLSyntaxError: ${mistake?.what ?? ''}` };
    const unknown = fieldsOf(tree).flatMap((field) => this.#fieldProblem(field));
    if (unknown[0] !== undefined) return { problem: unknown[0] };
    await this.#write(objects);
    try {
      const { hits } = await this.#cluster.search({
        index: INDEX,
        query: kqlToQueryDsl(tree),
        size: 10_000,
        _source: false,
      });
      return { ids: new Set(hits.hits.map(({ _id }) => _id).filter((id) => objects.has(id))) };
    } catch (error) {
      if (error instanceof ClusterError) return { problem: error.error.reason };
      throw error;
    }
  }

  /** Why a field cannot be asked: it is `type.attributes.key` of the mapping, or `type.id`. */
  #fieldProblem(field: string): readonly string[] {
    const { type, mappings } = this.#options;
    const [first, second, ...rest] = field.split('.');
    if (second === undefined) return [`This key '${field}' need to be wrapped by a saved object type like ${type}`];
    if (first !== type) return [`This type ${first ?? ''} is not allowed`];
    if (second === 'id' && rest.length === 0) return [];
    if (second !== 'attributes' || rest.length === 0)
      return [`This key '${field}' does NOT match the filter proposition SavedObjectType.attributes.key`];
    let level: JsonObject = mappings;
    for (const part of field.split('.')) {
      if (level['type'] === 'flattened') return [];
      const inner = (level['properties'] ?? level['fields']) as JsonObject | undefined;
      const next = inner?.[part] as JsonObject | undefined;
      if (next === undefined) return [`This key '${field}' does NOT exist in ${type} saved object index patterns`];
      level = next;
    }
    return [];
  }

  async #write(objects: ReadonlyMap<string, Stored>): Promise<void> {
    if (!this.#isMade) {
      this.#isMade = true;
      await this.#cluster.createIndex(INDEX, { mappings: this.#options.mappings });
    }
    const others = [...objects].filter(([id, object]) => this.#written.get(id) !== object);
    for (const [id, object] of others) this.#written.set(id, object);
    if (others.length === 0) return;
    await this.#cluster.bulk(
      others.map(([id, object]) => ({ _index: INDEX, _id: id, source: printJson(this.#options.document(object)) })),
    );
  }
}

/** The fields that a filter names; the depth is bounded by the parser. */
function fieldsOf(node: KqlNode): readonly string[] {
  switch (node.kind) {
    case 'And':
    case 'Or':
      return node.clauses.flatMap(fieldsOf);
    case 'Not':
      return fieldsOf(node.clause);
    case 'Match':
    case 'Range':
    case 'Exists':
      return [termText(node.field)];
    default:
      return [];
  }
}
