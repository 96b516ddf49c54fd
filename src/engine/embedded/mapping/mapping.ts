import { jsonText } from '../json-text.js';
import { type JsonObject, printJson } from '../../../values/json.js';
import type { DocumentSpace } from '../documents/column.js';
import { GrowableInts } from '../documents/growable-ints.js';
import type { Field } from '../fields/field.js';
import { FlattenedField, FlattenedKeyField } from '../fields/flattened-field.js';
import { makeField } from './create-field.js';
import type { DynamicTemplate } from './dynamic-template.js';
import { FieldTable, type FieldTraits } from './field-table.js';

/** The documents of an index, or the objects of a nested field, which Lucene holds as documents of their own. */
export class Scope implements DocumentSpace {
  size = 0;
  /** Path of the nested field; empty for the documents themselves. */
  readonly path: string;
  readonly parent: Scope | undefined;
  /** For a nested object, the number of the document (or nested object) that contains it. */
  readonly parents: GrowableInts = new GrowableInts();
  /** Set by the index whose documents these are. */
  sourceValues?: NonNullable<DocumentSpace['sourceValues']>;

  constructor(path: string, parent?: Scope) {
    this.path = path;
    this.parent = parent;
  }
}

/** What happens to fields that the mapping does not know. */
export type Dynamic = 'true' | 'false' | 'strict';

/** Another name of a field. */
export class AliasMapping {
  readonly name: string;
  readonly path: string;

  constructor(name: string, path: string) {
    this.name = name;
    this.path = path;
  }
}

/** A key that documents had in an object, what it is mapped to, and the key that last came after it. */
export interface Follower {
  readonly key: string;
  readonly node: MappingNode;
  next: Follower | undefined;
}

/** An object that no document is read by, and how its children are made for documents. */
interface SharedObject {
  readonly object: ObjectMapping;
  readonly make: (node: MappingNode) => MappingNode;
}

/** An object of the mapping: a name for its fields, or (nested) documents of their own. */
export class ObjectMapping {
  readonly path: string;
  readonly scope: Scope;
  /** Those that were made so far. */
  readonly children: Map<string, MappingNode> = new Map<string, MappingNode>();
  /** What it was made of. */
  readonly definition: JsonObject;
  readonly isNested: boolean;
  readonly isEnabled: boolean;
  /** Undefined: as the object around it. */
  dynamic: Dynamic | undefined;
  /** Whether dots in names make objects (the default) or belong to the names. */
  readonly hasSubobjects: boolean;
  /** What the last document had first, and all keys that documents had: objects have their keys in few orders. */
  first: Follower | undefined;
  private readonly followers = new Map<string, Follower>();
  /** The object of a shared definition whose children this one makes when it is asked for them. */
  private shared: SharedObject | undefined;

  constructor(path: string, scope: Scope, definition: JsonObject, shared?: SharedObject) {
    this.path = path;
    this.scope = scope;
    this.isNested = definition['type'] === 'nested';
    this.isEnabled = definition['enabled'] !== false && definition['enabled'] !== 'false';
    const dynamic = definition['dynamic'];
    this.dynamic = dynamic === undefined ? undefined : (jsonText(dynamic) as Dynamic);
    this.hasSubobjects = definition['subobjects'] !== false;
    this.definition = definition;
    this.shared = shared;
  }

  /** The child of a key. */
  child(key: string): MappingNode | undefined {
    const known = this.children.get(key);
    if (known !== undefined || this.shared === undefined) return known;
    const node = this.shared.object.children.get(key);
    if (node === undefined) return undefined;
    const made = this.shared.make(node);
    this.children.set(key, made);
    return made;
  }

  /** All children, by their keys. */
  allChildren(): ReadonlyMap<string, MappingNode> {
    for (const key of this.shared?.object.children.keys() ?? []) this.child(key);
    return this.children;
  }

  /** Makes all that a shared definition has below this object, so that any of it may change. */
  makeAll(): void {
    for (const node of this.allChildren().values()) if (node instanceof ObjectMapping) node.makeAll();
    this.shared = undefined;
  }

  /** The mapped key after another one (undefined: before all), if documents can have it. */
  follow(previous: Follower | undefined, key: string): Follower | undefined {
    let found = this.followers.get(key);
    if (found === undefined) {
      const node = this.child(key);
      if (node === undefined) return undefined;
      this.followers.set(key, (found = { key, node, next: undefined }));
    }
    if (previous === undefined) this.first = found;
    else previous.next = found;
    return found;
  }

  /** Takes a child away that a document introduced. */
  removeChild(name: string): void {
    this.children.delete(name);
    this.followers.clear();
    this.first = undefined;
  }

  /** Full path of a child. */
  childPath(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }
}

/** A node of the mapping's tree. */
export type MappingNode = ObjectMapping | AliasMapping | Field;

/** Sets of added fields that are remembered: documents of tests add the same ones over and over. */
const MOST_VARIANTS = 64;

/** The mapping of an index: the tree by which documents are read, and the fields by their full names. */
export class Mapping {
  readonly root: ObjectMapping;
  readonly scopes: Scope[];
  readonly aliases: Map<string, AliasMapping>;
  readonly objects: Map<string, ObjectMapping>;
  templates: readonly DynamicTemplate[];
  /** The root's own settings (`dynamic`, `date_detection`, …), as given. */
  options: JsonObject;
  /** The mapping of the same definition whose fields this one makes when they are named; it has no documents, and never changes. */
  private shared: Mapping | undefined;
  private table: FieldTable;
  /** Of a shared mapping: what is known where documents added fields, by what they added. */
  private readonly variants = new Map<string, ReadonlyMap<string, FieldTraits>>();
  private knownTraits: { readonly version: string; readonly traits: ReadonlyMap<string, FieldTraits> } | undefined;

