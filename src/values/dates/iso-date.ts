import type { PartialDate } from './partial-date.js';

/**
 * Reads `strict_date_optional_time` (and, not `strict`, `date_optional_time`): year, month, day, each from the left optional,
 * then optionally `T`, time to the nanosecond and an offset. Undefined if the text is not of that form.
 */
export function parseIsoDate(text: string, strict = true): PartialDate | undefined {
  const cursor = new Cursor(text, strict);
  const date: PartialDate = {};
  if (!readDate(cursor, date)) return undefined;
  if (cursor.end()) return date;
  if (!cursor.take('T')) return undefined;
  if (cursor.end()) return date;
  if (!readTime(cursor, date)) return undefined;
  if (!cursor.end()) {
    const offset = readOffset(cursor);
    if (offset === undefined) return undefined;
    date.offset = offset;
  }
  return cursor.end() ? date : undefined;
}

class Cursor {
  at = 0;
  private readonly text: string;
  readonly strict: boolean;

  constructor(text: string, strict: boolean) {
    this.text = text;
    this.strict = strict;
  }

  end(): boolean {
    return this.at >= this.text.length;
  }

  take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  /** A number of `minimum` to `maximum` digits; undefined (and no move) if there are fewer. */
  digits(minimum: number, maximum: number): number | undefined {
    let value = 0;
    let count = 0;
    while (count < maximum) {
      const digit = this.text.charCodeAt(this.at + count) - 48;
      if (!(digit >= 0 && digit <= 9)) break;
      value = value * 10 + digit;
      count++;
    }
    if (count < minimum) return undefined;
    this.at += count;
    return value;
  }

  two(): number | undefined {
    return this.digits(this.strict ? 2 : 1, 2);
  }
}

function readDate(cursor: Cursor, date: PartialDate): boolean {
  const negative = cursor.take('-');
  const year = cursor.digits(cursor.strict ? 4 : 1, cursor.strict ? 4 : 9);
  if (year === undefined) return false;
  date.year = negative ? -year : year;
  if (!cursor.take('-')) return true;
  const month = cursor.two();
  if (month === undefined) return false;
  date.month = month;
  if (!cursor.take('-')) return true;
  const day = cursor.two();
  if (day === undefined) return false;
  date.day = day;
  return true;
}

function readTime(cursor: Cursor, date: PartialDate): boolean {
  const hour = cursor.two();
  if (hour === undefined) return false;
  date.hour = hour;
  if (!cursor.take(':')) return true;
  const minute = cursor.two();
  if (minute === undefined) return false;
  date.minute = minute;
  if (!cursor.take(':')) return true;
  const second = cursor.two();
  if (second === undefined) return false;
  date.second = second;
  if (!cursor.take('.') && !cursor.take(',')) return true;
  const from = cursor.at;
  const fraction = cursor.digits(1, 9);
  if (fraction === undefined) return false;
  date.nano = fraction * 10 ** (9 - (cursor.at - from));
  return true;
}

/** `Z`, `+hh`, `+hhmm` or `+hh:mm`, in seconds east of UTC. */
function readOffset(cursor: Cursor): number | undefined {
  if (cursor.take('Z')) return 0;
  const sign = cursor.take('+') ? 1 : cursor.take('-') ? -1 : 0;
  const hours = sign === 0 ? undefined : cursor.digits(2, 2);
  if (hours === undefined || hours > 18) return undefined;
  if (cursor.end()) return sign * hours * 3600;
  cursor.take(':');
  const minutes = cursor.digits(2, 2);
  return minutes === undefined || minutes > 59 ? undefined : sign * (hours * 3600 + minutes * 60);
}
