import { fieldTypes } from '../schemas/fields/catalogue.js';
import { catalogueOf, PROFILE_NAMES } from '../schemas/fields/profiles.js';

let types: ReadonlyMap<string, string> | undefined;

/**
 * The types of the fields that are known without a cluster: ECS and the built-in integrations. A field that is not among them may exist all
 * the same. Read on the first call.
 */
export function knownFieldTypes(): ReadonlyMap<string, string> {
  types ??= fieldTypes(catalogueOf(PROFILE_NAMES));
  return types;
}
