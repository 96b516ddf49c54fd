import { type Random, seeded } from '../random.js';

/** Kinds of expressions; a field of a kind may have a narrower type. */
export type Kind = 'integer' | 'long' | 'double' | 'keyword' | 'boolean' | 'datetime' | 'ip' | 'version';

/** Names of the fields of each kind, and what keys, sorting and searching may use. */
export type Fields = Readonly<Record<Kind, readonly string[]>>;

const KINDS: readonly Kind[] = ['integer', 'long', 'double', 'keyword', 'boolean', 'datetime', 'ip', 'version'];

const FIELDS: Fields = {
  integer: ['i', 'mi', 'id', 'sh'],
  long: ['l', 'ml', 'o.b'],
  double: ['f', 'fl', 'mf', 'o.c.d'],
  keyword: ['k', 'k2', 'mk', 't', 'tx', 'tx.raw', 'msg', 'g', 'none', 'sk', 'o.a', '`o`.`a`'],
  boolean: ['b', 'mb'],
  datetime: ['d', 'd2', 'md'],
  ip: ['ip', 'mip'],
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
    'ROUND_TO(%i, 0, 10, 100)', 'MV_MIN(%i) + MV_MAX(%i)', 'MV_COUNT(SPLIT(%k, "a"))', '(%i + 1) * 2', '%i - 2147483647', 'LENGTH(TO_STRING(%f))', 'CASE(%i > 0, 1, %i < 0, -1, 0)', 'CASE(%b, 1)', 'COALESCE(%i, 0)',
    'DATE_DIFF("minutes", %d, %d)', 'DATE_DIFF("quarter", %d, %d)', 'DATE_DIFF("ms", %d, %d)', 'TO_INTEGER(%d)', 'TO_INTEGER("17")', 'SIGNUM(%i)::integer', 'MV_LAST(SPLIT(%k, "|"))::integer', 'MV_SLICE(%i, 1)', 'MV_SLICE(%i, -1)',
  ],
  long: [
    '%l + %l', '%l - %i', '%l * %l', '%l / %l', '%l % %i', '-(%l)', 'ABS(%l)', 'MV_SUM(%l)', 'MV_MAX(%l)', 'MV_MEDIAN(%l)', 'TO_LONG(%k)', 'TO_LONG(%f)',
    'TO_LONG(%d)', 'TO_LONG(%b)', '%i::long', 'COALESCE(%l, %l)', 'CASE(%b, %l, %l)', 'DATE_EXTRACT("year", %d)', 'DATE_EXTRACT("day_of_week", %d)',
    'DATE_EXTRACT("epoch_day", %d)', 'DATE_EXTRACT("minute_of_hour", %d)', 'ROUND(%l, -2)', 'MV_SORT(%l)', 'MV_DEDUPE(%l)', 'GREATEST(%l, %l)', 'MV_COUNT(%l)::long + %l', 'DATE_EXTRACT("month_of_year", %d)', 'DATE_EXTRACT("hour_of_day", %d)', 'DATE_EXTRACT("day_of_month", %d)', 'DATE_EXTRACT("aligned_week_of_year", %d)', '%d::long', '%l * 1000', '%i * 3000000000', 'LEAST(%l, %l)', 'MV_MIN(%l)', 'MV_LAST(%l)', 'ROUND(%l)', 'CEIL(%l)', 'TO_LONG(%i)', 'COALESCE(%l, %i)', 'CASE(%b, %i, %l)',
  ],
  double: [
    '%f + %f', '%f - %i', '%f * %l', '%f / %f', '%f % %f', '-(%f)', 'ABS(%f)', 'SQRT(%f)', 'LOG10(%f)', 'LOG(%f)', 'LOG(%i, %f)', 'EXP(%i)', 'POW(%f, %i)',
    'CBRT(%f)', 'CEIL(%f)', 'FLOOR(%f)', 'ROUND(%f)', 'ROUND(%f, 2)', 'ROUND(%f, -1)', 'SIGNUM(%f)', 'SIN(%f)', 'ATAN2(%f, %f)', 'HYPOT(%f, %f)', 'TO_DOUBLE(%k)',
    'TO_DOUBLE(%i)', 'TO_DOUBLE(%d)', 'TO_DEGREES(%f)', 'TO_RADIANS(%f)', 'MV_AVG(%i)', 'MV_AVG(%f)', 'MV_SUM(%f)', 'MV_MEDIAN(%f)', 'MV_PERCENTILE(%f, 25)',
    'COALESCE(%f, %f)', 'CASE(%b, %f, %f)', 'GREATEST(%f, %f)', 'LEAST(%f, %f)', 'PI()', 'E()', 'TAU()', 'ACOS(%f)', 'COSH(%f)', 'TANH(%f)', 'MV_MAX(%f)',
    'SCALB(%f, 2)', 'MV_PSERIES_WEIGHTED_SUM(%f, 1.5)', 'MV_MEDIAN_ABSOLUTE_DEVIATION(%f)', 'ROUND_TO(%f, 0.0, 1.0)', 'COALESCE(%f, %i)', 'CASE(%b, %i, %f)', '%i / 2.0', '%l / %f', 'MV_FIRST(%f)', 'MV_DEDUPE(%f)', 'MV_SORT(%f, "DESC")', 'MV_AVG(%l)', 'MV_MEDIAN(%f)', '%k::double', '%i::double', 'ROUND(%f, %i)', 'SINH(%f)', 'ASIN(%f)', 'COS(%i)', 'TAN(%f)', 'POW(%i, 2)', 'POW(2, %i)', 'EXP(%f)', 'LOG(%f, 2)', 'SIGNUM(%l)',
  ],
  keyword: [
    'CONCAT(%k, %k)', 'CONCAT(%k, "-", %k)', 'SUBSTRING(%k, 2)', 'SUBSTRING(%k, -2, 1)', 'SUBSTRING(%k, %i, 3)', 'LEFT(%k, 2)', 'RIGHT(%k, 2)', 'LEFT(%k, %i)',
    'TRIM(%k)', 'LTRIM(%k)', 'RTRIM(%k)', 'TO_UPPER(%k)', 'TO_LOWER(%k)', 'REVERSE(%k)', 'REPLACE(%k, "a", "X")', 'REPLACE(%k, "[a-m]+", "<$0>")', 'REPLACE(%k, "(\\\\w)(\\\\w)", "$2$1")',
    'SPLIT(%k, ",")', 'SPLIT(%k, " ")', 'REPEAT(%k, 2)', 'TO_STRING(%i)', 'TO_STRING(%l)', 'TO_STRING(%f)', 'TO_STRING(%b)', 'TO_STRING(%d)', 'TO_STRING(%p)', 'TO_STRING(%v)',
    'MV_CONCAT(%k, "|")', 'MV_FIRST(%k)', 'MV_LAST(%k)', 'MV_MAX(%k)', 'MV_MIN(%k)', 'MV_DEDUPE(%k)', 'MV_SORT(%k)', 'MV_SORT(%k, "DESC")', 'MV_SLICE(%k, 0)', 'MV_SLICE(%k, 1, 2)',
    'MV_ZIP(%k, %k)', 'MV_ZIP(%k, %k, "+")', 'MV_APPEND(%k, %k)', 'COALESCE(%k, %k)', 'CASE(%b, %k, %k)', 'CASE(%b, %k)', 'GREATEST(%k, %k)', 'LEAST(%k, %k)',
    'TO_BASE64(%k)', 'FROM_BASE64(%k)', 'MD5(%k)', 'SHA1(%k)', 'SHA256(%k)', 'HASH("sha512", %k)', 'DATE_FORMAT("yyyy-MM-dd", %d)', 'DATE_FORMAT(%d)', 'DATE_FORMAT("EEE, d MMM", %d)', 'SPACE(2)', 'SUBSTRING(%k, 0, 2)', 'SUBSTRING(%k, -100, 3)', 'RIGHT(%k, %i)', 'TO_UPPER(SUBSTRING(%k, 1, 1))', 'CONCAT(%k, TO_STRING(%i))', '%i::keyword', '%d::string', '%p::string', '%f::string', 'REPLACE(%k, " ", "_")', 'REPLACE(%k, "(a)|(b)", "[$1$2]")', 'SPLIT(%k, "a")', 'MV_CONCAT(SPLIT(%k, " "), "+")', 'MV_SORT(SPLIT(%k, "\\\\"))', 'DATE_FORMAT("HH:mm:ss.SSS", %d)', 'DATE_FORMAT("yyyy-DDD", %d)', 'DATE_FORMAT("MMMM uuuu", %d)', 'CASE(%k == "alpha", "A", %k)', 'COALESCE(%k, "none")', 'LOCATE(%k, "a")::string', '"""tri"ple"""', 'CONCAT("\\t", %k, "\\\\")',
  ],
  boolean: [
    '%i == %i', '%i > %l', '%f <= %i', '%l != %f', '%k == %k', '%k != "alpha"', '%k < %k', '%d >= %d', '%d > "2024-01-01"', '%p == %p', '%p == "10.0.0.1"', '%v > %v', '%b == %b', '%b AND %b',
    '%b OR %b', 'NOT (%b)', '%i IS NULL', '%k IS NOT NULL', '%i IN (1, 7, 42)', '%i IN (%i, null)', '%k IN ("alpha", "10")', '%k NOT IN ("alpha", %k)', '%k LIKE "a*"', '%k LIKE "?lph*"',
    '%k NOT LIKE "*a*"', '%k RLIKE "[a-m].*"', '%k NOT RLIKE ".*[0-9]+"', '%k LIKE ("a*", "B*")', 'STARTS_WITH(%k, %k)', 'STARTS_WITH(%k, "a")', 'ENDS_WITH(%k, "a")', 'TO_BOOLEAN(%k)',
    'TO_BOOLEAN(%i)', 'CIDR_MATCH(%p, "10.0.0.0/8", "::1/128")', 'COALESCE(%b, %b)', 'CASE(%b, %b, %b)', 'MV_MAX(%b)', 'MV_FIRST(%b)', 'MV_DEDUPE(%b)', '%v == "1.2.3"', '%d IN ("2024-01-01", %d)',
    '%f IN (0, 1.5)', '%p IN ("10.0.0.1", "::1")', '%l IN (1, 42)', 'GREATEST(%b, %b)', '%i + 1 > %i', '%i * 2 == 14', '%i - 3 <= 4', '%l + 1 >= 43', '3 < %i', '%k > "b"', '%k <= "alpha"', '%p != %p', '%p > "10.0.0.0"', '%v >= "1.2.3"', '%v IN ("1.0.0", "2.0.0")', '%d != "2024-02-29T12:34:56.789Z"', '%d <= "2024-01-01T00:00:00Z"::datetime', '%b != true', '%b IN (true, null)', '%k RLIKE "(al|ga).*"', '%k RLIKE "[^a-z]*"', '%k LIKE "*"', '%k LIKE "\\\\*"', 'NOT %k RLIKE ".*"', 'STARTS_WITH(%k, "")', 'ENDS_WITH(%k, %k)', 'MV_COUNT(%i) > 1', 'MV_COUNT(%k) IS NULL', '(%i IS NULL) == (%k IS NULL)', '%i == %f', 'CIDR_MATCH(%p, "0.0.0.0/0")', '%f > 1e5', '%i::boolean', '%k::boolean', 'LENGTH(%k) > 3 AND %i IS NOT NULL',
  ],
  datetime: [
    '%d + 1 day', '%d - 1 month', '1 hour + %d', '%d - 36 minutes', '%d + 1 year', 'DATE_TRUNC(1 day, %d)', 'DATE_TRUNC(1 month, %d)', 'DATE_TRUNC(1 week, %d)', 'DATE_TRUNC(3 hours, %d)',
    'DATE_TRUNC(1 quarter, %d)', 'DATE_TRUNC(1 year, %d)', 'DATE_TRUNC(5 days, %d)', 'DATE_TRUNC(2 months, %d)', 'TO_DATETIME(%k)', 'TO_DATETIME(%l)', 'TO_DATETIME(%i)', 'DATE_PARSE("yyyy-MM-dd", %k)', 'COALESCE(%d, %d)',
    'CASE(%b, %d, %d)', 'MV_MAX(%d)', 'MV_MIN(%d)', 'MV_DEDUPE(%d)', 'GREATEST(%d, %d)', 'MV_SORT(%d, "DESC")', 'MV_SLICE(%d, 0, 0)', '%d - 2 weeks', '%d + 1 quarter', '%d + 90 seconds', '%d - 1500 milliseconds', 'DATE_TRUNC(10 minutes, %d)', 'DATE_TRUNC(2 weeks, %d)', 'DATE_TRUNC(1 hour, %d)', 'DATE_TRUNC(6 months, %d)', 'DATE_TRUNC(10 years, %d)', 'DATE_TRUNC(30 seconds, %d)', '%l::datetime', '%k::datetime', 'LEAST(%d, %d)', 'MV_FIRST(%d)', 'MV_LAST(%d)', 'DATE_PARSE("dd/MM/yyyy HH:mm", "29/02/2024 13:05")', 'DATE_PARSE(%k)', '(%d + 1 month) - 1 month', 'CASE(%b, %d)',
  ],
  ip: ['TO_IP(%k)', 'IP_PREFIX(%p, 24, 64)', 'COALESCE(%p, %p)', 'CASE(%b, %p, %p)', 'MV_MAX(%p)', 'GREATEST(%p, %p)', 'LEAST(%p, %p)', 'MV_DEDUPE(%p)', 'MV_FIRST(%p)', '%k::ip', 'IP_PREFIX(%p, 8, 32)', 'CASE(%b, %p)'],
  version: ['TO_VERSION(%k)', '%k::version', 'MV_MIN(%v)', 'CASE(%b, %v)', 'MV_DEDUPE(%v)', 'COALESCE(%v, %v)', 'CASE(%b, %v, %v)', 'MV_MAX(%v)', 'LEAST(%v, %v)'],
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

