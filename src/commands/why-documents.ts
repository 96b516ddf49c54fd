import { printable } from '../diagnostics/printable.js';
import { timeFieldsOf } from '../detections/time-order.js';
import { hitValues } from '../detections/document-fields.js';
import { inputIndices } from '../detections/input-indices.js';
import type { Cluster } from '../engine/cluster.js';
import type { Rule } from '../model/rule.js';
import type { ImportedCatalogue } from '../schemas/fields/catalogue-file.js';
import { chooseIndex } from '../testing/choose-index.js';
import { toDocument } from '../testing/documents.js';
import { fixtureLines } from '../testing/fixture-lines.js';
import type { FixtureLine } from '../testing/fixture-lines.js';
import { indexDefinitionFor } from '../testing/index-definition.js';
import { printJson } from '../values/json.js';
import { readAll } from './read-input.js';
import type { Terminal } from './terminal.js';

/** Reads NDJSON, JSON arrays and answers of a search, `-` for standard input; gzip is unpacked. */
export async function readEvents(files: readonly string[], terminal: Terminal): Promise<readonly FixtureLine[]> {
  const read: FixtureLine[] = [];
  for (const file of files) read.push(...fixtureLines(file, await readAll(file, terminal)));
  return read;
}

/** Milliseconds after the latest event at which a rule runs that is given no time. */
const A_LITTLE = 1000;

/** The time of the latest event and a little; undefined where no event has an absolute time. */
export function nowAfter(events: readonly FixtureLine[], rule: Rule): Date | undefined {
  const fields = rule.type === 'machine_learning' ? ['timestamp'] : timeFieldsOf(rule);
  let latest = -Infinity;
  for (const { value, id } of events) {
    const { source } = toDocument(value, id, new Date(0));
    for (const field of fields) {
      for (const time of hitValues({ _source: source }, field)) {
        const ms = typeof time === 'number' ? time : typeof time === 'string' ? Date.parse(time) : NaN;
        if (ms > latest) latest = ms;
      }
    }
  }
  return latest > 0 && latest < 8.64e15 - A_LITTLE ? new Date(latest + A_LITTLE) : undefined;
}

/** Where documents go, and how their indices are mapped. */
export interface PlaceOptions {
  readonly patterns: readonly string[];
  readonly mappings: readonly string[];
  readonly catalogues: readonly ImportedCatalogue[];
  readonly now: Date;
}

/** The index patterns that a rule reads; those of the anomalies for machine learning. */
export async function patternsOfRule(rule: Rule): Promise<readonly string[]> {
  return rule.type === 'machine_learning' ? ['.ml-anomalies-custom-default'] : inputIndices(rule);
}

/** Puts documents into indices; what an index rejects is told on stderr, and left out. */
export async function placeEvents(
  cluster: Cluster,
  events: readonly FixtureLine[],
  created: Set<string>,
  options: PlaceOptions,
  terminal: Terminal,
): Promise<readonly { readonly index: string; readonly id: string }[]> {
  const documents = events.map(({ value, id }) => {
    const document = toDocument(value, id, options.now);
    return { ...document, index: document.index ?? chooseIndex(document.source, options.patterns) };
  });
  for (const name of new Set(documents.map(({ index }) => index))) {
    if (created.has(name)) continue;
    created.add(name);
    const readFile = (path: string): Promise<string> => readAll(path, terminal);
    await cluster.createIndex(name, await indexDefinitionFor(name, options.mappings, readFile, options.catalogues));
  }
  if (documents.length === 0) return [];
  const { items } = await cluster.bulk(
    documents.map(({ id, index, source }) => ({ _id: id, _index: index, source: printJson(source) })),
  );
  for (const { _id, error } of items.filter((item) => item.error !== undefined).slice(0, 10))
    terminal.err(`${printable(`rejected ${_id}: ${error?.type ?? ''}: ${error?.reason ?? ''}`)}\n`);
  return items.filter(({ error }) => error === undefined).map(({ _index, _id }) => ({ index: _index, id: _id }));
}
