import { knownFields } from '../detections/known-fields.js';
import { compileFilter } from '../engine/embedded/eql/compile-filter.js';
import { eqlFields } from '../engine/embedded/eql/eql-fields.js';
import type { DocSet } from '../engine/embedded/documents/doc-set.js';
import type { EmbeddedIndex } from '../engine/embedded/documents/embedded-index.js';
import type { EmbeddedCluster } from '../engine/embedded/embedded-cluster.js';
import { find } from '../engine/embedded/search/search.js';
import { translateEventFilter } from '../languages/eql/translate.js';
import type { EqlFields } from '../languages/eql/field-info.js';
import { fieldsOfKql } from '../languages/kql/fields.js';
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
  /** The fields that a clause names, each list asked for once: all fields of a mapping are thousands. */
  private readonly fieldsOf: (names: readonly string[]) => Promise<KqlFields>;
  private knownEqlFields: EqlFields | undefined;

  private constructor(shards: readonly Shard[], now: Date, fieldsOf: AskEmbedded['fieldsOf']) {
    this.shards = shards;
    this.now = now;
    this.fieldsOf = fieldsOf;
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
  static make(cluster: EmbeddedCluster, patterns: readonly string[], filter: JsonObject | undefined): AskEmbedded {
    const index = patterns.join(',');
    const indices = cluster.indices(index, { ignore_unavailable: true });
    const now = cluster.now();
    const shards = find(indices, filter, now).map((found) => ({ index: found.index, wanted: found.docs }));
    const known = new Map<string, Promise<KqlFields>>();
    return new AskEmbedded(shards, now, (names) => {
      const key = names.join(',');
      const fields = known.get(key) ?? knownFields(cluster, index, names);
      known.set(key, fields);
      return fields;
    });
  }

  documentAt(index: string, id: string): number | undefined {
    return this.byId.get(index)?.get(id);
  }

  async find(ask: ClauseAsk): Promise<DocumentSet> {
    const found = await this.sets(ask);
    return {
      has: (document) => {
        const place = this.places[document];
        return place !== undefined && found[place.shard]?.has(place.doc) === true;
      },
    };
  }

  private async sets(ask: ClauseAsk): Promise<readonly DocSet[]> {
    switch (ask.kind) {
      case 'row':
        return [];
      case 'dsl':
        return this.search(ask.query);
      case 'kql':
        return this.search(kqlToQueryDsl(ask.node, { fields: await this.fieldsOf(fieldsOfKql(ask.node)) }));
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
