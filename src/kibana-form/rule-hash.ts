import { tomlFloats } from '../definitions/toml-floats.js';
import type { TomlFile } from '../definitions/parse-toml.js';
import { versionLockHash } from '../definitions/version-lock-hash.js';
import { isJsonObject, type JsonObject } from '../values/json.js';
import { fieldsOfQuery } from './query-fields.js';

/** The hashes that stand for a rule: the one to write, and the other that elastic/detection-rules takes for unchanged. */
export interface RuleHashes {
  readonly sha256: string;
  /** With `related_integrations`. */
  readonly withIntegrations: string;
}

/** The hashes of the rule of a file, with the fields of its query and its floats as they are written. */
export function ruleHashes(toml: TomlFile & { readonly table: JsonObject }): RuleHashes {
  const rule = toml.table['rule'];
  const facts = { requiredFields: fieldsOfQuery(isJsonObject(rule) ? rule : {}), isFloat: tomlFloats(toml) };
  const sha256 = versionLockHash(toml.table, facts);
  const withIntegrations =
    isJsonObject(rule) && Object.hasOwn(rule, 'related_integrations')
      ? versionLockHash(toml.table, { ...facts, keepRelatedIntegrations: true })
      : sha256;
  return { sha256, withIntegrations };
}
