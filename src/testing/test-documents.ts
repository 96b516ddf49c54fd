import { didYouMean } from '../diagnostics/did-you-mean.js';
import { isJsonObject } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import { chooseIndex } from './choose-index.js';
import { patched, toDocument } from './documents.js';
import type { TestDocument } from './documents.js';
import { FixtureError } from './fixtures.js';
import type { FixtureLine } from './fixtures.js';
import type { Subject } from './subject.js';
import type { TestCase } from './test-case.js';

/** A document and the index that it goes to. */
export interface PlacedDocument extends TestDocument {
  readonly index: string;
}

type ReadFixture = (path: string) => Promise<readonly FixtureLine[]>;

/** Where anomalies go that name no index. */
const ANOMALIES = '.ml-anomalies-custom-default';

/**
 * The documents of a test with their indices: events and history where the rule looks, indicators where `threat_index` looks, anomaly records
 * where jobs write. Ids are unique over all; patches change any of them.
 */
export async function collectDocuments(
  test: TestCase,
  subject: Subject,
  patterns: readonly string[],
  readFixture: ReadFixture,
): Promise<readonly PlacedDocument[]> {
  const history = await read(test.history, 'history', test, readFixture);
  const events = await read([...test.events, ...test.inline], 'event', test, readFixture, test.events.length);
  const indicators = await read(test.indicators, 'indicator', test, readFixture);
  const anomalies = await read(test.anomalies, 'anomaly', test, readFixture);
  const threatIndex = subject.kind === 'rule' && subject.rule.type === 'threat_match' ? subject.rule.threatIndex : [];
  const placed = [
    ...[...history, ...events].map((document) =>
      place(document, test, (source) => test.index ?? chooseIndex(source, patterns)),
    ),
    ...indicators.map((document) => place(document, test, (source) => chooseIndex(source, threatIndex))),
    ...anomalies.map((document) => place(finalRecord(document), test, () => ANOMALIES)),
  ];
  checkIds(placed, test);
  return placed;
}

/** Documents of files and those written in the test; the latter are numbered. */
async function read(
  items: readonly (string | JsonObject)[],
  kind: string,
  test: TestCase,
  readFixture: ReadFixture,
  numberedFrom = 0,
): Promise<readonly TestDocument[]> {
  const lines = await Promise.all(
    items.map((item, at) =>
      typeof item === 'string'
        ? readFixture(item)
        : Promise.resolve([{ value: item, id: `${kind}-${at + 1 - numberedFrom}` }]),
    ),
  );
  return lines.flat().map(({ value, id }) => toDocument(value, id, test.now));
}

function place(document: TestDocument, test: TestCase, indexFor: (source: JsonObject) => string): PlacedDocument {
  const changed = patched(document, test.patches, test.now);
  return { ...changed, index: changed.index ?? indexFor(changed.source) };
}

/** A record is final, and a record, unless it says otherwise. */
function finalRecord(document: TestDocument): TestDocument {
  return { ...document, source: { result_type: 'record', is_interim: false, ...document.source } };
}

/** Ids that a message names. */
const MOST_IDS = 10;

function checkIds(documents: readonly TestDocument[], test: TestCase): void {
  const ids = new Set<string>();
  for (const { id } of documents) {
    if (ids.has(id)) throw new FixtureError(`Two documents of this test have the id ${id}. Give each its own _id.`);
    ids.add(id);
  }
  const lost = test.patches.find((patch) => !ids.has(patch.id));
  if (lost) {
    const hint = didYouMean(lost.id, ids);
    const known = [...ids].slice(0, MOST_IDS).join(', ');
    const more = ids.size > MOST_IDS ? ` and ${ids.size - MOST_IDS} more` : '';
    throw new FixtureError(
      `The patch for ${lost.id} has no such document.${hint} ${ids.size === 0 ? 'This test has none.' : `The ids are ${known}${more}.`}`,
    );
  }
}

/** The rows of a lookup table, as they stand. */
export function toRow({ value }: FixtureLine): JsonObject {
  const { _source: inner } = value;
  return isJsonObject(inner) ? inner : value;
}
