import { applyExceptions, withoutExceptions } from '../detections/exceptions/applied-exceptions.js';
import type { AppliedExceptions } from '../detections/exceptions/applied-exceptions.js';
import { enabledFilters, searchOf } from '../detections/filter-query.js';
import type { FilteredSearch } from '../detections/filter-query.js';
import { inputIndices } from '../detections/input-indices.js';
import { isRuleError } from '../detections/rule-error.js';
import { timeFieldsOf } from '../detections/time-order.js';
import type { EqlQuery } from '../languages/eql/ast.js';
import { fieldsOfEql } from '../languages/eql/fields.js';
import type { EsqlQuery } from '../languages/esql/ast.js';
import { visitExpressions } from '../languages/esql/visit.js';
import type { KqlNode } from '../languages/kql/ast.js';
import { parseKql } from '../languages/kql/parse.js';
import type { ExceptionList, ValueList } from '../model/exception-list.js';
import { filtersOf, threatQueryOf } from '../model/rule-defaults.js';
import type { EqlRule, MachineLearningRule, Rule, ThreatMatchRule } from '../model/rule.js';
import type { JsonObject } from '../values/json.js';
import type { Atoms } from './atoms.js';
import { allOf, anyOf, UNKNOWN, type Condition } from './condition.js';
import { eqlConditions } from './eql-condition.js';
import { esqlCondition } from './esql-condition.js';
import { kqlQuery } from './kql-condition.js';
import { eqlOf, esqlOf } from './parsed-queries.js';
import { queryCondition, type ConditionSetting } from './query-condition.js';
import type { Schema } from './schema.js';

/** A rule with the lists that apply to it. */
export interface BacktestRule {
  readonly rule: Rule;
  readonly exceptions?: readonly ExceptionList[];
  readonly valueLists?: readonly ValueList[];
}

/** One side of a rule: the documents that it reads, or the indicators that it compares them with. */
export interface RuleSide {
  readonly patterns: readonly string[];
  /** What a document of an index must satisfy. */
  conditionIn(schema: Schema, atoms: Atoms): SideCondition;
}

/** The condition of a side, and how far it can be trusted. */
export interface SideCondition {
  readonly condition: Condition;
  /** Whether the rule reads a document for which the condition holds; else the engine has the last word. */
  readonly decides: boolean;
  /** Conditions of the steps that a sequence or sample must have, in their order; empty for other rules. */
  readonly steps: readonly Condition[];
}

/** A rule ready for the pass. */
export interface PlannedRule extends BacktestRule {
  readonly events: RuleSide;
  /** The indicators of an indicator match rule. */
  readonly indicators?: RuleSide;
  /** Whether each document that the condition holds for is an alert, whatever other documents there are. */
  readonly isSingle: boolean;
  /** Fields that the rule reads beside its conditions: of groups, joins and columns. */
  readonly groupFields: readonly string[];
}

/** The results of machine learning jobs. */
const ANOMALIES = '.ml-anomalies-*';

/** Reads a rule's queries once for all indices; what is wrong with it the engine says when it runs. */
export async function planRule(given: BacktestRule, now: Date): Promise<PlannedRule> {
  const { rule, exceptions = [], valueLists = [] } = given;
  const applied = applyExceptions(exceptions, valueLists, now);
  const lists = isRuleError(applied) ? undefined : applied;
  const patterns = rule.type === 'machine_learning' ? [ANOMALIES] : await inputIndices(rule);
  const events = side(patterns, conditionOf(rule, lists));
  const plan = { ...given, events, isSingle: isSingle(rule), groupFields: groupFieldsOf(rule) };
  if (rule.type !== 'threat_match') return plan;
  return { ...plan, indicators: side(rule.threatIndex, indicatorsOf(rule, lists)) };
}

/** A rule whose alerts are documents, one by one. */
function isSingle(rule: Rule): boolean {
  if ('dataViewId' in rule || rule.alertSuppression !== undefined) return false;
  if (rule.type === 'query' || rule.type === 'saved_query') return true;
  if (rule.type !== 'eql') return false;
  const query = eqlOf(rule.query).value;
  return query?.source.kind === 'EventFilter' && query.pipes.length === 0;
}

function groupFieldsOf(rule: Rule): readonly string[] {
  const suppression = rule.alertSuppression;
  const groups = suppression !== undefined && 'groupBy' in suppression ? suppression.groupBy : [];
  switch (rule.type) {
    case 'threshold': {
      const { field, cardinality = [] } = rule.threshold;
      return [...field, ...cardinality.map((each) => each.field), ...groups];
    }
    case 'new_terms':
      return [...rule.newTermsFields, ...groups];
    case 'threat_match':
      return [
        ...rule.threatMapping.flatMap(({ entries }) => entries.flatMap(({ field, value }) => [field, value])),
        ...groups,
      ];
    case 'eql': {
      const query = eqlOf(rule.query).value;
      return [...(query === undefined ? [] : fieldsOfEql(query)), ...groups];
    }
    case 'esql': {
      const columns = new Set<string>();
      const query = esqlOf(rule.query);
      if (query) visitExpressions(query, (node) => node.kind === 'Column' && columns.add(node.name));
      return [...columns, ...groups];
    }
    default:
      return groups;
  }
}

/** Makes a condition; `decides` is false where it is only necessary. */
type Make = (setting: ConditionSetting) => {
  readonly condition: Condition;
  readonly decides: boolean;
  readonly steps?: readonly Condition[];
};

