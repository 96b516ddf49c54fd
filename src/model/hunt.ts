/** A hunt: one or more queries that an analyst runs by hand, with what it takes to read their results. */
export interface Hunt {
  readonly uuid: string;
  readonly name: string;
  readonly author: string;
  /** Markdown. */
  readonly description: string;
  /** Integrations whose data the queries read, as dotted dataset names: `aws.cloudtrail`. */
  readonly integration: readonly string[];
  /** Languages of the queries as the file names them: `ES|QL`, `EQL`, `SQL` … */
  readonly language: readonly string[];
  readonly license: string;
  /** The queries, at least one, each ending as it does in the file. */
  readonly query: readonly string[];
  /** Markdown; absent where the file has none. */
  readonly notes?: readonly string[];
  /** Ids of MITRE ATT&CK or ATLAS techniques (or tactics): `T1651`, `AML.T0051`. */
  readonly mitre?: readonly string[];
  readonly references?: readonly string[];
}
