import type { DocumentStore } from './document-store.js';
import type { KeptDocuments } from './kept-documents.js';
import type { KnownIndices } from './known-indices.js';
import type { PlannedRule } from './planned-rule.js';

/** What executions read. */
export interface ExecutionInputs {
  readonly plan: PlannedRule;
  readonly events: KeptDocuments;
  readonly indicators: KeptDocuments;
  readonly store: DocumentStore;
  readonly known: KnownIndices;
}
