import { dateOf, DAY_MS, daysOf } from './calendar.js';
import type { Instant } from './instant.js';
import type { PartialDate } from './partial-date.js';

/**
 * A date pattern in the letters of Java's `DateTimeFormatter`, as custom formats of date fields use them:
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/mapping-date-format.html
 */
export interface JavaPattern {
  /** Undefined if the text is not of the pattern. */
  parse(text: string): PartialDate | undefined;
  /** Prints the instant as a clock shows it that is `offset` seconds ahead of UTC (0 if absent), nanoseconds as far as the pattern has letters for them. */
  print(instant: Instant, offset?: number): string;
}

type Element =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'optional'; readonly elements: readonly Element[] }
  | { readonly kind: 'field'; readonly letter: string; readonly count: number };

/** Months and days are English: Elasticsearch's default locale for date formats. */
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Compiles a pattern, or says in a sentence why it cannot. */
export function compileJavaPattern(pattern: string): JavaPattern | string {
  const reader = { pattern, at: 0, depth: 0 };
  const elements = readElements(reader);
  if (typeof elements === 'string') return elements;
  return {
    parse: (text) => {
      const state: State = { text, at: 0, date: {}, pm: undefined };
      if (!parseAll(elements, state) || state.at !== text.length) return undefined;
      if (state.pm !== undefined) state.date.hour = ((state.date.hour ?? 0) % 12) + (state.pm ? 12 : 0);
      return state.date;
    },
    print: (instant, offset = 0) => printAll(elements, { ...instant, ms: instant.ms + offset * 1000 }, offset),
  };
}

function readElements(reader: { pattern: string; at: number; depth: number }): Element[] | string {
  const elements: Element[] = [];
  while (reader.at < reader.pattern.length) {
    const character = reader.pattern[reader.at] ?? '';
    if (character === ']') {
      if (reader.depth === 0) return 'Pattern invalid as it contains ] without previous [';
      reader.at++;
      reader.depth--;
      return elements;
    }
    if (character === '[') {
      reader.at++;
      if (++reader.depth > 32) return 'Too many nested optional sections';
      const inner = readElements(reader);
      if (typeof inner === 'string') return inner;
      elements.push({ kind: 'optional', elements: inner });
    } else if (character === "'") {
      const literal = readQuoted(reader);
      if (literal === undefined) return 'Pattern ends with an incomplete string literal';
      elements.push({ kind: 'literal', text: literal });
    } else if (/[A-Za-z]/u.test(character)) {
      let count = 1;
      while (reader.pattern[reader.at + count] === character) count++;
      reader.at += count;
      if (!'yuYMLdDHhkKmsSnaEecwWFqQXxZzV'.includes(character)) return `Unknown pattern letter: ${character}`;
      if (character === 'c' && count === 2) return 'Invalid pattern "cc"';
      elements.push({ kind: 'field', letter: character, count });
    } else {
      elements.push({ kind: 'literal', text: character });
      reader.at++;
    }
  }
  return elements;
}

function readQuoted(reader: { pattern: string; at: number }): string | undefined {
  let text = '';
  for (let at = reader.at + 1; at < reader.pattern.length; at++) {
    if (reader.pattern[at] !== "'") text += reader.pattern[at] ?? '';
    else if (reader.pattern[at + 1] === "'") text += reader.pattern[at++] ?? '';
    else {
      reader.at = at + 1;
      return text === '' ? "'" : text;
    }
  }
  return undefined;
}

interface State {
  readonly text: string;
  at: number;
  date: PartialDate;
  pm: boolean | undefined;
}

function parseAll(elements: readonly Element[], state: State): boolean {
  return elements.every((element, index) => {
    if (element.kind === 'literal') {
      if (!state.text.startsWith(element.text, state.at)) return false;
      state.at += element.text.length;
      return true;
    }
    if (element.kind === 'optional') {
      const before = { ...state, date: { ...state.date } };
      if (!parseAll(element.elements, state)) Object.assign(state, before);
      return true;
    }
    const next = elements[index + 1];
    return parseField(element.letter, element.count, next?.kind === 'field' && /[yuMdHhmsS]/u.test(next.letter), state);
  });
}

