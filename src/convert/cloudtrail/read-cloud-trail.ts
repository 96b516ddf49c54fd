import { isJsonList, isJsonMap, type JsonNode } from '../json-node.js';
import { readJson } from '../read-json.js';
import type { RecordProblem } from './record-problem.js';

/** A record as it stands in a file, and the line (from 1) where the JSON value that holds it starts. */
export interface RawRecord {
  readonly value: JsonNode;
  readonly line: number;
}

/** A part of a file that is not JSON; line and column (UTF-16 units) count from 1. */
export interface ReadProblem extends RecordProblem {
  readonly line: number;
  readonly column: number;
}

/** What {@link readCloudTrail} found. */
export interface CloudTrailReading {
  readonly records: readonly RawRecord[];
  readonly problems: readonly ReadProblem[];
}

/**
 * Reads the CloudTrail records of a text: `{"Records": […]}` as CloudTrail delivers it, an array, or records one after the other (one a
 * line, or pretty-printed). The forms may follow each other; a BOM is skipped. A broken part becomes a problem, and reading goes on at
 * the next line that starts with `{` or `[`. Never throws.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-examples.html
 */
export function readCloudTrail(text: string): CloudTrailReading {
  const records: RawRecord[] = [];
  const problems: ReadProblem[] = [];
  const lines = new LineCounter(text);
  let at = skipSpace(text, text.startsWith('\uFEFF') ? 1 : 0);
  while (at < text.length) {
    const reading = readJson(text, at);
    if ('error' in reading) {
      problems.push({ ...lines.position(reading.offset), ...notJson(reading.error) });
      at = nextValue(text, at);
      continue;
    }
    const { line } = lines.position(at);
    for (const value of recordsOf(reading.value)) records.push({ value, line });
    at = skipSpace(text, reading.end);
  }
  return { records, problems };
}

function recordsOf(value: JsonNode): readonly JsonNode[] {
  if (isJsonList(value)) return value;
  const records = isJsonMap(value) ? value.get('Records') : undefined;
  return isJsonList(records) ? records : [value];
}

function notJson(error: string): RecordProblem {
  return {
    what: `This is not JSON: ${error}.`,
    why: 'The records from here to the next readable one are left out.',
    fix: 'Mend the file, or download it from CloudTrail again.',
  };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (' \n\r\t'.includes(text[at] ?? 'end')) at++;
  return at;
}

/** Start of the next line that begins like a JSON container. */
function nextValue(text: string, from: number): number {
  for (let newline = text.indexOf('\n', from); newline !== -1; newline = text.indexOf('\n', newline + 1)) {
    if (text[newline + 1] === '{' || text[newline + 1] === '[') return newline + 1;
  }
  return text.length;
}

/** Line and column of offsets that mostly grow, so that each line is counted once. */
class LineCounter {
  readonly #text: string;
  #line = 1;
  #lineStart = 0;

  constructor(text: string) {
    this.#text = text;
  }

  position(offset: number): { readonly line: number; readonly column: number } {
    if (offset < this.#lineStart) {
      this.#line = 1;
      this.#lineStart = 0;
    }
    for (
      let end = this.#text.indexOf('\n', this.#lineStart);
      end !== -1 && end < offset;
      end = this.#text.indexOf('\n', end + 1)
    ) {
      this.#line++;
      this.#lineStart = end + 1;
    }
    return { line: this.#line, column: offset - this.#lineStart + 1 };
  }
}
