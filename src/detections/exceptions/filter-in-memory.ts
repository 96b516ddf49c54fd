import type { ExceptionItem, ListEntry, ValueList } from '../../model/exception-list.js';
import { parseCidr, parseIpAddress } from '../../values/ip-address.js';
import type { JsonValue } from '../../values/json.js';
import type { AlertSource } from '../build-alert.js';
import { hitValues } from '../document-fields.js';
import { valueText } from '../value-order.js';
import type { AppliedExceptions } from './applied-exceptions.js';

/**
 * The documents that no exception with an unqueryable value list keeps out: as Kibana does it, items whose entries are all lists count, each
 * of an item's entries must hold, and a document without the field is in no list.
 */
export function filterInMemory<T extends AlertSource>(hits: readonly T[], exceptions: AppliedExceptions): readonly T[] {
  const items = exceptions.unprocessed.filter(({ entries }) => entries.every(({ type }) => type === 'list'));
  if (items.length === 0) return hits;
  return hits.filter((hit) => !items.some((item) => isExcepted(hit, item, exceptions.valueLists)));
}

function isExcepted(hit: AlertSource, { entries }: ExceptionItem, lists: ReadonlyMap<string, ValueList>): boolean {
  return entries.every((entry) => entry.type === 'list' && holds(hit, entry, lists.get(entry.list.id)));
}

function holds(hit: AlertSource, { field, operator }: ListEntry, list: ValueList | undefined): boolean {
  const values = hitValues(hit, field);
  if (values.length === 0) return operator === 'excluded';
  const isListed = list !== undefined && values.some((value) => isIn(list, value));
  return isListed === (operator === 'included');
}

function isIn({ type, values }: ValueList, value: JsonValue): boolean {
  const text = valueText(value);
  switch (type) {
    case 'ip': {
      const address = parseIpAddress(text);
      return values.some((item) => address !== undefined && parseIpAddress(item) === address);
    }
    case 'ip_range': {
      const address = parseIpAddress(text);
      return address !== undefined && values.some((item) => isInRange(address, item));
    }
    case 'text': {
      const words = wordsOf(text);
      return words.length > 0 && values.some((item) => containsAll(wordsOf(item), words));
    }
    default:
      return values.includes(text);
  }
}

function isInRange(address: bigint, range: string): boolean {
  const network = parseCidr(range);
  if (network) return network.from <= address && address <= network.to;
  const [from, to = from] = range.split('-').map((end) => parseIpAddress(end.trim()));
  return from !== undefined && to !== undefined && from <= address && address <= to;
}

/** All words of the document's value are in the list's: a `match` query whose operator is `and`. */
function containsAll(listed: readonly string[], words: readonly string[]): boolean {
  return words.every((word) => listed.includes(word));
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}_]+/u)
    .filter((word) => word !== '');
}
