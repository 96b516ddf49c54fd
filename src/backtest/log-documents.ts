import { convertCloudTrail } from '../convert/cloudtrail/convert-cloud-trail.js';
import { readCloudTrail } from '../convert/cloudtrail/read-cloud-trail.js';
import { isJsonArray, isJsonObject, printJson } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import type { BacktestDocument } from './backtest-document.js';
import { exactJson } from './exact-json.js';

/** A document as it was read: its text and its value. */
export interface LogDocument extends BacktestDocument {
  readonly value: object;
}

/** Something that is no document, and why. */
export interface LogProblem {
  /** The line, from 1. */
  readonly line: number;
  readonly what: string;
}

/** What a document names that names no index. */
export interface LogNames {
  /** How the documents of a file are called that have no id: `<file>:<line>`. */
  readonly file: string;
  /** The index of documents that name none. */
  readonly index: string | undefined;
}

/** The index of documents that name none, where the caller names none either. */
export const NAMELESS_INDEX = 'logs-generic-default';

type Value = Readonly<Record<string, unknown>>;

const ACTIONS: ReadonlySet<string> = new Set(['index', 'create', 'update', 'delete']);

/**
 * Makes documents of the JSON values of a log, whatever form it has: plain documents, hits with `_source`, responses of searches, the lines of a
 * bulk request, raw CloudTrail records (converted to ECS). What the form is, each value shows.
 */
export class LogDocuments {
  readonly #names: LogNames;
  /** Documents without a name of an index. */
  nameless = 0;
  /** What the last line said of the next one, in a bulk request. */
  #action: { readonly name: string; readonly fields: Value } | undefined;
  #place = '';
  #count = 0;

  constructor(names: LogNames) {
    this.#names = names;
  }

  /** The documents of one value, whose text starts at a line; problems go to `report`. */
  *of(text: string, line: number, report: (problem: LogProblem) => void): Generator<LogDocument> {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      report({ line, what: whyBroken(text, error) });
      return;
    }
    const place = `${this.#names.file}:${line}`;
    this.#count = place === this.#place ? this.#count + 1 : 0;
    this.#place = place;
    const id = this.#count === 0 ? place : `${place}.${this.#count + 1}`;
    if (typeof value !== 'object' || value === null) report({ line, what: 'This is not a JSON object.' });
    else if (Array.isArray(value)) yield* this.#list(text, id, line, report);
    else yield* this.#object(value as Value, text, id, line, report);
  }

  *#list(text: string, id: string, line: number, report: (problem: LogProblem) => void): Generator<LogDocument> {
    const items = exactJson(text);
    if (items === undefined) report({ line, what: 'This list nests too deep.' });
    for (const [at, item] of (items !== undefined && isJsonArray(items) ? items : []).entries()) {
      if (!isJsonObject(item)) report({ line, what: 'An item of this list is not a JSON object.' });
      else yield* this.#object(item, printJson(item), `${id}.${at + 1}`, line, report);
    }
  }

  *#object(
    value: Value,
    text: string,
    id: string,
    line: number,
    report: (problem: LogProblem) => void,
  ): Generator<LogDocument> {
    const action = this.#action;
    this.#action = undefined;
    if (action !== undefined) {
      yield* this.#ofAction(action, value, text, id, line, report);
      return;
    }
    const next = actionOf(value);
    if (next !== undefined) {
      if (next.name !== 'delete') this.#action = next;
    } else if (value['_source'] !== undefined) yield this.#hit(value, text, id);
    else if (isResponse(value)) {
      for (const [at, hit] of hitsIn(text).entries()) yield this.#hit(hit, printJson(hit), `${id}.${at + 1}`);
    } else if (isCloudTrail(value)) yield* this.#cloudTrail(text, id, line, report);
    else if ('_id' in value || '_index' in value) yield this.#hit({ ...value, _source: undefined }, text, id);
    else yield this.#plain(value, text, id);
  }

  *#ofAction(
    { name, fields }: { readonly name: string; readonly fields: Value },
    value: Value,
    text: string,
    id: string,
    line: number,
    report: (problem: LogProblem) => void,
  ): Generator<LogDocument> {
    if (name === 'update') {
      report({ line, what: 'This line of a bulk request updates a document, which the log does not hold.' });
      return;
    }
    const { _id, _index } = fields;
    yield this.#document(value, () => text, typeof _id === 'string' ? _id : id, _index);
  }

  #plain(value: Value, text: string, id: string): LogDocument {
    return this.#document(value, () => text, id, undefined);
  }

  /** A hit, or a document that carries its own id and index. */
  #hit(hit: Value, text: string, fallback: string): LogDocument {
    const { _id, _index, _source: source, ...rest } = hit;
    const value = typeof source === 'object' && source !== null ? (source as Value) : rest;
    const exact = (): string => {
      const whole = exactJson(text);
      if (whole === undefined || !isJsonObject(whole)) return '{}';
      const { _source: inner } = whole;
      if (isJsonObject(inner)) return printJson(inner);
      return printJson(Object.fromEntries(Object.entries(whole).filter(([key]) => key !== '_id' && key !== '_index')));
    };
    return this.#document(value, exact, typeof _id === 'string' ? _id : fallback, _index);
  }

  *#cloudTrail(text: string, id: string, line: number, report: (problem: LogProblem) => void): Generator<LogDocument> {
    const { records } = readCloudTrail(text);
    for (const [at, { value }] of records.entries()) {
      const conversion = convertCloudTrail(value);
      if (conversion.problem) {
        report({ line, what: conversion.problem.what });
        continue;
      }
      const { source } = conversion;
      const name = records.length === 1 ? id : `${id}.${at + 1}`;
      yield this.#document(JSON.parse(source) as Value, () => source, name, undefined, 'logs-aws.cloudtrail-default');
    }
  }

  #document(
    value: Value,
    text: () => string,
    id: string,
    index: unknown,
    fallback: string | undefined = this.#names.index,
  ): LogDocument {
    const named = typeof index === 'string' && index !== '' ? index : dataStreamOf(value);
    if (named === undefined && fallback === undefined) this.nameless++;
    return new LazyDocument(value, text, id, named ?? fallback ?? NAMELESS_INDEX);
  }
}

