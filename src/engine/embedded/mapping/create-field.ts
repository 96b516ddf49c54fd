import { jsonText } from '../json-text.js';
import { ClusterError, UnsupportedError } from '../../cluster-error.js';
import { compileDateFormat } from '../../../values/dates/date-format.js';
import { BooleanField } from '../fields/boolean-field.js';
import { ConstantKeywordField } from '../fields/constant-keyword-field.js';
import { DateField } from '../fields/date-field.js';
import type { Field, FieldSpec } from '../fields/field.js';
import { FlattenedField } from '../fields/flattened-field.js';
import { IpField } from '../fields/ip-field.js';
import { KeywordField, WildcardField } from '../fields/keyword-field.js';
import { NUMBER_KINDS } from '../fields/number-kind.js';
import { NumberField } from '../fields/number-field.js';
import { OpaqueField } from '../fields/opaque-field.js';
import { RANGE_TYPES, RangeField } from '../fields/range-field.js';
import { isInSourceOnly, SourceKeywordField } from '../fields/source-keyword-field.js';
import { ScaledFloatField } from '../fields/scaled-float-field.js';
import { TextField } from '../fields/text-field.js';
import { VersionField } from '../fields/version-field.js';

/** The refusal of a mapping. */
export function mappingError(reason: string): ClusterError {
  return new ClusterError(400, { type: 'mapper_parsing_exception', reason });
}

const CONSTRUCTORS: ReadonlyMap<string, new (spec: FieldSpec) => Field> = new Map<
  string,
  new (spec: FieldSpec) => Field
>([
  ['keyword', KeywordField],
  ['wildcard', WildcardField],
  ['constant_keyword', ConstantKeywordField],
  ['text', TextField],
  ['match_only_text', TextField],
  ['scaled_float', ScaledFloatField],
  ['boolean', BooleanField],
  ['date', DateField],
  ['date_nanos', DateField],
  ['ip', IpField],
  ['version', VersionField],
  ['flattened', FlattenedField],
  ['geo_point', OpaqueField],
  ['geo_shape', OpaqueField],
  ['point', OpaqueField],
  ['shape', OpaqueField],
  ['binary', OpaqueField],
  ...[...NUMBER_KINDS.keys()].map((type) => [type, NumberField] as const),
  ...[...RANGE_TYPES.keys()].map((type) => [type, RangeField] as const),
]);

/** Types that Elasticsearch has and this engine refuses by name. */
const UNSUPPORTED = new Set([
  'aggregate_metric_double',
  'annotated_text',
  'completion',
  'counted_keyword',
  'dense_vector',
  'histogram',
  'icu_collation_keyword',
  'join',
  'murmur3',
  'passthrough',
  'percolator',
  'rank_feature',
  'rank_features',
  'search_as_you_type',
  'semantic_text',
  'sparse_vector',
  'token_count',
]);

/** Makes the field of a mapping's leaf; throws a `ClusterError` for a type or parameter that is not one. */
export function createField(spec: FieldSpec): Field {
  if (!CONSTRUCTORS.has(spec.type)) {
    if (UNSUPPORTED.has(spec.type)) throw new UnsupportedError(`fields of type [${spec.type}] (field [${spec.name}])`);
    throw mappingError(
      `Failed to parse mapping: The mapper type [${spec.type}] declared on field [${spec.name.slice(spec.name.lastIndexOf('.') + 1)}] does not exist. It might have been created within a future version or requires a plugin to be installed. Check the documentation.`,
    );
  }
  checkParameters(spec);
  return makeField(spec);
}

/** Makes a field of what was checked before. */
export function makeField(spec: FieldSpec): Field {
  if (spec.type === 'keyword' && isInSourceOnly(spec.definition)) return new SourceKeywordField(spec);
  const Constructor = CONSTRUCTORS.get(spec.type);
  if (!Constructor) throw new Error(`there are no fields of type ${spec.type}`);
  return new Constructor(spec);
}

function checkParameters({ name, type, definition }: FieldSpec): void {
  const { format, normalizer, analyzer, scaling_factor: factor } = definition;
  if (typeof format === 'string' && (type.startsWith('date') || type === 'date_range')) {
    const compiled = compileDateFormat(format);
    if (typeof compiled === 'string') throw mappingError(`Failed to parse mapping: ${compiled}`);
  }
  if (normalizer !== undefined && normalizer !== 'lowercase' && normalizer !== null) {
    throw new UnsupportedError(`the normalizer [${jsonText(normalizer)}] of field [${name}]`);
  }
  if (analyzer !== undefined && analyzer !== 'standard' && analyzer !== 'default') {
    throw new UnsupportedError(`the analyzer [${jsonText(analyzer)}] of field [${name}]`);
  }
  if (type === 'scaled_float' && !(Number(factor) > 0)) {
    throw mappingError(`Failed to parse mapping: Field [scaling_factor] is required`);
  }
}
