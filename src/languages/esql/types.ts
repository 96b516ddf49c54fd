/** The types of ES|QL columns and expressions, by the names of its error messages. */
export type EsqlType =
  | 'null'
  | 'boolean'
  | 'integer'
  | 'long'
  | 'unsigned_long'
  | 'double'
  | 'keyword'
  | 'text'
  | 'datetime'
  | 'date_nanos'
  | 'ip'
  | 'version'
  | 'time_duration'
  | 'date_period'
  | '_source'
  | 'unsupported';

/** The name of a type in a response: `datetime` is called `date` there. */
export function responseType(type: EsqlType): string {
  return type === 'datetime' ? 'date' : type;
}

const FIELD_TYPES: ReadonlyMap<string, EsqlType> = new Map<string, EsqlType>([
  ['boolean', 'boolean'],
  ['byte', 'integer'],
  ['short', 'integer'],
  ['integer', 'integer'],
  ['long', 'long'],
  ['unsigned_long', 'unsigned_long'],
  ['half_float', 'double'],
  ['float', 'double'],
  ['scaled_float', 'double'],
  ['double', 'double'],
  ['keyword', 'keyword'],
  ['constant_keyword', 'keyword'],
  ['wildcard', 'keyword'],
  ['text', 'text'],
  ['match_only_text', 'text'],
  ['semantic_text', 'text'],
  ['date', 'datetime'],
  ['date_nanos', 'date_nanos'],
  ['ip', 'ip'],
  ['version', 'version'],
  ['_source', '_source'],
  ['datetime', 'datetime'],
]);

/** The ES|QL type of a field of a mapping type; `unsupported` for the rest, `flattened`, `nested` and geo types among them. */
export function typeOfField(mappingType: string): EsqlType {
  return FIELD_TYPES.get(mappingType) ?? 'unsupported';
}

/** Mapping types that ES|QL reads as a larger type, and yet tells apart where indices disagree. */
const SMALL_NUMBERS: ReadonlySet<string> = new Set(['byte', 'short', 'half_float', 'float', 'scaled_float']);

/** The name by which ES|QL tells mapping types of several indices apart: of fields with the same name it is one type. */
export function kindOfField(mappingType: string): string {
  const type = typeOfField(mappingType);
  return type === 'unsupported' || SMALL_NUMBERS.has(mappingType) ? mappingType : type;
}

/** Whether a type holds whole or broken numbers. */
export function isNumeric(type: EsqlType): boolean {
  return type === 'integer' || type === 'long' || type === 'unsigned_long' || type === 'double';
}

/** Whether a type holds text: `keyword` or `text`. */
export function isString(type: EsqlType): boolean {
  return type === 'keyword' || type === 'text';
}

/** Whether a type holds a point in time. */
export function isDate(type: EsqlType): boolean {
  return type === 'datetime' || type === 'date_nanos';
}

/** Whether a type is a literal time span, which no column can hold. */
export function isTimeSpan(type: EsqlType): boolean {
  return type === 'time_duration' || type === 'date_period';
}

/** What a parameter accepts, and how Elasticsearch calls that in its messages. */
export interface TypeSet {
  readonly words: string;
  readonly types: readonly EsqlType[];
}

const typeSet = (words: string, ...types: EsqlType[]): TypeSet => ({ words, types });

const VALUES: readonly EsqlType[] = [
  'boolean',
  'integer',
  'long',
  'unsigned_long',
  'double',
  'keyword',
  'text',
  'datetime',
  'date_nanos',
  'ip',
  'version',
];

/** The sets of types that parameters accept. */
export const TYPES: Readonly<
  Record<
    | 'any'
    | 'string'
    | 'numeric'
    | 'numericNotUnsigned'
    | 'boolean'
    | 'integer'
    | 'whole'
    | 'long'
    | 'date'
    | 'dates'
    | 'ip'
    | 'version'
    | 'timeSpan'
    | 'summable',
    TypeSet
  >
> = {
  any: typeSet('any type except counter types, dense_vector or aggregate_metric_double', ...VALUES),
  string: typeSet('string', 'keyword', 'text'),
  numeric: typeSet('numeric', 'integer', 'long', 'unsigned_long', 'double'),
  numericNotUnsigned: typeSet('numeric except unsigned_long or counter types', 'integer', 'long', 'double'),
  boolean: typeSet('boolean', 'boolean'),
  integer: typeSet('integer', 'integer'),
  whole: typeSet('whole number except unsigned_long or counter types', 'integer', 'long'),
  long: typeSet('long', 'long', 'integer'),
  date: typeSet('datetime', 'datetime'),
  dates: typeSet('datetime or date_nanos', 'datetime', 'date_nanos'),
  ip: typeSet('ip', 'ip'),
  version: typeSet('version', 'version'),
  timeSpan: typeSet('dateperiod or timeduration', 'date_period', 'time_duration'),
  summable: typeSet(
    'aggregate_metric_double or numeric except unsigned_long or counter types',
    'integer',
    'long',
    'double',
  ),
};
