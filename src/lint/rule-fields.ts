import type { KeyPath } from '../definitions/locate.js';
import { esqlColumns } from '../languages/esql/columns.js';
import { indexOf } from '../model/rule-defaults.js';
import type { Rule } from '../model/rule.js';
import type { IndexFields } from '../schemas/fields/index-fields.js';
import type { LintContext } from './check.js';
import { LayeredMap } from './layered-map.js';
import { queriesOfRule } from './queries.js';

/** A field that a rule names outside its query. */
export interface RuleField {
  readonly name: string;
  readonly path: KeyPath;
  /** Where it stands in files that write it in another form. */
  readonly otherPath?: KeyPath;
  /** What the rule wants of it, for messages. */
  readonly use: string;
  /** Whether documents are grouped by its values, which analysed text does not allow. */
  readonly isGroup: boolean;
  /** The fields that it should be one of. */
  readonly among: IndexFields;
}

interface Named {
  readonly name: string | undefined;
  readonly path: KeyPath;
  readonly otherPath?: KeyPath;
}

/** The fields that a rule names outside its query, each with those that its documents (or rows, or indicators) have. */
export function fieldsOfRule(rule: Rule, context: LintContext): readonly RuleField[] {
  if (rule.type === 'machine_learning') return [];
  let known: IndexFields | undefined;
  // Most rules name no field there, and the columns of ES|QL are dear to find.
  const ofAlerts = (): IndexFields => (known ??= fieldsOfAlerts(rule, context));
  const all = (use: string, isGroup: boolean, named: readonly Named[], fields?: IndexFields): readonly RuleField[] =>
    named.flatMap(({ name, ...place }) =>
      name === undefined ? [] : [{ name, ...place, use, isGroup, among: fields ?? ofAlerts() }],
    );
  return [
    ...all('groups by', true, groupsOf(rule)),
    ...all('counts values of', true, cardinalitiesOf(rule)),
    ...(rule.type === 'threat_match'
      ? [
          ...all('maps', false, mappingOf(rule, 'field')),
          ...all('maps', false, mappingOf(rule, 'value'), context.fields.of(rule.threatIndex)),
        ]
      : []),
    ...all('reads', false, overridesOf(rule)),
  ];
}

/** The fields behind the index patterns; of an aggregating ES|QL query, the columns that it returns. */
function fieldsOfAlerts(rule: Rule, context: LintContext): IndexFields {
  if (rule.type !== 'esql') return context.fields.of(indexOf(rule));
  const [query] = queriesOfRule(rule);
  const fields = context.fields.of(query?.indices ?? []);
  if (query?.language !== 'esql' || query.tree === undefined) return fields;
  const { commands } = query.tree;
  const closed = commands.every(({ kind }) => !FOREIGN.has(kind));
  const named = onlyNamed(fields, query.text, [...groupsOf(rule), ...overridesOf(rule)]);
  const columns = new Map(typed(esqlColumns(query.tree, named).at(-1)?.columns ?? []));
  if (closed && commands.some((command) => command.kind === 'Stats' && !command.inline)) {
    return { open: [], fields: columns };
  }
  // Kibana adds the fields of the document; columns come on top.
  return { ...fields, open: closed ? fields.open : [''], fields: new LayeredMap(fields.fields, columns) };
}

/**
 * The fields that a query or a rule names, and the objects that these lie in: what becomes of all the others in the query is asked by
 * nobody, and they are some thousands.
 */
function onlyNamed({ fields, open }: IndexFields, text: string, named: readonly Named[]): IndexFields {
  const names = new Set([
    ...(text.match(/`[^`\n]+`/gu) ?? []).map((name) => name.slice(1, -1)),
    ...(text.replaceAll('`', '').match(/[\w@.-]+/gu) ?? []),
    ...named.flatMap(({ name = '' }) => name.split('.').map((_, at, parts) => parts.slice(0, at + 1).join('.'))),
  ]);
  return {
    open,
    fields: new Map(
      [...names].flatMap((name) => {
        const field = fields.get(name);
        return field === undefined ? [] : [[name, field] as const];
      }),
    ),
  };
}

/** Commands whose columns cannot be told from the query. */
const FOREIGN: ReadonlySet<string> = new Set(['Enrich', 'LookupJoin', 'Fork', 'Fuse', 'TakeApart', 'ChangePoint']);

function typed(
  columns: readonly { readonly name: string }[],
): readonly (readonly [string, { readonly type: string }])[] {
  // ES|QL groups by text too.
  return columns.map(({ name }) => [name, { type: 'keyword' }]);
}

function groupsOf(rule: Rule): readonly Named[] {
  const at = (names: readonly string[], path: KeyPath, otherPath?: KeyPath): readonly Named[] =>
    names.map((name, place) => ({
      name,
      path: [...path, place],
      ...(otherPath ? { otherPath: [...otherPath, place] } : {}),
    }));
  const suppression = 'alertSuppression' in rule ? rule.alertSuppression : undefined;
  return [
    ...(rule.type === 'new_terms'
      ? at(rule.newTermsFields, ['rule', 'new_terms_fields'], ['rule', 'new_terms', 'value'])
      : []),
    ...(rule.type === 'threshold' ? at(rule.threshold.field, ['rule', 'threshold', 'field']) : []),
    ...(suppression && 'groupBy' in suppression
      ? at(suppression.groupBy, ['rule', 'alert_suppression', 'group_by'])
      : []),
  ];
}

function cardinalitiesOf(rule: Rule): readonly Named[] {
  if (rule.type !== 'threshold') return [];
  return (rule.threshold.cardinality ?? []).map(({ field }, at) => ({
    name: field,
    path: ['rule', 'threshold', 'cardinality', at, 'field'],
  }));
}

function mappingOf(rule: Extract<Rule, { type: 'threat_match' }>, side: 'field' | 'value'): readonly Named[] {
  return rule.threatMapping.flatMap(({ entries }, group) =>
    entries.map((entry, at) => ({
      name: entry[side],
      path: ['rule', 'threat_mapping', group, 'entries', at, side],
    })),
  );
}

/** What alerts show first; fields that Kibana adds to alerts are in no index. */
function investigated({ investigationFields = [] }: Rule): readonly Named[] {
  return investigationFields.flatMap((name, at) =>
    /^(?:@timestamp$|kibana\.|signal\.)/u.test(name)
      ? []
      : [{ name, path: ['rule', 'investigation_fields', 'field_names', at] }],
  );
}

function overridesOf(rule: Rule): readonly Named[] {
  return [
    ...(rule.severityMapping ?? []).map(({ field }, at) => ({
      name: field,
      path: ['rule', 'severity_mapping', at, 'field'],
    })),
    ...(rule.riskScoreMapping ?? []).map(({ field }, at) => ({
      name: field,
      path: ['rule', 'risk_score_mapping', at, 'field'],
    })),
    { name: rule.ruleNameOverride, path: ['rule', 'rule_name_override'] },
    { name: rule.type === 'esql' ? undefined : rule.timestampOverride, path: ['rule', 'timestamp_override'] },
    ...investigated(rule),
    ...(rule.requiredFields ?? []).map(({ name }, at) => ({ name, path: ['rule', 'required_fields', at, 'name'] })),
  ];
}
