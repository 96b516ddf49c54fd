import { itemFilter } from '../detections/exceptions/item-filter.js';
import { isRuleError } from '../detections/rule-error.js';
import { windowFilter } from '../detections/search-window.js';
import type { SearchWindow } from '../detections/search-window.js';
import { timeFieldsOf } from '../detections/time-order.js';
import type { ExceptionEntry, ExceptionItem, ExceptionList, ValueList } from '../model/exception-list.js';
import type { Rule } from '../model/rule.js';
import { printJson } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import type { Clause, ClauseDraft, DraftPart } from './clause.js';
import { partsOf } from './clauses-of.js';
import { fieldsOfDrafts, numberClauses } from './number-clauses.js';

/** What one run adds to the condition of a rule. */
export interface RunSetting {
  readonly window: SearchWindow;
  readonly now: Date;
  readonly exceptions: readonly ExceptionList[];
  readonly valueLists: readonly ValueList[];
}

/** The clauses of a rule's condition, then what a run asks of documents besides: that they lie in its window, and that no exception holds. */
export function runClauses(rule: Rule, setting: RunSetting): readonly Clause[] {
  return numberClauses([...partsOf(rule), windowPart(rule, setting), ...exceptionParts(setting)]);
}

function windowPart(rule: Rule, { window }: RunSetting): DraftPart {
  const isAnomaly = rule.type === 'machine_learning';
  const query: JsonObject = isAnomaly
    ? { range: { timestamp: { gte: window.from, lte: window.to, format: 'strict_date_optional_time' } } }
    : windowFilter(rule, window);
  const fields = isAnomaly ? ['timestamp'] : timeFieldsOf(rule);
  const wanted = `${window.from} to ${window.to}`;
  return {
    part: { kind: 'window' },
    root: { kind: 'test', text: wanted, fields, wanted, ask: { kind: 'dsl', query }, children: [] },
  };
}

/** The list of endpoint exceptions is the agent's own business. */
const ENDPOINT_LIST = 'endpoint_list';

function exceptionParts({ exceptions, valueLists, now }: RunSetting): readonly DraftPart[] {
  const lists = new Map(valueLists.map((list) => [list.id, list]));
  return exceptions
    .filter(({ listId }) => listId !== ENDPOINT_LIST)
    .flatMap(({ items }) => items)
    .filter(({ expireTime }) => expireTime === undefined || Date.parse(expireTime) >= now.getTime())
    .flatMap((item): readonly DraftPart[] => {
      const whole = queryOf(item, lists);
      if (whole === undefined) return [];
      const all: ClauseDraft = { ...shape('and', item.name, whole), children: entriesOf(item, lists) };
      const root: ClauseDraft = { ...shape('not', item.name, { bool: { must_not: [whole] } }), children: [all] };
      const fields = fieldsOfDrafts(all.children);
      return [
        { part: { kind: 'exception', name: item.name }, root: { ...root, fields, children: [{ ...all, fields }] } },
      ];
    });
}

type Lists = ReadonlyMap<string, ValueList>;

function entriesOf(item: ExceptionItem, lists: Lists): readonly ClauseDraft[] {
  return item.entries.flatMap((entry) => {
    const query = queryOf({ ...item, entries: [entry], osTypes: [] }, lists);
    return query === undefined ? [] : [{ ...shape('test', textOf(entry), query), fields: [entry.field] }];
  });
}

/** Any of the queries of an item is enough; undefined where Kibana filters in memory. */
function queryOf(item: ExceptionItem, lists: Lists): JsonObject | undefined {
  const should = itemFilter(item, lists);
  return should === undefined || isRuleError(should) ? undefined : { bool: { should, minimum_should_match: 1 } };
}

function shape(kind: 'and' | 'not' | 'test', text: string, query: JsonObject): ClauseDraft {
  return { kind, text, fields: [], ask: { kind: 'dsl', query }, children: [] };
}

function textOf(entry: ExceptionEntry): string {
  if (entry.type === 'nested') return `${entry.field}: { … }`;
  const not = entry.operator === 'excluded' ? 'not ' : '';
  switch (entry.type) {
    case 'exists':
      return `${not}${entry.field}: *`;
    case 'list':
      return `${not}${entry.field} in list ${entry.list.id}`;
    default:
      return `${not}${entry.field}: ${typeof entry.value === 'string' ? entry.value : printJson(entry.value)}`;
  }
}
