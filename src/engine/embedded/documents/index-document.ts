import type { ErrorCause } from '../../cluster.js';
import { type Field, ObjectReadingField } from '../fields/field.js';
import { AliasMapping, type Dynamic, type Follower, type MappingNode, ObjectMapping } from '../mapping/mapping.js';
import { mapDynamically } from '../mapping/dynamic-mapping.js';
import type { MappingContext } from '../mapping/parse-mapping.js';
import {
  type DocumentObject,
  type DocumentValue,
  isDocumentArray,
  isDocumentObject,
  scalarText,
} from './document-number.js';
import { DocumentRejection, UnfitValue } from './document-rejection.js';
import { isTooDeep } from './nesting.js';

/** Names that a document cannot use: they belong to the index. */
const METADATA = new Set([
  '_id',
  '_index',
  '_source',
  '_routing',
  '_type',
  '_version',
  '_seq_no',
  '_field_names',
  '_ignored',
  '_nested_path',
  '_tier',
  '_doc_count',
  '_data_stream_timestamp',
  '_size',
]);

const TOO_DEEP = 'Document nesting depth (1001) exceeds the maximum allowed (1000)';

/** Arrays within arrays that are still read. */
const ARRAY_DEPTH_LIMIT = 1000;

/** Reads one document into the fields of its index, adding fields that the mapping does not know where it is dynamic. */
export class DocumentIndexer {
  /** Fields with a value that was left out (`ignore_above`, `ignore_malformed`). */
  ignored: Set<string> | undefined;
  /** Undoes the additions to the mapping. */
  undo: (() => void)[] | undefined;
  private readonly context: MappingContext;
  private readonly id: string;
  /** Called where the text of a number matters and the document was read without it; throws if that lost something. */
  private readonly needNumberText: () => void;

  constructor(context: MappingContext, id: string, needNumberText: () => void) {
    this.context = context;
    this.id = id;
    this.needNumberText = needNumberText;
  }

  /** Adds the document with the number `doc`; throws a {@link DocumentRejection}, after which the caller takes back what was added. */
  index(source: DocumentObject, doc: number): void {
    const { root } = this.context.mapping;
    if (!root.isEnabled) return;
    this.object(source, root, root.dynamic ?? 'true', doc, '');
  }

  private object(source: DocumentObject, mapping: ObjectMapping, dynamic: Dynamic, doc: number, prefix: string): void {
    if (prefix === '') this.keys(source, mapping, dynamic, doc);
    else this.prefixed(source, mapping, dynamic, doc, prefix);
  }

  /** The keys of an object come in the order of the document before: one comparison finds what they are mapped to. */
  private keys(source: DocumentObject, mapping: ObjectMapping, dynamic: Dynamic, doc: number): void {
    let last: Follower | undefined;
    // JSON objects inherit nothing that this loop could see; it is faster than asking for the list of keys.
    for (const key in source) {
      const value = source[key] ?? null;
      const guess = last === undefined ? mapping.first : last.next;
      const follower = guess?.key === key ? guess : mapping.follow(last, key);
      if (follower === undefined) this.unmapped(key, key, value, mapping, dynamic, doc);
      else {
        last = follower;
        this.node(follower.node, value, mapping, dynamic, doc);
      }
    }
  }

  private prefixed(
    source: DocumentObject,
    mapping: ObjectMapping,
    dynamic: Dynamic,
    doc: number,
    prefix: string,
  ): void {
    for (const key in source) {
      const value = source[key] ?? null;
      const name = prefix + key;
      const child = mapping.child(name);
      if (child !== undefined) this.node(child, value, mapping, dynamic, doc);
      else this.unmapped(key, name, value, mapping, dynamic, doc);
    }
  }

  private unmapped(
    key: string,
    name: string,
    value: DocumentValue,
    mapping: ObjectMapping,
    dynamic: Dynamic,
    doc: number,
  ): void {
    if (!mapping.hasSubobjects) this.flat(name, value, mapping, dynamic, doc);
    else if (key.includes('.')) this.dotted(key, value, mapping, dynamic, doc);
    else this.unknown(key, value, mapping, dynamic, doc);
  }

