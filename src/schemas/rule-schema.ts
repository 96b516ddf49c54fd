import { DIALECT, type JsonSchema, type SchemaMap } from './json-schema.js';
import { METADATA } from './rule-metadata-schema.js';
import { COMMON_PROPERTIES } from './rule-properties.js';
import { SUPPRESSION, THRESHOLD_SUPPRESSION, TYPE_PROPERTIES } from './rule-type-properties.js';
import { keysOf, RULE_TYPE_KEYS, RULE_TYPES } from './rule-types.js';
import { THREAT_ENTRY } from './threat-schema.js';
import { TRANSFORM } from './transform-schema.js';

/** Types whose query may be missing where filters stand in for it. */
const FILTERS_DO: readonly string[] = ['query', 'threshold', 'new_terms', 'threat_match'];

/**
 * What a rule of one type must and must not have. `if/then` on `type` and not `oneOf`: an editor then reports the mistake in the
 * branch that is meant, not that no branch fits.
 */
function branch(type: (typeof RULE_TYPES)[number]): JsonSchema {
  const { languages, required } = RULE_TYPE_KEYS[type];
  const own = new Set(keysOf(type));
  const properties: { [key: string]: JsonSchema | boolean } = {};
  for (const key of Object.keys(TYPE_PROPERTIES)) if (!own.has(key)) properties[key] = false;
  if (languages.length > 0) properties['language'] = { enum: languages };
  if (own.has('alert_suppression')) {
    properties['alert_suppression'] = {
      $ref: `#/$defs/${type === 'threshold' ? 'thresholdSuppression' : 'suppression'}`,
    };
  }
  return { if: { properties: { type: { const: type } }, required: ['type'] }, then: { required, properties } };
}

const FILTERS_OR_QUERY: JsonSchema = {
  if: { properties: { type: { enum: FILTERS_DO } }, required: ['type'], not: { required: ['filters'] } },
  then: { required: ['query'] },
};

const NEW_TERMS_OR_FIELDS: JsonSchema = {
  if: {
    properties: { type: { const: 'new_terms' } },
    required: ['type'],
    not: { required: ['new_terms_fields'] },
  },
  then: { required: ['new_terms'] },
};

/** A key that makes another one wrong. */
const ONE_OF_TWO: SchemaMap = {
  data_view_id: { properties: { index: false } },
  new_terms: { properties: { new_terms_fields: false, history_window_start: false } },
};

/** A rule file: `[metadata]`, `[rule]`, `[transform]`; all eight types of rules. */
export const RULE_SCHEMA: JsonSchema = {
  $schema: DIALECT,
  $id: 'urn:dragnet:schema:rule',
  title: 'Detection rule',
  description: 'A detection rule of Elastic Security, kept in git.',
  type: 'object',
  required: ['metadata', 'rule'],
  additionalProperties: false,
  properties: {
    metadata: METADATA,
    rule: {
      type: 'object',
      description: 'The rule itself, in the words of the Kibana API.',
      required: ['rule_id', 'name', 'description', 'author', 'severity', 'risk_score', 'type'],
      additionalProperties: false,
      properties: {
        type: {
          type: 'string',
          enum: RULE_TYPES,
          description: 'Kind of rule; it decides which other keys there are.',
          examples: ['query'],
        },
        ...COMMON_PROPERTIES,
        ...TYPE_PROPERTIES,
      },
      dependentRequired: { new_terms_fields: ['history_window_start'] },
      dependentSchemas: ONE_OF_TWO,
      allOf: [...RULE_TYPES.map(branch), FILTERS_OR_QUERY, NEW_TERMS_OR_FIELDS],
    },
    transform: TRANSFORM,
  },
  $defs: { threat: THREAT_ENTRY, suppression: SUPPRESSION, thresholdSuppression: THRESHOLD_SUPPRESSION },
};
