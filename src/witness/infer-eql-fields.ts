import type { EqlExpression, EqlQuery } from '../languages/eql/ast.js';
import { fieldsOfEql } from '../languages/eql/fields.js';
import type { FieldCatalogue, FieldMapping } from '../schemas/fields/catalogue.js';
import { fieldTypes } from '../schemas/fields/catalogue.js';

/**
 * The fields of a query that a catalogue lacks, with the type that their use suggests: numbers and booleans by what they are compared with,
 * addresses by `cidrMatch`, all others keywords. A name under which the catalogue has fields is an object and stays out.
 */
export function inferEqlFields(query: EqlQuery, catalogue: FieldCatalogue): FieldCatalogue {
  const known = fieldTypes(catalogue);
  const types = new Map<string, string>();
  for (const condition of conditionsOf(query)) {
    // A field with a fraction anywhere would lose it as a whole number.
    note(condition, (name, type) => {
      if (type !== 'long' || types.get(name) !== 'double') types.set(name, type);
    });
  }
  const isObject = (name: string): boolean => [...catalogue.keys()].some((each) => each.startsWith(`${name}.`));
  return new Map(
    fieldsOfEql(query)
      .filter((name) => !known.has(name) && !isObject(name))
      .map((name): [string, FieldMapping] => [name, { type: types.get(name) ?? 'keyword' }]),
  );
}

function conditionsOf({ source }: EqlQuery): readonly EqlExpression[] {
  if (source.kind === 'EventFilter') return [source.condition];
  const until = source.kind === 'Sequence' && source.until !== null ? [source.until] : [];
  return [...source.steps, ...until].map(({ filter }) => filter.condition);
}

function note(node: EqlExpression, found: (name: string, type: string) => void): void {
  switch (node.kind) {
    case 'And':
    case 'Or':
      for (const clause of node.clauses) note(clause, found);
      return;
    case 'Not':
      note(node.clause, found);
      return;
    case 'Field':
      found(node.name, 'boolean');
      return;
    case 'Comparison':
      noteComparison(node.left, node.right, found);
      noteComparison(node.right, node.left, found);
      return;
    case 'In':
      for (const item of node.items) noteComparison(node.value, item, found);
      return;
    case 'Call': {
      const [first] = node.arguments;
      if (node.name.toLowerCase() === 'cidrmatch' && first?.kind === 'Field') found(first.name, 'ip');
      return;
    }
    default:
  }
}

function noteComparison(left: EqlExpression, right: EqlExpression, found: (name: string, type: string) => void): void {
  if (left.kind === 'Arithmetic') {
    noteComparison(left.left, right, found);
    noteComparison(left.right, right, found);
  }
  if (left.kind === 'Call') note(left, found);
  if (left.kind !== 'Field') return;
  const type = TYPES.get(right.kind === 'Negation' ? right.value.kind : right.kind);
  if (type !== undefined) found(left.name, type);
}

const TYPES: ReadonlyMap<EqlExpression['kind'], string> = new Map([
  ['Integer', 'long'],
  ['Decimal', 'double'],
  ['Boolean', 'boolean'],
]);
