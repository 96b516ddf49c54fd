import type { Clause } from '../clauses/clause.js';
import { clausesOf } from '../clauses/clauses-of.js';
import type { Range } from '../diagnostics/diagnostic.js';
import type { Rule, ThreatMatchRule } from '../model/rule.js';
import { threatQueryOf } from '../model/rule-defaults.js';
import type { ConditionClause } from './condition.js';

/** A clause of a rule as coverage looks at it. */
export interface JudgedClause extends ConditionClause {
  /** The same in every condition that the clause is part of (a filter is part of every step). */
  readonly key: string;
  /** What it is a part of, for people: `query`, `filter 1`, `step 2`, `until`, `threshold`, `new terms`, `mapping`, `indicator`, `anomaly`. */
  readonly part: string;
  readonly text: string;
  /** Where it stands in the text of the query, if it does (UTF-16 units). */
  readonly range?: Range;
  /** The key of the rule's file that it comes from. */
  readonly path: readonly (string | number)[];
  /** What it wants of its fields, for hints. */
  readonly wanted?: string;
  /** The clause of {@link clausesOf} that it is; absent for those that the engine is not asked about. */
  readonly origin?: number;
  /** Whether it has to be covered; the others only complete the condition. */
  readonly counts: boolean;
}

/** What documents (or groups of them) have to satisfy. */
export interface RuleCondition {
  readonly name: 'query' | 'step' | 'until' | 'groups' | 'indicators';
  /** Of a step its place in the sequence, counted from 1. */
  readonly step?: number;
  /** Whether the step is one that must be missing (`![…]`). */
  readonly isMissing?: boolean;
  readonly clauses: readonly JudgedClause[];
}

/**
 * The conditions of a rule: its query with its filters (for a sequence one for each step, and `until`), what its type asks besides (new terms, values
 * of indicators), the groups of a threshold, and the query of the indicators. Empty for ES|QL, whose pipes are looked at elsewhere.
 */
export function conditionsOf(rule: Rule): readonly RuleCondition[] {
  const clauses = clausesOf(rule);
  const steps = [...new Set(clauses.flatMap(({ part }) => (part.kind === 'step' ? [part.at] : [])))];
  if (steps.length > 0) {
    const until = clauses.filter(({ part }) => part.kind === 'until');
    return [
      ...steps.map((step): RuleCondition => ({
        name: 'step',
        step,
        isMissing: clauses.some(({ part }) => part.kind === 'step' && part.at === step && part.missing),
        clauses: select(clauses, ({ part }) => part.kind === 'filter' || (part.kind === 'step' && part.at === step)),
      })),
      ...(until.length === 0
        ? []
        : [{ name: 'until', clauses: select(clauses, ({ part }) => part.kind === 'until') } as const]),
    ];
  }
  const own = select(clauses, () => true);
  switch (rule.type) {
    case 'esql':
      return [];
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
