import type { JsonObject } from '../values/json.js';
import type { BulkResult, LiveObject, PrebuiltVersion } from './kibana.js';

/** How Elastic's package of rules stands to what is installed, in numbers of rules. */
export interface PrebuiltCounts {
  readonly inPackage: number;
  readonly installed: number;
  readonly installable: number;
  readonly upgradable: number;
}

/** A rule of the package that is not installed; `body` is the rule in Kibana's form. */
export interface InstallableRule extends PrebuiltVersion {
  readonly name: string;
  readonly body: JsonObject;
}

/** An installed rule with a newer version in the package. */
export interface RuleUpgrade {
  readonly ruleId: string;
  readonly name: string;
  readonly installed: number;
  readonly available: number;
  /** Whether somebody changed the rule since it was installed. */
  readonly isCustomized: boolean;
  /** Fields that both sides changed; Kibana solves some of them by itself. */
  readonly conflicts: number;
  /** The rule as it is, and as the package has it now. */
  readonly current: JsonObject;
  readonly target: JsonObject;
}

/**
 * Elastic's prebuilt rules in a Kibana. All but the counts come from APIs of Kibana's own screens, which Elastic may change: where a Kibana answers
 * otherwise the request rejects with a `KibanaError` (`unsupported` or `invalid`).
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/install-manage-elastic-prebuilt-rules
 */
export interface PrebuiltRules {
  counts(): Promise<PrebuiltCounts>;
  /** Rules that could be installed, page after page. */
  installable(): AsyncIterable<readonly InstallableRule[]>;
  /** Rules that could be upgraded, page after page. */
  upgrades(): AsyncIterable<readonly RuleUpgrade[]>;
  /** The rule as the package had it when this version was installed; undefined where the package no longer has it. */
  base(live: LiveObject): Promise<JsonObject | undefined>;
  /** Installs rules, disabled; one that is installed already is fine. One result a rule, in order. */
  install(rules: readonly PrebuiltVersion[]): Promise<readonly BulkResult[]>;
}
