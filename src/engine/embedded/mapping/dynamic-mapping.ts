import { compileDateFormat, type DateFormat } from '../../../values/dates/date-format.js';
import { isJsonArray, type JsonObject } from '../../../values/json.js';
import type { DocumentNumber } from '../documents/document-number.js';
import { type DocumentValue, isDocumentArray, isDocumentObject, scalarText } from '../documents/document-number.js';
import type { Mapping, MappingNode, ObjectMapping } from './mapping.js';
import { addProperty, type MappingContext } from './parse-mapping.js';

/** Fields that an index may have, unless `index.mapping.total_fields.limit` says otherwise. */
export const DEFAULT_FIELD_LIMIT = 1000;

const DEFAULT_DATE_FORMATS = ['strict_date_optional_time', 'yyyy/MM/dd HH:mm:ss||yyyy/MM/dd'];

/**
 * Adds the field that a document introduces and returns it; undefined if the value says nothing of its type (null, empty arrays);
 * a sentence if the field may not be added. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/dynamic-field-mapping.html
 */
export function mapDynamically(
  key: string,
  value: DocumentValue,
  parent: ObjectMapping,
  context: MappingContext,
): MappingNode | string | undefined {
  const sample = firstValue(value);
  if (sample === null) return undefined;
  const { mapping } = context;
  const path = parent.childPath(key);
  if (parent.hasSubobjects && path.split('.').length > 20)
    return `Limit of mapping depth [20] has been exceeded due to object field [${path}]`;
  const definition = definitionFor(key, path, sample, mapping);
  addProperty(parent, key, definition, context, 1);
  return parent.child(key);
}

function firstValue(value: DocumentValue): DocumentValue {
  let items: readonly DocumentValue[] = [value];
  while (items.length > 0) {
    const found = items.find((item) => item !== null && !isDocumentArray(item));
    if (found !== undefined) return found;
    items = items.flatMap((item) => (isDocumentArray(item) ? item : []));
  }
  return null;
}

function definitionFor(key: string, path: string, sample: DocumentValue, mapping: Mapping): JsonObject {
  const [jsonType, dynamicType, fallback] = describe(sample, mapping);
  const template = mapping.templates.find((candidate) => candidate.matches(key, path, jsonType));
  if (!template) return fallback;
  const definition = template.mapping(key, dynamicType);
  return definition['type'] === undefined && jsonType !== 'object' ? { type: dynamicType, ...definition } : definition;
}

/** The JSON type (as templates name it), the field type, and the definition that is used without a template. */
function describe(sample: DocumentValue, mapping: Mapping): [string, string, JsonObject] {
  if (isDocumentObject(sample)) return ['object', 'object', { type: 'object' }];
  if (typeof sample === 'boolean') return ['boolean', 'boolean', { type: 'boolean' }];
  if (typeof sample === 'string') return describeString(sample, mapping);
  const text = scalarText(sample as number | bigint | DocumentNumber);
  return /[.eE]/u.test(text) ? ['double', 'float', { type: 'float' }] : ['long', 'long', { type: 'long' }];
}

function describeString(text: string, { options }: Mapping): [string, string, JsonObject] {
  const isNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/u.test(text);
  if (isNumber && options['numeric_detection'] === true) {
    return /^[+-]?\d+$/u.test(text) ? ['long', 'long', { type: 'long' }] : ['double', 'float', { type: 'float' }];
  }
  if (!isNumber && options['date_detection'] !== false) {
    const format = dateFormats(options).find((candidate) => candidate.parse(text) !== undefined);
    if (format) {
      const isDefault = format.name === 'strict_date_optional_time';
      return [
        'date',
        'date',
        {
          type: 'date',
          ...(isDefault
            ? {}
            : { format: format.name.includes('epoch_millis') ? format.name : `${format.name}||epoch_millis` }),
        },
      ];
    }
  }
  return ['string', 'text', { type: 'text', fields: { keyword: { type: 'keyword', ignore_above: 256 } } }];
}

function dateFormats(options: JsonObject): DateFormat[] {
  const named = options['dynamic_date_formats'];
  const names = isJsonArray(named) ? named.map(String) : DEFAULT_DATE_FORMATS;
  return names.map((name) => compileDateFormat(name)).filter((format) => typeof format !== 'string');
}
