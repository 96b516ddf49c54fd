import { nearest } from '../../diagnostics/did-you-mean.js';
import type { Finding } from '../../diagnostics/diagnostic.js';
import type { EqlField } from './ast.js';
import type { EqlDataType } from './data-type.js';
import { dataTypeOf } from './data-type.js';
import type { EqlFields } from './field-info.js';
import { suggestion } from './suggestion.js';

/** Reports a finding. */
export type Report = (finding: Finding) => void;

/** The type of a field, and a report if there is none to use; undefined then. */
export function fieldType(field: EqlField, fields: EqlFields, report: Report): EqlDataType | undefined {
  const { name, range, optional } = field;
  const info = fields.get(name);
  if (info === undefined) {
    if (optional) return 'null';
    report({ ...unknownField(name, fields), range });
    return undefined;
  }
  const refuse = (what: string, why: string, fix: string): void => {
    report({ code: 'eql/unusable-field', severity: 'error', range, what, why, fix });
    return undefined;
  };
  if (info.conflict !== undefined) {
    const types = [...info.conflict].map(([type, indices]) => `[${type}] in [${indices.join(', ')}]`);
    refuse(
      `Cannot use field [${name}] due to ambiguities being mapped as [${types.length}] incompatible types: ${types.join(', ')}`,
      'EQL needs one type for a field, whatever the index.',
      'Search only indices that agree, or map the field alike in all of them.',
    );
    return undefined;
  }
  if (info.type === 'nested') {
    refuse(
      `Cannot use field [${name}] type [nested] due to nested fields not being supported yet`,
      'EQL cannot look into nested objects.',
      'Use a field outside of the nested object.',
    );
    return undefined;
  }
  const type = dataTypeOf(info);
  if (type === undefined) {
    refuse(
      `Cannot use field [${name}] with unsupported type [${info.type}]`,
      'EQL has no values of this type.',
      'Use another field.',
    );
  }
  return type;
}

/** The message about a field that the indices do not have; its range is left to the caller. */
export function unknownField(name: string, fields: EqlFields): Omit<Finding, 'range'> {
  for (const other of fields.keys()) {
    if (!other.startsWith(`${name}.`)) continue;
    return {
      code: 'eql/unusable-field',
      severity: 'error',
      what: `Cannot use field [${name}] type [object] only its subfields`,
      why: 'An object has no value of its own.',
      fix: `Use one of its fields, for instance ${other}.`,
    };
  }
  // Metadata such as _id is nobody's meaning, unless it looks like it.
  const similar = nearest(
    name,
    [...fields.keys()].filter((other) => !other.startsWith('_') || name.startsWith('_')),
  );
  return {
    code: 'eql/unknown-field',
    severity: 'error',
    what: `Unknown column [${name}]${suggestion(similar)}`,
    why: 'Elasticsearch refuses the whole query if a field is not mapped in any of the indices.',
    fix:
      similar[0] === undefined
        ? `Check the name; write ?${name} if the field may be missing.`
        : `Write ${similar[0]}, or ?${name} if the field may be missing.`,
  };
}
