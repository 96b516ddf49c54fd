import { requiredFields } from '../definitions/required-fields.js';
import { fieldsOfEql } from '../languages/eql/fields.js';
import { parseEql } from '../languages/eql/parse.js';
import { fieldsOfKql } from '../languages/kql/fields.js';
import { parseKql } from '../languages/kql/parse.js';
import type { RequiredField } from '../model/rule.js';
import { ecsCatalogue } from '../schemas/fields/ecs.js';
import type { JsonObject } from '../values/json.js';

/**
 * The `required_fields` that follow from the query of a `[rule]` table: of KQL and EQL the fields that it names, with their types in ECS.
 * Lucene and machine learning have none, ES|QL's only a cluster knows; a query that does not parse has none.
 */
export function fieldsOfQuery({ language, query }: JsonObject): readonly RequiredField[] {
  if (typeof query !== 'string') return [];
  const names = namesIn(language, query);
  return requiredFields(names, (name) => ecsCatalogue().get(name)?.type);
}

function namesIn(language: JsonObject[string] | undefined, query: string): readonly string[] {
  if (language === 'kuery') {
    const tree = parseKql(query).value;
    return tree === undefined ? [] : fieldsOfKql(tree);
  }
  if (language !== 'eql') return [];
  const tree = parseEql(query).value;
  return tree === undefined ? [] : [...fieldsOfEql(tree)];
}
