import { validateTable } from '../definitions/validate.js';
import type { VersionLock } from '../definitions/version-lock.js';
import { fitToStack } from '../kibana-form/stack-limits.js';
import { toKibana } from '../kibana-form/to-kibana.js';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../values/json.js';
import { objectsOf } from '../values/objects-of.js';
import { compareVersions } from '../values/version-order.js';
import { comparableObject, isSystemAction } from './comparable-object.js';
import { placeOf, problemOf } from './definition-file.js';
import type { DefinitionFile } from './definition-file.js';
import type { DesiredObject, Use } from './desired-object.js';
import { withIndexPrefix } from './index-prefix.js';
import { KNOWN_RULE_KEYS } from './known-rule-keys.js';
import { objectKey } from './object-key.js';
import type { PlanProblem } from './plan.js';
import { tagOf } from './target.js';
import type { TargetSettings } from './target.js';

/** What a rule on a target depends on, besides its file. */
export interface RuleContext {
  readonly settings: TargetSettings;
  /** Of Kibana: `8.19.4`. */
  readonly kibanaVersion: string;
  readonly lock: VersionLock;
  /** `rule_id` → lists of the repository that name the rule in `rule_ids` of their metadata. */
  readonly attached: ReadonlyMap<string, readonly JsonObject[]>;
}

/** A rule as a target wants it; or why it cannot have it. */
export interface DesiredRule {
  readonly object?: DesiredObject;
  readonly problems: readonly PlanProblem[];
}

/** The rule of a file, as a target wants it. One that a schema refuses, or that needs a newer Kibana, is a problem with its place. */
export function desiredRule(file: DefinitionFile, context: RuleContext): DesiredRule {
  const { settings, kibanaVersion } = context;
  const stack = kibanaVersion.split('.').slice(0, 2).join('.');
  const mistakes = validateTable('rule', file);
  const isFatal = mistakes.some(({ code }) => code !== 'schema/unknown-key');
  const problems = mistakes.map((one) => problemOf(file, one, one.code === 'schema/unknown-key' ? 'warning' : 'error'));
  if (isFatal) return { problems };
  const newer = newerThan(file, stack);
  if (newer) return { problems: [newer] };
  const { rule: whole } = toKibana(withVersion(file.table, context.lock));
  const { notes, obstacles } = fitToStack(whole, stack);
  const unfit = [...notes, ...obstacles].map(({ path, what }) => unfitFor(file, path, what, kibanaVersion));
  if (unfit.length > 0) return { problems: [...problems, ...unfit] };
  const body = forTarget(whole, context);
  const key = objectKey('rule', body);
  const { name } = body;
  const object: DesiredObject = {
    key,
    kind: 'rule',
    name: typeof name === 'string' ? name : key,
    file: file.file,
    path: ['rule', 'rule_id'],
    body,
    comparable: comparableObject('rule', body, { tag: tagOf(settings) }),
    ...(mistakes.length === 0 ? {} : { unknownKeys: Object.keys(body).filter((one) => !KNOWN_RULE_KEYS.has(one)) }),
    uses: usesOf(body, file.table),
  };
  return { object, problems };
}

/** A rule of `min_stack_version` above that of the target stays at home; what Kibana has of it stays, too. */
function newerThan(file: DefinitionFile, stack: string): PlanProblem | undefined {
  const { metadata } = file.table;
  const minimum = isJsonObject(metadata) ? metadata['min_stack_version'] : undefined;
  if (typeof minimum !== 'string' || compareVersions(minimum.split('.').slice(0, 2).join('.'), stack) <= 0) {
    return undefined;
  }
  return {
    code: 'deploy/newer-stack',
    severity: 'warning',
    place: placeOf(file, ['metadata', 'min_stack_version']),
    what: `The rule is for ${minimum} and later, and Kibana is of ${stack}.`,
    why: 'It is left out, and what Kibana has of it stays as it is.',
    fix: 'Lower min_stack_version if the rule runs there, or leave it out by select of the target.',
  };
}

