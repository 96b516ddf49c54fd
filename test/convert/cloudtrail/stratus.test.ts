import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { convertCloudTrail } from '../../../src/convert/cloudtrail/convert-cloud-trail.js';
import { readCloudTrail } from '../../../src/convert/cloudtrail/read-cloud-trail.js';
import type { JsonObject } from '../../../src/values/json.js';

const events = new URL('../../fixtures/events/', import.meta.url);
const rawFolder = new URL('raw-cloudtrail/', events);
const expected = readFileSync(new URL('cloudtrail-stratus.ndjson', events), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as JsonObject);

const idOf = (document: JsonObject): string => (document['event'] as { id: string }).id;

describe('the raw records of the Stratus Red Team', () => {
  const readings = readdirSync(rawFolder).map((name) => readCloudTrail(readFileSync(new URL(name, rawFolder), 'utf8')));
  const conversions = readings.flatMap(({ records }) => records).map(({ value }) => convertCloudTrail(value));
  const converted = new Map(
    conversions.flatMap((conversion) =>
      conversion.problem === undefined ? [[idOf(conversion.document), conversion] as const] : [],
    ),
  );

  it('are all read and converted', () => {
    expect(readings.flatMap(({ problems }) => problems)).toEqual([]);
    expect(conversions.flatMap(({ problem }) => problem ?? [])).toEqual([]);
    expect(converted.size).toBe(310);
  });

  it('become the documents of the integration, field for field', () => {
    for (const document of expected) expect(converted.get(idOf(document))?.document).toEqual(document);
  });

  it('give the same document as text', () => {
    for (const { document, source } of converted.values()) expect(JSON.parse(source)).toEqual(document);
  });
});
