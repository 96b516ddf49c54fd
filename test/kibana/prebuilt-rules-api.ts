import { isJsonArray } from '../../src/values/json.js';
import type { JsonObject } from '../../src/values/json.js';
import { ensureEndpointList } from './endpoint-list.js';
import { ok, platformError, siemError } from './fake-request.js';
import type { FakeAnswer, FakeHandler, FakeRequest } from './fake-request.js';
import { assetOf, upgradeDiff, upgradedRule } from './prebuilt-rules.js';
import type { FieldDiff } from './prebuilt-rules.js';
import { filledRule } from './rule-body.js';
import { findRule, ruleAnswer, storeChangedRule, storeNewRule } from './rules-api.js';
import { textOf } from './state.js';
import type { FakeState, SpaceState, Stored } from './state.js';

const PUBLIC = '/api/detection_engine/rules/prepackaged';
const INTERNAL = '/internal/detection_engine/prebuilt_rules';

/** The prebuilt rules: what of the package is installed, what could be, installing and upgrading. */
export function prebuiltRulesApi(state: FakeState): FakeHandler {
  return (request) => {
    const { method, path } = request;
    const space = state.space(request.space);
    switch (`${method} ${path}`) {
      case `GET ${PUBLIC}/_status`:
        return ok(packageStatus(state, space));
      case `PUT ${PUBLIC}`:
        return ok(installAll(state, space, request.user));
      case `GET ${INTERNAL}/status`:
        return ok(statusAnswer(state, space));
      case `POST ${INTERNAL}/installation/_review`:
        return ok(installationReview(state, space, request));
      case `POST ${INTERNAL}/installation/_perform`:
        return install(state, space, request);
      case `POST ${INTERNAL}/upgrade/_review`:
        return ok(upgradeReview(state, space, request));
      case `POST ${INTERNAL}/upgrade/_perform`:
        return upgrade(state, space, request);
      case `GET ${INTERNAL}/base_version`:
        return baseVersion(state, space, request);
      case `POST ${INTERNAL}/revert`:
        return revert(state, space, request);
      default:
        return undefined;
    }
  };
}

function installed(space: SpaceState): readonly Stored[] {
  return [...space.rules.values()].filter((rule) => rule['immutable'] === true);
}

function installable(state: FakeState, space: SpaceState): readonly Stored[] {
  const there = new Set([...space.rules.values()].map((rule) => textOf(rule, 'rule_id')));
  return [...state.prebuilt.keys()]
    .filter((id) => !there.has(id))
    .map((id) => assetOf(state, id))
    .filter((asset) => asset !== undefined);
}

/** Installed rules with an asset of a later version. */
function upgradeable(state: FakeState, space: SpaceState): readonly (readonly [Stored, Stored])[] {
  return installed(space).flatMap((rule): (readonly [Stored, Stored])[] => {
    const asset = assetOf(state, textOf(rule, 'rule_id'));
    return asset !== undefined && Number(asset['version']) > Number(rule['version']) ? [[rule, asset]] : [];
  });
}

function packageStatus(state: FakeState, space: SpaceState): JsonObject {
  const rules = installed(space);
  return {
    rules_custom_installed: space.rules.size - rules.length,
    rules_installed: rules.length,
    rules_not_installed: installable(state, space).length,
    rules_not_updated: upgradeable(state, space).length,
    timelines_installed: 0,
    timelines_not_installed: 0,
    timelines_not_updated: 0,
  };
}

function statusAnswer(state: FakeState, space: SpaceState): JsonObject {
  return {
    stats: {
      num_prebuilt_rules_installed: installed(space).length,
      num_prebuilt_rules_to_install: installable(state, space).length,
      num_prebuilt_rules_to_upgrade: upgradeable(state, space).length,
      num_prebuilt_rules_total_in_package: state.prebuilt.size,
    },
  };
}

function store(state: FakeState, space: SpaceState, user: string, asset: Stored): Stored {
  const source = { immutable: true, rule_source: { type: 'external', is_customized: false } };
  return storeNewRule(state, space, user, { ...asset, enabled: false }, source);
}

/** All that can be: new rules, and the targets of installed ones, whatever was customised. */
function installAll(state: FakeState, space: SpaceState, user: string): JsonObject {
  ensureEndpointList(state);
  const [made, changed] = [installable(state, space), upgradeable(state, space)];
  for (const asset of made) store(state, space, user, asset);
  for (const [rule, asset] of changed) putUpgrade(state, space, user, rule, asset, 'TARGET');
  return { rules_installed: made.length, rules_updated: changed.length, timelines_installed: 0, timelines_updated: 0 };
}

function installationReview(state: FakeState, space: SpaceState, { body }: FakeRequest): JsonObject {
  const assets = installable(state, space).map((asset): JsonObject => filledRule(asset));
  const { page, perPage } = pageIn(body, assets.length);
  return {
    stats: { num_rules_to_install: assets.length, tags: tagsOf(assets) },
    rules: assets.slice((page - 1) * perPage, page * perPage),
    total: assets.length,
    page,
    per_page: perPage,
  };
}

