import { parseEql } from '../languages/eql/parse.js';
import type { KqlNode } from '../languages/kql/ast.js';
import { termText } from '../languages/kql/ast.js';
import { fieldsOfEql } from '../languages/eql/fields.js';
import { fieldsOfKql } from '../languages/kql/fields.js';
import { parseKql } from '../languages/kql/parse.js';
import { queryOf, threatQueryOf } from '../model/rule-defaults.js';
import type { Rule } from '../model/rule.js';
import type { FieldCatalogue, FieldMapping } from '../schemas/fields/catalogue.js';
import { inferEqlFields } from './infer-eql-fields.js';

/**
 * The fields that a rule names (in its query, and what it groups or compares by), as a catalogue maps them; those that it lacks by what
 * their use suggests. Patterns of names stand for what the catalogue has; a multi-field for the field that it belongs to.
 */
export function ruleFields(rule: Rule, catalogue: FieldCatalogue): FieldCatalogue {
  const guessed = guesses(rule, catalogue);
  const found = new Map<string, FieldMapping>();
  for (const name of namesOf(rule)) {
    if (name.includes('*')) continue;
    const [base, mapping] = mappingOf(name, catalogue, guessed);
    if (mapping !== undefined) found.set(base, mapping);
  }
  return found;
}

function mappingOf(
  name: string,
  catalogue: FieldCatalogue,
  guessed: FieldCatalogue,
): readonly [string, FieldMapping | undefined] {
  const own = catalogue.get(name);
  if (own !== undefined) return [name, own];
  const parent = name.slice(0, Math.max(0, name.lastIndexOf('.')));
  const inner = catalogue.get(parent);
  if (inner?.['fields'] !== undefined && Object.hasOwn(inner['fields'] as object, name.slice(parent.length + 1)))
    return [parent, inner];
  const isObject = [...catalogue.keys()].some((each) => each.startsWith(`${name}.`));
  return [name, isObject ? undefined : (guessed.get(name) ?? { type: 'keyword' })];
}

function guesses(rule: Rule, catalogue: FieldCatalogue): FieldCatalogue {
  const text = queryOf(rule) ?? '';
  if (rule.type === 'eql') {
    const tree = parseEql(text).value;
    return tree === undefined ? new Map() : inferEqlFields(tree, catalogue);
  }
  const tree = parseKql(text).value;
  return new Map(tree === undefined ? [] : numbersIn(tree));
}

/** Fields of a KQL query that are compared with numbers. */
function numbersIn(node: KqlNode): readonly (readonly [string, FieldMapping])[] {
  switch (node.kind) {
    case 'And':
    case 'Or':
      return node.clauses.flatMap(numbersIn);
    case 'Not':
    case 'Nested':
      return numbersIn(node.clause);
    case 'Range':
      return /^-?\d+$/.test(termText(node.value)) ? [[termText(node.field), { type: 'long' }]] : [];
    default:
      return [];
  }
}

function namesOf(rule: Rule): readonly string[] {
  const text = queryOf(rule) ?? '';
  switch (rule.type) {
    case 'machine_learning':
    case 'esql':
      return [];
    case 'eql': {
      const tree = parseEql(text).value;
      return tree === undefined ? [] : [rule.eventCategoryOverride ?? 'event.category', ...fieldsOfEql(tree)];
    }
    case 'query':
    case 'saved_query':
      return kqlNames(text);
    case 'new_terms':
      return [...kqlNames(text), ...rule.newTermsFields];
    case 'threshold':
      return [
        ...kqlNames(text),
        ...rule.threshold.field.filter((name) => name !== ''),
        ...(rule.threshold.cardinality ?? []).map(({ field }) => field),
      ];
    case 'threat_match':
      return [
        ...kqlNames(text),
        ...kqlNames(threatQueryOf(rule)),
        ...rule.threatMapping.flatMap(({ entries }) => entries.flatMap(({ field, value }) => [field, value])),
      ];
  }
}

function kqlNames(text: string): readonly string[] {
  const tree = parseKql(text).value;
  return tree === undefined ? [] : fieldsOfKql(tree);
}
