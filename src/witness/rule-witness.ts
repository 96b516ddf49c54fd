import { parseEql } from '../languages/eql/parse.js';
import { parseKql } from '../languages/kql/parse.js';
import type {
  EqlRule,
  MachineLearningRule,
  NewTermsRule,
  QueryRule,
  Rule,
  SavedQueryRule,
  ThreatMatchRule,
  ThresholdRule,
} from '../model/rule.js';
import { languageOf, queryOf, threatQueryOf } from '../model/rule-defaults.js';
import type { FieldCatalogue } from '../schemas/fields/catalogue.js';
import { anomalyCases } from './anomaly-cases.js';
import { distinctNames, nearMissName, quoted } from './case-name.js';
import type { Condition } from './condition.js';
import type { Draft } from './draft.js';
import { toDocument } from './draft.js';
import { atTime } from './draft-time.js';
import { eqlWitnesses } from './eql-witnesses.js';
import { equals, exists } from './eql-steps.js';
import { FieldIndex } from './field-index.js';
import type { FoundDraft } from './find-drafts.js';
import { findDrafts } from './find-drafts.js';
import type { Goal } from './goal.js';
import { kqlCondition } from './kql-condition.js';
import { DEFAULT_NOW } from './kql-witnesses.js';
import type { RuleCase, RuleWitness } from './rule-case.js';
import { eventCase } from './rule-case.js';
import type { Scalar } from './scalar.js';
import { solve } from './solve.js';

/** How {@link ruleWitness} works. */
export interface RuleWitnessOptions {
  /** When the rule runs; default 2024-01-01T00:00:00Z. Events happen a minute before. */
  readonly now?: Date;
}

/** Rules that need more events than this get none. */
const MOST_EVENTS = 1000;

/**
 * Documents that make a rule fire, and sets that differ from them in one thing so that it stays silent: a clause of the query, a value that the
 * history has already (`new_terms`), one event less (`threshold`), no indicator (`threat_match`). Deterministic; the claims are this module's,
 * to be confirmed by a run. Filters and exceptions are not looked at. Fields that the catalogue lacks count as keywords. `none` says why
 * there are no documents: Lucene has none, and ES|QL has a module of its own.
 */
export function ruleWitness(rule: Rule, catalogue: FieldCatalogue, options: RuleWitnessOptions = {}): RuleWitness {
  const { now = DEFAULT_NOW } = options;
  const context: Context = { catalogue, now, events: new Date(now.getTime() - 60_000) };
  const made = madeFor(rule, context);
  const names = distinctNames(made.cases.map(({ name }) => name));
  return { ...made, cases: made.cases.map((each, at) => ({ ...each, name: names[at] ?? each.name })) };
}

interface Context {
  readonly catalogue: FieldCatalogue;
  readonly now: Date;
  /** The time of the last event. */
  readonly events: Date;
}

function madeFor(rule: Rule, context: Context): RuleWitness {
  switch (rule.type) {
    case 'machine_learning':
      return anomalyWitness(rule, context);
    case 'esql':
      return nothing('Documents for ES|QL are tried one set after the other: esqlAttempts.');
    case 'eql':
      return eqlCases(rule, context);
    case 'query':
    case 'saved_query':
    case 'new_terms':
    case 'threshold':
    case 'threat_match':
      return kqlCases(rule, context);
  }
}

function anomalyWitness(rule: MachineLearningRule, { events }: Context): RuleWitness {
  const cases = anomalyCases(rule, events);
  return cases.length > 0 ? { cases } : nothing('The rule names no job.');
}

function nothing(none: string): RuleWitness {
  return { cases: [], none };
}

const UNSATISFIED = 'No document was found that satisfies the query.';

function eqlCases(rule: EqlRule, { catalogue, events }: Context): RuleWitness {
  const tree = parseEql(rule.query).value;
  if (tree === undefined) return nothing('The query has mistakes.');
  const timestampField = rule.timestampField ?? '@timestamp';
  const found = eqlWitnesses(tree, catalogue, {
    now: events,
    matches: 1,
    eventCategoryField: rule.eventCategoryOverride,
    timestampField,
  });
  const smallest = found.find(({ matches }) => matches)?.documents;
  if (smallest === undefined) return nothing(UNSATISFIED);
  const misses = found.filter(({ purpose, matches }) => purpose === 'near-miss' && !matches);
  return {
    cases: [
      eventCase(smallest.length === 1 ? FIRES : `fires on ${smallest.length} events`, true, smallest),
      ...misses.map(({ documents, clause }) => {
        const text = clause === undefined ? '' : rule.query.slice(clause.start, clause.end);
        return eventCase(nearMissName(smallest, documents, text, timestampField), false, documents);
      }),
    ],
  };
}

