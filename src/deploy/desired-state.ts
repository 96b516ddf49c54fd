import type { TomlFile } from '../definitions/parse-toml.js';
import type { VersionLock } from '../definitions/version-lock.js';
import { isJsonArray, isJsonObject, type JsonObject } from '../values/json.js';
import { compareTexts } from '../values/text-order.js';
import { placeOf, problemOf } from './definition-file.js';
import type { DefinitionFile } from './definition-file.js';
import { desiredConnectors, desiredExceptions, desiredValueLists } from './desired-lists.js';
import type { FromFile } from './desired-lists.js';
import type { DesiredObject } from './desired-object.js';
import { desiredOverlay } from './desired-overlays.js';
import { desiredRule } from './desired-rules.js';
import { objectKey } from './object-key.js';
import type { PlanProblem } from './plan.js';
import { selectionOf } from './selection.js';
import type { TargetSettings } from './target.js';

/** What a repository wants on a target. */
export interface DesiredState {
  /** By key, in the order of the names of their files. */
  readonly objects: ReadonlyMap<string, DesiredObject>;
  /** Keys of objects that the repository has but that cannot be had: they are neither written nor deleted. */
  readonly heldBack: ReadonlySet<string>;
  readonly problems: readonly PlanProblem[];
  /** Whether every file could be read. Where not, nothing is deleted: what is missing may stand in the file that is broken. */
  readonly isComplete: boolean;
  /** Where something of an object stands in its file. */
  readonly placeOf: (object: DesiredObject, path: readonly (string | number)[]) => string;
}

/** What the desired state depends on besides files. */
export interface DesiredOptions {
  readonly settings: TargetSettings;
  /** Of Kibana: `8.19.4`. */
  readonly kibanaVersion: string;
  readonly lock?: VersionLock;
  /** Which files the call names, of all that are given; without it, all. Lists and connectors that rules of these name come along. */
  readonly isNamed?: (file: string) => boolean;
}

/**
 * What the files of a repository want on a target: rules that its `select` lets through, with its overrides; exception lists with items, value lists and
 * connectors, but for those that only other rules name. All files of the repository are to be given, broken ones too, so that nothing is taken for deleted.
 */
export function desiredState(files: readonly TomlFile[], options: DesiredOptions): DesiredState {
  const { settings, kibanaVersion, lock = new Map<string, number>(), isNamed } = options;
  const builder = new Builder(files);
  const tables = files.filter(isDefinition).sort((left, right) => compareTexts(left.file, right.file));
  const attached = attachedLists(tables);
  const selects = selectionOf(settings, isNamed);
  const context = { settings, kibanaVersion, lock, attached };
  const elsewhere = new Set<string>();
  for (const file of tables) {
    const { rule: own, overlay } = file.table;
    const rule = own ?? overlay;
    if (!isJsonObject(rule)) continue;
    if (!selects(file.file, file.table)) {
      for (const key of namedBy(rule, attached)) elsewhere.add(key);
      continue;
    }
    const { object, problems } = (own === undefined ? desiredOverlay : desiredRule)(file, context);
    builder.take({ objects: object ? [object] : [], problems }, file);
    if (object === undefined) builder.holdBack(objectKey('rule', rule), problems);
  }
  for (const [key, read] of COMPANIONS) {
    for (const file of tables) if (isJsonArray(file.table[key])) builder.take(read(file), file);
  }
  builder.dropUnused(elsewhere, isNamed);
  return builder.result();
}

/** Key that a file is known by → how its objects are read; in the order in which they depend on each other. */
const COMPANIONS: readonly (readonly [string, (file: DefinitionFile) => FromFile])[] = [
  ['exceptions', desiredExceptions],
  ['value_lists', desiredValueLists],
  ['action_connectors', desiredConnectors],
];

class Builder {
  readonly #objects = new Map<string, DesiredObject>();
  readonly #heldBack = new Set<string>();
  readonly #problems: PlanProblem[] = [];
  readonly #files: ReadonlyMap<string, TomlFile>;
  #isComplete = true;

  constructor(files: readonly TomlFile[]) {
    this.#files = new Map(files.map((file) => [file.file, file]));
    for (const file of files) {
      if (file.table !== undefined) continue;
      this.#isComplete = false;
      this.#problems.push(...file.diagnostics.map((one) => problemOf(file, one)));
    }
  }

  take({ objects, problems }: FromFile, file: DefinitionFile): void {
    this.#problems.push(...problems);
    if (problems.some(({ severity }) => severity === 'error')) this.#isComplete = false;
    for (const object of objects) {
      const twin = this.#objects.get(object.key);
      if (twin === undefined) this.#objects.set(object.key, object);
      else this.#problems.push(twice(file, object, twin));
    }
  }

