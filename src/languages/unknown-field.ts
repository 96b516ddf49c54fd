import { similarNames } from '../diagnostics/did-you-mean.js';
import type { DiagnosticCode, Finding, Range } from '../diagnostics/diagnostic.js';
import type { IndexField } from '../schemas/fields/index-fields.js';

/** A finding of the check of KQL or Lucene, and the field that it is about. */
export interface FieldFinding {
  readonly name: string;
  readonly finding: Finding;
}

/** Whether a query can ask about a name: a field, or a key within a flattened one. */
export function isField(name: string, fields: ReadonlyMap<string, IndexField>): boolean {
  if (fields.has(name)) return true;
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    const parent = fields.get(name.slice(0, dot))?.type;
    if (parent !== undefined) return parent === 'flattened';
  }
  return false;
}

/** How many similar names a message has. */
const SUGGESTED = 3;

/** Names that were suggested before: rules of one integration name the same unknown fields, and comparing with thousands is dear. */
const suggested = new WeakMap<object, Map<string, readonly string[]>>();

function similarFields(name: string, fields: ReadonlyMap<string, IndexField>): readonly string[] {
  const known = suggested.get(fields) ?? new Map<string, readonly string[]>();
  suggested.set(fields, known);
  const similar = known.get(name) ?? similarNames(name, fields.keys()).slice(0, SUGGESTED);
  known.set(name, similar);
  return similar;
}

/** The finding about a field that the indices do not have. */
export function unknownField(
  code: DiagnosticCode,
  name: string,
  range: Range,
  fields: ReadonlyMap<string, IndexField>,
): FieldFinding {
  // Most callers want to know only that there is such a finding: names that are near are looked for when the message is read.
  const finding: Finding = {
    code,
    severity: 'error',
    range,
    get what() {
      const [best, ...others] = similarFields(name, fields);
      if (best === undefined) return `Unknown field [${name}]`;
      const meant = others.length === 0 ? `[${best}]` : `any of [${[best, ...others].join(', ')}]`;
      return `Unknown field [${name}], did you mean ${meant}?`;
    },
    why: 'No index that is searched has the field: the clause never matches, and its negation always does.',
    get fix() {
      const [best] = similarFields(name, fields);
      return best === undefined ? 'Use a field of the indices, or search others.' : `Write ${best}.`;
    },
  };
  return { name, finding };
}
