import type { ValueList } from '../model/exception-list.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import type { LocalTable } from './local-tables.js';

/** A `<name>.test.toml` file: the tests of the definition beside it. */
export interface TestFile {
  readonly file: string;
  readonly tests: readonly TestCase[];
}

/** One test: documents in, expectations out, at a frozen instant. */
export interface TestCase {
  readonly name: string;
  /** Where the test stands in the file, for messages: the index in the list of tests. */
  readonly position: number;
  /** Freezes `now`, date math, `NOW()`, look-back; an invalid date where the file has none, which fails the test. */
  readonly now: Date;
  /** Names of mapping profiles, or paths of mapping files; empty: chosen by index name. */
  readonly mappings: readonly string[];
  /** Fixture files, relative to the test file. */
  readonly events: readonly string[];
  /** Fixture files, or documents, that came before the events; the same indices. */
  readonly history: readonly (string | JsonObject)[];
  /** Index of documents that name none; absent: chosen from the patterns of the definition. */
  readonly index?: string;
  /** Events written in the test itself. */
  readonly inline: readonly JsonObject[];
  readonly patches: readonly Patch[];
  /** When the rule runs, the first run first; once at `now` where the file does not say. */
  readonly runAt: readonly Date[];
  /** Files with exception lists that apply to the rule; absent: the lists of the repository that the rule names. */
  readonly exceptions?: readonly string[];
  /** Files with value lists, or value lists. */
  readonly valueLists: readonly (string | ValueList)[];
  /** Fixture files, or documents, for the indices of `threat_index`. */
  readonly indicators: readonly (string | JsonObject)[];
  /** Fixture files, or documents, for the index of anomalies. */
  readonly anomalies: readonly (string | JsonObject)[];
  /** Files that stand for enrich policies. */
  readonly enrich: readonly LocalTable[];
  /** Name of a lookup index → fixture file of its rows. */
  readonly lookup: ReadonlyMap<string, string>;
  /** The engines that the test is for; empty: all. */
  readonly engines: readonly ('embedded' | 'elasticsearch')[];
  /** Which query of a hunt, counted from 1; the first one by default. */
  readonly query: number;
  readonly expect: Expectation;
  /** The reason why the test is expected to fail for now. */
  readonly todo?: string;
  /** The reason why the test does not run. */
  readonly skip?: string;
  /** Whether only this test and others so marked run. */
  readonly only?: boolean;
}

/** Varies one event: which one, dotted fields to set, dotted fields to take away. */
export interface Patch {
  readonly id: string;
  readonly set: JsonObject;
  readonly unset: readonly string[];
}

/** What must come out; what is absent is not checked. */
export interface Expectation {
  /** Number of alerts. */
  readonly alerts?: number | Bounds;
  /** Ids of the documents that the alerts are made of: exactly these. */
  readonly matched?: readonly string[];
  /** Ids that must be among them. */
  readonly matchedAny?: readonly string[];
  /** For each, at least one alert has these fields (dotted names). */
  readonly alert?: readonly JsonObject[];
  /** Ids of the events of each sequence or sample, in order of the events. */
  readonly sequences?: readonly (readonly string[])[];
  /** Groups that pass a threshold. */
  readonly groups?: readonly ExpectedGroup[];
  /** Rows of an ES|QL query, compared in the columns they name. */
  readonly rows?: readonly JsonObject[];
  /** Names of the columns, all and in order. */
  readonly columns?: readonly string[];
  /** Parts of warnings, each of which some warning of the run holds. */
  readonly warnings?: readonly string[];
  /** Part of the error that the run must end with. */
  readonly error?: string;
  /** Whether the order of rows counts. */
  readonly ordered: boolean;
}

/** A group of a threshold rule: its values by field, and the number of its documents where it counts. */
export interface ExpectedGroup {
  readonly key: JsonObject;
  readonly count?: number;
}

/** A number between bounds, both included. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** What a run gave: the alerts of a rule, or the rows of a hunt. */
export interface Outcome {
  readonly alerts?: readonly OutcomeAlert[];
  readonly columns?: readonly string[];
  readonly rows?: readonly (readonly JsonValue[])[];
  readonly warnings: readonly string[];
  readonly errors: readonly string[];
}

/** An alert, as far as tests look at it. */
export interface OutcomeAlert {
  readonly ids: readonly string[];
  readonly document: JsonObject;
}
