import { platformError, siemError } from './fake-request.js';
import type { FakeAnswer, FakeHandler, FakeRequest } from './fake-request.js';
import { pageOf } from './paging.js';
import { RULE_FILTER } from './rule-document.js';
import { ruleAnswer } from './rules-api.js';
import { SavedObjectFilter } from './saved-object-filter.js';
import { textOf } from './state.js';
import type { FakeState, SpaceState, Stored } from './state.js';

const PATH = '/api/detection_engine/rules/_find';

/** Sort field of the API → value of a rule. */
const SORTS: ReadonlyMap<string, (rule: Stored, space: SpaceState) => unknown> = new Map([
  ['created_at', (rule: Stored) => rule['created_at']],
  ['createdAt', (rule: Stored) => rule['created_at']],
  ['updated_at', (rule: Stored) => rule['updated_at']],
  ['updatedAt', (rule: Stored) => rule['updated_at']],
  ['enabled', (rule: Stored) => rule['enabled']],
  ['name', (rule: Stored) => textOf(rule, 'name').toLowerCase()],
  ['risk_score', (rule: Stored) => rule['risk_score']],
  ['riskScore', (rule: Stored) => rule['risk_score']],
  ['severity', (rule: Stored) => ['low', 'medium', 'high', 'critical'].indexOf(textOf(rule, 'severity'))],
  ['execution_summary.last_execution.date', (rule: Stored, space: SpaceState) => lastRun(rule, space)['date']],
  [
    'execution_summary.last_execution.status',
    (rule: Stored, space: SpaceState) => lastRun(rule, space)['status_order'],
  ],
]);

/** `GET rules/_find`: rules of a space, filtered by KQL, sorted, a page at a time. */
export function findRulesApi(state: FakeState, version = '8.19.4'): FakeHandler {
  const major = Number(version.split('.')[0]);
  const filters = new Map<string, SavedObjectFilter>();
  const filterOf = (space: string): SavedObjectFilter => {
    const filter = filters.get(space) ?? new SavedObjectFilter(RULE_FILTER);
    filters.set(space, filter);
    return filter;
  };
  return async (request) => {
    if (request.method !== 'GET' || request.path !== PATH) return undefined;
    return queryProblem(request, major) ?? (await find(state, request, filterOf(request.space)));
  };
}

function queryProblem({ query }: FakeRequest, major: number): FakeAnswer | undefined {
  const [field, order] = [query.get('sort_field'), query.get('sort_order')];
  if (field !== null && !SORTS.has(field))
    return platformError(
      400,
      `[request query]: sort_field: Invalid enum value. Expected ${[...SORTS.keys()].map((one) => `'${one}'`).join(' | ')}, received '${field}'`,
    );
  if (order !== null && order !== 'asc' && order !== 'desc')
    return platformError(
      400,
      `[request query]: sort_order: Invalid enum value. Expected 'asc' | 'desc', received '${order}'`,
    );
  if ((field === null) !== (order === null))
    return siemError(400, ['when "sort_order" and "sort_field" must exist together or not at all']);
  const gaps = [query.get('gaps_range_start'), query.get('gaps_range_end')].map((one) => one !== null);
  if (gaps[0] !== gaps[1])
    return siemError(400, ['Query fields "gaps_range_start" and "gaps_range_end" has to be specified together']);
  // From 9.0 on a range needs to be told which gaps it means.
  if (gaps[0] === true && major >= 9 && !query.has('gap_fill_statuses'))
    return siemError(400, [
      'when "gap_fill_statuses" is not present, "gaps_range_start" and "gaps_range_end" must not be present',
    ]);
  return undefined;
}

async function find(
  state: FakeState,
  { space: name, query }: FakeRequest,
  filter: SavedObjectFilter,
): Promise<FakeAnswer> {
  const space = state.space(name);
  const asked = query.get('filter');
  let rules = [...space.rules.values()];
  if (asked !== null && asked !== '' && !state.does('find-ignores-filter')) {
    const { ids, problem } = await filter.find(asked, space.rules);
    if (problem !== undefined) return siemError(400, `${problem}: Bad Request`);
    rules = rules.filter((rule) => ids.has(textOf(rule, 'id')));
  }
  rules = withGaps(rules, query, space);
  return pageOf(state, sorted(rules, query, space), query, (rule) => ruleAnswer(space, rule));
}

/** Rules with a gap in the range that is asked for. */
function withGaps(rules: readonly Stored[], query: URLSearchParams, { gaps }: SpaceState): Stored[] {
  const [start, end] = [query.get('gaps_range_start'), query.get('gaps_range_end')];
  if (start === null || end === null) return [...rules];
  return rules.filter((rule) =>
    (gaps.get(textOf(rule, 'id')) ?? []).some((gap) => gap.start <= end && gap.end >= start),
  );
}

function sorted(rules: readonly Stored[], query: URLSearchParams, space: SpaceState): readonly Stored[] {
  const value = SORTS.get(query.get('sort_field') ?? '');
  if (value === undefined) return rules;
  const sign = query.get('sort_order') === 'desc' ? -1 : 1;
  return rules
    .map((rule) => ({ rule, key: value(rule, space) }))
    .sort((left, right) => sign * compare(left.key, right.key))
    .map(({ rule }) => rule);
}

function compare(left: unknown, right: unknown): number {
  if (left === right) return 0;
  if (left === undefined) return 1;
  if (right === undefined) return -1;
  return (left as string) < (right as string) ? -1 : 1;
}

function lastRun(rule: Stored, { executions }: SpaceState): Readonly<Record<string, unknown>> {
  const summary = executions.get(textOf(rule, 'id')) as { readonly last_execution?: object } | undefined;
  return { ...summary?.last_execution };
}
