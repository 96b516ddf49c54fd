import type { EqlCall, EqlExpression, EqlField } from './ast.js';
import { constantValue } from './evaluate.js';
import { patternTest } from './pattern-test.js';
import type { Translated } from './combine.js';
import type { Translation } from './translation.js';
import { disjunction } from './combine.js';

/** Translates a function that Query DSL can express; undefined for all others. */
export function translateCall(node: EqlCall, translator: Translation): Translated | undefined {
  const [first, second] = node.arguments;
  if (first === undefined) return undefined;
  const { insensitive } = node;
  const patterns = constantTexts(node.arguments.slice(1));
  const name = node.name.toLowerCase();
  if (name === 'wildcard' && patterns !== undefined) {
    return disjunction(patterns.map((text) => patternTest(translator, first, { kind: 'like', text, insensitive })));
  }
  if (name === 'match' && patterns !== undefined) {
    return patternTest(translator, first, { kind: 'regexp', text: patterns.join('|'), insensitive });
  }
  if (first.kind !== 'Field' || patterns === undefined) return undefined;
  if (name === 'cidrmatch' && translator.isAddress(first))
    return translator.dsl({ terms: { [translator.exact(first)]: patterns } });
  const [text] = patterns;
  return second === undefined || text === undefined ? undefined : search(name, first, text, insensitive, translator);
}

function search(
  name: string,
  field: EqlField,
  text: string,
  insensitive: boolean,
  translator: Translation,
): Translated | undefined {
  const target = translator.exact(field);
  const folding = insensitive ? { case_insensitive: true } : {};
  switch (name) {
    case 'startswith':
      return translator.dsl({ prefix: { [target]: { value: text, ...folding } } });
    case 'endswith':
      return translator.dsl({ wildcard: { [target]: { value: `*${text}`, ...folding } } });
    case 'stringcontains':
      // Elasticsearch does not escape the text either: its wildcards are wildcards.
      return translator.dsl({ wildcard: { [target]: { value: `*${text}*`, ...folding } } });
    default:
      return undefined;
  }
}

/** The arguments, if all are constant texts. */
function constantTexts(nodes: readonly EqlExpression[]): readonly string[] | undefined {
  const values = nodes.map(constantValue);
  return values.every((value) => typeof value === 'string') ? values : undefined;
}
