/** Generated queries that the embedded engine answers otherwise, and why: each reason is a line of docs/parity.md. */
export const KNOWN_GAPS: ReadonlyMap<string, string> = new Map([
  [
    'FROM esql-spec-typed | EVAL x = GREATEST(TO_IP(("2024-01-01")), (k2::ip)) | KEEP id, x | SORT id',
    'warnings of what need not be computed',
  ],
  [
    'FROM esql-spec-typed | STATS x = AVG((null != fl))',
    'an argument of the wrong type hides a comparison of the wrong types',
  ],
  [
    'FROM esql-spec-typed | WHERE null | STATS a0 = COUNT_DISTINCT(ml), COUNT_DISTINCT(null) WHERE i == (-17)',
    'COUNT_DISTINCT of null',
  ],
  [
    'FROM esql-spec-typed | STATS a0 = MAX(MV_AVG(ml)), a1 = SUM(TO_INTEGER("17")) + COUNT(*) BY mip',
    'a sum that overflows empties the row',
  ],
  [
    'FROM esql-spec-typed | STATS a0 = WEIGHTED_AVG(E(), DATE_DIFF("day", md, md)) BY B = BUCKET(id, 10.0)',
    'warnings of what need not be computed',
  ],
  ['FROM esql-spec-typed | SORT (md + 90 seconds) | LIMIT 0', 'warnings of what need not be computed'],
  [
    'FROM esql-spec-typed | WHERE ip > "10.0.0.0" | STATS a0 = PERCENTILE(TAU(), 90), a1 = WEIGHTED_AVG(FLOOR((-2.25)), TO_INTEGER(k2)), SUM(CASE(mb, 42)) + COUNT(*) BY i % 3',
    'warnings of what need not be computed',
  ],
  [
    'FROM esql-spec-typed | EVAL x = CASE((g IN ("alpha", "10")), TO_IP(""), TO_IP(("é"))) | KEEP id, x | SORT id',
    'warnings of what need not be computed',
  ],
  [
    'FROM esql-spec-typed | EVAL x = (MV_LAST(SPLIT(("é"), "|"))::integer) IN (DATE_DIFF("minutes", d, md), null) | KEEP id, x | SORT id',
    'warnings of what need not be computed',
  ],
  [
    'FROM esql-spec-typed | WHERE null | STATS COUNT_DISTINCT(CASE(mb, 1)) WHERE mf > 1e5, COUNT(*), a2 = TOP(mk, 3, "asc")',
    'COUNT_DISTINCT of null',
  ],
  [
    'FROM esql-spec-typed | EVAL x = COALESCE(g, k) NOT IN ("alpha", (mip::string)) | KEEP id, x | SORT id',
    'warnings of what need not be computed',
  ],
  [
    'FROM esql-spec-typed | STATS a0 = TOP(mk, 3, "asc"), a1 = MEDIAN((-17)) WHERE CIDR_MATCH(mip, "10.0.0.0/8", "::1/128"), a2 = MEDIAN(ACOS(mf)) WHERE mip == "10.0.0.1"',
    'warnings of what need not be computed',
  ],
  [
    'FROM esql-spec-typed | STATS a0 = MIN(DATE_EXTRACT("day_of_month", md)), a1 = WEIGHTED_AVG(f, mi), a2 = SUM(CASE(42 > 0, 1, 7 < 0, -1, 0)) / COUNT(*)',
    'warnings of what need not be computed',
  ],
  [
    'FROM esql-spec-typed | EVAL x = CASE(([true, false]), id, ([1, 2])) IS NULL | KEEP id, x | SORT id',
    'warnings of what need not be computed',
  ],
]);