const FIRES = 'fires on the smallest event';

type KqlRule = QueryRule | SavedQueryRule | NewTermsRule | ThresholdRule | ThreatMatchRule;

function kqlCases(rule: KqlRule, context: Context): RuleWitness {
  const text = queryOf(rule);
  if (text === undefined) return nothing('The query is kept in Kibana.');
  if (languageOf(rule) !== 'kuery') return nothing('Documents are not made for Lucene queries yet.');
  const tree = parseKql(text).value;
  if (tree === undefined) return nothing('The query has mistakes.');
  const fields = new FieldIndex(context.catalogue, context.events);
  const condition = kqlCondition(tree, fields);
  const beside = requiredBy(rule).map((name): Goal => ({ condition: exists(name), holds: true }));
  const found = findDrafts(condition, fields, { matches: 1, beside });
  const [smallest] = found;
  if (smallest?.matches !== true) return nothing(UNSATISFIED);
  const misses = found
    .filter(({ purpose, matches }) => purpose === 'near-miss' && !matches)
    .map((miss) => ({ ...miss, name: nameOf(smallest, miss, text) }));
  const search: Search = { fields, condition, smallest: smallest.draft, misses, context };
  switch (rule.type) {
    case 'query':
    case 'saved_query':
      return { cases: simpleCases(search, FIRES) };
    case 'new_terms':
      return { cases: newTermsCases(rule, search) };
    case 'threshold':
      return thresholdCases(rule, search);
    case 'threat_match':
      return threatCases(rule, search);
  }
}

interface Search {
  readonly fields: FieldIndex;
  readonly condition: Condition;
  readonly smallest: Draft;
  readonly misses: readonly (FoundDraft & { readonly name: string })[];
  readonly context: Context;
}

function nameOf(smallest: FoundDraft, { draft, clause }: FoundDraft, text: string): string {
  const part = clause === undefined ? '' : text.slice(clause.start, clause.end);
  return nearMissName([toDocument(smallest.draft)], [toDocument(draft)], part, '@timestamp');
}

/** The fields without which the rule has nothing to group or compare. */
function requiredBy(rule: KqlRule): readonly string[] {
  switch (rule.type) {
    case 'new_terms':
      return rule.newTermsFields;
    case 'threshold':
      return [...rule.threshold.field, ...(rule.threshold.cardinality ?? []).map(({ field }) => field)].filter(
        (field) => field !== '',
      );
    case 'threat_match':
      return (rule.threatMapping[0]?.entries ?? []).filter(({ negate }) => negate !== true).map(({ field }) => field);
    case 'query':
    case 'saved_query':
      return [];
  }
}

function documentOf(draft: Draft, { events }: Context): RuleCase['events'][number] {
  return toDocument(atTime(draft, '@timestamp', events));
}

function simpleCases({ smallest, misses, context }: Search, name: string): readonly RuleCase[] {
  return [
    eventCase(name, true, [documentOf(smallest, context)]),
    ...misses.map((miss) => eventCase(miss.name, false, [documentOf(miss.draft, context)])),
  ];
}

function newTermsCases(rule: NewTermsRule, search: Search): readonly RuleCase[] {
  const { smallest, context, fields } = search;
  const terms = rule.newTermsFields.join(', ');
  const known = toDocument(withTime(smallest, new Date(context.now.getTime() - 86_400_000)));
  const [field = ''] = rule.newTermsFields;
  const without = new Map(smallest.values);
  without.delete(fields.get(field)?.base ?? field);
  const event = documentOf(smallest, context);
  return [
    ...simpleCases(search, `fires on the first event with its ${quoted(terms)}`),
    { ...eventCase(`stays silent when ${quoted(terms)} was there the day before`, false, [event]), history: [known] },
    eventCase(`stays silent for want of ${field}`, false, [documentOf({ ...smallest, values: without }, context)]),
  ];
}

function withTime(draft: Draft, time: Date): Draft {
  const values = new Map(draft.values);
  values.delete('@timestamp');
  return atTime({ ...draft, values }, '@timestamp', time);
}