/** Most documents concern no rule, and nobody asks for their text. */
class LazyDocument implements LogDocument {
  readonly value: object;
  readonly index: string;
  readonly id: string;
  readonly #text: () => string;

  constructor(value: object, text: () => string, id: string, index: string) {
    this.value = value;
    this.index = index;
    this.id = id;
    this.#text = text;
  }

  get text(): string {
    return this.#text();
  }
}

function actionOf(value: Value): { readonly name: string; readonly fields: Value } | undefined {
  let found: string | undefined;
  for (const key in value) {
    if (found !== undefined || !ACTIONS.has(key)) return undefined;
    found = key;
  }
  const fields = found === undefined ? undefined : value[found];
  if (found === undefined || typeof fields !== 'object' || fields === null || Array.isArray(fields)) return undefined;
  const names = Object.keys(fields);
  return names.every((name) => name.startsWith('_') || ACTION_OPTIONS.has(name))
    ? { name: found, fields: fields as Value }
    : undefined;
}

/** Options of an action that do not begin with `_`. https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-bulk */
const ACTION_OPTIONS: ReadonlySet<string> = new Set([
  'dynamic_templates',
  'if_primary_term',
  'if_seq_no',
  'list_executed_pipelines',
  'pipeline',
  'require_alias',
  'require_data_stream',
  'retry_on_conflict',
  'routing',
  'version',
  'version_type',
]);

function isResponse({ hits }: Value): boolean {
  return typeof hits === 'object' && hits !== null && Array.isArray((hits as Value)['hits']);
}

/** The hits of a response, numbers as they were written. */
function hitsIn(text: string): readonly JsonObject[] {
  const whole = exactJson(text);
  const outer = whole !== undefined && isJsonObject(whole) ? whole['hits'] : undefined;
  const inner = outer !== undefined && isJsonObject(outer) ? outer['hits'] : undefined;
  return inner !== undefined && isJsonArray(inner) ? inner.filter(isJsonObject) : [];
}

/** `{"Records": […]}`, or one record. */
function isCloudTrail(value: Value): boolean {
  if (Array.isArray(value['Records'])) return true;
  return (
    value['@timestamp'] === undefined &&
    typeof value['eventVersion'] === 'string' &&
    typeof value['eventSource'] === 'string' &&
    typeof value['eventName'] === 'string'
  );
}

/** The name of the data stream that a document says it belongs to; its data set may stand in `event.dataset` alone. */
function dataStreamOf(value: Value): string | undefined {
  const dataset = textAt(value, 'data_stream', 'dataset') ?? textAt(value, 'event', 'dataset');
  if (dataset === undefined) return undefined;
  const type = textAt(value, 'data_stream', 'type') ?? 'logs';
  return `${type}-${dataset}-${textAt(value, 'data_stream', 'namespace') ?? 'default'}`;
}

function textAt(value: Value, object: string, key: string): string | undefined {
  const inner = value[object];
  const nested = typeof inner === 'object' && inner !== null ? (inner as Value)[key] : undefined;
  const found = nested ?? value[`${object}.${key}`];
  return typeof found === 'string' && found !== '' ? found : undefined;
}

function whyBroken(text: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `This is not JSON${text.length > 40 ? '' : ` (${text.trim()})`}: ${reason.slice(0, 120)}`;
}
