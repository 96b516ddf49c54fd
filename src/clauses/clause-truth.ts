import type { Cluster } from '../engine/cluster.js';
import { ClusterError } from '../engine/cluster-error.js';
import { EmbeddedCluster } from '../engine/embedded/embedded-cluster.js';
import type { JsonObject } from '../values/json.js';
import { AskCluster } from './ask-cluster.js';
import { AskEmbedded } from './ask-embedded.js';
import type { Asker, DocumentRef, DocumentSet } from './asker.js';
import type { Clause, ClauseAsk, Truth } from './clause.js';

/** For which documents each clause is true. */
export interface ClauseTruth {
  /** The documents looked at, in the order of their indices. */
  readonly documents: readonly DocumentRef[];
  /** The place of a document in `documents`. */
  documentAt(index: string, id: string): number | undefined;
  /** What a clause (by its `id`) is for a document (by its place): null where the engine refused to say, see `errors`, or EQL knows neither. */
  of(clause: number, document: number): Truth;
  /** Clauses that the engine refused when they were asked alone, with its reason. */
  readonly errors: ReadonlyMap<number, string>;
}

/** How {@link clauseTruth} looks. */
export interface ClauseTruthOptions {
  /** Query DSL for the documents that matter; all of the indices unless given. */
  readonly filter?: JsonObject;
}

/**
 * Which clauses are true for which documents: each clause is a query of its own, which the cluster answers as it answers the rule's, so that
 * nothing is evaluated twice in two ways. KQL is compiled with the fields of the indices, as Kibana does. A real cluster is asked for at
 * most 10,000 documents; what lies beyond is not looked at. Rejects with a `ClusterError` where the indices cannot be searched at all.
 */
export async function clauseTruth(
  clauses: readonly Clause[],
  cluster: Cluster,
  indices: readonly string[],
  options: ClauseTruthOptions = {},
): Promise<ClauseTruth> {
  const asker = await askerOf(cluster, indices, options.filter);
  const found: DocumentSet[] = [];
  const refuted = new Map<number, DocumentSet>();
  const errors = new Map<number, string>();
  for (const { id, ask } of clauses) {
    try {
      found[id] = await asker.find(ask);
      if (ask.kind === 'eql') refuted.set(id, await notTrue(ask, asker));
    } catch (error) {
      if (!(error instanceof ClusterError) || error.isUnavailable) throw error;
      errors.set(id, error.message);
    }
  }
  return {
    documents: asker.documents,
    documentAt: (index, id) => asker.documentAt(index, id),
    of: (clause, document) => {
      const holds = found[clause];
      if (holds === undefined) return null;
      if (holds.has(document)) return true;
      const falsehood = refuted.get(clause);
      return falsehood === undefined || falsehood.has(document) ? false : null;
    },
    errors,
  };
}

function askerOf(cluster: Cluster, indices: readonly string[], filter: JsonObject | undefined): Promise<Asker> | Asker {
  return cluster instanceof EmbeddedCluster
    ? AskEmbedded.make(cluster, indices, filter)
    : AskCluster.make(cluster, indices, filter);
}

/** The documents for which an EQL filter is false, as its negation finds them; the category knows no third value. */
async function notTrue({ filter, ...rest }: ClauseAsk & { readonly kind: 'eql' }, asker: Asker): Promise<DocumentSet> {
  const { condition, range } = filter;
  const negated = { ...filter, category: null, condition: { kind: 'Not', clause: condition, range } } as const;
  const refuted = await asker.find({ ...rest, filter: negated });
  if (filter.category === null) return refuted;
  const inCategory = await asker.find({
    ...rest,
    filter: { ...filter, condition: { kind: 'Boolean', value: true, range } },
  });
  return { has: (document) => refuted.has(document) || !inCategory.has(document) };
}
