import type { JsonValue } from '../../../values/json.js';
import { DocSet } from '../documents/doc-set.js';
import type { EmbeddedIndex } from '../documents/embedded-index.js';
import type { Field, FieldQueryContext } from '../fields/field.js';
import type { Scope } from '../mapping/mapping.js';

/** Where a query runs: the documents of an index, or (inside a `nested` query) the objects of a nested field. */
export interface QueryContext extends FieldQueryContext {
  readonly index: EmbeddedIndex;
  readonly scope: Scope;
}

/** A compiled query: it finds the documents of the context's scope that match. */
export type Query = (context: QueryContext) => DocSet;

/** Compiles the body of one kind of query; throws a `ClusterError` for what is not one. */
export type QueryCompiler = (body: JsonValue, compile: CompileQuery) => Query;

/** Compiles a query that lies within another. */
export type CompileQuery = (query: JsonValue) => Query;

/** No document of the scope. */
export const none: Query = ({ scope }) => DocSet.none(scope.size);

/** All documents of the scope. */
export const all: Query = ({ scope }) => DocSet.all(scope.size);

/**
 * Asks the field of a name; a name without a field finds nothing. Neither does one with a field of another scope, which
 * is asked all the same: it refuses what its type cannot hold.
 */
export function onField(context: QueryContext, name: string, ask: (field: Field) => DocSet): DocSet {
  const field = context.index.field(name);
  if (!field) return DocSet.none(context.scope.size);
  const found = ask(field);
  return field.space === context.scope ? found : DocSet.empty(context.scope.size);
}
