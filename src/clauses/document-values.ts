import { hitValues, valuesOf } from '../detections/document-fields.js';
import type { Cluster, SearchHit } from '../engine/cluster.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import type { DocumentRef } from './asker.js';

/** What a document has in a field. */
export interface FieldValues {
  readonly values: readonly JsonValue[];
  /** The type of the field in its index; absent where it is not mapped. */
  readonly type?: string;
  /** Whether a search can find the values: false where only the source has them. */
  readonly isIndexed: boolean;
}

/** Documents asked for at a time. */
const PAGE = 500;

/** The documents as they are, and the types of their fields. */
export class DocumentValues {
  private readonly hits: ReadonlyMap<string, ReadonlyMap<string, SearchHit>>;
  private readonly types: ReadonlyMap<string, ReadonlyMap<string, string>>;

  private constructor(
    hits: ReadonlyMap<string, ReadonlyMap<string, SearchHit>>,
    types: ReadonlyMap<string, ReadonlyMap<string, string>>,
  ) {
    this.hits = hits;
    this.types = types;
  }

  /** Reads documents from the cluster, with the types of the fields of their indices. */
  static async read(cluster: Cluster, documents: readonly DocumentRef[]): Promise<DocumentValues> {
    const hits = new Map<string, Map<string, SearchHit>>();
    const types = new Map<string, ReadonlyMap<string, string>>();
    for (const index of new Set(documents.map((document) => document.index))) {
      const found = new Map<string, SearchHit>();
      hits.set(index, found);
      types.set(index, await typesOf(cluster, index));
      const ids = documents.filter((document) => document.index === index).map(({ id }) => id);
      for (let at = 0; at < ids.length; at += PAGE) {
        const query = { ids: { values: ids.slice(at, at + PAGE) } };
        const answer = await cluster.search({ index, query, fields: ['*'], size: PAGE, track_total_hits: false });
        for (const hit of answer.hits.hits) found.set(hit._id, hit);
      }
    }
    return new DocumentValues(hits, types);
  }

  /** The document as a search found it. */
  hit({ index, id }: DocumentRef): SearchHit | undefined {
    return this.hits.get(index)?.get(id);
  }

  /** What a document has in a field: its indexed values, else those of its source. */
  of(document: DocumentRef, field: string): FieldValues {
    const type = this.types.get(document.index)?.get(field);
    const hit = this.hit(document);
    const indexed = hit === undefined ? [] : hitValues({ ...hit, _source: {} }, field);
    const values = indexed.length > 0 ? indexed : valuesOf(hit?._source ?? {}, field);
    return { values, isIndexed: type !== undefined, ...(type === undefined ? {} : { type }) };
  }

  /** The fields that a document has values of, by their dotted names. */
  names(document: DocumentRef): readonly string[] {
    return [...new Set(leaves(this.hit(document)?._source ?? {}, '', 0))];
  }
}

async function typesOf(cluster: Cluster, index: string): Promise<ReadonlyMap<string, string>> {
  const { fields } = await cluster.fieldCaps({ index, fields: ['*'] });
  return new Map(
    Object.entries(fields).map(([name, byType]) => [
      name,
      Object.keys(byType).find((type) => type !== 'unmapped') ?? '',
    ]),
  );
}

/** Deeper than this no field is. */
const MAX_DEPTH = 30;

function leaves(object: JsonObject, prefix: string, depth: number): readonly string[] {
  if (depth > MAX_DEPTH) return [];
  return Object.entries(object).flatMap(([key, value]) => {
    const name = `${prefix}${key}`;
    const objects = (isJsonArray(value) ? value : [value]).filter(isJsonObject);
    return objects.length === 0 ? [name] : objects.flatMap((inner) => leaves(inner, `${name}.`, depth + 1));
  });
}
