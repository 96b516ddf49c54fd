import type { Clause } from '../clauses/clause.js';
import { clausesOf } from '../clauses/clauses-of.js';
import { parseEql } from '../languages/eql/parse.js';
import { huntLanguage } from '../languages/hunt-language.js';
import type { Hunt } from '../model/hunt.js';
import type { EsqlRule, Rule, ThreatMatchRule } from '../model/rule.js';
import { queryOf, threatQueryOf } from '../model/rule-defaults.js';
import type { ConditionClause } from './condition.js';
import { esqlSegments } from './esql-segments.js';
import type { EsqlSegment } from './esql-segments.js';
import type { JudgedClause } from './judged-clause.js';

/** What documents (or groups of them) have to satisfy. */
export interface RuleCondition {
  readonly name: 'query' | 'step' | 'until' | 'groups' | 'indicators' | 'rows';
  /** Of rows of ES|QL: through which pipes they pass. */
  readonly segment?: EsqlSegment;
  /** Of a step its place in the sequence, counted from 1. */
  readonly step?: number;
  /** How many events in a row the step wants. */
  readonly runs?: number;
  /** Whether the step is one that must be missing (`![…]`). */
  readonly isMissing?: boolean;
  readonly clauses: readonly JudgedClause[];
}

/**
 * The conditions of a rule: its query with its filters (for a sequence one for each step, and `until`), what its type asks besides (new terms, values
 * of indicators), the groups of a threshold, and the query of the indicators; of ES|QL the `WHERE`s that rows pass one by one.
 */
export function conditionsOf(rule: Rule): readonly RuleCondition[] {
  if (rule.type === 'esql') return rowConditions(rule.query, ['rule', 'query']);
  const clauses = clausesOf(rule);
  const steps = stepConditions(clauses, queryOf(rule));
  if (steps.length > 0) return steps;
  return ofType(
    rule,
    select(clauses, () => true),
  );
}

/** The conditions of all queries of a hunt, with the number of the query, counted from 1; none of queries in languages that do not run. */
export function conditionsOfHunt(hunt: Hunt): readonly (RuleCondition & { readonly query: number })[] {
  return hunt.query.flatMap((text, at) => {
    const query = at + 1;
    const path = ['hunt', 'query', at];
    const language = huntLanguage(hunt, text);
    if (language === 'esql') return rowConditions(text, path).map((condition) => ({ ...condition, query }));
    if (language !== 'eql') return [];
    const clauses = clausesOf({ language, query: text });
    const steps = stepConditions(clauses, text);
    const found = steps.length > 0 ? steps : [{ name: 'query', clauses: select(clauses, () => true) } as const];
    return found.map((condition) => ({
      ...condition,
      query,
      clauses: condition.clauses.map((clause) => ({ ...clause, key: `query ${query} ${clause.key}`, path })),
    }));
  });
}

function rowConditions(query: string, path: readonly (string | number)[]): readonly RuleCondition[] {
  return esqlSegments(query, path).map((segment) => ({ name: 'rows', segment, clauses: segment.clauses }));
}

/** Of a sequence or sample its steps, and `until`; empty for anything else. */
function stepConditions(clauses: readonly Clause[], query: string | undefined): readonly RuleCondition[] {
  const steps = [...new Set(clauses.flatMap(({ part }) => (part.kind === 'step' ? [part.at] : [])))];
  if (steps.length > 0) {
    const until = clauses.filter(({ part }) => part.kind === 'until');
    const source = parseEql(query ?? '').value?.source;
    const runs = source?.kind === 'Sequence' ? source.steps.map((step) => step.runs) : [];
    return [
      ...steps.map((step): RuleCondition => ({
        name: 'step',
        step,
        runs: runs[step - 1] ?? 1,
        isMissing: clauses.some(({ part }) => part.kind === 'step' && part.at === step && part.missing),
        clauses: select(clauses, ({ part }) => part.kind === 'filter' || (part.kind === 'step' && part.at === step)),
      })),
      ...(until.length === 0
        ? []
        : [{ name: 'until', clauses: select(clauses, ({ part }) => part.kind === 'until') } as const]),
    ];
  }
  return [];
}

function ofType(rule: Exclude<Rule, EsqlRule>, own: readonly JudgedClause[]): readonly RuleCondition[] {
  switch (rule.type) {
    case 'new_terms':
      return [{ name: 'query', clauses: withRoots(own, [newTerms(rule.newTermsFields)]) }];
    case 'threshold':
      return [
        { name: 'query', clauses: own },
        { name: 'groups', clauses: withRoots([], thresholdTests(rule.threshold)) },
      ];
    case 'threat_match':
      return [
        { name: 'query', clauses: withRoots(own, [mappingForm(rule)]) },
        { name: 'indicators', clauses: indicatorClauses(rule) },
      ];
    case 'query':
    case 'saved_query':
    case 'eql':
    case 'machine_learning':
      return [{ name: 'query', clauses: own }];
  }
}

