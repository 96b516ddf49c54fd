import type { Range } from '../../diagnostics/diagnostic.js';
import type { KqlMatch, KqlNode, KqlValue } from '../../languages/kql/ast.js';
import type { Check, Violation } from '../check.js';
import { treeText } from '../condition.js';
import { queriesOfRule } from '../queries.js';
import { setting } from '../repairs.js';

/** See `summary`. */
export const kqlShortestForm: Check = {
  name: 'kql-shortest-form',
  since: '0.1.0',
  severity: 'warning',
  profiles: { recommended: 'off', strict: 'info' },
  summary: 'Ask in KQL for several values of a field in one list.',
  rationale:
    '`process.name: (curl or wget)` says the same as `process.name: curl or process.name: wget`, and `not user.name: (root or admin)` the same as `not user.name: root and not user.name: admin`: shorter, and a value that stands twice is seen. The repository elastic/detection-rules refuses the long forms.',
  references: ['https://www.elastic.co/docs/explore-analyze/query-filter/languages/kql'],
  examples: {
    invalid: [
      'query = "process.name: curl or process.name: (wget or \\"nc\\")"',
      'query = "process.name: curl and not user.name: root and not user.name: admin"',
    ],
    valid: [
      'query = "process.name: (curl or wget) and not user.name: (root or admin)"',
      'query = "process.name: curl and process.name: curl.exe"',
      'query = "process.name: curl or not process.name: wget"',
    ],
  },
  *rule(rule) {
    for (const query of queriesOfRule(rule)) {
      if (query.language !== 'kuery' || query.tree === undefined) continue;
      for (const { first, last, list } of longForms(query.tree, query.text)) {
        const range = { start: first.start, end: last.end };
        const short =
          list === undefined ? undefined : query.text.slice(0, range.start) + list + query.text.slice(range.end);
        yield violation(query.path, range, list, short);
      }
    }
  },
};

function violation(
  path: Violation['path'],
  range: Range,
  list: string | undefined,
  short: string | undefined,
): Violation {
  return {
    path,
    range,
    what: 'The query asks for values of one field in several clauses.',
    why: 'One list is shorter, and shows values that stand twice.',
    fix: list === undefined ? 'Write one clause with a list: field: (a or b).' : `Write ${shortened(list)}.`,
    ...(short === undefined ? {} : { repair: setting(path, short) }),
  };
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** Clauses about one field that one list can say: the first, the last, and the list where they stand side by side. */
interface LongForm {
  readonly first: Range;
  readonly last: Range;
  readonly list: string | undefined;
}

function* longForms(node: KqlNode, text: string): Generator<LongForm, void, undefined> {
  switch (node.kind) {
    case 'And':
    case 'Or':
      yield* inClauses(node.kind, node.clauses, text);
      for (const clause of node.clauses) yield* longForms(clause, text);
      return;
    case 'Not':
    case 'Nested':
      yield* longForms(node.clause, text);
      return;
    default:
  }
}

/** A clause of the chain, and the match that it is, or denies. */
interface Part {
  readonly at: number;
  readonly range: Range;
  readonly match: KqlMatch;
}

function* inClauses(
  kind: 'And' | 'Or',
  clauses: readonly KqlNode[],
  text: string,
): Generator<LongForm, void, undefined> {
  const byField = new Map<string, Part[]>();
  for (const [at, clause] of clauses.entries()) {
    const match = kind === 'Or' ? clause : clause.kind === 'Not' ? clause.clause : undefined;
    if (match?.kind !== 'Match' || itemsOf(match.value) === undefined) continue;
    const field = treeText(match.field);
    const part = { at, range: clause.range, match };
    const others = byField.get(field);
    if (others) others.push(part);
    else byField.set(field, [part]);
  }
  for (const parts of byField.values()) {
    const [first] = parts;
    const last = parts.at(-1);
    if (first === undefined || last === undefined || parts.length < 2) continue;
    yield { first: first.range, last: last.range, list: listOf(kind, parts, first, text) };
  }
}

/** The clauses as one, where nothing but the operator stands between them. */
function listOf(kind: 'And' | 'Or', parts: readonly Part[], first: Part, text: string): string | undefined {
  const between = parts.slice(1).map(({ at, range }, before) => {
    const previous = parts[before];
    return previous?.at === at - 1 ? text.slice(previous.range.end, range.start).trim().toLowerCase() : undefined;
  });
  if (between.some((word) => word !== kind.toLowerCase())) return undefined;
  const values = parts.flatMap(({ match }) => itemsOf(match.value) ?? []).map((item) => source(text, item));
  const field = source(text, first.match.field.range);
  return `${kind === 'And' ? 'not ' : ''}${field}: (${values.join(' or ')})`;
}

function source(text: string, { start, end }: Range): string {
  return text.slice(start, end);
}

/** The values that one or the other of which is asked for; undefined for lists of another kind. */
function itemsOf(value: KqlValue): readonly Range[] | undefined {
  if (value.kind === 'Literal' || value.kind === 'Wildcard') return [value.range];
  if (value.kind !== 'ValueOr') return undefined;
  const items = value.values.map(itemsOf);
  return items.every((item) => item !== undefined) ? items.flat() : undefined;
}