/** A field that this Kibana does not know. */
export function unfitFor(
  file: DefinitionFile,
  path: readonly (string | number)[],
  what: string,
  version: string,
): PlanProblem {
  return {
    code: 'deploy/newer-field',
    severity: 'error',
    place: placeOf(file, path),
    what: what.replace(/(?:: left out for .*|; without it .*)$/u, '.'),
    why: `Kibana ${version} does not know it: it would refuse the rule, or run another one. The rule is not touched.`,
    fix: 'Update Kibana, or write the rule without it. Where only newer targets shall have it, set min_stack_version in [metadata].',
  };
}

function withVersion(table: JsonObject, lock: VersionLock): JsonObject {
  const { rule } = table;
  const id = isJsonObject(rule) ? rule['rule_id'] : undefined;
  const version = typeof id === 'string' ? lock.get(id) : undefined;
  return version === undefined || !isJsonObject(rule) ? table : { ...table, rule: { ...rule, version } };
}

/** A rule with what a target adds: its overrides, the lists that name it, the tag of managed rules. */
function forTarget(rule: JsonObject, { settings, attached }: RuleContext): JsonObject {
  const { override = {} } = settings;
  const id = rule['rule_id'];
  const lists = [
    ...objectsOf(rule['exceptions_list']),
    ...((typeof id === 'string' ? attached.get(id) : undefined) ?? []),
    ...(override.exceptions_list ?? []),
  ];
  const tag = tagOf(settings);
  const tags = [...textsOf(rule['tags']), ...(override.tags ?? []), ...(tag === '' ? [] : [tag])];
  const enabled = override.enabled ?? rule['enabled'];
  return withIndexPrefix(
    {
      ...rule,
      ...(lists.length === 0 ? {} : { exceptions_list: distinctLists(lists) }),
      ...(tags.length === 0 ? {} : { tags: [...new Set(tags)] }),
      ...(enabled === undefined ? {} : { enabled }),
    },
    override.index_prefix ?? '',
  );
}

/** References to lists as they are written, each once; ids of saved objects are another Kibana's, but for the endpoint list's. */
export function distinctLists(lists: readonly JsonObject[]): readonly JsonObject[] {
  const found = new Map<string, JsonObject>();
  for (const { list_id: id = '', namespace_type: namespace = 'single', type = 'detection' } of lists) {
    const reference = { list_id: id, namespace_type: namespace, type };
    const key = objectKey('exception-list', reference);
    if (!found.has(key)) found.set(key, id === 'endpoint_list' ? { id, ...reference } : reference);
  }
  return [...found.values()];
}

/** What a rule names, with the place in its file; a list that the target or the list's own file adds stands at `exceptions_list`. */
export function usesOf(body: JsonObject, table: JsonObject): readonly Use[] {
  const written = isJsonObject(table['rule']) ? objectsOf(table['rule']['exceptions_list']) : [];
  const lists = objectsOf(body['exceptions_list']).flatMap((reference): readonly Use[] => {
    const id = textOf(reference['list_id']);
    if (id === '' || id === 'endpoint_list') return [];
    const at = written.findIndex((one) => one['list_id'] === id);
    const path = ['rule', 'exceptions_list', ...(at < 0 ? [] : [at, 'list_id'])];
    return [{ kind: 'exception-list', key: objectKey('exception-list', reference), id, path }];
  });
  const connectors = objectsOf(body['actions']).flatMap((action, at): readonly Use[] => {
    const id = textOf(action['id']);
    // Cases and workflows are system actions: their connectors are Kibana's own.
    if (id === '' || isSystemAction(action)) return [];
    return [{ kind: 'connector', key: objectKey('connector', { id }), id, path: ['rule', 'actions', at, 'id'] }];
  });
  return [...lists, ...connectors];
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  return isJsonArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
