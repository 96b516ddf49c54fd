/** Functions of ES|QL (up to 9.x) that the registry of dragnet does not have: they exist, and are not checked. */
const NAMES: ReadonlySet<string> = new Set(
  (
    'acosh all_first all_last asinh atanh categorize chicken chunk clamp clamp_max clamp_min decay delta deriv earliest embedding ' +
    'extract_histogram_component field_extract histogram_percentile idelta increase irate json_extract knn latest multi_match ' +
    'network_direction rate score sparkline step tbucket term text_embedding top_snippets trange user_agent'
  ).split(' '),
);

/** Families of such functions, which grow with each version. */
const PREFIXES: readonly string[] = ['st_', 'v_', 'to_', 'mv_', 'url_'];
const SUFFIX = '_over_time';

/** Whether a name is that of a function that may exist although dragnet does not know it. https://www.elastic.co/docs/reference/query-languages/esql/esql-functions-operators */
export function isOtherEsqlFunction(name: string): boolean {
  const plain = name.trim().toLowerCase();
  return NAMES.has(plain) || plain.endsWith(SUFFIX) || PREFIXES.some((prefix) => plain.startsWith(prefix));
}