const AGGREGATES: readonly string[] = [
  'COUNT(*)', 'COUNT(%i)', 'COUNT(%k)', 'COUNT_DISTINCT(%k)', 'COUNT_DISTINCT(%i)', 'COUNT_DISTINCT(%d)', 'SUM(%i)', 'SUM(%f)', 'AVG(%i)', 'AVG(%f)', 'MAX(%i)', 'MIN(%l)', 'MAX(%f)', 'MAX(%k)', 'MIN(%d)', 'MAX(%p)',
  'MIN(%v)', 'MAX(%b)', 'MEDIAN(%i)', 'PERCENTILE(%f, 90)', 'STD_DEV(%i)', 'MV_SORT(VALUES(%k))', 'MV_SORT(VALUES(%i))', 'TOP(i, 2, "desc")', 'TOP(mk, 3, "asc")', 'WEIGHTED_AVG(%f, %i)', 'SUM(%i) + COUNT(*)',
  'ROUND(AVG(%f), 2)', 'MEDIAN_ABSOLUTE_DEVIATION(%i)', 'MAX(%i) - MIN(%i)', 'COUNT(%d)', 'COUNT(%f) * 2', 'SUM(%l)', 'SUM(CASE(%b, 1, 0))', 'MAX(LENGTH(%k))', 'MIN(%k)', 'COUNT_DISTINCT(%l)', 'COUNT_DISTINCT(%p)', 'COUNT_DISTINCT(%b)', 'MAX(%d)', 'AVG(%l)', 'MV_COUNT(VALUES(%k))', 'MV_SORT(VALUES(%d))', 'TOP(l, 1, "asc")', 'TOP(d, 2, "desc")', 'TOP(ip, 1, "asc")', 'STD_DEV(%f)', 'SUM(%i) / COUNT(*)', 'COALESCE(MAX(%i), 0)', 'COUNT(*) > 3', 'CONCAT(MIN(%k), "-", MAX(%k))', 'TO_STRING(MAX(%d))', 'COUNT(1)', 'MAX(%i) + MIN(%l)', 'MEDIAN(%f)',
]; // prettier-ignore

