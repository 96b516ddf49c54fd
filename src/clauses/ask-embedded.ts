import { knownFields } from '../detections/known-fields.js';
import { compileFilter } from '../engine/embedded/eql/compile-filter.js';
import { eqlFields } from '../engine/embedded/eql/eql-fields.js';
import type { DocSet } from '../engine/embedded/documents/doc-set.js';
import type { EmbeddedIndex } from '../engine/embedded/documents/embedded-index.js';
import type { EmbeddedCluster } from '../engine/embedded/embedded-cluster.js';
import { find } from '../engine/embedded/search/search.js';
import { translateEventFilter } from '../languages/eql/translate.js';
import type { EqlFields } from '../languages/eql/field-info.js';
import { kqlToQueryDsl } from '../languages/kql/to-query-dsl.js';
import type { KqlFields } from '../languages/kql/known-fields.js';
import type { JsonObject } from '../values/json.js';
import type { Asker, DocumentRef, DocumentSet } from './asker.js';
import type { ClauseAsk } from './clause.js';

/** The documents of one index: those looked at, and the place of its first in the list of all. */
interface Shard {
  readonly index: EmbeddedIndex;
  readonly wanted: DocSet;
}

/** Asks the embedded engine for sets of documents, without making hits of them. */
export class AskEmbedded implements Asker {
  readonly documents: readonly DocumentRef[];
  private readonly shards: readonly Shard[];
  private readonly places: readonly { readonly shard: number; readonly doc: number }[];
  private readonly byId: ReadonlyMap<string, ReadonlyMap<string, number>>;
  private readonly now: Date;
  private readonly kqlFields: KqlFields;
  private knownEqlFields: EqlFields | undefined;

  private constructor(shards: readonly Shard[], now: Date, fields: KqlFields) {
    this.shards = shards;
    this.now = now;
    this.kqlFields = fields;
    this.places = shards.flatMap(({ wanted }, shard) => Array.from(wanted, (doc) => ({ shard, doc })));
    this.documents = shards.flatMap(({ index, wanted }) =>
      Array.from(wanted, (doc) => ({ index: index.name, id: index.id(doc) })),
    );
    const byId = new Map<string, Map<string, number>>();
    this.documents.forEach(({ index, id }, at) => {
      const ids = byId.get(index) ?? new Map<string, number>();
      byId.set(index, ids);
      ids.set(id, at);
    });
    this.byId = byId;
  }

  /** Looks at the documents of the indices that the filter lets through. */
  static async make(
    cluster: EmbeddedCluster,
    patterns: readonly string[],
    filter: JsonObject | undefined,
  ): Promise<AskEmbedded> {
    const index = patterns.join(',');
    const indices = cluster.indices(index, { ignore_unavailable: true });
    const now = cluster.now();
    const shards = find(indices, filter, now).map((found) => ({ index: found.index, wanted: found.docs }));
    return new AskEmbedded(shards, now, await knownFields(cluster, index));
  }

  documentAt(index: string, id: string): number | undefined {
    return this.byId.get(index)?.get(id);
  }

  find(ask: ClauseAsk): Promise<DocumentSet> {
    return new Promise((resolve) => {
      const found = this.sets(ask);
      resolve({
        has: (document) => {
          const place = this.places[document];
          return place !== undefined && found[place.shard]?.has(place.doc) === true;
        },
      });
    });
  }

  private sets(ask: ClauseAsk): readonly DocSet[] {
    switch (ask.kind) {
      case 'row':
        return [];
      case 'dsl':
        return this.search(ask.query);
      case 'kql':
        return this.search(kqlToQueryDsl(ask.node, { fields: this.kqlFields }));
      case 'eql': {
        this.knownEqlFields ??= eqlFields(this.shards.map(({ index }) => index));
        const compiled = compileFilter(translateEventFilter(ask.filter, { ...ask, fields: this.knownEqlFields }));
        return this.shards.map(({ index, wanted }) => compiled({ index, scope: index.root, now: this.now }, wanted));
      }
    }
  }

  private search(query: JsonObject): readonly DocSet[] {
    return find(
      this.shards.map(({ index }) => index),
      query,
      this.now,
    ).map(({ docs }) => docs);
  }
}
