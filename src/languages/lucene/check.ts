import type { IndexField } from '../../schemas/fields/index-fields.js';
import { isField, unknownField } from '../unknown-field.js';
import type { FieldFinding } from '../unknown-field.js';
import { patternProblem, valueProblem } from '../value-problem.js';
import type { LuceneField, LuceneLeafNode, LuceneNode } from './ast.js';

type Fields = ReadonlyMap<string, IndexField>;

/**
 * Checks a Lucene query against the fields of its indices: fields that they do not have, and values that cannot be of a field's type. Neither
 * is refused: such a clause matches nothing, so that wrong values are warnings. Names with wildcards are left alone.
 * https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-query-string-query
 */
export function checkLucene(node: LuceneNode, fields: Fields): readonly FieldFinding[] {
  return [...check(node, undefined, fields)];
}

function* check(
  node: LuceneNode,
  outer: LuceneField | undefined,
  fields: Fields,
): Generator<FieldFinding, void, undefined> {
  const field = node.field ?? outer;
  if (node.kind === 'Group') {
    for (const clause of node.clauses) yield* check(clause.node, field, fields);
    return;
  }
  if (field === undefined) return;
  const name = field.name === '_exists_' ? textsOf(node).join(' ') : field.name;
  if (name === '' || /[*?]/u.test(name)) return;
  const known = fields.get(name);
  if (known === undefined) {
    if (!isField(name, fields) && !(field.name === '_exists_' && isObject(name, fields)))
      yield unknownField('lucene/unknown-field', name, field.name === '_exists_' ? node.range : field.range, fields);
  } else if (field.name !== '_exists_' && known.conflict === undefined) yield* checkValue(node, name, known);
}

function* checkValue(
  node: LuceneLeafNode,
  name: string,
  { type, format }: IndexField,
): Generator<FieldFinding, void, undefined> {
  const problem = isPattern(node)
    ? patternProblem(type, name, node.kind === 'Prefix')
    : textsOf(node)
        .map((text) => valueProblem(type, text, format))
        .find((sentence) => sentence !== undefined);
  if (problem === undefined) return;
  yield {
    name,
    finding: {
      code: 'lucene/value-type',
      severity: 'warning',
      range: node.range,
      what: problem,
      why: `${name} is of type ${type}: the clause matches nothing, without an error.`,
      fix: `Write a value of type ${type}, or ask another field.`,
    },
  };
}

function isPattern(node: LuceneLeafNode): boolean {
  return node.kind === 'Prefix' || node.kind === 'Wildcard' || node.kind === 'Regexp' || node.kind === 'Fuzzy';
}

/** The values that a node looks for; `>=10` and its kin are words to Lucene's grammar. */
function textsOf(node: LuceneLeafNode): readonly string[] {
  switch (node.kind) {
    case 'Words':
      return node.words.map((word) => word.replace(/^[<>]=?/u, ''));
    case 'Phrase':
      return [node.text];
    case 'Range':
      return [node.from, node.to].filter((text) => text !== undefined && text !== '*') as readonly string[];
    default:
      return [];
  }
}

function isObject(name: string, fields: Fields): boolean {
  for (const other of fields.keys()) if (other.startsWith(`${name}.`)) return true;
  return false;
}
