import { patternProblem, valueProblem } from '../../languages/value-problem.js';
import type { Check, Violation } from '../check.js';
import { entriesOf } from '../exception-entries.js';
import type { PlacedEntry } from '../exception-entries.js';

const LIST = (entry: string): string =>
  `[[exceptions]]\n[exceptions.container]\nname = "Scanners"\nlist_id = "scanners"\n\n[[exceptions.items]]\nname = "ours"\nentries = [${entry}]`;

/** See `summary`. */
export const exceptionValuesFit: Check = {
  name: 'exception-values-fit',
  since: '0.1.0',
  severity: 'error',
  summary: 'Compare fields in exceptions with values that their type can hold.',
  rationale:
    'An exception becomes a filter of the search. Elasticsearch refuses a search that looks for a word in a field of addresses, numbers, dates or booleans, or for a pattern with stars in one: every run of every rule that uses the list then fails. Types are those of imported catalogues for the indices of these rules, else those of ECS and the built-in integrations.',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/rule-exceptions'],
  examples: {
    invalid: [
      LIST('{ field = "source.ip", type = "match", operator = "included", value = "scanner-1" }'),
      LIST('{ field = "process.pid", type = "match_any", operator = "included", value = ["4", "four"] }'),
      LIST('{ field = "source.ip", type = "wildcard", operator = "included", value = "10.0.*" }'),
    ],
    valid: [
      LIST('{ field = "source.ip", type = "match_any", operator = "included", value = ["10.0.0.1", "10.1.0.0/16"] }'),
      LIST('{ field = "host.name", type = "wildcard", operator = "included", value = "scan-*" }'),
    ],
  },
  *exceptions(lists, context) {
    for (const placed of entriesOf(lists, context)) yield* wrongValues(placed);
  },
};

function* wrongValues({ entry, name, path, field }: PlacedEntry): Generator<Violation, void, undefined> {
  if (field === undefined) return;
  if (entry.type === 'wildcard') {
    const problem = patternProblem(field.type, name, false);
    if (problem !== undefined) yield violation([...path, 'value'], entry.value, name, field.type, 'a pattern');
    return;
  }
  if (entry.type !== 'match' && entry.type !== 'match_any') return;
  const values = typeof entry.value === 'string' ? [entry.value] : entry.value;
  for (const [at, value] of values.entries()) {
    if (valueProblem(field.type, value, field.format) === undefined) continue;
    const place = entry.type === 'match' ? [...path, 'value'] : [...path, 'value', at];
    yield violation(place, value, name, field.type, 'a value');
  }
}

function violation(path: Violation['path'], value: string, name: string, type: string, kind: string): Violation {
  return {
    path,
    what: `"${value}" is not ${kind} that ${name} can have, which is of type ${type}.`,
    why: 'Elasticsearch refuses the search: every rule that uses the list fails.',
    fix: kind === 'a pattern' ? 'Use match or match_any with whole values.' : `Write a value of type ${type}.`,
  };
}
