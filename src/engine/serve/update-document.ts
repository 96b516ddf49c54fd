import { ClusterError, UnsupportedError } from '../cluster-error.js';
import type { BulkItem } from '../cluster.js';
import type { EmbeddedCluster } from '../embedded/embedded-cluster.js';
import { readJson } from '../../values/json-reader.js';
import { isRawObject, printRaw, RawJson, type RawObject, type RawValue } from './raw-json.js';
import { parseBody } from './request.js';

/** Nesting that Elasticsearch's JSON parser allows. */
const MAXIMUM_DEPTH = 1000;

/** An update as a request has it: `doc` is merged into the document, `upsert` is the document if there is none. */
interface Update {
  readonly doc: RawObject;
  readonly upsert: RawObject | undefined;
  readonly detectNoop: boolean;
}

/**
 * Merges a part into a document, or creates it where the update has what it needs; undefined if that would change nothing. Numbers keep
 * their digits. Throws a `ClusterError` with `document_missing_exception` if there is no document; scripts are refused by name.
 *
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/8.19/docs-update.html
 */
export async function updateDocument(
  cluster: EmbeddedCluster,
  target: { readonly index: string; readonly id: string },
  body: string,
): Promise<BulkItem | undefined> {
  const { index, id } = target;
  const { doc, upsert, detectNoop } = readUpdate(body);
  const source = cluster.indices(index, { ignore_unavailable: true })[0]?.sourceOf(id);
  if (source === undefined) {
    if (upsert !== undefined) return write(cluster, target, upsert);
    if (cluster.indices(index, { ignore_unavailable: true }).length === 0) await cluster.createIndex(index);
    throw new ClusterError(404, { type: 'document_missing_exception', reason: `[${id}]: document missing`, index });
  }
  const merged = merge(readRaw(source) as RawObject, doc);
  return merged.isChanged || !detectNoop ? write(cluster, target, merged.value) : undefined;
}

async function write(
  cluster: EmbeddedCluster,
  { index, id }: { readonly index: string; readonly id: string },
  document: RawObject,
): Promise<BulkItem> {
  const { items } = await cluster.bulk([{ _index: index, _id: id, source: printRaw(document) }]);
  const [item] = items;
  if (item === undefined) throw new Error('a bulk of one document has one item');
  if (item.error !== undefined) throw new ClusterError(item.status, item.error);
  return item;
}

function readUpdate(body: string): Update {
  if (body.trim() !== '') parseBody(body);
  const request = body.trim() === '' ? {} : readRaw(body);
  if (!isRawObject(request)) throw invalid('x_content_parse_exception', '[UpdateRequest] Expected START_OBJECT');
  const { script, doc_as_upsert: asUpsert, detect_noop: detectNoop, _source: wanted, ...rest } = request;
  const { doc: given, upsert, ...others } = rest;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    if (UNSUPPORTED.has(unknown)) throw new UnsupportedError(`[${unknown}] of an update`);
    throw invalid('x_content_parse_exception', `[UpdateRequest] unknown field [${unknown}]`);
  }
  const [doc, created] = [part(given, 'doc'), part(upsert, 'upsert')];
  checkParts(doc, script, asUpsert);
  if (doc === undefined) throw new UnsupportedError('[script] of an update');
  if (wanted !== undefined && wanted !== false) throw new UnsupportedError('[_source] of an update');
  return { doc, upsert: asUpsert === true ? doc : created, detectNoop: detectNoop !== false };
}

function checkParts(doc: RawObject | undefined, script: RawValue | undefined, asUpsert: RawValue | undefined): void {
  const problems = [
    ...(doc === undefined && script === undefined ? ['script or doc is missing'] : []),
    ...(doc !== undefined && script !== undefined ? ["can't provide both script and doc"] : []),
    ...(doc === undefined && asUpsert === true ? ['doc must be specified if doc_as_upsert is enabled'] : []),
  ];
  if (problems.length === 0) return;
  const listed = problems.map((problem, at) => `${at + 1}: ${problem};`).join('');
  throw invalid('action_request_validation_exception', `Validation Failed: ${listed}`);
}

/** What Elasticsearch has in an update and this server has not. */
const UNSUPPORTED: ReadonlySet<string> = new Set(['scripted_upsert', 'if_seq_no', 'if_primary_term']);

function part(value: RawValue | undefined, name: string): RawObject | undefined {
  if (value === undefined || isRawObject(value)) return value;
  const token = Array.isArray(value) ? 'START_ARRAY' : value instanceof RawJson ? 'VALUE_NUMBER' : value === null ? 'VALUE_NULL' : `VALUE_${(typeof value).toUpperCase()}`; // prettier-ignore
  throw invalid('x_content_parse_exception', `[UpdateRequest] ${name} doesn't support values of type: ${token}`);
}

/** JSON whose numbers stay as they are written. */
function readRaw(text: string): RawValue {
  return readJson(text, (number) => new RawJson(number), MAXIMUM_DEPTH) as RawValue;
}

function merge(source: RawObject, changes: RawObject): { readonly value: RawObject; readonly isChanged: boolean } {
  const merged = new Map(Object.entries(source));
  let isChanged = false;
  for (const [key, next] of Object.entries(changes)) {
    const old = merged.get(key);
    if (isRawObject(old) && isRawObject(next)) {
      const inner = merge(old, next);
      merged.set(key, inner.value);
      isChanged ||= inner.isChanged;
    } else {
      merged.set(key, next);
      isChanged ||= old === undefined || next === undefined || printRaw(old) !== printRaw(next);
    }
  }
  return { value: Object.fromEntries(merged), isChanged };
}

function invalid(type: string, reason: string): ClusterError {
  return new ClusterError(400, { type, reason });
}
