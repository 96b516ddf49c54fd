import { desiredRule } from '../deploy/desired-rules.js';
import { desiredState } from '../deploy/desired-state.js';
import type { DesiredState } from '../deploy/desired-state.js';
import { comparableObject } from '../deploy/comparable-object.js';
import { placesIn, removeDefinition, withItemIds } from '../deploy/edit-definition.js';
import type { DefinitionPlace } from '../deploy/edit-definition.js';
import { findPulls, isRuleList } from '../deploy/find-pulls.js';
import type { PullFindings, PulledObject } from '../deploy/find-pulls.js';
import type { Kibana, LiveObject } from '../deploy/kibana.js';
import { keysNamed } from '../deploy/live-facts.js';
import { itemTable, newConnector, newExceptionList, newRule, newValueList } from '../deploy/new-definition.js';
import type { NewDefinition } from '../deploy/new-definition.js';
import { keyParts, objectKey } from '../deploy/object-key.js';
import { pullFile } from '../deploy/pull-file.js';
import type { PullReport } from '../deploy/pull-report.js';
import { selectionOf } from '../deploy/selection.js';
import type { StateSession, TargetState } from '../deploy/state.js';
import { tagOf } from '../deploy/target.js';
import type { TargetSettings } from '../deploy/target.js';
import { parseToml } from '../definitions/parse-toml.js';
import type { VersionLock } from '../definitions/version-lock.js';
import { isJsonArray, isJsonObject } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import type { RepositoryFiles } from './plan-target.js';
import type { PullFolder } from './pull-folder.js';

/** Where what is new goes, relative to the root. */
export interface NewFolders {
  readonly rules: string;
  readonly exceptions: string;
  readonly connectors: string;
  readonly valueLists: string;
}

/** What a pull works with. */
export interface PullRunInput {
  readonly repository: RepositoryFiles;
  readonly settings: TargetSettings;
  readonly kibana: Kibana;
  readonly kibanaVersion: string;
  readonly lock: VersionLock;
  readonly state: TargetState | undefined;
  /** Absent in a dry run, and where nothing remembers. */
  readonly session: StateSession | undefined;
  readonly folder: PullFolder;
  readonly report: PullReport;
  /** Where what is new to git goes; without it, it is only listed. */
  readonly into: NewFolders | undefined;
  readonly withTactic: boolean;
  readonly prune: boolean;
  /** Why the file may not lose what stands in it, in a sentence; undefined where it may. */
  readonly isUnsaved: (file: string) => Promise<string | undefined>;
  readonly now: Date;
}

/** Brings what was changed and made in Kibana into the files of a repository. Rejects with a `KibanaError` where Kibana does. */
export async function runPull(input: PullRunInput): Promise<void> {
  await new PullRun(input).run();
}

class PullRun {
  readonly #input: PullRunInput;
  readonly #desired: DesiredState;
  readonly #tables: ReadonlyMap<string, JsonObject>;
  readonly #places = new Map<string, DefinitionPlace>();
  /** Items that analysts added to lists of git, by the key of the list. */
  readonly #items = new Map<string, LiveObject[]>();
  /** Lists that rules of git name in Kibana and not in their files → those rules. */
  readonly #users = new Map<string, Map<string, string>>();
  readonly #today: string;

