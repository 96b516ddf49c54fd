import type { JsonObject } from '../../src/values/json.js';

/** Things that a Kibana can do wrongly here, so that a test can show that a client notices. README.md says what each one is. */
export type Violation =
  | 'put-keeps-absent'
  | 'put-resets-enabled'
  | 'put-resets-version'
  | 'no-revision'
  | 'drops-field'
  | 'no-conflict'
  | 'no-defaults'
  | 'find-ignores-page'
  | 'find-ignores-filter'
  | 'find-misses-last'
  | 'find-wrong-total'
  | 'xsrf-not-asked'
  | 'import-says-success'
  | 'exceptions-ignore-version'
  | 'bulk-fails-silently'
  | 'delete-keeps'
  | 'writes-disabled'
  | 'returns-secrets'
  | 'old-version';

/** A saved object that `_version` guards, such as an exception list. */
export type Stored = Readonly<Record<string, JsonObject[string]>>;

/** A text of an object; empty where there is none. */
export function textOf(object: JsonObject, key: string): string {
  const value = object[key];
  return typeof value === 'string' ? value : '';
}

/** What one space holds. Objects are replaced, never changed, so that whoever holds one has what it was. */
export interface SpaceState {
  /** By `id`, as the API answers them but for `execution_summary`. */
  readonly rules: Map<string, Stored>;
  /** `execution_summary` by the rule's `id`. */
  readonly executions: Map<string, JsonObject>;
  /** Times without a run, by the rule's `id`. */
  readonly gaps: Map<string, readonly { readonly start: string; readonly end: string }[]>;
  /** By `list_id`. */
  readonly exceptionLists: Map<string, Stored>;
  /** By `item_id`. */
  readonly exceptionItems: Map<string, Stored>;
  /** By `id`; undefined until the indices are made. */
  valueLists: Map<string, Stored> | undefined;
  /** By `id`. */
  readonly valueListItems: Map<string, Stored>;
  /** By `id`; with `secrets`. */
  readonly connectors: Map<string, Stored>;
  /** Documents of the alerts index. */
  readonly alerts: JsonObject[];
}

/** Everything that a Kibana keeps. */
export class FakeState {
  /** By id: what the spaces API answers. */
  readonly spaceNames: Map<string, JsonObject> = new Map<string, JsonObject>([
    ['default', { id: 'default', name: 'Default', description: 'This is your default space!', disabledFeatures: [] }],
  ]);
  /** Exception lists and items of `namespace_type: agnostic`, which all spaces share. */
  readonly shared: Pick<SpaceState, 'exceptionLists' | 'exceptionItems'> = {
    exceptionLists: new Map(),
    exceptionItems: new Map(),
  };
  /** The rules of Elastic's package, by `rule_id`: each version that Kibana holds, with all that a new rule needs and `version`. */
  readonly prebuilt: Map<string, readonly Stored[]> = new Map<string, readonly Stored[]>();
  /** Rules, by `rule_id`, with which a bulk action fails, and what it says then. */
  readonly failing: Map<string, string> = new Map<string, string>();
  /** `basic`: prebuilt rules may not be customised by bulk edits. */
  license: 'basic' | 'enterprise' = 'enterprise';
  readonly violations: Set<Violation>;
  readonly clock: () => Date;
  readonly #spaces = new Map<string, SpaceState>();
  #writes = 0;

  constructor(options: { readonly clock?: () => Date; readonly violate?: readonly Violation[] } = {}) {
    this.clock = options.clock ?? (() => new Date());
    this.violations = new Set(options.violate ?? []);
  }

  /** What a space holds; a space that nobody has made holds something too, as in Kibana, which does not look it up for an API request. */
  space(id: string): SpaceState {
    const known = this.#spaces.get(id);
    if (known !== undefined) return known;
    const made: SpaceState = {
      rules: new Map(),
      executions: new Map(),
      gaps: new Map(),
      exceptionLists: new Map(),
      exceptionItems: new Map(),
      valueLists: undefined,
      valueListItems: new Map(),
      connectors: new Map(),
      alerts: [],
    };
    this.#spaces.set(id, made);
    return made;
  }

  /** Forgets a space and what is in it. */
  deleteSpace(id: string): void {
    this.spaceNames.delete(id);
    this.#spaces.delete(id);
  }

  does(violation: Violation): boolean {
    return this.violations.has(violation);
  }

  now(): string {
    return this.clock().toISOString();
  }

  /** A `_version` that no object had before. */
  nextVersion(): string {
    this.#writes += 1;
    return Buffer.from(JSON.stringify([this.#writes, 1])).toString('base64');
  }
}
