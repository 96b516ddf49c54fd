import type { TargetConfig } from '../definitions/config.js';

/** What of a repository a target gets, and who owns what there: the parts of `[target.X]` in dragnet.toml that a plan depends on, by their keys. */
export type TargetSettings = Pick<TargetConfig, 'select' | 'tag' | 'manage' | 'override'>;

/** The tag that shows in Kibana which rules are managed. */
export const DEFAULT_TAG = 'Managed by dragnet';

/** The tag of a target; empty for none. */
export function tagOf({ tag }: Pick<TargetSettings, 'tag'>): string {
  return tag ?? DEFAULT_TAG;
}
