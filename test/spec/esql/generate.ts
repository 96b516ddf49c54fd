import { type Random, seeded } from '../random.js';

type Kind = 'integer' | 'long' | 'double' | 'keyword' | 'boolean' | 'datetime' | 'ip' | 'version';

const KINDS: readonly Kind[] = ['integer', 'long', 'double', 'keyword', 'boolean', 'datetime', 'ip', 'version'];

const FIELDS: Readonly<Record<Kind, readonly string[]>> = {
  integer: ['i', 'mi', 'id'],
  long: ['l', 'ml'],
  double: ['f', 'fl', 'mf'],
  keyword: ['k', 'k2', 'mk', 't', 'msg', 'g', 'none'],
  boolean: ['b', 'mb'],
  datetime: ['d', 'd2', 'md'],
  ip: ['ip'],
  version: ['v'],
};

const LITERALS: Readonly<Record<Kind, readonly string[]>> = {
  integer: ['0', '1', '-1', '7', '42', '2147483647', '[1, 2]', '-17'],
  long: ['9223372036854775807', '2147483648', '-5::long', '[1, 3000000000]'],
  double: ['0.0', '1.5', '-2.25', '1e10', '[0.5, 2.5]', '100.0'],
  keyword: ['"a"', '""', '"alpha"', '"a*"', '["a", "b", "a"]', '"10"', '"é"', '"2024-01-01"', '"x,y"'],
  boolean: ['true', 'false', '[true, false]'],
  datetime: ['TO_DATETIME("2024-02-29T00:00:00.000Z")', '"2024-01-31T10:20:30.456Z"::datetime'],
  ip: ['TO_IP("10.0.0.1")', '"::1"::ip'],
  version: ['TO_VERSION("1.2.3")', '"2.0.0"::version'],
};

