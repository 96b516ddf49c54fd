import { choice, DIALECT, formed, open, text, whole, type JsonSchema } from './json-schema.js';
import { RULE_TYPES } from './rule-types.js';

const SHA256 = formed('^[0-9a-f]{64}$', 'a SHA-256 in hexadecimal', 'Hash of the rule when it got this version.');

const ENTRY: JsonSchema = open(
  'The locked version of a rule.',
  {
    rule_name: text('Name of the rule.'),
    sha256: SHA256,
    type: choice(RULE_TYPES, 'Type of the rule; it never changes.'),
    version: whole(1, 'Version of the rule.'),
    min_stack_version: text('Oldest stack of this version.'),
    previous: {
      type: 'object',
      description: 'Stack (`8.19`) → the version that it still gets.',
      additionalProperties: open(
        'A version for an older stack.',
        { rule_name: text('Name of the rule.'), sha256: SHA256, type: text('Type.'), version: whole(1, 'Version.') },
        ['version'],
      ),
    },
    stack_emit: open('Stack → the version that it gets after changes made for it.'),
  },
  ['rule_name', 'sha256', 'type', 'version'],
);

/** `version.lock.json`, in the form of elastic/detection-rules: rule id → version, hash, type, name. */
export const VERSION_LOCK_SCHEMA: JsonSchema = {
  $schema: DIALECT,
  $id: 'urn:dragnet:schema:version-lock',
  title: 'Version lock',
  description: 'Rule id → the version that the rule has now, and the hash that goes with it.',
  type: 'object',
  additionalProperties: ENTRY,
};