/** The clauses of the query of indicators, asked about their documents. */
export function threatClausesOf(rule: ThreatMatchRule): readonly Clause[] {
  return clausesOf({
    language: rule.threatLanguage ?? 'kuery',
    query: threatQueryOf(rule),
    filters: rule.threatFilters ?? [],
  });
}

function indicatorClauses(rule: ThreatMatchRule): readonly JudgedClause[] {
  return select(threatClausesOf(rule), () => true).map((clause) => ({
    ...clause,
    key: `indicator ${clause.key}`,
    part: 'indicator',
    path: clause.path[1] === 'filters' ? ['rule', 'threat_filters', ...clause.path.slice(2)] : ['rule', 'threat_query'],
  }));
}

/** Some of the clauses, whole parts of them, numbered anew. */
function select(clauses: readonly Clause[], wanted: (clause: Clause) => boolean): readonly JudgedClause[] {
  const kept = clauses.filter(wanted);
  const places = new Map(kept.map(({ id }, at) => [id, at]));
  return kept.map((clause, id): JudgedClause => {
    const parent = clause.parent === undefined ? undefined : places.get(clause.parent);
    return {
      id,
      ...(parent === undefined ? {} : { parent }),
      children: clause.children.flatMap((child) => places.get(child) ?? []),
      kind: clause.kind,
      fields: clause.fields,
      key: `clause ${clause.id}`,
      ...placeOf(clause),
      text: clause.text,
      ...(clause.range === undefined ? {} : { range: clause.range }),
      ...(clause.wanted === undefined ? {} : { wanted: clause.wanted }),
      origin: clause.id,
      counts: clause.kind === 'test' && (kindOf(clause) !== 'anomaly' || clause.fields.includes('record_score')),
    };
  });
}

function placeOf(clause: Clause): Pick<JudgedClause, 'part' | 'path'> {
  const { part } = clause;
  if (part.kind === 'filter') return { part: `filter ${part.at + 1}`, path: ['rule', 'filters', part.at] };
  if (part.kind === 'step') return { part: `step ${part.at}`, path: ['rule', 'query'] };
  return { part: part.kind, path: ['rule', kindOf(clause) === 'anomaly' ? 'anomaly_threshold' : 'query'] };
}

function kindOf({ part: { kind } }: Clause): string {
  return kind;
}

/** A clause to be added, with those below it. */
interface Form {
  readonly kind: ConditionClause['kind'];
  readonly key: string;
  readonly part: string;
  readonly text: string;
  readonly fields: readonly string[];
  readonly path: readonly (string | number)[];
  readonly wanted?: string;
  readonly children?: readonly Form[];
}

function withRoots(clauses: readonly JudgedClause[], roots: readonly Form[]): readonly JudgedClause[] {
  const all: JudgedClause[] = [...clauses];
  const add = ({ children = [], ...form }: Form, parent?: number): number => {
    const id = all.length;
    const own: number[] = [];
    all.push({ ...form, id, ...(parent === undefined ? {} : { parent }), children: own, counts: form.kind === 'test' });
    for (const child of children) own.push(add(child, id));
    return id;
  };
  for (const root of roots) add(root);
  return all;
}

function newTerms(fields: readonly string[]): Form {
  const text = `new: ${fields.join(', ')}`;
  return { kind: 'test', key: 'new terms', part: 'new terms', text, fields, path: ['rule', 'new_terms', 'value'] };
}

function thresholdTests({
  value,
  cardinality = [],
}: {
  readonly value: number;
  readonly cardinality?: readonly { readonly field: string; readonly value: number }[];
}): readonly Form[] {
  const part = 'threshold';
  return [
    {
      kind: 'test',
      key: 'threshold',
      part,
      text: `count >= ${value}`,
      fields: ['count'],
      path: ['rule', 'threshold', 'value'],
      wanted: `>= ${value}`,
    },
    ...cardinality.map(({ field, value: least }, at): Form => ({
      kind: 'test',
      key: `cardinality ${at}`,
      part,
      text: `different ${field} >= ${least}`,
      fields: [`different ${field}`],
      path: ['rule', 'threshold', 'cardinality', at],
      wanted: `>= ${least}`,
    })),
  ];
}

/** Any group of the mapping; within a group every entry. */
function mappingForm({ threatMapping }: ThreatMatchRule): Form {
  const shape = { part: 'mapping', text: 'threat_mapping', path: ['rule', 'threat_mapping'] };
  const groups = threatMapping.map(({ entries }, group): Form => ({
    ...shape,
    kind: 'and',
    key: `mapping ${group}`,
    fields: entries.map(({ field }) => field),
    children: entries.map(({ field, value, negate }, at): Form => ({
      kind: 'test',
      key: `mapping ${group} ${at}`,
      part: 'mapping',
      text: `${field} ${negate === true ? '!=' : '=='} ${value}`,
      fields: [field],
      path: ['rule', 'threat_mapping', group, 'entries', at],
    })),
  }));
  return { ...shape, kind: 'or', key: 'mapping', fields: groups.flatMap(({ fields }) => fields), children: groups };
}
