import type { JsonObject } from '../values/json.js';

/** What of a repository a target gets, and who owns what there: the parts of `[target.X]` in dragnet.toml that a plan depends on, by their keys. */
export interface TargetSettings {
  readonly select?: {
    /** Rules with one of these tags; without it, all. */
    readonly tags?: readonly string[];
    /** Rules of these files and folders (`*` stands for any text); without it, all. */
    readonly paths?: readonly string[];
    /** Rules of these maturities; `production` without it. A rule that names none is one of production. */
    readonly maturity?: readonly string[];
  };
  /** The tag of managed rules; {@link DEFAULT_TAG} without it, none if empty. */
  readonly tag?: string;
  /** What belongs to git (true, the default) or to analysts (false). */
  readonly manage?: {
    readonly enabled?: boolean;
    readonly exceptions_list?: boolean;
    readonly actions?: boolean;
  };
  /** What is otherwise on this target, for every rule. */
  readonly override?: {
    readonly enabled?: boolean;
    /** Added to those of the rule. */
    readonly tags?: readonly string[];
    /** In front of every index pattern: `remote:` for a remote cluster. */
    readonly index_prefix?: string;
    /** Added to those of the rule: `{ list_id, namespace_type, type }`. */
    readonly exceptions_list?: readonly JsonObject[];
  };
}

/** The tag that shows in Kibana which rules are managed. */
export const DEFAULT_TAG = 'Managed by dragnet';

/** The tag of a target; empty for none. */
export function tagOf({ tag }: Pick<TargetSettings, 'tag'>): string {
  return tag ?? DEFAULT_TAG;
}
