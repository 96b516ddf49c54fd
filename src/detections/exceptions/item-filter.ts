import type {
  EntryOperator,
  ExceptionEntry,
  ExceptionItem,
  ListEntry,
  SimpleEntry,
  ValueList,
} from '../../model/exception-list.js';
import type { JsonObject } from '../../values/json.js';
import type { RuleError } from '../rule-error.js';

type Lists = ReadonlyMap<string, ValueList>;

/** Query DSL of a condition; undefined where none can express it. */
type Clause = JsonObject | RuleError | undefined;

/** Ranges of a list (`a-b`) that still become a query. */
const MOST_RANGES = 200;

/**
 * The queries of an exception item, any of which is enough: its entries together, for each operating system as `host.os.type` and as
 * `host.os.name.caseless` where it names some. Undefined: it cannot be a query.
 */
export function itemFilter(
  { entries, osTypes = [] }: ExceptionItem,
  lists: Lists,
): readonly JsonObject[] | RuleError | undefined {
  const clauses = entries.map((entry) => entryClause(entry, lists));
  const failed = clauses.find((clause): clause is RuleError => clause !== undefined && isError(clause));
  if (failed) return failed;
  const all = clauses.filter((clause): clause is JsonObject => clause !== undefined);
  if (all.length < clauses.length) return undefined;
  if (osTypes.length === 0) return [{ bool: { filter: all } }];
  return ['host.os.type', 'host.os.name.caseless'].flatMap((field) =>
    osTypes.map((value) => ({ bool: { filter: [phrase(field, value), ...all] } })),
  );
}

function entryClause(entry: ExceptionEntry, lists: Lists): Clause {
  if (entry.type !== 'nested') return simpleClause(entry, entry.field, lists);
  const inner = entry.entries.map((part) => simpleClause(part, `${entry.field}.${part.field}`, lists));
  const failed = inner.find((clause) => clause === undefined || isError(clause));
  if (inner.includes(undefined) || failed !== undefined) return failed;
  return {
    nested: { path: entry.field, query: { bool: { filter: inner as readonly JsonObject[] } }, score_mode: 'none' },
  };
}

function simpleClause(entry: SimpleEntry, field: string, lists: Lists): Clause {
  switch (entry.type) {
    case 'exists':
      return turned(entry.operator, { exists: { field } });
    case 'match':
      return turned(entry.operator, phrase(field, entry.value));
    case 'match_any':
      return turned(entry.operator, anyOf(entry.value.map((value) => phrase(field, value))));
    case 'wildcard':
      return turned(entry.operator, { wildcard: { [field]: { value: entry.value } } });
    case 'list':
      return listClause(entry, field, lists);
  }
}

function listClause({ list: { id, type }, operator }: ListEntry, field: string, lists: Lists): Clause {
  const list = lists.get(id);
  if (!list) return { error: `Cannot find list: "${id}". Give it among the value lists.` };
  if (type !== 'ip_range') return turned(operator, { terms: { [field]: [...list.values] } });
  const ranges = list.values.filter((value) => value.includes('-'));
  if (ranges.length > MOST_RANGES) return undefined;
  const networks = list.values.filter((value) => !value.includes('-'));
  return turned(
    operator,
    anyOf([
      ...ranges.map((range): JsonObject => {
        const [gte = '', lte = ''] = range.split('-');
        return { range: { [field]: { gte: gte.trim(), lte: lte.trim() } } };
      }),
      ...(networks.length === 0 ? [] : [{ terms: { [field]: networks } }]),
    ]),
  );
}

function phrase(field: string, value: string): JsonObject {
  return { match_phrase: { [field]: value } };
}

function anyOf(should: readonly JsonObject[]): JsonObject {
  return { bool: { should, minimum_should_match: 1 } };
}

function turned(operator: EntryOperator, clause: JsonObject): JsonObject {
  return operator === 'excluded' ? { bool: { must_not: [clause] } } : clause;
}

function isError(clause: JsonObject | RuleError): clause is RuleError {
  return typeof clause.error === 'string';
}
