import type { KqlNode, KqlTerm, KqlValue } from '../languages/kql/ast.js';
import { isLoneWildcard, termText } from '../languages/kql/ast.js';
import type { Clause, Condition, FieldTest } from './condition.js';
import type { FieldIndex } from './field-index.js';

/** What a KQL query asks, as Kibana means it for fields of known types. Each comparison of a field, lists included, is one clause. */
export function kqlCondition(tree: KqlNode, fields: FieldIndex): Condition {
  return convert(tree, undefined, fields);
}

function convert(node: KqlNode, path: string | undefined, fields: FieldIndex): Condition {
  switch (node.kind) {
    case 'MatchAll':
      return { kind: 'Constant', value: true };
    case 'And':
    case 'Or':
      return {
        kind: node.kind === 'And' ? 'All' : 'Any',
        parts: node.clauses.map((clause) => convert(clause, path, fields)),
      };
    case 'Not':
      return { kind: 'Not', part: convert(node.clause, path, fields) };
    case 'Nested': {
      const inner = join(path, termText(node.path));
      return { kind: 'Within', path: inner, part: convert(node.clause, inner, fields) };
    }
    case 'Match':
      return clause(node, valueCondition(node.field, node.value, path, fields));
    case 'Exists':
      return clause(node, onFields(node.field, { kind: 'Exists' }, path, fields));
    case 'Range': {
      const test: FieldTest = { kind: 'Bound', operator: node.operator, value: termText(node.value) };
      return clause(node, onFields(node.field, test, path, fields));
    }
    case 'FreeText':
      return clause(node, { kind: 'Anywhere', test: testOf(node.value) });
  }
}

function clause({ range }: KqlNode, part: Condition): Clause {
  return { kind: 'Clause', part, start: range.start, end: range.end };
}

function valueCondition(field: KqlTerm, value: KqlValue, path: string | undefined, fields: FieldIndex): Condition {
  const of = (inner: KqlValue): Condition => valueCondition(field, inner, path, fields);
  switch (value.kind) {
    case 'ValueAnd':
      return { kind: 'All', parts: value.values.map(of) };
    case 'ValueOr':
      return { kind: 'Any', parts: value.values.map(of) };
    case 'ValueNot':
      return { kind: 'Not', part: of(value.value) };
    default:
      return onFields(field, testOf(value), path, fields);
  }
}

function testOf(value: KqlTerm): FieldTest {
  if (isLoneWildcard(value)) return { kind: 'Exists' };
  if (value.kind === 'Wildcard') return { kind: 'Like', parts: value.parts };
  return { kind: 'Equals', value: String(value.value), isPhrase: value.quoted };
}

function onFields(field: KqlTerm, test: FieldTest, path: string | undefined, fields: FieldIndex): Condition {
  if (isLoneWildcard(field) && test.kind === 'Exists') return { kind: 'Constant', value: true };
  const names = namesOf(field, test, path, fields);
  const parts = names.map((name): Condition => ({ kind: 'Field', field: name, test }));
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'Any', parts };
}

/** A pattern stands for the fields that it matches, an object that has to exist for those below it. */
function namesOf(field: KqlTerm, test: FieldTest, path: string | undefined, fields: FieldIndex): readonly string[] {
  if (field.kind === 'Wildcard') {
    const [first = '', ...rest] = field.parts;
    return fields.matching([join(path, first), ...rest]);
  }
  const name = join(path, termText(field));
  const inner = test.kind === 'Exists' ? fields.below(name) : [];
  return inner.length === 0 ? [name] : inner;
}

function join(path: string | undefined, name: string): string {
  return path === undefined ? name : `${path}.${name}`;
}
