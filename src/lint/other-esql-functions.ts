/** Functions of ES|QL (up to 9.x) that the registry of dragnet does not have: they exist, and are not checked. */
const NAMES: ReadonlySet<string> = new Set(
  (
    'acosh all_first all_last asinh atanh categorize chicken chunk clamp clamp_max clamp_min decay delta deriv earliest embedding ' +
    'extract_histogram_component field_extract histogram_percentile idelta increase irate json_extract knn latest multi_match ' +
    'mv_all mv_any mv_any_match mv_compare mv_contains_all mv_except mv_filter mv_find mv_greater mv_in mv_in_range mv_intersect ' +
    'mv_join mv_less mv_like mv_map mv_overlaps mv_rlike ' +
    'network_direction rate score sparkline step tbucket term text_embedding top_snippets trange user_agent ' +
    'to_binary to_counter to_date to_date_range to_double_range to_gauge to_human to_range to_text'
  ).split(' '),
);

/** Families of such functions, which grow with each version. */
const PREFIXES: readonly string[] = ['st_', 'v_', 'to_', 'mv_', 'url_'];
const SUFFIX = '_over_time';

/**
 * Whether a name is that of a function that may exist although dragnet does not know it. In a family, a name that is much like one that is known
 * (`isLikeKnown`) is taken for a slip. https://www.elastic.co/docs/reference/query-languages/esql/esql-functions-operators
 */
export function isOtherEsqlFunction(name: string, isLikeKnown: boolean): boolean {
  const plain = name.trim().toLowerCase();
  if (NAMES.has(plain)) return true;
  return !isLikeKnown && (plain.endsWith(SUFFIX) || PREFIXES.some((prefix) => plain.startsWith(prefix)));
}
