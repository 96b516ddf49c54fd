import type { EqlQuery } from '../languages/eql/ast.js';
import type { EqlFields } from '../languages/eql/field-info.js';
import type { FieldCatalogue } from '../schemas/fields/catalogue.js';
import { fieldTypes } from '../schemas/fields/catalogue.js';
import { toDocument } from './draft.js';
import { atTime } from './draft-time.js';
import { eqlCondition } from './eql-condition.js';
import type { EqlWitness } from './eql-witness.js';
import { sampleSets } from './eql-sample.js';
import { sequenceSets } from './eql-sequence.js';
import { FieldIndex } from './field-index.js';
import { findDrafts } from './find-drafts.js';
import type { WitnessOptions } from './kql-witnesses.js';
import { DEFAULT_NOW } from './kql-witnesses.js';

/** How {@link eqlWitnesses} works. */
export interface EqlWitnessOptions extends WitnessOptions {
  /** Default `event.category`. */
  readonly eventCategoryField?: string | undefined;
  /** Default `@timestamp`. */
  readonly timestampField?: string | undefined;
}

/**
 * The smallest sets of documents in which an EQL query finds something: one event, the events of a sequence or of a sample; further ones for
 * other alternatives; near misses, each of which fails one clause, join key, step or time limit only; and for event queries the smallest
 * document with each field changed in turn. Every document has a time, the last one `now`. The claims are those of this module, made without
 * an engine. Fields that the catalogue lacks count as mapped keywords ({@link inferEqlFields} knows better types).
 */
export function eqlWitnesses(
  { source }: EqlQuery,
  catalogue: FieldCatalogue,
  options: EqlWitnessOptions = {},
): readonly EqlWitness[] {
  const { now = DEFAULT_NOW, matches = 25, eventCategoryField, timestampField = '@timestamp' } = options;
  const fields = new FieldIndex(catalogue, now);
  const eqlFields: EqlFields = new Map([...fieldTypes(catalogue)].map(([name, type]) => [name, { type }]));
  const context = { fields, eqlFields, eventCategoryField, timestampField, now, matches };
  if (source.kind === 'Sequence') return sequenceSets(source, context);
  if (source.kind === 'Sample') return sampleSets(source, context);
  const found = findDrafts(eqlCondition(source, { fields: eqlFields, eventCategoryField }), fields, { matches });
  // Every event has a time, so that one without cannot be told of.
  const timed = found.filter(({ purpose, field }) => purpose !== 'missing' || field !== timestampField);
  return timed.map(({ draft, ...rest }) => ({ documents: [toDocument(atTime(draft, timestampField, now))], ...rest }));
}
