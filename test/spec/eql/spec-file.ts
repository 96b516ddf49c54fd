import type { JsonObject } from '../../../src/values/json.js';

/** What a case expects: ids of events, ids of sequences (`-` for a missing event), or a refusal. */
export type Expected =
  | { readonly events: readonly string[] }
  | { readonly sequences: readonly (readonly string[])[] }
  | { readonly refusal: string };

/** One query on the documents that stand above it. */
export interface SpecCase {
  readonly line: number;
  /** The reference page whose rule the case shows. */
  readonly page: string;
  readonly query: string;
  readonly options: JsonObject;
  readonly data: SpecData;
  readonly expected: Expected;
}

/** Documents by id, in order, and the types of their fields. */
export interface SpecData {
  readonly properties: JsonObject;
  readonly documents: readonly { readonly _id: string; readonly source: string }[];
}

/**
 * Reads a script of cases. Lines: `# comment`; `page URL`; `fields {name: type}` starts new data; `event ID {…}` adds a document;
 * `stream a/x b/y` starts new data of one event a second with the category before the slash and the values of `key` after it;
 * `options {…}` holds for the queries that follow; `? condition` asks `any where condition`, `> query` a whole query; then
 * `= 1 2` tells the events, `= 1,2 3,-` the sequences, `= none` that there are none, `! text` the refusal.
 */
export function readSpec(text: string): readonly SpecCase[] {
  const cases: SpecCase[] = [];
  let page = '';
  let options: JsonObject = {};
  let data: SpecData = { properties: {}, documents: [] };
  let query = '';
  text.split('\n').forEach((content, at) => {
    const [word = ''] = content.split(' ', 1);
    const rest = content.slice(word.length + 1);
    switch (word) {
      case '':
      case '#':
        return;
      case 'page':
        page = rest;
        return;
      case 'fields':
        data = { properties: properties(JSON.parse(rest) as Record<string, string>), documents: [] };
        return;
      case 'event': {
        const [id = ''] = rest.split(' ', 1);
        data = { ...data, documents: [...data.documents, { _id: id, source: timed(rest.slice(id.length + 1), data) }] };
        return;
      }
      case 'stream':
        data = stream(rest);
        return;
      case 'options':
        options = JSON.parse(rest) as JsonObject;
        return;
      case '?':
        query = `any where ${rest}`;
        return;
      case '>':
        query = rest;
        return;
      case '=':
        cases.push({ line: at + 1, page, query, options, data, expected: expectedOf(rest, query) });
        return;
      case '!':
        cases.push({ line: at + 1, page, query, options, data, expected: { refusal: rest.replaceAll('\\n', '\n') } });
        return;
      default:
        throw new Error(`Line ${at + 1}: no such kind of line: ${word}`);
    }
  });
  return cases;
}

function expectedOf(text: string, query: string): Expected {
  const items = text === 'none' ? [] : text.split(' ');
  if (!/^(?:sequence|sample)\b/.test(query)) return { events: items };
  return { sequences: items.map((item) => item.split(',')) };
}

function properties(types: Readonly<Record<string, string>>): JsonObject {
  const fields = Object.entries(types).map(([name, type]): [string, JsonObject] => [
    name,
    type === 'text+keyword' ? { type: 'text', fields: { keyword: { type: 'keyword' } } } : { type },
  ]);
  return { '@timestamp': { type: 'date' }, 'event.category': { type: 'keyword' }, ...Object.fromEntries(fields) };
}

/** Time of the first document. */
const START = Date.UTC(2024, 0, 1);

/** Documents without a time of their own come one second after the other. */
function timed(text: string, { documents }: SpecData): string {
  const source = JSON.parse(text) as JsonObject;
  return JSON.stringify({ '@timestamp': START + documents.length * 1000, 'event.category': 'e', ...source });
}

function stream(text: string): SpecData {
  const documents = text.split(' ').map((item, at) => {
    const [event = '', ...values] = item.split('/');
    const [category = '', time] = event.split('@');
    const key = values
      .join('/')
      .split('+')
      .filter((value) => value !== '');
    const ms = START + (time === undefined ? at : Number(time)) * 1000;
    return {
      _id: String(at + 1),
      source: JSON.stringify({ '@timestamp': ms, 'event.category': category, ...(key.length > 0 ? { key } : {}) }),
    };
  });
  return { properties: properties({ key: 'keyword', n: 'long' }), documents };
}
