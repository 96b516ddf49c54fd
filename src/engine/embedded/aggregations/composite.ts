import { isJsonObject, printJson } from '../../../values/json.js';
import type { JsonObject, JsonValue } from '../../../values/json.js';
import { UnsupportedError } from '../../cluster-error.js';
import type { ColumnValue } from '../documents/column.js';
import type { Field } from '../fields/field.js';
import { parsingError } from '../query/query-error.js';
import { bucketsBy, firstField } from './buckets.js';
import type { AggregationContext } from './context.js';
import { bucketKey, keyValue } from './field-values.js';
import type { Found } from './found.js';
import { fieldOf, refuseOthers, wholeOption } from './options.js';

interface Source {
  readonly name: string;
  readonly field: string;
  readonly descending: boolean;
}

/**
 * All combinations of values, page by page: ordered by the sources, from behind `after`. Sources are `terms`.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/search-aggregations-bucket-composite-aggregation.html
 */
export function composite(body: JsonObject, found: readonly Found[], { inside }: AggregationContext): JsonObject {
  refuseOthers('composite', body, ['sources', 'size', 'after']);
  const sources = readSources(body['sources']);
  const size = wholeOption(body, 'size', 10, 1);
  const fields = sources.map(({ field }) => firstField(field, found));
  const after = readAfter(body['after'], sources, fields);
  const compare = (left: readonly ColumnValue[], right: readonly ColumnValue[]): number => {
    for (const [at, { descending }] of sources.entries()) {
      const [a, b] = [left[at], right[at]];
      const order = a === undefined || b === undefined ? 0 : (fields[at]?.compare(a, b) ?? 0);
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  };
  const page = bucketsBy(
    sources.map(({ field }) => field),
    found,
  )
    .filter(({ values }) => after === undefined || compare(values, after) > 0)
    .sort((left, right) => compare(left.values, right.values))
    .slice(0, size);
  const buckets = page.map(({ values, count, found: docs }): JsonObject & { key: JsonObject } => ({
    key: Object.fromEntries(sources.map(({ name }, at) => [name, printed(fields[at], values[at])])),
    doc_count: count,
    ...inside(docs),
  }));
  const last = buckets.at(-1);
  return { ...(last ? { after_key: last.key } : {}), buckets };
}

function printed(field: Field | undefined, value: ColumnValue | undefined): JsonValue {
  return field === undefined || value === undefined ? null : bucketKey(field, value);
}

function readSources(sources: JsonValue | undefined): readonly Source[] {
  const list = Array.isArray(sources) ? (sources as readonly JsonValue[]) : [];
  if (list.length === 0) throw parsingError('Composite [sources] cannot be null or empty');
  return list.map((item) => {
    const [entry] = isJsonObject(item) ? Object.entries(item) : [];
    const [name = '', definition] = entry ?? [];
    const [source] = isJsonObject(definition) ? Object.entries(definition) : [];
    const [type = '', options] = source ?? [];
    if (type !== 'terms') throw new UnsupportedError(`the composite source [${type}]`);
    if (!isJsonObject(options)) throw parsingError(`Expected [START_OBJECT] under [terms] in [${name}]`);
    refuseOthers('composite terms', options, ['field', 'order']);
    return { name, field: fieldOf('composite', options), descending: options['order'] === 'desc' };
  });
}

function readAfter(
  after: JsonValue | undefined,
  sources: readonly Source[],
  fields: readonly (Field | undefined)[],
): readonly ColumnValue[] | undefined {
  if (!isJsonObject(after)) return undefined;
  return sources.map(({ name }, at) => {
    const value = Object.hasOwn(after, name) ? after[name] : undefined;
    if (value === undefined || value === null) throw parsingError(`[after] has no value for the source [${name}]`);
    const field = fields[at];
    return field === undefined ? printJson(value) : keyValue(field, value);
  });
}
