/** A function that ES|QL has and dragnet does not run. */
export interface OtherFunction {
  /** What it is, for messages: `the spatial function ST_X`. */
  readonly family: string;
  /** The first version that has it; 8.18 or earlier if absent. */
  readonly since?: string;
  /** Documented as a technical preview in the newest version. */
  readonly preview?: boolean;
}

interface Family extends OtherFunction {
  readonly names: string;
}

/** By https://www.elastic.co/docs/reference/query-languages/esql/esql-functions-operators, read for 9.5. */
const FAMILIES: readonly Family[] = [
  { family: 'spatial', names: 'ST_CONTAINS ST_DISJOINT ST_DISTANCE ST_INTERSECTS ST_WITHIN ST_X ST_Y ST_ENVELOPE ST_XMAX ST_XMIN ST_YMAX ST_YMIN TO_GEOPOINT TO_GEOSHAPE TO_CARTESIANPOINT TO_CARTESIANSHAPE' },
  { family: 'spatial', names: 'ST_CENTROID_AGG ST_EXTENT_AGG', preview: true },
  { family: 'spatial', since: '9.2', preview: true, names: 'ST_GEOHASH ST_GEOHEX ST_GEOTILE TO_GEOHASH TO_GEOHEX TO_GEOTILE' },
  { family: 'spatial', since: '9.4', preview: true, names: 'ST_BUFFER ST_DIMENSION ST_GEOMETRYTYPE ST_ISEMPTY ST_NPOINTS ST_SIMPLIFY ST_SIMPLIFYPRESERVETOPOLOGY' },
  { family: 'spatial', since: '9.5', preview: true, names: 'ST_DIFFERENCE ST_INTERSECTION ST_SYMDIFFERENCE ST_UNION' },
  { family: 'vector', since: '9.2', preview: true, names: 'KNN TO_DENSE_VECTOR' },
  { family: 'vector', since: '9.3', preview: true, names: 'TEXT_EMBEDDING V_COSINE V_DOT_PRODUCT V_HAMMING V_L1_NORM V_L2_NORM V_MAGNITUDE' },
  { family: 'vector', since: '9.5', preview: true, names: 'EMBEDDING' },
  { family: 'time-series', since: '9.2', names: 'ABSENT_OVER_TIME AVG_OVER_TIME COUNT_DISTINCT_OVER_TIME COUNT_OVER_TIME DELTA FIRST_OVER_TIME IDELTA INCREASE IRATE LAST_OVER_TIME MAX_OVER_TIME MIN_OVER_TIME PRESENT_OVER_TIME RATE SUM_OVER_TIME' },
  { family: 'time-series', since: '9.3', names: 'DERIV PERCENTILE_OVER_TIME STDDEV_OVER_TIME VARIANCE_OVER_TIME' },
  { family: 'time-series', since: '9.4', names: 'WITHOUT' },
  { family: 'metric', names: 'TO_AGGREGATE_METRIC_DOUBLE TO_AGGREGATEMETRICDOUBLE' },
  { family: 'metric', since: '9.3', preview: true, names: 'TO_EXPONENTIAL_HISTOGRAM TO_TDIGEST' },
  { family: 'metric', since: '9.5', preview: true, names: 'SPARKLINE' },
  { family: 'range', since: '9.5', preview: true, names: 'RANGE_CONTAINS RANGE_INTERSECTS RANGE_MAX RANGE_MIN RANGE_WITHIN TO_DATE_RANGE' },
  { family: 'relevance', since: '9.3', preview: true, names: 'CHUNK DECAY SCORE TOP_SNIPPETS' },
  { family: 'flattened-field', since: '9.5', preview: true, names: 'FIELD_EXTRACT' },
  { family: 'text-categorization', names: 'CATEGORIZE' },
]; // prettier-ignore

const BY_NAME: ReadonlyMap<string, OtherFunction> = new Map(
  FAMILIES.flatMap(({ names, ...other }) => names.split(' ').map((name) => [name, other] as const)),
);

/** The function of a name, in any case, that Elasticsearch has and dragnet refuses to run; undefined if there is none. */
export function findOtherFunction(name: string): OtherFunction | undefined {
  return BY_NAME.get(name.toUpperCase());
}

/** Names of these functions, in upper case. */
export const OTHER_FUNCTIONS: readonly string[] = [...BY_NAME.keys()];