  holdBack(key: string, problems: readonly PlanProblem[]): void {
    this.#heldBack.add(key);
    if (problems.some(({ severity }) => severity === 'error')) this.#isComplete = false;
  }

  /**
   * Drops lists and connectors that only rules of other targets name, and, where the call names files, those of other files that no rule of these names.
   */
  dropUnused(elsewhere: ReadonlySet<string>, isNamed: DesiredOptions['isNamed']): void {
    const used = new Set<string>();
    const use = (object: DesiredObject): void => {
      for (const { key } of object.uses) {
        if (used.has(key)) continue;
        used.add(key);
        for (const item of this.#itemsOf(key)) use(item);
      }
    };
    const isWanted = ({ key, kind, file }: DesiredObject): boolean =>
      kind === 'rule' || used.has(key) || (isNamed?.(file) !== false && !elsewhere.has(key));
    for (const object of this.#objects.values()) if (object.kind === 'rule') use(object);
    for (const object of this.#objects.values()) {
      // A list that nobody names, of a file that is asked for, brings its value lists.
      if (object.kind === 'exception-list' && isWanted(object)) for (const item of this.#itemsOf(object.key)) use(item);
    }
    for (const object of [...this.#objects.values()]) {
      const list = object.kind === 'exception-item' ? this.#objects.get(object.uses[0]?.key ?? '') : object;
      if (list === undefined || !isWanted(list)) this.#objects.delete(object.key);
    }
  }

  result(): DesiredState {
    return {
      objects: this.#objects,
      heldBack: this.#heldBack,
      problems: this.#problems,
      isComplete: this.#isComplete,
      placeOf: ({ file }, path) => {
        const known = this.#files.get(file);
        return known === undefined ? file : placeOf(known, path);
      },
    };
  }

  #byList: Map<string, DesiredObject[]> | undefined;

  #itemsOf(listKey: string): readonly DesiredObject[] {
    if (this.#byList === undefined) {
      this.#byList = new Map();
      for (const object of this.#objects.values()) {
        if (object.kind !== 'exception-item') continue;
        const key = object.uses[0]?.key ?? '';
        const items = this.#byList.get(key);
        if (items) items.push(object);
        else this.#byList.set(key, [object]);
      }
    }
    return this.#byList.get(listKey) ?? [];
  }
}

function isDefinition(file: TomlFile): file is DefinitionFile {
  return file.table !== undefined;
}

/** `rule_id` → references to the lists whose files name the rule. */
function attachedLists(files: readonly DefinitionFile[]): ReadonlyMap<string, readonly JsonObject[]> {
  const attached = new Map<string, JsonObject[]>();
  for (const { table } of files) {
    const { metadata, exceptions } = table;
    const ids = isJsonObject(metadata) && isJsonArray(metadata['rule_ids']) ? metadata['rule_ids'] : [];
    if (ids.length === 0 || !isJsonArray(exceptions)) continue;
    const references = exceptions.filter(isJsonObject).flatMap(({ container }) => {
      if (!isJsonObject(container)) return [];
      const { list_id: id = '', namespace_type: namespace = 'single', type = 'detection' } = container;
      return [{ list_id: id, namespace_type: namespace, type }];
    });
    for (const id of ids) {
      if (typeof id === 'string') attached.set(id, [...(attached.get(id) ?? []), ...references]);
    }
  }
  return attached;
}

/** The keys of lists and connectors that a rule names. */
function namedBy(rule: JsonObject, attached: ReadonlyMap<string, readonly JsonObject[]>): readonly string[] {
  const { rule_id: id, exceptions_list: lists, actions } = rule;
  const references = [
    ...(isJsonArray(lists) ? lists : []),
    ...((typeof id === 'string' ? attached.get(id) : undefined) ?? []),
  ].filter(isJsonObject);
  return [
    ...references.map((reference) => objectKey('exception-list', reference)),
    ...(isJsonArray(actions) ? actions : []).filter(isJsonObject).map((action) => objectKey('connector', action)),
  ];
}

function twice(file: DefinitionFile, object: DesiredObject, twin: DesiredObject): PlanProblem {
  return {
    code: 'deploy/defined-twice',
    severity: 'error',
    key: object.key,
    place: placeOf(file, object.path),
    what: `${object.key} is defined in ${twin.file} too.`,
    why: 'Only one of the two can stand in Kibana; the first is taken.',
    fix: 'Give it an id of its own, or remove one of the two.',
  };
}
