import { isJsonList, isJsonMap, isJsonNumber, type JsonMap, type JsonNode } from '../json-node.js';
import type { RecordProblem } from './record-problem.js';

/** Ends the conversion of a record; caught by `convertCloudTrail`, which returns the problem. */
export class RecordMistake extends Error {
  readonly problem: RecordProblem;

  constructor(problem: RecordProblem) {
    super(problem.what);
    this.problem = problem;
  }
}

/** Builds a document field by field, reading from one record; paths are dotted on both sides. */
export class DocumentBuilder {
  readonly #record: JsonMap;
  readonly #document = new Map<string, JsonNode>();

  constructor(record: JsonMap) {
    this.#record = record;
  }

  /** The record's value at a path; `undefined` when it or an object on the way is missing. */
  record(path: string): JsonNode | undefined {
    let node: JsonNode | undefined = this.#record;
    for (const key of path.split('.')) node = isJsonMap(node) ? node.get(key) : undefined;
    return node;
  }

  /** The record's value at a path if it is a text. */
  text(path: string): string | undefined {
    const node = this.record(path);
    return typeof node === 'string' ? node : undefined;
  }

  /** Puts the record's value (one, or a list of them; never an object) at a path that has none yet. */
  move(from: string, to: string): void {
    const node = this.record(from);
    if (node === undefined) return;
    if (!isScalar(node) && !(isJsonList(node) && node.every(isScalar))) throw this.wrongShape(from, 'a value');
    this.put(to, node);
  }

  /** Puts a value at a path that has none yet; `undefined` puts nothing. */
  put(path: string, value: JsonNode | undefined): void {
    if (value === undefined) return;
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let map = this.#document;
    for (const key of keys) {
      const inner = map.get(key);
      if (inner instanceof Map) map = inner as Map<string, JsonNode>;
      else {
        const created = new Map<string, JsonNode>();
        map.set(key, created);
        map = created;
      }
    }
    if (!map.has(last)) map.set(last, value);
  }

  build(): JsonMap {
    return this.#document;
  }

  /** The mistake of a record whose field is not what the integration's mapping takes. */
  wrongShape(field: string, expected: string): RecordMistake {
    return new RecordMistake({
      what: `${field} is ${shapeOf(this.record(field))}, not ${expected}.`,
      why: 'Elasticsearch would reject the document: its mapping has no place for such a value.',
      fix: 'Pass the record as CloudTrail wrote it.',
    });
  }
}

function isScalar(node: JsonNode): boolean {
  return typeof node === 'string' || typeof node === 'boolean' || isJsonNumber(node);
}

function shapeOf(node: JsonNode | undefined): string {
  if (isJsonMap(node)) return 'an object';
  if (isJsonList(node)) return 'a list';
  return isJsonNumber(node) ? 'a number' : `a ${typeof node}`;
}