function pageIn(
  body: Readonly<Record<string, unknown>>,
  all: number,
): { readonly page: number; readonly perPage: number } {
  const { page = 1, per_page: perPage = body['page'] === undefined ? all : 20 } = body;
  return { page: Number(page), perPage: Number(perPage) };
}

function tagsOf(rules: readonly JsonObject[]): readonly string[] {
  return [...new Set(rules.flatMap(({ tags }) => (isJsonArray(tags) ? (tags as readonly string[]) : [])))].sort();
}

interface AskedRule {
  readonly rule_id: string;
  readonly version: number;
  readonly revision?: number;
  readonly pick_version?: string;
}

function askedRules(body: Readonly<Record<string, unknown>>): readonly AskedRule[] | undefined {
  return body['mode'] === 'SPECIFIC_RULES' ? (body['rules'] as readonly AskedRule[]) : undefined;
}

function modeProblem(body: Readonly<Record<string, unknown>>): FakeAnswer | undefined {
  const { mode, rules } = body;
  if (mode === 'ALL_RULES' || (mode === 'SPECIFIC_RULES' && Array.isArray(rules))) return undefined;
  return platformError(
    400,
    "[request body]: mode: Invalid discriminator value. Expected 'ALL_RULES' | 'SPECIFIC_RULES'",
  );
}

function install(state: FakeState, space: SpaceState, { body, user }: FakeRequest): FakeAnswer {
  const problem = modeProblem(body);
  if (problem !== undefined) return problem;
  ensureEndpointList(state);
  const created: Stored[] = [];
  const skipped: JsonObject[] = [];
  const errors: JsonObject[] = [];
  for (const { rule_id: id, version } of askedRules(body) ?? installable(state, space).map(specifier)) {
    const asset = assetOf(state, id, version);
    if (findRule(space, { id: undefined, ruleId: id }) !== undefined)
      skipped.push({ rule_id: id, reason: 'ALREADY_INSTALLED' });
    else if (asset === undefined)
      errors.push({ message: `Rule with ID "${id}" and version "${version}" not found`, rules: [{ rule_id: id }] });
    else created.push(store(state, space, user, asset));
  }
  return ok(performed('created', created, skipped, errors));
}

function specifier(rule: Stored): AskedRule {
  return { rule_id: textOf(rule, 'rule_id'), version: Number(rule['version']) };
}

function performed(
  kind: 'created' | 'updated',
  done: readonly Stored[],
  skipped: readonly JsonObject[],
  errors: readonly JsonObject[],
): JsonObject {
  const total = done.length + skipped.length + errors.length;
  return {
    summary: { total, succeeded: done.length, skipped: skipped.length, failed: errors.length },
    results: { [kind]: [...done], skipped: [...skipped] },
    errors: [...errors],
  };
}

function diffOf(state: FakeState, rule: Stored, target: Stored): ReadonlyMap<string, FieldDiff> {
  const base = assetOf(state, textOf(rule, 'rule_id'), rule['version']);
  return upgradeDiff(base === undefined ? undefined : filledRule(base), rule, filledRule(target));
}

function upgradeReview(state: FakeState, space: SpaceState, { body }: FakeRequest): JsonObject {
  const ids = body['rule_ids'] as readonly string[] | undefined;
  const all = upgradeable(state, space).filter(([rule]) => ids?.includes(textOf(rule, 'rule_id')) ?? true);
  const { page = 1, per_page: perPage = 20 } = body as { readonly page?: number; readonly per_page?: number };
  const rules = all.slice((page - 1) * perPage, page * perPage).map(([rule, asset]): JsonObject => {
    const diffs = [...diffOf(state, rule, asset)];
    const conflicts = diffs.filter(([, { conflict }]) => conflict !== 'NONE');
    return {
      id: rule['id'] ?? '',
      rule_id: rule['rule_id'] ?? '',
      version: rule['version'] ?? 1,
      revision: rule['revision'] ?? 0,
      current_rule: ruleAnswer(space, rule),
      target_rule: { ...filledRule(asset), id: rule['id'] ?? '' },
      diff: {
        fields: Object.fromEntries(diffs.map(([key, diff]) => [key, { ...diff } as unknown as JsonObject])),
        num_fields_with_updates: diffs.length,
        num_fields_with_conflicts: conflicts.length,
        num_fields_with_non_solvable_conflicts: conflicts.filter(([, { conflict }]) => conflict === 'NON_SOLVABLE')
          .length,
      },
    };
  });
  const stats = {
    num_rules_to_upgrade_total: all.length,
    num_rules_with_conflicts: 0,
    num_rules_with_non_solvable_conflicts: 0,
    tags: tagsOf(all.map(([rule]) => rule)),
  };
  return { stats, rules, page, per_page: perPage, total: all.length };
}

function putUpgrade(
  state: FakeState,
  space: SpaceState,
  user: string,
  rule: Stored,
  asset: Stored,
  pick: string,
): Stored {
  const target = filledRule(asset);
  const after = upgradedRule(rule, target, diffOf(state, rule, asset), pick);
  return storeChangedRule(state, space, user, rule, after);
}