/** Letters that stand for a number: which part it sets. */
type NumberPart = 'year' | 'month' | 'day' | 'dayOfYear' | 'hour' | 'minute' | 'second' | 'nano';

const NUMBERS: Readonly<Partial<Record<string, NumberPart>>> = {
  y: 'year', u: 'year', M: 'month', L: 'month', d: 'day', D: 'dayOfYear', H: 'hour', k: 'hour',
  h: 'hour', K: 'hour', m: 'minute', s: 'second', n: 'nano',
}; // prettier-ignore

function parseField(letter: string, count: number, adjacent: boolean, state: State): boolean {
  if ((letter === 'M' || letter === 'L') && count >= 3)
    return parseName(MONTHS, count, state, (month) => (state.date.month = month + 1));
  if (letter === 'E' || ((letter === 'e' || letter === 'c') && count >= 3))
    return parseName(DAYS, count, state, () => 0);
  // A week and its year make no date together with months and days.
  if ('YwW'.includes(letter)) return false;
  if ('ecFqQ'.includes(letter)) return skipNumber(count, state);
  if (letter === 'a') return parseName(['AM', 'PM'], 4, state, (half) => (state.pm = half === 1));
  if (letter === 'S') return parseFraction(count, state);
  const part = NUMBERS[letter];
  if (part === undefined) return parseZone(letter, count, state);
  return parseNumber(part, count, adjacent, state);
}

function parseNumber(part: NumberPart, count: number, adjacent: boolean, state: State): boolean {
  const isYear = part === 'year';
  const widest = count === 1 ? 19 : isYear && count === 4 && !adjacent ? 9 : count;
  const found = (isYear ? /^[+-]?\d+/u : /^\d+/u).exec(state.text.slice(state.at, state.at + widest + 1))?.[0] ?? '';
  const text = /^[+-]/u.test(found) ? found : found.slice(0, widest);
  if (text.replace(/^[+-]/u, '').length < count) return false;
  const value = Number(text);
  state.date[part] = isYear && count === 2 ? 2000 + value : value;
  state.at += text.length;
  return true;
}

/** A number that adds nothing to a date which has its day. */
function skipNumber(count: number, state: State): boolean {
  const digits = /^\d+/u.exec(state.text.slice(state.at, state.at + Math.max(count, 1)))?.[0] ?? '';
  state.at += digits.length;
  return digits.length === count;
}

function parseName(names: readonly string[], count: number, state: State, set: (index: number) => unknown): boolean {
  const wanted = names.map((name) => (count >= 4 ? name : name.slice(0, 3)));
  const found = wanted.findIndex((name) => state.text.startsWith(name, state.at));
  if (found < 0) return false;
  set(found);
  state.at += wanted[found]?.length ?? 0;
  return true;
}

function parseFraction(count: number, state: State): boolean {
  const digits = /^\d+/u.exec(state.text.slice(state.at, state.at + count))?.[0] ?? '';
  if (digits.length !== count) return false;
  state.date.nano = Number(digits.padEnd(9, '0').slice(0, 9));
  state.at += count;
  return true;
}

function parseZone(letter: string, count: number, state: State): boolean {
  const rest = state.text.slice(state.at, state.at + 10);
  const utc =
    letter === 'z' || letter === 'V'
      ? /^(?:UTC|GMT|Z)/u
      : letter === 'X' || (letter === 'Z' && count === 5)
        ? /^Z/u
        : undefined;
  const zero = utc?.exec(rest)?.[0];
  if (zero !== undefined) {
    state.date.offset = 0;
    state.at += zero.length;
    return true;
  }
  const found = /^([+-])(\d\d)(?::?(\d\d))?/u.exec(rest);
  if (!found) return false;
  state.date.offset = (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 3600 + Number(found[3] ?? 0) * 60);
  state.at += found[0].length;
  return true;
}

function printAll(elements: readonly Element[], instant: Instant, offset: number): string {
  return elements
    .map((element) => {
      if (element.kind === 'literal') return element.text;
      if (element.kind === 'optional') return printAll(element.elements, instant, offset);
      return printField(element.letter, element.count, instant, offset);
    })
    .join('');
}