  /** In an object without subobjects, the path below it is the name. */
  private flat(name: string, value: DocumentValue, mapping: ObjectMapping, dynamic: Dynamic, doc: number): void {
    if (isDocumentObject(value)) this.object(value, mapping, dynamic, doc, `${name}.`);
    else this.unknown(name, value, mapping, dynamic, doc);
  }

  private dotted(key: string, value: DocumentValue, mapping: ObjectMapping, dynamic: Dynamic, doc: number): void {
    const parts = key.split('.');
    while (parts.at(-1) === '') parts.pop();
    if (parts.length === 0 || parts.some((part) => part.trim() === '')) {
      const reason = `field name cannot contain only whitespace: ['${key}']`;
      throw this.rejection(`failed to parse: ${reason}`, { type: 'illegal_argument_exception', reason });
    }
    const [first = '', ...rest] = parts;
    const inner =
      rest.length === 0 ? value : rest.reduceRight<DocumentValue>((tail, part) => ({ [part]: tail }), value);
    const child = mapping.child(first);
    if (child !== undefined) this.node(child, inner, mapping, dynamic, doc);
    else this.unknown(first, inner, mapping, dynamic, doc);
  }

  private node(node: MappingNode, value: DocumentValue, parent: ObjectMapping, dynamic: Dynamic, doc: number): void {
    if (node instanceof ObjectMapping) this.objectValue(node, value, node.dynamic ?? dynamic, doc, parent, 0);
    else if (node instanceof AliasMapping) throw this.rejection(`Cannot write to a field alias [${node.name}].`);
    else this.field(node, value, doc, 0);
  }

  private objectValue(
    node: ObjectMapping,
    value: DocumentValue,
    dynamic: Dynamic,
    doc: number,
    parent: ObjectMapping,
    depth: number,
  ): void {
    if (value === null) return;
    if (!node.isEnabled) {
      if (isTooDeep(value)) throw this.rejection(TOO_DEEP);
      return;
    }
    if (isDocumentArray(value)) {
      if (depth > ARRAY_DEPTH_LIMIT) throw this.rejection(TOO_DEEP);
      for (const item of value) this.objectValue(node, item, dynamic, doc, parent, depth + 1);
      return;
    }
    if (!isDocumentObject(value)) {
      const shown = depth > 0 ? 'null' : node.path.slice(node.path.lastIndexOf('.') + 1);
      throw this.rejection(
        `object mapping for [${node.path}] tried to parse field [${shown}] as object, but found a concrete value`,
      );
    }
    let inner = doc;
    if (node.isNested) {
      inner = node.scope.size++;
      node.scope.parents.push(doc);
    }
    this.object(value, node, dynamic, inner, '');
  }

  private field(field: Field, value: DocumentValue, doc: number, depth: number): void {
    if (isDocumentArray(value)) {
      if (depth > ARRAY_DEPTH_LIMIT) throw this.rejection(TOO_DEEP);
      if (field.type === 'geo_point' || field.type === 'point') {
        field.index(doc, value.length === 0 ? null : true);
        return;
      }
      for (const item of value) this.field(field, item, doc, depth + 1);
      return;
    }
    this.add(field, value, doc);
    for (const sub of field.multiFields) if (!sub.isView()) this.add(sub, value, doc);
    if (field.copyTo !== undefined && value !== null) this.copy(field.copyTo, value, doc);
  }