  constructor(options: JsonObject, templates: readonly DynamicTemplate[], shared?: Mapping) {
    this.shared = shared;
    this.scopes = [];
    if (shared === undefined) this.scopes.push(new Scope(''));
    else
      for (const scope of shared.scopes)
        this.scopes.push(new Scope(scope.path, scope.parent && this.own(scope.parent)));
    this.root = new ObjectMapping(
      '',
      this.scopes[0] ?? new Scope(''),
      options,
      shared && this.sharedObject(shared.root),
    );
    this.aliases = new Map(shared?.aliases);
    this.objects = new Map(shared?.objects);
    this.table = new FieldTable(shared?.table, (field) => {
      this.makeField(field);
    });
    this.templates = templates;
    this.options = options;
  }

  /** A mapping of the same definition for an index of its own. */
  fork(): Mapping {
    return new Mapping(this.options, this.templates, this);
  }

  /** The fields by their full names, multi-fields included. */
  get fields(): FieldTable {
    return this.table;
  }

  /** Makes every field and object: the definition can then change. */
  makeAll(): void {
    if (this.shared === undefined) return;
    this.root.makeAll();
    this.shared = undefined;
    const table = new FieldTable();
    for (const field of this.table.looks()) table.set(field.name, field);
    this.table = table;
    this.knownTraits = undefined;
  }

  private sharedObject(object: ObjectMapping): SharedObject {
    return { object, make: (node) => this.make(node) };
  }

  private make(node: MappingNode): MappingNode {
    if (node instanceof AliasMapping) return node;
    if (!(node instanceof ObjectMapping)) return this.table.get(node.name) ?? node;
    const made = new ObjectMapping(node.path, this.own(node.scope), node.definition, this.sharedObject(node));
    this.objects.set(node.path, made);
    return made;
  }

  private makeField(field: Field, parent?: Field): Field {
    const { name, type, definition, ignoreMalformed } = field;
    const space = this.own(field.space);
    const made = makeField({ name, type, definition, space, ignoreMalformed, ...(parent ? { parent } : {}) });
    this.table.set(name, made);
    for (const sub of field.multiFields) made.multiFields.push(this.makeField(sub, made));
    return made;
  }

  /** The own scope that stands for one of the shared mapping. */
  private own(space: DocumentSpace): Scope {
    const own = this.scopes[this.shared?.scopes.findIndex((scope) => scope === space) ?? 0];
    if (own === undefined) throw new Error('a field of a mapping lies in none of its scopes');
    return own;
  }

  /** The field of a name: mapped, an alias' target, or the key of a flattened field. */
  field(name: string): Field | undefined {
    const field = this.table.get(name);
    if (field) return field;
    const alias = this.aliases.get(name);
    return alias ? this.table.get(alias.path) : this.flattenedKey(name);
  }

  private flattenedKey(name: string): Field | undefined {
    for (let dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
      const prefix = name.slice(0, dot);
      const field = this.table.get(this.aliases.get(prefix)?.path ?? prefix);
      if (field instanceof FlattenedField) return new FlattenedKeyField(field, name.slice(dot + 1));
    }
    return undefined;
  }

  /** All names that a query can use for mapped fields, aliases included. */
  names(): string[] {
    return [...this.traits().keys()];
  }

  /**
   * What is known of all names that a query can use, in their order: nothing is made for that. Mappings of one definition to which documents
   * added the same fields and objects, or none, give the same map.
   */
  traits(): ReadonlyMap<string, FieldTraits> {
    const { shared, table } = this;
    if (table.size === shared?.table.size && this.objects.size === shared.objects.size) {
      return shared.traits();
    }
    const version = `${table.version} ${this.aliases.size} ${this.objects.size}`;
    if (this.knownTraits?.version !== version) this.knownTraits = { version, traits: this.findTraits() };
    return this.knownTraits.traits;
  }

  private findTraits(): ReadonlyMap<string, FieldTraits> {
    const { shared, table } = this;
    if (shared === undefined) return this.listTraits([...table.keys(), ...this.aliases.keys()]);
    const added = [...table.addedKeys()].sort();
    const objects = [...this.objects.keys()].slice(shared.objects.size).sort();
    const key = printJson([objects, added.map((name) => [name, { ...this.traitsOf(name) }])]);
    let traits = shared.variants.get(key);
    if (traits === undefined) {
      traits = this.listTraits(added, shared.traits());
      if (shared.variants.size >= MOST_VARIANTS) shared.variants.clear();
      shared.variants.set(key, traits);
    }
    return traits;
  }

  /** What is known of one name that a query can use. */
  traitsOf(name: string): FieldTraits | undefined {
    const field = this.table.look(this.aliases.get(name)?.path ?? name);
    if (field === undefined) return undefined;
    const { type, family, sourceName, searchable, aggregatable } = field;
    const { space } = field;
    return { type, family, sourceName, searchable, aggregatable, nested: space instanceof Scope ? space.path : '' };
  }

  private listTraits(
    added: readonly string[],
    known?: ReadonlyMap<string, FieldTraits>,
  ): ReadonlyMap<string, FieldTraits> {
    const names = [...(known?.keys() ?? []), ...added].sort();
    return new Map(
      names.flatMap((name) => {
        const traits = known?.get(name) ?? this.traitsOf(name);
        return traits === undefined ? [] : [[name, traits] as const];
      }),
    );
  }

  /** The scope of a nested path. */
  scope(path: string): Scope | undefined {
    return this.scopes.find((scope) => scope.path === path);
  }

  /** Number of fields, objects and aliases, as the limit of fields counts them. */
  get fieldCount(): number {
    return this.table.size + this.aliases.size + this.objects.size;
  }
}