const KEYS: readonly string[] = ['g', 'b', 'k2', 'i', 'mi', 'mk', 'day = DATE_TRUNC(1 month, d)', 'big = id > 20', 'n = LENGTH(k)', 'ip', 'B = BUCKET(id, 10.0)', 'g, b', 'mb, g', 'tx', 'l', 'f', 'v', 'd', 'u = TO_UPPER(k2)', 'CASE(i > 5, "hi", "lo")', 'i % 3', 'k IS NULL', 'b, day = DATE_TRUNC(1 week, d)', 'BUCKET(i, 100.)', 'BUCKET(d, 1 year)', 'ten = BUCKET(id, 5, 0, 60)', 'mip', 'len = LENGTH(mk)', 'o.a, sk']; // prettier-ignore

const COMMANDS: readonly string[] = [
  'SORT %S, id | KEEP id | LIMIT 15', 'SORT %S DESC, id | KEEP id, %S | LIMIT 15', 'SORT %S NULLS FIRST, id DESC | KEEP id | LIMIT 15', 'MV_EXPAND mk | SORT id, mk | KEEP id, mk | LIMIT 30',
  'MV_EXPAND mi | EVAL x = mi + 1 | SORT id, x | KEEP id, x | LIMIT 30', 'DISSECT msg "%{a} %{b}" | SORT id | KEEP id, a, b | LIMIT 30', 'DISSECT msg "%{} user=%{user} ip=%{addr} %{}" | SORT id | KEEP id, user, addr | LIMIT 40',
  'GROK msg "%{WORD:w}=%{NUMBER:n:int}" | SORT id | KEEP id, w, n | LIMIT 40', 'GROK msg "ip=%{IP:addr}" | SORT id | KEEP id, addr | LIMIT 40', 'GROK msg "%{WORD:method} %{URIPATH:path} %{INT:code:int} %{NUMBER:t:double}" | SORT id | KEEP id, m*, p*, c*, t | LIMIT 40',
  'RENAME k AS kk, i AS k | SORT id | KEEP id, kk, k | LIMIT 10', 'DROP m*, k* | SORT id | LIMIT 3', 'KEEP *, id | SORT id | LIMIT 3', 'KEEP m*, id, *d | SORT id | LIMIT 3', 'EVAL k = 1, k = k + 1 | SORT id | KEEP id, k | LIMIT 3',
  'STATS c = COUNT(*) BY g | SORT c DESC, g | EVAL d = c * 2 | KEEP g, d', 'STATS c = COUNT(*) BY g, b | WHERE c > 2 | SORT g, b', 'WHERE %b | STATS c = COUNT(*)', 'SORT id | LIMIT 20 | WHERE %b | KEEP id', 'STATS m = MAX(i) BY g | STATS s = SUM(m)',
  'EVAL x = %i | WHERE x > 3 | SORT id | KEEP id, x', 'SORT id | LIMIT 5 | STATS COUNT(*), SUM(i)', 'WHERE t : "quick" | SORT id | KEEP id', 'WHERE KQL("k: alpha or i > 5") | SORT id | KEEP id', 'WHERE QSTR("k:alpha") | SORT id | KEEP id',
  'WHERE MATCH(t, "brown fox", {"operator": "AND"}) | SORT id | KEEP id', 'WHERE i : 42 | SORT id | KEEP id', 'EVAL x = dn, y = id::unsigned_long | SORT id | KEEP id, x, y | LIMIT 20', 'EVAL x = dn + 1 day, y = dn::datetime, z = DATE_TRUNC(1 day, dn) | SORT id | KEEP id, x, y, z | LIMIT 20',
  'EVAL u = id::unsigned_long | EVAL x = u::long, y = u::string, z = u * 3::unsigned_long - 20::unsigned_long | SORT id | KEEP id, x, y, z', 'WHERE id::unsigned_long > 5::unsigned_long | SORT id | KEEP id',
  // A stack of commands
  'EVAL a = %i, b2 = %k | WHERE a IS NOT NULL | STATS n = COUNT(*), m = MAX(a) BY b2 | SORT n DESC, b2, m | LIMIT 5', 'WHERE %b | EVAL z = %k | KEEP id, z | SORT id | LIMIT 9', 'KEEP id, k, i | EVAL i = i + 1 | RENAME i AS j | WHERE j > 1 | SORT id',
  'SORT id | EVAL x = %d | KEEP x, id | LIMIT 12', 'EVAL x = SPLIT(msg, " ") | MV_EXPAND x | STATS c = COUNT(*) BY x | SORT c DESC, x | LIMIT 8', 'DISSECT msg "%{a}=%{b} %{c}" APPEND_SEPARATOR="-" | KEEP id, a, b, c | SORT id | LIMIT 30',
  'DISSECT k "%{x->}%{y}" | SORT id | KEEP id, x, y | LIMIT 30', 'DISSECT msg "%{+when}-%{+when}-%{day} %{rest}" | SORT id | KEEP id, when, day, rest | LIMIT 30', 'GROK msg "%{WORD:a}" | SORT id | KEEP id, a | LIMIT 40', 'GROK mk "%{NUMBER:n:float}" | SORT id | KEEP id, n | LIMIT 40',
  'GROK msg "%{GREEDYDATA:head} %{NOTSPACE:tail}" | SORT id | KEEP id, head, tail | LIMIT 40', 'EVAL g = %k | STATS c = COUNT(*) BY g | SORT c DESC, g', 'STATS a = MAX(i), b = MIN(i) BY g | EVAL span = a - b | SORT g', 'STATS c = COUNT(*) BY d2 = DATE_TRUNC(1 year, d), g | SORT d2, g',
  'STATS c = COUNT_DISTINCT(k) BY g | SORT g', 'STATS x = MV_SORT(VALUES(mk)) BY g | SORT g', 'STATS x = MV_COUNT(VALUES(i)), y = COUNT(i) BY b | SORT b', 'RENAME i AS one, l AS two | EVAL three = one + two | KEEP one, two, three, id | SORT id', 'DROP k*, *b | KEEP * | SORT id | LIMIT 2',
  'WHERE k IN ("alpha", "10", null) AND i IS NOT NULL | KEEP id | SORT id', 'WHERE NOT (%b) | KEEP id | SORT id', 'WHERE (%b) AND NOT (%b) | STATS c = COUNT(*)', 'WHERE (%b) OR (%b) | KEEP id | SORT id', 'EVAL x = CASE(%b, %k, "else") | STATS c = COUNT(*) BY x | SORT x',
  'WHERE tx : "fox" OR i == 7 | SORT id | KEEP id', 'WHERE MATCH(tx, "quick") | SORT id | KEEP id', 'WHERE MATCH_PHRASE(tx, "quick brown") | SORT id | KEEP id', 'WHERE KQL("k : a* and not i < 0") | SORT id | KEEP id', 'WHERE QSTR("i:[1 TO 50] AND NOT k:Beta") | SORT id | KEEP id', 'WHERE k : "alpha" AND %b | SORT id | KEEP id',
]; // prettier-ignore