/** Calls by the type of their result; `%x` stands for an expression of a type. */
const CALLS: Readonly<Record<Kind, readonly string[]>> = {
  integer: [
    '%i + %i', '%i - %i', '%i * %i', '%i / %i', '%i % %i', '-(%i)', 'ABS(%i)', 'LENGTH(%k)', 'BYTE_LENGTH(%k)', 'BIT_LENGTH(%k)', 'LOCATE(%k, %k)',
    'LOCATE(%k, %k, %i)', 'MV_COUNT(%k)', 'MV_COUNT(%l)', 'MV_MAX(%i)', 'MV_MIN(%i)', 'MV_SUM(%i)', 'MV_MEDIAN(%i)', 'MV_FIRST(%i)', 'MV_LAST(%i)',
    'MV_DEDUPE(%i)', 'MV_SORT(%i)', 'MV_SORT(%i, "DESC")', 'MV_SLICE(%i, 0, 1)', 'MV_SLICE(%i, -2, -1)', 'MV_APPEND(%i, %i)', 'MV_PERCENTILE(%i, 50)',
    'MV_MEDIAN_ABSOLUTE_DEVIATION(%i)', 'TO_INTEGER(%k)', 'TO_INTEGER(%f)', 'TO_INTEGER(%l)', 'TO_INTEGER(%b)', '%k::integer', 'ROUND(%i)', 'ROUND(%i, -1)',
    'CEIL(%i)', 'FLOOR(%i)', 'COALESCE(%i, %i)', 'CASE(%b, %i, %i)', 'CASE(%b, %i)', 'CASE(%b, %i, %b, %i, 0)', 'GREATEST(%i, %i)', 'LEAST(%i, %i)',
    'DATE_DIFF("day", %d, %d)', 'DATE_DIFF("month", %d, %d)', 'DATE_DIFF("years", %d, %d)', 'DATE_DIFF("hours", %d, %d)', 'DATE_DIFF("week", %d, %d)',
    'ROUND_TO(%i, 0, 10, 100)',
  ],
  long: [
    '%l + %l', '%l - %i', '%l * %l', '%l / %l', '%l % %i', '-(%l)', 'ABS(%l)', 'MV_SUM(%l)', 'MV_MAX(%l)', 'MV_MEDIAN(%l)', 'TO_LONG(%k)', 'TO_LONG(%f)',
    'TO_LONG(%d)', 'TO_LONG(%b)', '%i::long', 'COALESCE(%l, %l)', 'CASE(%b, %l, %l)', 'DATE_EXTRACT("year", %d)', 'DATE_EXTRACT("day_of_week", %d)',
    'DATE_EXTRACT("epoch_day", %d)', 'DATE_EXTRACT("minute_of_hour", %d)', 'ROUND(%l, -2)', 'MV_SORT(%l)', 'MV_DEDUPE(%l)', 'GREATEST(%l, %l)',
  ],
  double: [
    '%f + %f', '%f - %i', '%f * %l', '%f / %f', '%f % %f', '-(%f)', 'ABS(%f)', 'SQRT(%f)', 'LOG10(%f)', 'LOG(%f)', 'LOG(%i, %f)', 'EXP(%i)', 'POW(%f, %i)',
    'CBRT(%f)', 'CEIL(%f)', 'FLOOR(%f)', 'ROUND(%f)', 'ROUND(%f, 2)', 'ROUND(%f, -1)', 'SIGNUM(%f)', 'SIN(%f)', 'ATAN2(%f, %f)', 'HYPOT(%f, %f)', 'TO_DOUBLE(%k)',
    'TO_DOUBLE(%i)', 'TO_DOUBLE(%d)', 'TO_DEGREES(%f)', 'TO_RADIANS(%f)', 'MV_AVG(%i)', 'MV_AVG(%f)', 'MV_SUM(%f)', 'MV_MEDIAN(%f)', 'MV_PERCENTILE(%f, 25)',
    'COALESCE(%f, %f)', 'CASE(%b, %f, %f)', 'GREATEST(%f, %f)', 'LEAST(%f, %f)', 'PI()', 'E()', 'TAU()', 'ACOS(%f)', 'COSH(%f)', 'TANH(%f)', 'MV_MAX(%f)',
    'SCALB(%f, 2)', 'MV_PSERIES_WEIGHTED_SUM(%f, 1.5)', 'MV_MEDIAN_ABSOLUTE_DEVIATION(%f)', 'ROUND_TO(%f, 0.0, 1.0)',
  ],
  keyword: [
    'CONCAT(%k, %k)', 'CONCAT(%k, "-", %k)', 'SUBSTRING(%k, 2)', 'SUBSTRING(%k, -2, 1)', 'SUBSTRING(%k, %i, 3)', 'LEFT(%k, 2)', 'RIGHT(%k, 2)', 'LEFT(%k, %i)',
    'TRIM(%k)', 'LTRIM(%k)', 'RTRIM(%k)', 'TO_UPPER(%k)', 'TO_LOWER(%k)', 'REVERSE(%k)', 'REPLACE(%k, "a", "X")', 'REPLACE(%k, "[a-m]+", "<$0>")', 'REPLACE(%k, "(\\\\w)(\\\\w)", "$2$1")',
    'SPLIT(%k, ",")', 'SPLIT(%k, " ")', 'REPEAT(%k, 2)', 'TO_STRING(%i)', 'TO_STRING(%l)', 'TO_STRING(%f)', 'TO_STRING(%b)', 'TO_STRING(%d)', 'TO_STRING(%p)', 'TO_STRING(%v)',
    'MV_CONCAT(%k, "|")', 'MV_FIRST(%k)', 'MV_LAST(%k)', 'MV_MAX(%k)', 'MV_MIN(%k)', 'MV_DEDUPE(%k)', 'MV_SORT(%k)', 'MV_SORT(%k, "DESC")', 'MV_SLICE(%k, 0)', 'MV_SLICE(%k, 1, 2)',
    'MV_ZIP(%k, %k)', 'MV_ZIP(%k, %k, "+")', 'MV_APPEND(%k, %k)', 'COALESCE(%k, %k)', 'CASE(%b, %k, %k)', 'CASE(%b, %k)', 'GREATEST(%k, %k)', 'LEAST(%k, %k)',
    'TO_BASE64(%k)', 'FROM_BASE64(%k)', 'MD5(%k)', 'SHA1(%k)', 'SHA256(%k)', 'HASH("sha512", %k)', 'DATE_FORMAT("yyyy-MM-dd", %d)', 'DATE_FORMAT(%d)', 'DATE_FORMAT("EEE, d MMM", %d)', 'SPACE(2)',
  ],
  boolean: [
    '%i == %i', '%i > %l', '%f <= %i', '%l != %f', '%k == %k', '%k != "alpha"', '%k < %k', '%d >= %d', '%d > "2024-01-01"', '%p == %p', '%p == "10.0.0.1"', '%v > %v', '%b == %b', '%b AND %b',
    '%b OR %b', 'NOT (%b)', '%i IS NULL', '%k IS NOT NULL', '%i IN (1, 7, 42)', '%i IN (%i, null)', '%k IN ("alpha", "10")', '%k NOT IN ("alpha", %k)', '%k LIKE "a*"', '%k LIKE "?lph*"',
    '%k NOT LIKE "*a*"', '%k RLIKE "[a-m].*"', '%k NOT RLIKE ".*[0-9]+"', '%k LIKE ("a*", "B*")', 'STARTS_WITH(%k, %k)', 'STARTS_WITH(%k, "a")', 'ENDS_WITH(%k, "a")', 'TO_BOOLEAN(%k)',
    'TO_BOOLEAN(%i)', 'CIDR_MATCH(%p, "10.0.0.0/8", "::1/128")', 'COALESCE(%b, %b)', 'CASE(%b, %b, %b)', 'MV_MAX(%b)', 'MV_FIRST(%b)', 'MV_DEDUPE(%b)', '%v == "1.2.3"', '%d IN ("2024-01-01", %d)',
    '%f IN (0, 1.5)', '%p IN ("10.0.0.1", "::1")', '%l IN (1, 42)', 'GREATEST(%b, %b)',
  ],
  datetime: [
    '%d + 1 day', '%d - 1 month', '1 hour + %d', '%d - 36 minutes', '%d + 1 year', 'DATE_TRUNC(1 day, %d)', 'DATE_TRUNC(1 month, %d)', 'DATE_TRUNC(1 week, %d)', 'DATE_TRUNC(3 hours, %d)',
    'DATE_TRUNC(1 quarter, %d)', 'DATE_TRUNC(1 year, %d)', 'DATE_TRUNC(5 days, %d)', 'DATE_TRUNC(2 months, %d)', 'TO_DATETIME(%k)', 'TO_DATETIME(%l)', 'TO_DATETIME(%i)', 'DATE_PARSE("yyyy-MM-dd", %k)', 'COALESCE(%d, %d)',
    'CASE(%b, %d, %d)', 'MV_MAX(%d)', 'MV_MIN(%d)', 'MV_DEDUPE(%d)', 'GREATEST(%d, %d)', 'MV_SORT(%d, "DESC")', 'MV_SLICE(%d, 0, 0)',
  ],
  ip: ['TO_IP(%k)', 'IP_PREFIX(%p, 24, 64)', 'COALESCE(%p, %p)', 'CASE(%b, %p, %p)', 'MV_MAX(%p)', 'GREATEST(%p, %p)'],
  version: ['TO_VERSION(%k)', 'COALESCE(%v, %v)', 'CASE(%b, %v, %v)', 'MV_MAX(%v)', 'LEAST(%v, %v)'],
}; // prettier-ignore