  constructor(input: PullRunInput) {
    const { repository, settings, kibanaVersion, lock, now } = input;
    const { files, isNamed } = repository;
    this.#input = input;
    this.#today = now.toISOString().slice(0, 10).replaceAll('-', '/');
    const named = isNamed === undefined ? {} : { isNamed };
    this.#desired = desiredState(files, { settings, kibanaVersion, lock, ...named });
    this.#tables = new Map(files.flatMap(({ file, table }) => (table === undefined ? [] : [[file, table] as const])));
    for (const [file, table] of this.#tables) {
      for (const [key, place] of placesIn(file, table, objectKey))
        if (!this.#places.has(key)) this.#places.set(key, place);
    }
  }

  async run(): Promise<void> {
    const { settings, state, kibana, report } = this.#input;
    const desired = this.#desired;
    const findings = await findPulls({
      settings,
      desired,
      state,
      kibana: { pages: (kind) => this.#pages(kind), values: (key) => kibana.values(key) },
      isInGit: (key) => this.#places.has(key),
      tableOf: (file) => this.#tables.get(file),
      onNew: (objects) => this.#take(objects),
    });
    report.unchanged += findings.unchanged;
    for (const kind of findings.unseen)
      report.notes.push(`These credentials may not list objects of the kind ${kind}.`);
    await this.#change(findings);
  }

  async *#pages(kind: LiveObject['kind']): AsyncGenerator<readonly LiveObject[]> {
    for await (const page of this.#input.kibana.pages(kind)) {
      if (kind === 'rule') for (const live of page) this.#note(live);
      yield page;
    }
  }

  /** Which lists a rule of git names in Kibana though no file says so. */
  #note(live: LiveObject): void {
    const wanted = this.#desired.objects.get(live.key);
    if (wanted === undefined) return;
    const written = new Set(keysNamed('rule', wanted.body));
    for (const key of keysNamed('rule', live.body)) {
      if (!key.startsWith('exception-list/') || written.has(key) || this.#places.has(key)) continue;
      const users = this.#users.get(key) ?? new Map<string, string>();
      users.set(keyParts(live.key).id, wanted.name);
      this.#users.set(key, users);
    }
  }

  async #take(objects: readonly LiveObject[]): Promise<void> {
    const { into, report, repository, settings } = this.#input;
    const isTheirs = settings.manage?.exceptions_list === false;
    for (const live of objects) {
      const { key, kind, body } = live;
      const line = { key, kind, name: nameOf(live) };
      if (kind === 'exception-item') {
        const list = objectKey('exception-list', body);
        // Those of new lists come with their lists.
        if (!isTheirs && this.#desired.objects.has(list))
          this.#items.set(list, [...(this.#items.get(list) ?? []), live]);
        continue;
      }
      if (kind === 'exception-list' && (isTheirs || !isRuleList(live))) continue;
      if (repository.isNamed !== undefined && into === undefined) continue;
      if (into === undefined) report.untaken.push(line);
      else if (!this.#desired.isComplete && repository.files.some(({ table }) => table === undefined))
        report.refused.push({
          ...line,
          reason: 'A file of the repository cannot be read, and may have it: mend that first.',
        });
      else await this.#adopt(live, into);
    }
  }

  async #adopt(live: LiveObject, into: NewFolders): Promise<void> {
    const { folder, report, kibana, settings, withTactic } = this.#input;
    const { key, kind } = live;
    const line = { key, kind, name: nameOf(live) };
    const values: string[] = [];
    if (kind === 'value-list') for await (const page of kibana.values(key)) values.push(...page);
    const items: LiveObject[] = [];
    if (kind === 'exception-list')
      for await (const page of kibana.pages('exception-item', { lists: [key] })) items.push(...page);
    const made: Readonly<Record<LiveObject['kind'], () => readonly [string, NewDefinition]>> = {
      rule: () => [into.rules, newRule(live, settings, { today: this.#today, withTactic })],
      'exception-list': () => [
        into.exceptions,
        newExceptionList(live, items, this.#users.get(key) ?? new Map<string, string>(), this.#today),
      ],
      'exception-item': () => [into.exceptions, { stem: '', table: {}, notes: [] }],
      'value-list': () => [into.valueLists, newValueList(live, values)],
      connector: () => [into.connectors, newConnector(live, this.#today)],
    };
    const [where, { stem, table, notes }] = made[kind]();
    const added = await folder.add(where, stem, table);
    if ('problem' in added) {
      report.refused.push({ ...line, reason: added.problem });
      return;
    }
    report.added.push({ ...line, file: added.file });
    report.notes.push(...notes.map((note) => `${added.file}: ${note}`));
    if (kind === 'rule' && !selectionOf(settings)(added.file, table)) {
      // In the state it would be one that git does not want there.
      report.notes.push(`${added.file}: select of the target leaves this rule out, so that it stays unmanaged.`);
      return;
    }
    await this.#record(live, added.file, values);
    for (const item of items) await this.#record(item, added.file);
  }

  async #record({ key, kind, body }: LiveObject, file: string, values: readonly string[] = []): Promise<void> {
    const { session, settings, now } = this.#input;
    const applied = comparableObject(kind, body, { tag: tagOf(settings), values });
    await session?.record(key, { applied, file, at: now.toISOString() });
  }

  /** Files of git that change, each once. */
  async #change({ changed, seen }: PullFindings): Promise<void> {
    const byFile = new Map<string, FileWork>();
    const workOn = (file: string): FileWork => {
      const known = byFile.get(file) ?? { pulls: [], items: [], gone: [] };
      byFile.set(file, known);
      return known;
    };
    for (const object of changed) workOn(object.wanted.file).pulls.push(object);
    for (const [list, items] of this.#items) {
      const file = this.#desired.objects.get(list)?.file;
      if (file !== undefined) workOn(file).items.push(...items);
    }
    for (const [key, entry] of this.#input.state?.objects ?? []) {
      const wanted = this.#desired.objects.get(key);
      const isHere = wanted === undefined || wanted.isOverlay === true || seen.has(key);
      if (isHere || Object.keys(entry.applied).length === 0) continue;
      const line = { key, kind: wanted.kind, name: wanted.name, file: wanted.file };
      if (this.#input.prune) workOn(wanted.file).gone.push(key);
      else this.#input.report.deleted.push(line);
    }
    for (const [file, work] of [...byFile].sort(([left], [right]) => (left < right ? -1 : 1)))
      await this.#changeFile(file, work);
  }

  async #changeFile(file: string, work: FileWork): Promise<void> {
    const { folder, report, isUnsaved } = this.#input;
    const table = this.#tables.get(file);
    if (table === undefined) return;
    const refuse = (reason: string): void => {
      report.refused.push(...work.pulls.map(({ wanted: { key, kind, name } }) => ({ key, kind, name, file, reason })));
      report.refused.push(...work.gone.map((key) => ({ ...this.#lineOf(key), reason })));
      report.refused.push(
        ...work.items.map((live) => ({ key: live.key, kind: live.kind, name: nameOf(live), file, reason })),
      );
    };
    const isGuess = work.pulls.some(({ fields }) => fields.some((field) => field.class === 'unknown'));
    const unsaved = isGuess || work.gone.length > 0 ? await isUnsaved(file) : undefined;
    if (unsaved !== undefined) {
      refuse(unsaved);
      return;
    }
    const raw = await folder.read(file);
    const left: { table?: JsonObject | undefined } = {};
    const pulls = work.pulls.flatMap((object) => {
      const place = this.#places.get(object.wanted.key);
      return place === undefined ? [] : [{ object, path: place.path }];
    });
    const result = pullFile(raw, table, pulls, this.#today, (edited) => {
      left.table = this.#withoutGone(this.#withItems(edited, work.items), file, work.gone);
      return left.table ?? edited;
    });
    if (result.problem !== undefined) {
      refuse(result.problem);
      return;
    }
    if (left.table === undefined) await folder.remove(file);
    else if (result.text !== raw) await folder.write(file, raw, result.text);
    await this.#remember(file, work, result.text, result.conflicts);
  }

  async #remember(file: string, work: FileWork, text: string, conflicts: number): Promise<void> {
    const { report, session, now } = this.#input;
    if (conflicts > 0) report.conflicts.push(file);
    for (const { wanted, fields, applied, entry } of work.pulls) {
      const { key, kind, name } = wanted;
      const of = (isConflict: boolean): readonly string[] =>
        fields.filter((field) => (field.class === 'conflict') === isConflict).map(({ path }) => path);
      report.changed.push({ key, kind, name, file, fields: of(false), conflicts: of(true) });
      const secrets = entry?.secrets === undefined ? {} : { secrets: entry.secrets };
      await session?.record(key, { applied, file, at: now.toISOString(), ...secrets });
      if (conflicts === 0 && kind === 'rule') this.#verify(file, text, of(false), applied);
    }
    for (const item of work.items) {
      report.changed.push({ key: item.key, kind: item.kind, name: nameOf(item), file, fields: ['new'] });
      await this.#record(item, file);
    }
    for (const key of work.gone) {
      report.pruned.push(this.#lineOf(key));
      await session?.record(key, undefined);
    }
  }

  /** Says which fields the target itself makes other than Kibana has them: no file can have them so. */
  #verify(file: string, text: string, fields: readonly string[], applied: JsonObject): void {
    const { settings, kibanaVersion, lock, report } = this.#input;
    const toml = parseToml(file, text);
    const { table } = toml;
    if (table === undefined) return;
    const { object } = desiredRule({ ...toml, table }, { settings, kibanaVersion, lock, attached: new Map() });
    const left = fields.filter(
      (field) =>
        field !== 'exceptions_list' && JSON.stringify(object?.comparable[field]) !== JSON.stringify(applied[field]),
    );
    if (left.length > 0)
      report.notes.push(
        `${file}: ${left.join(', ')} cannot be as in Kibana, since the target in dragnet.toml adds to it.`,
      );
  }

  #withItems(table: JsonObject, items: readonly LiveObject[]): JsonObject {
    let result = table;
    for (const { body } of items) {
      const place = this.#places.get(objectKey('exception-list', body));
      const [name = '', at = 0] = place?.path ?? [];
      const lists = result['exceptions'];
      if (name !== 'exceptions' || typeof at !== 'number' || !isJsonArray(lists)) continue;
      // Ids that follow from names and places are written down before others come.
      result = withItemIds(result, [name, at]);
      const list = isJsonArray(result['exceptions']) ? result['exceptions'][at] : undefined;
      if (!isJsonObject(list)) continue;
      const old = isJsonArray(list['items']) ? list['items'] : [];
      result = { ...result, exceptions: lists.with(at, { ...list, items: [...old, itemTable(body)] }) };
    }
    return result;
  }

  #withoutGone(table: JsonObject, file: string, gone: readonly string[]): JsonObject | undefined {
    let result = table;
    for (const key of gone) {
      const place = placesIn(file, result, objectKey).get(key);
      if (place === undefined) continue;
      const [first] = place.path;
      // A list goes whole, with its items.
      const path = first === 'exceptions' && place.path[2] === 'container' ? place.path.slice(0, 2) : place.path;
      const left = removeDefinition(result, path);
      if (left === undefined) return undefined;
      result = left;
    }
    return result;
  }

  #lineOf(key: string): { key: string; kind: LiveObject['kind']; name: string; file?: string } {
    const wanted = this.#desired.objects.get(key);
    return wanted === undefined
      ? { key, kind: keyParts(key).kind as LiveObject['kind'], name: key }
      : { key, kind: wanted.kind, name: wanted.name, file: wanted.file };
  }
}

/** What is to be done with a file. */
interface FileWork {
  readonly pulls: PulledObject[];
  readonly items: LiveObject[];
  /** Keys of objects that are gone in Kibana. */
  readonly gone: string[];
}

function nameOf({ key, body: { name } }: LiveObject): string {
  return typeof name === 'string' && name !== '' ? name : key;
}
