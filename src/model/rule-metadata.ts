import type { JsonObject } from '../values/json.js';

/** `[metadata]` of a rule file: facts about the definition that Kibana never sees. */
export interface RuleMetadata {
  /** `YYYY/MM/DD`. */
  readonly creationDate?: string;
  /** `YYYY/MM/DD`. */
  readonly updatedDate?: string;
  /** `YYYY/MM/DD`, on a deprecated rule. */
  readonly deprecationDate?: string;
  /** development, experimental, beta, production or deprecated. */
  readonly maturity?: string;
  /** The oldest stack that runs the rule: `8.19.0`. */
  readonly minStackVersion?: string;
  /** Packages whose data the rule reads (`aws`, `endpoint`); a single name in the file becomes a list of one, none an empty list. */
  readonly integration: readonly string[];
  /** The table as the file has it, every key. */
  readonly raw: JsonObject;
}
