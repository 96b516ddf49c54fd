import type { Range } from '../../diagnostics/diagnostic.js';
import type { IndexField } from '../../schemas/fields/index-fields.js';
import { isField, unknownField } from '../unknown-field.js';
import type { FieldFinding } from '../unknown-field.js';
import { patternProblem, valueProblem } from '../value-problem.js';
import type { KqlNode, KqlTerm, KqlValue } from './ast.js';
import { isLoneWildcard, termText } from './ast.js';
import { expandField } from './known-fields.js';

type Fields = ReadonlyMap<string, IndexField>;

/**
 * Checks a KQL query against the fields of its indices: fields that they do not have (Kibana searches for them all the same, and finds
 * nothing), and values that cannot be of a field's type, which Elasticsearch refuses in the words given. Names with wildcards are unknown
 * where they fit no field. https://www.elastic.co/docs/explore-analyze/query-filter/languages/kql
 */
export function checkKql(node: KqlNode, fields: Fields): readonly FieldFinding[] {
  return [...check(node, '', fields)];
}

function* check(node: KqlNode, path: string, fields: Fields): Generator<FieldFinding, void, undefined> {
  switch (node.kind) {
    case 'And':
    case 'Or':
      for (const clause of node.clauses) yield* check(clause, path, fields);
      return;
    case 'Not':
      yield* check(node.clause, path, fields);
      return;
    case 'Nested':
      yield* check(node.clause, `${path}${termText(node.path)}.`, fields);
      return;
    case 'Match':
      yield* checkField(node.field, path, fields, (name, field) => values(node.value, name, field));
      return;
    case 'Range':
      yield* checkField(node.field, path, fields, (name, field) => value(node.value, name, field));
      return;
    case 'Exists':
      // An object exists where one of its fields does.
      if (fields.has(path + termText(node.field)) || !isObject(path + termText(node.field), fields))
        yield* checkField(node.field, path, fields, () => []);
      return;
    case 'FreeText':
    case 'MatchAll':
      return;
  }
}

function* checkField(
  term: KqlTerm,
  path: string,
  fields: Fields,
  ofValues: (name: string, field: IndexField) => Iterable<FieldFinding>,
): Generator<FieldFinding, void, undefined> {
  if (isLoneWildcard(term) || (term.kind === 'Literal' && term.value === null)) return;
  const name = path + termText(term);
  if (term.kind === 'Wildcard') {
    const [first] = expandField(term, path === '' ? undefined : path.slice(0, -1), fields);
    if (first?.info === undefined) yield unknownField('kql/unknown-field', name, term.range, fields);
    return;
  }
  const field = fields.get(name);
  if (field === undefined) {
    if (!isField(name, fields)) yield unknownField('kql/unknown-field', name, term.range, fields);
  } else if (field.conflict === undefined) yield* ofValues(name, field);
}

function isObject(name: string, fields: Fields): boolean {
  const start = `${name}.`;
  for (const other of fields.keys()) if (other.startsWith(start)) return true;
  return false;
}

function* values(node: KqlValue, name: string, field: IndexField): Generator<FieldFinding, void, undefined> {
  switch (node.kind) {
    case 'ValueAnd':
    case 'ValueOr':
      for (const item of node.values) yield* values(item, name, field);
      return;
    case 'ValueNot':
      yield* values(node.value, name, field);
      return;
    default:
      yield* value(node, name, field);
  }
}

function* value(term: KqlTerm, name: string, field: IndexField): Generator<FieldFinding, void, undefined> {
  if (isLoneWildcard(term)) return;
  const problem =
    term.kind === 'Wildcard'
      ? patternProblem(field.type, name, isPrefix(term.parts))
      : valueProblem(field.type, String(term.value), field.format);
  if (problem !== undefined) yield wrongValue(name, problem, field.type, term.range);
}

function isPrefix(parts: readonly string[]): boolean {
  return parts.length === 2 && parts[1] === '';
}

function wrongValue(name: string, what: string, type: string, range: Range): FieldFinding {
  return {
    name,
    finding: {
      code: 'kql/value-type',
      severity: 'error',
      range,
      what,
      why: `${name} is of type ${type}, and Elasticsearch refuses the whole query.`,
      fix: `Write a value of type ${type}, or ask another field.`,
    },
  };
}