function side(patterns: readonly string[], make: Make): RuleSide {
  const known: { readonly fields: readonly string[]; readonly bySignature: Map<string, SideCondition> }[] = [];
  const bySchema = new WeakMap<Schema, SideCondition>();
  const conditionIn = (schema: Schema, atoms: Atoms): SideCondition => {
    let found = bySchema.get(schema);
    if (found === undefined) bySchema.set(schema, (found = find(schema, atoms)));
    return found;
  };
  const find = (schema: Schema, atoms: Atoms): SideCondition => {
    for (const { fields, bySignature } of known) {
      const found = bySignature.get(signatureOf(fields, schema));
      if (found) return found;
    }
    const fields = new Set<string>();
    let isRefused = false;
    const setting: ConditionSetting = {
      atoms,
      schema,
      refused: () => (isRefused = true),
      asked: (field) => fields.add(field),
    };
    const made = make(setting);
    const result = { steps: [], ...made, decides: made.decides && !isRefused };
    const names = [...fields];
    known.push({ fields: names, bySignature: new Map([[signatureOf(names, schema), result]]) });
    return result;
  };
  return { patterns, conditionIn };
}

/** What the mapping says of the fields of a rule: rules have the same condition in most indices. */
function signatureOf(fields: readonly string[], schema: Schema): string {
  return fields.map((field) => schema.signature(field)).join('\n');
}

function conditionOf(rule: Rule, lists: AppliedExceptions | undefined): Make {
  const hasTime = (setting: ConditionSetting): Condition =>
    anyOf(timeFieldsOf(rule).map((field) => queryCondition({ exists: { field } }, setting)));
  switch (rule.type) {
    case 'esql':
      return esqlMake(rule.query, hasTime);
    case 'machine_learning':
      return anomalies(rule);
    case 'eql':
      return eqlMake(rule, lists, hasTime);
    default: {
      const search = searchOf(rule);
      const query = isRuleError(search) ? undefined : readSearch(search);
      return (setting) => {
        if (query === undefined) return { condition: UNKNOWN, decides: false };
        const condition = allOf([
          query(setting),
          ...filtersCondition(filtersOf(rule), lists, setting),
          hasTime(setting),
        ]);
        return { condition, decides: isDecided(lists) };
      };
    }
  }
}

/** Whether a query can apply all exceptions. */
function isDecided(lists: AppliedExceptions | undefined): boolean {
  return lists?.unprocessed.length === 0;
}

/** A query in KQL or Lucene, read once; undefined where it does not parse. */
function readSearch({ language, query }: FilteredSearch): ((setting: ConditionSetting) => Condition) | undefined {
  if (query.trim() === '') return (setting) => queryCondition({ match_all: {} }, setting);
  if (language === 'lucene') return () => UNKNOWN;
  const { value, diagnostics } = parseKql(query);
  if (value === undefined || diagnostics.some(({ severity }) => severity === 'error')) return undefined;
  return (setting) => queryCondition(kqlOf(value, setting), setting);
}

function kqlOf(tree: KqlNode, { schema }: ConditionSetting): JsonObject {
  return kqlQuery(tree, schema);
}

function filtersCondition(
  filters: readonly JsonObject[],
  lists: AppliedExceptions | undefined,
  setting: ConditionSetting,
): readonly Condition[] {
  const { kept, negated } = enabledFilters(filters);
  const without = lists === undefined ? [] : withoutExceptions(lists);
  return [queryCondition({ bool: { filter: kept, must_not: [...negated, ...without] } }, setting)];
}

function eqlMake(
  rule: EqlRule,
  lists: AppliedExceptions | undefined,
  hasTime: (setting: ConditionSetting) => Condition,
): Make {
  const { value, diagnostics } = eqlOf(rule.query);
  const isBroken = diagnostics.some(({ severity }) => severity === 'error');
  return (setting) => {
    if (value === undefined || isBroken) return { condition: UNKNOWN, decides: false };
    const asked = eqlConditions(value, rule.eventCategoryOverride ?? 'event.category', setting);
    const condition = allOf([
      asked.condition,
      ...filtersCondition(rule.filters ?? [], lists, setting),
      hasTime(setting),
    ]);
    return { condition, decides: isDecided(lists) && isMapped(value, setting), steps: asked.steps };
  };
}

/** EQL refuses a query with a field that no index has, and takes an optional one for null: documents may change both. */
function isMapped(query: EqlQuery, { schema, asked }: ConditionSetting): boolean {
  const names = fieldsOfEql(query);
  for (const name of names) asked(name);
  return names.every((name) => typeof schema.field(name) === 'object');
}

function esqlMake(text: string, hasTime: (setting: ConditionSetting) => Condition): Make {
  let query: EsqlQuery | undefined;
  return (setting) => {
    query ??= esqlOf(text);
    if (query === undefined) return { condition: UNKNOWN, decides: false };
    return { condition: allOf([esqlCondition(query, setting), hasTime(setting)]), decides: false };
  };
}

function anomalies({ machineLearningJobId: jobs }: MachineLearningRule): Make {
  const filter: JsonObject[] = [{ term: { result_type: 'record' } }];
  if (jobs.length !== 1 || jobs[0] !== '*') filter.push({ terms: { job_id: [...jobs] } });
  return (setting) => ({ condition: queryCondition({ bool: { filter } }, setting), decides: false });
}

function indicatorsOf(rule: ThreatMatchRule, lists: AppliedExceptions | undefined): Make {
  const { threatIndex, threatLanguage = 'kuery', threatFilters = [] } = rule;
  const query = readSearch({
    language: threatLanguage,
    query: threatQueryOf(rule),
    filters: threatFilters,
    index: threatIndex,
  });
  return (setting) => {
    if (query === undefined) return { condition: UNKNOWN, decides: false };
    return { condition: allOf([query(setting), ...filtersCondition(threatFilters, lists, setting)]), decides: false };
  };
}