function thresholdCases({ threshold }: ThresholdRule, search: Search): RuleWitness {
  const { context, misses } = search;
  const varied = variedDrafts(threshold, search);
  const count = Math.max(1, threshold.value, varied?.length ?? 0);
  if (varied === undefined) return nothing('No documents with enough different values were found.');
  if (count > MOST_EVENTS) return nothing(`It takes ${count} events, more than are made.`);
  const events = Array.from({ length: count }, (_, at) =>
    documentOf(varied[at % varied.length] ?? search.smallest, context),
  );
  const fewer = tooFewValues(threshold, varied, count, search);
  const less = eventCase(`stays silent on ${count - 1}`, false, events.slice(1));
  return {
    cases: [
      eventCase(count === 1 ? FIRES : `fires on ${count} events`, true, events),
      ...(count === 1 ? [] : [less]),
      ...fewer,
      ...misses.map(({ name, draft }) => eventCase(name, false, events.with(0, documentOf(draft, context)))),
    ],
  };
}

/** As many events as the rule wants, with one value less than its cardinality asks for; nothing where it asks for no more than one. */
function tooFewValues(
  { cardinality = [] }: ThresholdRule['threshold'],
  varied: readonly Draft[],
  count: number,
  { smallest, context }: Search,
): readonly RuleCase[] {
  const asked = cardinality.find(({ value }) => value === varied.length);
  if (asked === undefined || varied.length < 2) return [];
  const values = varied.length - 1;
  const events = Array.from({ length: count }, (_, at) => documentOf(varied[at % values] ?? smallest, context));
  const name = `stays silent on ${count} events with ${values} ${values === 1 ? 'value' : 'values'} of ${asked.field}`;
  return [eventCase(name, false, events)];
}

/** Documents of one group with as many different values as the cardinality asks for. */
function variedDrafts(
  { field, cardinality = [] }: ThresholdRule['threshold'],
  search: Search,
): readonly Draft[] | undefined {
  const { smallest, condition, fields } = search;
  const valueOf = (draft: Draft, name: string): Scalar | undefined =>
    draft.values.get(fields.get(name)?.base ?? name)?.[0];
  const drafts = [smallest];
  const wanted = Math.max(1, ...cardinality.map(({ value }) => value));
  if (wanted > MOST_EVENTS) return undefined;
  while (drafts.length < wanted) {
    const goals = [...field.filter((name) => name !== ''), ...cardinality.map((each) => each.field)].flatMap((name) => {
      const isVaried = cardinality.some((each) => each.field === name);
      const values = (isVaried ? drafts : [smallest]).map((draft) => valueOf(draft, name));
      return values.flatMap((value): readonly Goal[] =>
        value === undefined ? [] : [{ condition: equals(name, value), holds: !isVaried }],
      );
    });
    const present = cardinality.map((each): Goal => ({ condition: exists(each.field), holds: true }));
    const next = solve([{ condition, holds: true }, ...present, ...goals], fields);
    if (next === undefined) return undefined;
    drafts.push(next);
  }
  return drafts;
}

function threatCases(rule: ThreatMatchRule, search: Search): RuleWitness {
  const { smallest, context, fields } = search;
  const tree = parseKql(threatQueryOf(rule)).value;
  const [group] = rule.threatMapping;
  if (tree === undefined || group === undefined || (rule.threatLanguage ?? 'kuery') !== 'kuery')
    return nothing('Documents are made for threat queries in KQL only.');
  const goals = group.entries.flatMap(({ field, value: other, negate }): readonly Goal[] => {
    const value = smallest.values.get(fields.get(field)?.base ?? field)?.[0];
    if (negate === true) return [{ condition: exists(other), holds: true }];
    return value === undefined ? [] : [{ condition: equals(other, value), holds: true }];
  });
  const indicator = solve([{ condition: kqlCondition(tree, fields), holds: true }, ...goals], fields);
  if (indicator === undefined) return nothing('No indicator was found that matches an event.');
  const indicators = [documentOf(indicator, context)];
  const [first, ...others] = simpleCases(search, 'fires on an event that an indicator names');
  return {
    cases: [
      ...[first, ...others].flatMap((each) => (each === undefined ? [] : [{ ...each, indicators }])),
      eventCase('stays silent without an indicator', false, [documentOf(smallest, context)]),
    ],
  };
}
