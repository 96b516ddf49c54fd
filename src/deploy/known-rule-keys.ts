import { COMMON_PROPERTIES } from '../schemas/rule-properties.js';
import { TYPE_PROPERTIES } from '../schemas/rule-type-properties.js';

/** Keys of rules that the schemas know. Others may be of a newer Kibana; one that does not know them drops them. */
export const KNOWN_RULE_KEYS: ReadonlySet<string> = new Set([
  ...Object.keys(COMMON_PROPERTIES),
  ...Object.keys(TYPE_PROPERTIES),
]);