const SORT_KEYS = [
  'i',
  'l',
  'f',
  'k',
  'b',
  'd',
  'ip',
  'v',
  'mi',
  'mk',
  'mf',
  'dn',
  'LENGTH(k)',
  'md',
  'i % 3',
  'tx.raw',
  'o.a',
  '-l',
  'TO_LOWER(k)',
];

/** Commands that Elasticsearch refuses, or that nobody would write; `%x` is an expression of any kind. */
const ODD: readonly string[] = [
  'EVAL x = %x + %x', 'EVAL x = %x * %x', 'EVAL x = %x == %x', 'EVAL x = %x > %x', 'EVAL x = %x AND %x', 'EVAL x = CONCAT(%x, %x)', 'EVAL x = LENGTH(%x)', 'EVAL x = ABS(%x)', 'EVAL x = ROUND(%x, %x)', 'EVAL x = %x LIKE "a*"', 'EVAL x = %x IN (%x, %x)',
  'EVAL x = CASE(%x, %x, %x)', 'EVAL x = COALESCE(%x, %x)', 'EVAL x = GREATEST(%x, %x)', 'EVAL x = DATE_TRUNC(1 day, %x)', 'EVAL x = DATE_DIFF("day", %x, %x)', 'EVAL x = SUBSTRING(%x, %x)', 'EVAL x = TO_IP(%x)', 'EVAL x = TO_VERSION(%x)', 'EVAL x = TO_DATETIME(%x)', 'EVAL x = %x::integer',
  'EVAL x = %x::boolean', 'EVAL x = %x::datetime', 'EVAL x = CIDR_MATCH(%x, "10.0.0.0/8")', 'EVAL x = MV_SUM(%x)', 'EVAL x = MV_CONCAT(%x, %x)', 'EVAL x = MV_AVG(%x)', 'EVAL x = MV_SLICE(%x, %x)', 'EVAL x = STARTS_WITH(%x, %x)', 'EVAL x = SPLIT(%x, ",")', 'EVAL x = %x - 1 day', 'EVAL x = NOT (%x)', 'EVAL x = -(%x)',
  'STATS x = SUM(%x)', 'STATS x = AVG(%x)', 'STATS x = MAX(%x)', 'STATS x = MEDIAN(%x)', 'STATS x = COUNT_DISTINCT(%x)', 'STATS x = COUNT(%x) WHERE %x', 'STATS x = MIN(%x) BY y = %x', 'WHERE %x', 'SORT %x | LIMIT 0', 'EVAL x = nope + %x', 'EVAL x = NOPE(%x)', 'KEEP nope, id', 'DROP nope', 'RENAME nope AS id',
  'STATS x = %x', 'EVAL x = MAX(%x)', 'MV_EXPAND nope', 'DISSECT i "%{a}"', 'GROK i "%{WORD:a}"', 'EVAL x = LENGTH(%x, %x)', 'EVAL x = CONCAT(%x)', 'EVAL x = SUBSTRING(%x)', 'KEEP id | WHERE k == "a"', 'STATS c = COUNT(*) BY g | KEEP id', 'WHERE %x == 1 AND nope > 2', 'EVAL x = i.y, z = k.z', 'STATS SUM(nope), AVG(k) BY nope2',
]; // prettier-ignore