/** The name of a month, day or quarter; undefined for letters that print none. */
function printName(letter: string, count: number, days: number, month: number): string | undefined {
  const isLong = count >= 3;
  if ('ML'.includes(letter)) return isLong ? abbreviate(MONTHS[month - 1] ?? '', count) : undefined;
  if (letter === 'E' || (isLong && 'ec'.includes(letter)))
    return abbreviate(DAYS[(((days + 3) % 7) + 7) % 7] ?? '', count);
  return isLong && 'qQ'.includes(letter) ? quarterName(Math.ceil(month / 3), count) : undefined;
}

function printField(letter: string, count: number, instant: Instant, offset: number): string {
  const days = Math.floor(instant.ms / DAY_MS);
  const { year, month, day } = dateOf(days);
  const second = Math.floor((instant.ms - days * DAY_MS) / 1000);
  const hour = Math.floor(second / 3600);
  const name = printName(letter, count, days, month);
  if (name !== undefined) return name;
  if (letter === 'a') return hour < 12 ? 'AM' : 'PM';
  if (letter === 'S') {
    const nano = (instant.ms - Math.floor(instant.ms / 1000) * 1000) * 1_000_000 + instant.ns;
    return String(nano).padStart(9, '0').slice(0, count);
  }
  const numbers: Readonly<Partial<Record<string, number>>> = {
    y: count === 2 ? year % 100 : year,
    u: count === 2 ? year % 100 : year,
    M: month,
    L: month,
    d: day,
    D: days - daysOf(year, 1, 1) + 1,
    H: hour,
    h: hour % 12 === 0 ? 12 : hour % 12,
    m: Math.floor(second / 60) % 60,
    s: second % 60,
    e: weekday(days),
    c: weekday(days),
    F: ((day - 1) % 7) + 1,
    q: Math.ceil(month / 3),
    Q: Math.ceil(month / 3),
    W: weekOf(days, daysOf(year, month, 1)),
    ...weekOfYear(days, year, count),
  };
  const value = numbers[letter];
  return value === undefined ? printZone(letter, count, offset) : String(value).padStart(count, '0');
}

/** 1 for Sunday to 7 for Saturday, as the default locale counts. */
function weekday(days: number): number {
  return ((((days + 4) % 7) + 7) % 7) + 1;
}

/** The number of the week, from Sunday on, counted from the one that holds the first day. */
function weekOf(days: number, first: number): number {
  return Math.floor((days - first + weekday(first) - 1) / 7) + 1;
}

/** Week and its year: the week with the first of January is the first one of the new year. */
function weekOfYear(days: number, year: number, count: number): { readonly w: number; readonly Y: number } {
  const next = daysOf(year + 1, 1, 1);
  const isNext = days > next - weekday(next);
  const weekYear = isNext ? year + 1 : year;
  return { w: isNext ? 1 : weekOf(days, daysOf(year, 1, 1)), Y: count === 2 ? weekYear % 100 : weekYear };
}

function quarterName(quarter: number, count: number): string {
  if (count === 3) return `Q${quarter}`;
  return `${['1st', '2nd', '3rd', '4th'][quarter - 1] ?? ''} quarter`;
}

function abbreviate(name: string, count: number): string {
  if (count === 5) return name.slice(0, 1);
  return count >= 4 ? name : name.slice(0, 3);
}

/** The offset as Java prints it: `X` has a `Z` for UTC, `x` never has; two letters leave the colon out, and one the minutes where there are none. */
function printZone(letter: string, count: number, offset: number): string {
  const takesZ = letter === 'Z' ? count >= 4 : letter !== 'x';
  if (offset === 0 && takesZ) return 'Z';
  const minutes = Math.floor(Math.abs(offset) / 60);
  const sign = offset < 0 ? '-' : '+';
  const hours = String(Math.floor(minutes / 60)).padStart(2, '0');
  const rest = String(minutes % 60).padStart(2, '0');
  const isX = letter === 'X' || letter === 'x';
  if (isX && count === 1) return `${sign}${hours}${rest === '00' ? '' : rest}`;
  const isJoined = isX ? count === 2 || count === 4 : letter === 'Z' && count < 4;
  return `${sign}${hours}${isJoined ? '' : ':'}${rest}`;
}
