import type { DocSet } from '../documents/doc-set.js';
import type { QueryContext } from '../query/query.js';

/** A compiled filter: those of the candidates that it lets through. */
export type CompiledFilter = (context: QueryContext, candidates: DocSet) => DocSet;