  private add(field: Field, value: DocumentValue, doc: number): void {
    if (typeof value === 'number' && (field.keepsNumberText || isInexact(value))) this.needNumberText();
    try {
      if (!this.give(field, value, doc)) (this.ignored ??= new Set()).add(field.name);
    } catch (error) {
      if (!(error instanceof UnfitValue)) throw error;
      if (field.ignoreMalformed && field.type !== 'text' && field.type !== 'keyword') {
        (this.ignored ??= new Set()).add(field.name);
        return;
      }
      throw this.rejection(
        `failed to parse field [${field.name}] of type [${field.type}] in document with id '${this.id}'. Preview of field's value: '${preview(value)}'`,
        error.cause,
      );
    }
  }

  private give(field: Field, value: DocumentValue, doc: number): boolean {
    if (!(field instanceof ObjectReadingField)) return field.index(doc, value);
    if (isTooDeep(value)) throw this.rejection(TOO_DEEP);
    return field.readAny(doc, value, this.needNumberText);
  }

  private copy(copyTo: unknown, value: DocumentValue, doc: number): void {
    const { mapping } = this.context;
    for (const target of (Array.isArray(copyTo) ? copyTo : [copyTo]) as unknown[]) {
      const name = String(target);
      const field = mapping.fields.get(name);
      if (field) {
        this.add(field, value, doc);
        for (const sub of field.multiFields) if (!sub.isView()) this.add(sub, value, doc);
      } else this.object({ [name]: value }, mapping.root, mapping.root.dynamic ?? 'true', doc, '');
    }
  }

  private unknown(key: string, value: DocumentValue, mapping: ObjectMapping, dynamic: Dynamic, doc: number): void {
    if (key === '') {
      const reason = 'field name cannot be an empty string';
      throw this.rejection(`failed to parse: ${reason}`, { type: 'illegal_argument_exception', reason });
    }
    if (key.trim() === '') throw this.rejection(`Field name cannot contain only whitespace: [${key}]`);
    if (mapping.path === '' && METADATA.has(key)) {
      const reason = `Field [${key}] is a metadata field and cannot be added inside a document. Use the index API request parameters.`;
      throw this.rejection(
        `failed to parse field [${key}] of type [${key}] in document with id '${this.id}'. Preview of field's value: '${preview(value)}'`,
        { type: 'document_parsing_exception', reason },
      );
    }
    if (isTooDeep(value)) throw this.rejection(TOO_DEEP);
    if (dynamic === 'false') return;
    if (dynamic === 'strict') {
      throw new DocumentRejection({
        type: 'strict_dynamic_mapping_exception',
        reason: `mapping set to strict, dynamic introduction of [${key}] within [${mapping.path === '' ? '_doc' : mapping.path}] is not allowed`,
      });
    }
    if (typeof value === 'number' || isDocumentArray(value)) this.needNumberText();
    const node = mapDynamically(key, value, mapping, this.context);
    if (typeof node === 'string') throw this.rejection(node);
    if (!node) return;
    (this.undo ??= []).push(() => {
      removeNode(key, mapping, this.context);
    });
    this.node(node, value, mapping, dynamic, doc);
  }

  private rejection(reason: string, cause?: ErrorCause): DocumentRejection {
    return new DocumentRejection({
      type: 'document_parsing_exception',
      reason,
      ...(cause ? { caused_by: cause } : {}),
    });
  }
}

/** A whole number that a double may have changed. */
function isInexact(value: number): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value);
}

function removeNode(key: string, parent: ObjectMapping, { mapping }: MappingContext): void {
  const node = parent.child(key);
  parent.removeChild(key);
  if (node instanceof ObjectMapping) mapping.objects.delete(node.path);
  else if (node && !(node instanceof AliasMapping)) {
    for (const field of [node, ...node.multiFields]) mapping.fields.delete(field.name);
  }
}

/** A value as Java prints it, which is what Elasticsearch shows. */
function preview(value: DocumentValue): string {
  if (value === null) return 'null';
  if (isDocumentArray(value)) return `[${value.map(preview).join(', ')}]`;
  if (isDocumentObject(value))
    return `{${Object.entries(value)
      .map(([key, item]) => `${key}=${preview(item)}`)
      .join(', ')}}`;
  return scalarText(value);
}