const CODES: Readonly<Record<string, Kind>> = {
  i: 'integer',
  l: 'long',
  f: 'double',
  k: 'keyword',
  b: 'boolean',
  d: 'datetime',
  p: 'ip',
  v: 'version',
};

function expression(random: Random, kind: Kind, depth: number): string {
  const roll = random.whole(100);
  if (roll < 3) return 'null';
  if (roll < 6) return expression(random, random.pick(KINDS), depth - 1 < 0 ? 0 : depth - 1);
  if (depth <= 0 || roll < 20) return random.chance(0.75) ? random.pick(FIELDS[kind]) : random.pick(LITERALS[kind]);
  return random.pick(CALLS[kind]).replace(/%([ilfkbdpv])(?![a-z])/g, (_, code: string) => {
    const inner = expression(random, CODES[code] ?? 'integer', depth - 1);
    return /^[\w."]+$|^\w+\(.*\)$/.test(inner) ? inner : `(${inner})`;
  });
}

const AGGREGATES: readonly string[] = [
  'COUNT(*)', 'COUNT(%i)', 'COUNT(%k)', 'COUNT_DISTINCT(%k)', 'COUNT_DISTINCT(%i)', 'COUNT_DISTINCT(%d)', 'SUM(%i)', 'SUM(%f)', 'AVG(%i)', 'AVG(%f)', 'MAX(%i)', 'MIN(%l)', 'MAX(%f)', 'MAX(%k)', 'MIN(%d)', 'MAX(%p)',
  'MIN(%v)', 'MAX(%b)', 'MEDIAN(%i)', 'PERCENTILE(%f, 90)', 'STD_DEV(%i)', 'MV_SORT(VALUES(%k))', 'MV_SORT(VALUES(%i))', 'TOP(i, 2, "desc")', 'TOP(mk, 3, "asc")', 'WEIGHTED_AVG(%f, %i)', 'SUM(%i) + COUNT(*)',
  'ROUND(AVG(%f), 2)', 'MEDIAN_ABSOLUTE_DEVIATION(%i)', 'MAX(%i) - MIN(%i)',
]; // prettier-ignore

function filled(random: Random, template: string, depth: number): string {
  return template.replace(/%([ilfkbdpv])(?![a-z])/g, (_, code: string) => {
    const inner = expression(random, CODES[code] ?? 'integer', depth);
    return /^[\w."]+$|^\w+\(.*\)$/.test(inner) ? inner : `(${inner})`;
  });
}

const KEYS: readonly string[] = ['g', 'b', 'k2', 'i', 'mi', 'mk', 'day = DATE_TRUNC(1 month, d)', 'big = id > 20', 'n = LENGTH(k)', 'ip', 'B = BUCKET(id, 10.0)', 'g, b', 'mb, g']; // prettier-ignore

function stats(random: Random): string {
  const count = 1 + random.whole(3);
  const aggregates = Array.from({ length: count }, (_, at) => {
    const filter = random.chance(0.2) ? ` WHERE ${expression(random, 'boolean', 1)}` : '';
    return `a${at} = ${filled(random, random.pick(AGGREGATES), 1)}${filter}`;
  });
  const by = random.chance(0.6) ? ` BY ${random.pick(KEYS)}` : '';
  return `STATS ${aggregates.join(', ')}${by}`;
}

const COMMANDS: readonly string[] = [
  'SORT %S, id | KEEP id | LIMIT 15', 'SORT %S DESC, id | KEEP id, %S | LIMIT 15', 'SORT %S NULLS FIRST, id DESC | KEEP id | LIMIT 15', 'MV_EXPAND mk | SORT id, mk | KEEP id, mk | LIMIT 30',
  'MV_EXPAND mi | EVAL x = mi + 1 | SORT id, x | KEEP id, x | LIMIT 30', 'DISSECT msg "%{a} %{b}" | SORT id | KEEP id, a, b | LIMIT 30', 'DISSECT msg "%{} user=%{user} ip=%{addr} %{}" | SORT id | KEEP id, user, addr | LIMIT 40',
  'GROK msg "%{WORD:w}=%{NUMBER:n:int}" | SORT id | KEEP id, w, n | LIMIT 40', 'GROK msg "ip=%{IP:addr}" | SORT id | KEEP id, addr | LIMIT 40', 'GROK msg "%{WORD:method} %{URIPATH:path} %{INT:code:int} %{NUMBER:t:double}" | SORT id | KEEP id, m*, p*, c*, t | LIMIT 40',
  'RENAME k AS kk, i AS k | SORT id | KEEP id, kk, k | LIMIT 10', 'DROP m*, k* | SORT id | LIMIT 3', 'KEEP *, id | SORT id | LIMIT 3', 'KEEP m*, id, *d | SORT id | LIMIT 3', 'EVAL k = 1, k = k + 1 | SORT id | KEEP id, k | LIMIT 3',
  'STATS c = COUNT(*) BY g | SORT c DESC, g | EVAL d = c * 2 | KEEP g, d', 'STATS c = COUNT(*) BY g, b | WHERE c > 2 | SORT g, b', 'WHERE %b | STATS c = COUNT(*)', 'SORT id | LIMIT 20 | WHERE %b | KEEP id', 'STATS m = MAX(i) BY g | STATS s = SUM(m)',
  'EVAL x = %i | WHERE x > 3 | SORT id | KEEP id, x', 'SORT id | LIMIT 5 | STATS COUNT(*), SUM(i)', 'WHERE t : "quick" | SORT id | KEEP id', 'WHERE KQL("k: alpha or i > 5") | SORT id | KEEP id', 'WHERE QSTR("k:alpha") | SORT id | KEEP id',
  'WHERE MATCH(t, "brown fox", {"operator": "AND"}) | SORT id | KEEP id', 'WHERE i : 42 | SORT id | KEEP id', 'EVAL x = dn, y = id::unsigned_long | SORT id | KEEP id, x, y | LIMIT 20', 'EVAL x = dn + 1 day, y = dn::datetime, z = DATE_TRUNC(1 day, dn) | SORT id | KEEP id, x, y, z | LIMIT 20',
  'EVAL u = id::unsigned_long | EVAL x = u::long, y = u::string, z = u * 3::unsigned_long - 20::unsigned_long | SORT id | KEEP id, x, y, z', 'WHERE id::unsigned_long > 5::unsigned_long | SORT id | KEEP id',
]; // prettier-ignore

const SORT_KEYS = ['i', 'l', 'f', 'k', 'b', 'd', 'ip', 'v', 'mi', 'mk', 'mf', 'dn', 'LENGTH(k)', 'md'];

function command(random: Random): string {
  const key = random.pick(SORT_KEYS);
  const template = random.pick(COMMANDS);
  const safe =
    template.includes('KEEP id, %S') && key.includes('(')
      ? template.replaceAll('%S', 'i')
      : template.replaceAll('%S', key);
  return filled(random, safe, 1);
}

/** Queries of a seed over the index. */
export function queriesOf(seed: number, count: number, index: string): string[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const roll = random.whole(100);
    if (roll < 55)
      return `FROM ${index} | EVAL x = ${expression(random, random.pick(KINDS), 2)} | KEEP id, x | SORT id`;
    if (roll < 70) return `FROM ${index} | WHERE ${expression(random, 'boolean', 2)} | KEEP id | SORT id`;
    if (roll < 85) return `FROM ${index} | ${stats(random)}`;
    return `FROM ${index} | ${command(random)}`;
  });
}