function upgrade(state: FakeState, space: SpaceState, { body, user }: FakeRequest): FakeAnswer {
  const problem = modeProblem(body);
  if (problem !== undefined) return problem;
  const isFree = state.license === 'basic';
  const { pick_version: pickAll = isFree ? 'TARGET' : 'MERGED', on_conflict: onConflict } = body as {
    readonly pick_version?: string;
    readonly on_conflict?: string;
  };
  const asked = askedRules(body) ?? upgradeable(state, space).map(([, asset]) => specifier(asset));
  if (isFree && [pickAll, ...asked.map((one) => one.pick_version ?? 'TARGET')].some((pick) => pick !== 'TARGET'))
    return siemError(
      400,
      "Only the 'TARGET' version can be selected when upgrading rules; customization needs another license.",
    );
  const outcomes = asked.map((one) =>
    upgradeOne(state, space, user, { pick_version: pickAll, ...one }, onConflict === 'SKIP'),
  );
  return ok(
    performed(
      'updated',
      outcomes.flatMap(({ updated = [] }) => updated),
      outcomes.flatMap(({ skipped = [] }) => skipped),
      outcomes.flatMap(({ error = [] }) => error),
    ),
  );
}

interface UpgradeOutcome {
  readonly updated?: readonly Stored[];
  readonly skipped?: readonly JsonObject[];
  readonly error?: readonly JsonObject[];
}

function upgradeOne(
  state: FakeState,
  space: SpaceState,
  user: string,
  asked: AskedRule,
  skipsConflicts: boolean,
): UpgradeOutcome {
  const { rule_id: id, version, revision, pick_version: pick = 'MERGED' } = asked;
  const rule = findRule(space, { id: undefined, ruleId: id });
  const asset = assetOf(state, id, version);
  const fail = (message: string): UpgradeOutcome => ({ error: [{ message, rules: [{ rule_id: id }] }] });
  if (rule?.['immutable'] !== true) return fail(`Rule with rule_id "${id}" and version "${version}" not found`);
  if (asset === undefined || Number(asset['version']) <= Number(rule['version']))
    return { skipped: [{ rule_id: id, reason: 'RULE_UP_TO_DATE' }] };
  if (revision !== undefined && revision !== rule['revision'])
    return fail(`Revision mismatch for rule_id ${id}: expected ${Number(rule['revision'])}, got ${revision}`);
  const conflicts = [...diffOf(state, rule, asset)].filter(([, { conflict }]) => conflict !== 'NONE');
  const hard = conflicts.find(([, { conflict }]) => conflict === 'NON_SOLVABLE');
  if (skipsConflicts && conflicts.length > 0)
    return {
      skipped: [{ rule_id: id, reason: 'CONFLICT', conflict: hard === undefined ? 'SOLVABLE' : 'NON_SOLVABLE' }],
    };
  if (pick === 'MERGED' && hard !== undefined)
    return fail(
      `Automatic merge calculation for field '${hard[0]}' in rule of rule_id ${id} resulted in a conflict. Please resolve the conflict manually or choose another value for 'pick_version'`,
    );
  return { updated: [putUpgrade(state, space, user, rule, asset, pick)] };
}

function baseVersion(state: FakeState, space: SpaceState, { query }: FakeRequest): FakeAnswer {
  const rule = space.rules.get(query.get('id') ?? '');
  if (rule === undefined) return siemError(404, `Cannot find rule with id: ${query.get('id') ?? ''}`);
  const asset = assetOf(state, textOf(rule, 'rule_id'), rule['version']);
  if (asset === undefined) return siemError(404, 'Cannot find rule base version');
  return ok({ base_version: filledRule(asset), current_version: rule, diff: {} });
}

function revert(state: FakeState, space: SpaceState, { body, user }: FakeRequest): FakeAnswer {
  const { id, version, revision } = body as {
    readonly id: string;
    readonly version: number;
    readonly revision: number;
  };
  const rule = space.rules.get(id);
  if (rule === undefined) return siemError(404, `Cannot find rule with id: ${id}`);
  const asset = assetOf(state, textOf(rule, 'rule_id'), rule['version']);
  if (rule['immutable'] !== true || asset === undefined)
    return siemError(400, 'Rule is not a prebuilt rule, or its base version is not available');
  if (rule['version'] !== version || rule['revision'] !== revision)
    return siemError(409, `Rule was changed: version ${Number(rule['version'])}, revision ${Number(rule['revision'])}`);
  const after = upgradedRule(rule, filledRule(asset), diffOf(state, rule, asset), 'TARGET');
  const updated = [storeChangedRule(state, space, user, rule, after)];
  const summary = { failed: 0, succeeded: 1, skipped: 0, total: 1 };
  return ok({
    success: true,
    rules_count: 1,
    attributes: { results: { updated, created: [], deleted: [], skipped: [] }, summary },
  });
}