const ROW_FIELDS: readonly string[] = [
  'a = %i, b = %k', 'a = %f, b = %b', 'a = %d, b = %p', 'a = %l, b = %v', 'a = [1, 2, 2, 3], b = ["b", "a", "b"]', 'a = %i, b = null', 'a = [0.5, -1.5], b = [true, false, true]',
]; // prettier-ignore

const ROW_FOLLOWED: readonly string[] = [
  'EVAL c = a, d = b', 'EVAL c = MV_COUNT(a), d = MV_DEDUPE(b)', 'EVAL c = MV_MAX(a), d = MV_FIRST(b)', 'EVAL c = TO_STRING(a), d = TO_STRING(b)', 'EVAL c = a IS NULL, d = b IS NOT NULL', 'EVAL c = COALESCE(a, a), d = CASE(a IS NULL, b)', 'EVAL c = MV_SORT(a, "desc"), d = MV_SLICE(b, 0, 1)', 'MV_EXPAND a | SORT a', 'STATS c = COUNT(a), d = COUNT_DISTINCT(b)', 'WHERE a == a',
  'EVAL a + 1', 'EVAL x = MV_APPEND(a, a), y = MV_LAST(b)', 'EVAL x = a::string LIKE "*1*"', 'KEEP b', 'RENAME a AS b', 'EVAL x = a IN (1, 2)', 'STATS m = MAX(a) BY b | SORT b',
]; // prettier-ignore

