import type { FieldMapping } from '../schemas/fields/catalogue.js';
import { DATES, dates } from './date-domain.js';
import type { Domain, PlainDomain } from './domain.js';
import { withChecks } from './domain.js';
import { addresses } from './ip-domain.js';
import { keywords, lowerCaseKeywords } from './keyword-domain.js';
import { INTEGERS, numbers, REALS } from './number-domain.js';
import { words } from './text-domain.js';

/** The domain of a mapping; unmapped fields count as keywords. Undefined for types that no query can search (geo, binary and the like). */
export function domainOf(mapping: FieldMapping | undefined, now: Date): Domain | undefined {
  const plain = plainDomainOf(mapping, now);
  return plain === undefined ? undefined : withChecks(plain);
}

function plainDomainOf(mapping: FieldMapping | undefined, now: Date): PlainDomain | undefined {
  const type = mapping?.type ?? 'keyword';
  if (KEYWORDS.has(type)) return mapping?.['normalizer'] === undefined ? keywords : lowerCaseKeywords;
  if (type === 'text' || type === 'match_only_text') return words;
  if (INTEGERS.has(type) || REALS.has(type)) return numbers(type);
  if (DATES.has(type)) return dates(now);
  if (type === 'ip') return addresses;
  return type === 'boolean' ? booleans : undefined;
}

const KEYWORDS: ReadonlySet<string> = new Set(['keyword', 'wildcard', 'constant_keyword', 'flattened']);

const booleans: PlainDomain = {
  candidates: (test) => [true, false].filter((value) => booleans.holds(test, value)),
  holds: (test, value) => test.kind === 'Exists' || (test.kind === 'Equals' && test.value === String(value)),
  neighbours: (test) => (test.kind === 'Equals' ? [test.value !== 'true'] : []),
  hasCase: false,
  fillers: [true],
};
