import type { BulkDocument, Cluster } from '../engine/cluster.js';
import { printable } from '../diagnostics/printable.js';
import { chooseIndex } from '../testing/choose-index.js';
import { toDocument } from '../testing/documents.js';
import { indexDefinitionFor } from '../testing/index-definition.js';
import type { ImportedCatalogue } from '../schemas/fields/catalogue-file.js';
import { isJsonObject, parseJson, printJson } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { readAll, readLines } from './read-input.js';
import { Progress } from './progress.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** Where documents come from, and where they go. */
export interface LoadOptions {
  /** NDJSON files, `-` for standard input: documents, or hits with `_index`, `_id` and `_source`. */
  readonly files: readonly string[];
  /** Patterns that choose the index of a document that names none. */
  readonly patterns: readonly string[];
  /** Mapping profiles or a mapping file; by the index's name if there are none. */
  readonly mappings: readonly string[];
  /** Imported fields, which an index gets by its name. */
  readonly catalogues: readonly ImportedCatalogue[];
  /** The time that a relative `@timestamp` counts from. */
  readonly now: Date;
}

/** What {@link loadDocuments} did. */
export interface Loaded {
  readonly documents: number;
  readonly rejected: number;
  readonly indices: readonly string[];
}

/** Documents sent to the engine at a time. */
const BATCH = 5000;
/** Rejections of one batch that are shown. */
const SHOWN = 5;

/** Loads NDJSON files into a cluster, with the mapping of each index; rejected documents are told on stderr. */
export async function loadDocuments(cluster: Cluster, options: LoadOptions, terminal: Terminal): Promise<Loaded> {
  const created = new Set<string>();
  let [documents, rejected, replaced] = [0, 0, 0];
  const progress = new Progress(terminal);
  let batch: BulkDocument[] = [];
  const flush = async (): Promise<void> => {
    const { items } = await cluster.bulk(batch);
    const refused = items.filter(({ error }) => error !== undefined);
    for (const { _id, error } of refused.slice(0, SHOWN))
      terminal.err(`${printable(`rejected ${_id}: ${error?.type ?? ''}: ${error?.reason ?? ''}`)}\n`);
    if (refused.length > SHOWN) terminal.err(`… and ${refused.length - SHOWN} more rejected documents\n`);
    documents += items.length - refused.length;
    rejected += refused.length;
    replaced += items.filter(({ error, status }) => error === undefined && status === 200).length;
    batch = [];
    progress.report(() => `${documents} documents read`);
  };
  for await (const { text, place } of readLines(options.files, terminal)) {
    const value = parseDocument(text, place);
    const { id, index, source } = toDocument(value, place, options.now);
    const name = index ?? chooseIndex(source, options.patterns);
    if (!created.has(name)) {
      created.add(name);
      const definition = await indexDefinitionFor(
        name,
        options.mappings,
        (path) => readAll(path, terminal),
        options.catalogues,
      );
      await cluster.createIndex(name, definition);
    }
    batch.push({ _index: name, _id: id, source: isUnchanged(value, source) ? text : printJson(source) });
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
  progress.done();
  if (replaced > 0) {
    const have = replaced === 1 ? '1 document has' : `${replaced} documents have`;
    terminal.err(`warning: ${have} the _index and _id of an earlier one, and took its place.\n`);
  }
  if (created.size === 0) terminal.err('The input holds no documents.\n');
  return { documents, rejected, indices: [...created] };
}

/** Whether a line is the document itself: then it goes on as text, and every number keeps its digits. */
function isUnchanged(line: JsonObject, source: JsonObject): boolean {
  const keys = Object.keys(source);
  return keys.length === Object.keys(line).length && keys.every((key) => line[key] === source[key]);
}

/** Reads one line of an NDJSON file; what is not a document is the caller's mistake, named by its place. */
export function parseDocument(text: string, place: string): JsonObject {
  let value: JsonValue;
  try {
    value = parseJson(text);
  } catch (error) {
    throw new UsageError(`${place} ${whyNotJson(text.trim(), error)}`);
  }
  if (!isJsonObject(value))
    throw new UsageError(
      `${place} is not a JSON object. The files hold one document a line (NDJSON).${fromArray(text)}`,
    );
  return value;
}

function whyNotJson(line: string, error: unknown): string {
  if (error instanceof SyntaxError && error.message.startsWith('JSON nests deeper')) {
    return `is too deep: ${error.message} Leave the line out.`;
  }
  // The first line of a document, or of an array, that goes over several lines.
  const advice = line === '{' ? ' jq -c . FILE writes each on one line.' : fromArray(line);
  return `is not JSON. The files hold one JSON document a line (NDJSON).${advice}`;
}

function fromArray(line: string): string {
  return line.trimStart().startsWith('[') ? " jq -c '.[]' FILE makes lines of an array." : '';
}
