import type { TomlFile } from '../definitions/parse-toml.js';
import { toKibana } from '../kibana-form/to-kibana.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../values/json.js';
import { compareTexts } from '../values/text-order.js';
import { comparableObject } from './comparable-object.js';
import { compareFields } from './compare-fields.js';
import type { Kibana, LiveObject } from './kibana.js';
import { isPrebuilt } from './live-facts.js';
import type { InstallableRule, PrebuiltRules, RuleUpgrade } from './prebuilt-rules.js';

/** Where a prebuilt rule that the repository names stands. `missing`: neither installed nor in the package; `foreign`: a rule of that id is not Elastic's. */
type PrebuiltStanding = 'current' | 'upgrade' | 'not-installed' | 'missing' | 'foreign';

/** A prebuilt rule that a file of the repository names. */
export interface NamedPrebuilt {
  readonly file: string;
  readonly ruleId: string;
  /** As Kibana or the package has it. */
  readonly name?: string;
  readonly standing: PrebuiltStanding;
  readonly installed?: number;
  readonly available?: number;
  readonly isCustomized: boolean;
  /** Of an overlay: what an upgrade would change, against the version that was installed. Of a fork: what it has otherwise than upstream. */
  readonly fields: readonly PrebuiltField[];
}

/** A field with its two values: of the installed version and the newer one; of upstream and the fork. */
export interface PrebuiltField {
  readonly path: string;
  readonly before?: JsonValue;
  readonly after?: JsonValue;
}

/** Overlays and forks of a repository against Elastic's rules in a Kibana. */
export interface PrebuiltReport {
  readonly overlays: readonly NamedPrebuilt[];
  readonly forks: readonly NamedPrebuilt[];
}

/** Compares the overlays and forks (`fork_of`) of a repository with the prebuilt rules of a Kibana. Rejects with a `KibanaError`. */
export async function prebuiltReport(
  files: readonly TomlFile[],
  kibana: Pick<Kibana, 'read'> & { readonly prebuilt: PrebuiltRules },
): Promise<PrebuiltReport> {
  const overlays = named(files, ({ overlay }) => textAt(overlay, 'rule_id'));
  const forks = named(files, ({ metadata, rule }) => (isJsonObject(rule) ? textAt(metadata, 'fork_of') : undefined));
  const wanted = new Set([...overlays, ...forks].map(({ ruleId }) => ruleId));
  const known = await lookUp(wanted, kibana);
  return {
    overlays: overlays.map(({ file, ruleId }) => {
      const { current, target, ...facts } = known.get(ruleId) ?? absent(undefined);
      return { file: file.file, ruleId, ...facts, fields: target === undefined ? [] : differing(current, target) };
    }),
    forks: forks.map(({ file, ruleId }) => {
      const { current, target, ...facts } = known.get(ruleId) ?? absent(undefined);
      const { rule: own } = toKibana(file.table ?? {});
      const upstream = target ?? current;
      return { file: file.file, ruleId, ...facts, fields: upstream === undefined ? [] : differing(upstream, own) };
    }),
  };
}

interface Named {
  readonly file: TomlFile;
  readonly ruleId: string;
}

function named(files: readonly TomlFile[], idOf: (table: JsonObject) => string | undefined): readonly Named[] {
  return files
    .flatMap((file): Named[] => {
      const ruleId = idOf(file.table ?? {});
      return ruleId === undefined ? [] : [{ file, ruleId }];
    })
    .sort((left, right) => compareTexts(left.file.file, right.file.file));
}

interface Known extends Pick<NamedPrebuilt, 'name' | 'standing' | 'installed' | 'available' | 'isCustomized'> {
  /** As Elastic made what is installed, where the package still has it, and what it has now where that is newer. */
  readonly current?: JsonObject | undefined;
  readonly target?: JsonObject;
}

async function lookUp(
  wanted: ReadonlySet<string>,
  kibana: Pick<Kibana, 'read'> & { readonly prebuilt: PrebuiltRules },
): Promise<ReadonlyMap<string, Known>> {
  const { prebuilt } = kibana;
  const known = new Map<string, Known>();
  if (wanted.size === 0) return known;
  const upgrades = await byId<RuleUpgrade>(prebuilt.upgrades(), wanted);
  const installable = await byId<InstallableRule>(prebuilt.installable(), wanted);
  for (const id of wanted) {
    const live = await kibana.read('rule', `rule/${id}`);
    known.set(id, live === undefined ? absent(installable.get(id)) : await present(live, upgrades.get(id), prebuilt));
  }
  return known;
}

function absent(rule: InstallableRule | undefined): Known {
  if (rule === undefined) return { standing: 'missing', isCustomized: false };
  const { name, version, body } = rule;
  return { standing: 'not-installed', name, available: version, isCustomized: false, current: body };
}

async function present(live: LiveObject, upgrade: RuleUpgrade | undefined, prebuilt: PrebuiltRules): Promise<Known> {
  const name = textAt(live.body, 'name') ?? '';
  if (!isPrebuilt(live)) return { standing: 'foreign', name, isCustomized: false };
  const { rule_source: source, version } = live.body;
  const current = (await prebuilt.base(live)) ?? live.body;
  const common = {
    name,
    isCustomized: isJsonObject(source) && source['is_customized'] === true,
    current,
    ...(typeof version === 'number' ? { installed: version } : {}),
  };
  if (upgrade === undefined) return { ...common, standing: 'current' };
  return { ...common, standing: 'upgrade', available: upgrade.available, target: upgrade.target };
}

async function byId<T extends { readonly ruleId: string }>(
  pages: AsyncIterable<readonly T[]>,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, T>> {
  const found = new Map<string, T>();
  for await (const page of pages) for (const rule of page) if (wanted.has(rule.ruleId)) found.set(rule.ruleId, rule);
  return found;
}

/** Identity, what each space decides, and what two packages never share. */
const NOT_COMPARED: ReadonlySet<string> = new Set([
  'rule_id',
  'enabled',
  'exceptions_list',
  'actions',
  'author',
  'license',
]);

function differing(before: JsonObject | undefined, after: JsonObject): readonly PrebuiltField[] {
  if (before === undefined) return [];
  const [left, right] = [before, after].map((body) => comparableObject('rule', body, { tag: '' }));
  return compareFields({ git: right ?? {}, live: left ?? {} }, new Set())
    .filter(({ path }) => !NOT_COMPARED.has(path))
    .map(({ path, git, live }) => ({
      path,
      ...(live === undefined ? {} : { before: live }),
      ...(git === undefined ? {} : { after: git }),
    }));
}

function textAt(table: JsonValue | undefined, key: string): string | undefined {
  const value = isJsonObject(table) ? table[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}
