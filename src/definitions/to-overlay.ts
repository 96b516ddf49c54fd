import type { Overlay } from '../model/overlay.js';
import { isJsonObject } from '../values/json.js';
import type { JsonObject } from '../values/json.js';

/** The overlay of a file that its schema has accepted. */
export function toOverlay({ overlay }: JsonObject): Overlay {
  const { rule_id: id, ...fields } = isJsonObject(overlay) ? overlay : {};
  return { ruleId: typeof id === 'string' ? id : '', fields };
}
