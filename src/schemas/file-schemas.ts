import { ACTION_CONNECTORS_SCHEMA } from './action-connectors-schema.js';
import { CONFIG_SCHEMA } from './config-schema.js';
import { EXCEPTIONS_SCHEMA } from './exceptions-schema.js';
import { HUNT_SCHEMA } from './hunt-schema.js';
import type { JsonSchema } from './json-schema.js';
import { OVERLAY_SCHEMA } from './overlay-schema.js';
import { RULE_SCHEMA } from './rule-schema.js';
import { TEST_SCHEMA } from './test-schema.js';
import { VALUE_LISTS_SCHEMA } from './value-lists-schema.js';
import { VERSION_LOCK_SCHEMA } from './version-lock-schema.js';

/** Kinds of files that have a schema. */
export type FileKind =
  | 'rule'
  | 'hunt'
  | 'test'
  | 'config'
  | 'version-lock'
  | 'exceptions'
  | 'value-lists'
  | 'action-connectors'
  | 'overlay';

/** Kind of file → its schema; `schemas/<kind>.schema.json` and the generated validators come from here. */
export const FILE_SCHEMAS: { readonly [kind in FileKind]: JsonSchema } = {
  rule: RULE_SCHEMA,
  hunt: HUNT_SCHEMA,
  test: TEST_SCHEMA,
  config: CONFIG_SCHEMA,
  'version-lock': VERSION_LOCK_SCHEMA,
  exceptions: EXCEPTIONS_SCHEMA,
  'value-lists': VALUE_LISTS_SCHEMA,
  'action-connectors': ACTION_CONNECTORS_SCHEMA,
  overlay: OVERLAY_SCHEMA,
};