/** Makes queries over some fields; a seed makes the same ones again. */
class Maker {
  private readonly random: Random;
  private readonly fields: Fields;
  private readonly from: string;

  constructor(random: Random, fields: Fields, index: string) {
    this.random = random;
    this.fields = fields;
    this.from = `FROM ${index}`;
  }

  private expression(kind: Kind, depth: number): string {
    const { random } = this;
    const roll = random.whole(100);
    if (roll < 3) return 'null';
    if (roll < 6) return this.expression(random.pick(KINDS), Math.max(depth - 1, 0));
    if (depth <= 0 || roll < 20)
      return random.chance(0.75) ? random.pick(this.fields[kind]) : random.pick(LITERALS[kind]);
    return this.filled(random.pick(CALLS[kind]), depth - 1);
  }

  private filled(template: string, depth: number): string {
    return template.replace(/%([ilfkbdpvx])(?![a-z])/g, (_, code: string) => {
      const inner = this.expression(CODES[code] ?? this.random.pick(KINDS), depth);
      return /^[\w."]+$|^\w+\(.*\)$/.test(inner) ? inner : `(${inner})`;
    });
  }

  private stats(): string {
    const { random } = this;
    const aggregates = Array.from({ length: 1 + random.whole(3) }, (_, at) => {
      const filter = random.chance(0.2) ? ` WHERE ${this.expression('boolean', 1)}` : '';
      const name = random.chance(0.8) ? `a${at} = ` : '';
      return `${name}${this.filled(random.pick(AGGREGATES), 1)}${filter}`;
    });
    const before = random.chance(0.2) ? `WHERE ${this.expression('boolean', 1)} | ` : '';
    const by = random.chance(0.6) ? ` BY ${random.pick(KEYS)}` : '';
    return `${before}STATS ${aggregates.join(', ')}${by}`;
  }

  private command(): string {
    const key = this.random.pick(SORT_KEYS);
    const template = this.random.pick(COMMANDS);
    const safe =
      template.includes('KEEP id, %S') && /[^\w.]/.test(key)
        ? template.replaceAll('%S', 'i')
        : template.replaceAll('%S', key);
    return this.filled(safe, 1);
  }

  private rowQuery(): string {
    const literals = this.random
      .pick(ROW_FIELDS)
      .replace(/%([ilfkbdpv])/g, (_, code: string) => this.random.pick(LITERALS[CODES[code] ?? 'integer']));
    return `ROW ${literals} | ${this.random.pick(ROW_FOLLOWED)}`;
  }

  query(): string {
    const { random, from } = this;
    const roll = random.whole(100);
    if (roll < 40) return `${from} | EVAL x = ${this.expression(random.pick(KINDS), 2)} | KEEP id, x | SORT id`;
    if (roll < 52) return `${from} | WHERE ${this.expression('boolean', 2)} | KEEP id | SORT id`;
    if (roll < 66) return `${from} | ${this.stats()}`;
    if (roll < 82) return `${from} | ${this.command()}`;
    if (roll < 88) return this.rowQuery();
    const odd = this.filled(random.pick(ODD), 1);
    return `${from} | ${odd}${odd.startsWith('EVAL') ? ' | KEEP id, x | SORT id' : ''}`;
  }
}

/** Queries of a seed over the index, each once. */
export function queriesOf(seed: number, count: number, index: string, fields: Fields = FIELDS): string[] {
  const maker = new Maker(seeded(seed), fields, index);
  const queries = new Set<string>();
  while (queries.size < count) queries.add(maker.query());
  return [...queries];
}
