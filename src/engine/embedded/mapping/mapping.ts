import { jsonText } from '../json-text.js';
import type { JsonObject } from '../../../values/json.js';
import type { DocumentSpace } from '../documents/column.js';
import { GrowableInts } from '../documents/growable-ints.js';
import type { Field } from '../fields/field.js';
import { FlattenedField, FlattenedKeyField } from '../fields/flattened-field.js';
import type { DynamicTemplate } from './dynamic-template.js';

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

/** An object of the mapping: a name for its fields, or (nested) documents of their own. */
export class ObjectMapping {
  readonly path: string;
  readonly scope: Scope;
  readonly children: Map<string, MappingNode> = new Map<string, MappingNode>();
  readonly isNested: boolean;
  readonly isEnabled: boolean;
  /** Undefined: as the object around it. */
  dynamic: Dynamic | undefined;
  /** Whether dots in names make objects (the default) or belong to the names. */
  readonly hasSubobjects: boolean;
  /** What the last document had first, and all keys that documents had: objects have their keys in few orders. */
  first: Follower | undefined;
  private readonly followers = new Map<string, Follower>();

  constructor(path: string, scope: Scope, definition: JsonObject) {
    this.path = path;
    this.scope = scope;
    this.isNested = definition['type'] === 'nested';
    this.isEnabled = definition['enabled'] !== false && definition['enabled'] !== 'false';
    const dynamic = definition['dynamic'];
    this.dynamic = dynamic === undefined ? undefined : (jsonText(dynamic) as Dynamic);
    this.hasSubobjects = definition['subobjects'] !== false;
  }

  /** The mapped key after another one (undefined: before all), if documents can have it. */
  follow(previous: Follower | undefined, key: string): Follower | undefined {
    let found = this.followers.get(key);
    if (found === undefined) {
      const node = this.children.get(key);
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

/** The mapping of an index: the tree by which documents are read, and the fields by their full names. */
export class Mapping {
  readonly root: ObjectMapping;
  readonly scopes: Scope[];
  readonly fields: Map<string, Field> = new Map<string, Field>();
  readonly aliases: Map<string, AliasMapping> = new Map<string, AliasMapping>();
  readonly objects: Map<string, ObjectMapping> = new Map<string, ObjectMapping>();
  templates: readonly DynamicTemplate[];
  /** The root's own settings (`dynamic`, `date_detection`, …), as given. */
  options: JsonObject;

  constructor(options: JsonObject, templates: readonly DynamicTemplate[]) {
    const scope = new Scope('');
    this.root = new ObjectMapping('', scope, options);
    this.scopes = [scope];
    this.templates = templates;
    this.options = options;
  }

  /** The field of a name: mapped, an alias' target, or the key of a flattened field. */
  field(name: string): Field | undefined {
    const field = this.fields.get(name);
    if (field) return field;
    const alias = this.aliases.get(name);
    return alias ? this.fields.get(alias.path) : this.flattenedKey(name);
  }

  private flattenedKey(name: string): Field | undefined {
    for (let dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
      const prefix = name.slice(0, dot);
      const field = this.fields.get(this.aliases.get(prefix)?.path ?? prefix);
      if (field instanceof FlattenedField) return new FlattenedKeyField(field, name.slice(dot + 1));
    }
    return undefined;
  }

  /** All names that a query can use for mapped fields, aliases included. */
  names(): string[] {
    return [...this.fields.keys(), ...this.aliases.keys()].sort();
  }

  /** The scope of a nested path. */
  scope(path: string): Scope | undefined {
    return this.scopes.find((scope) => scope.path === path);
  }

  /** Number of fields, objects and aliases, as the limit of fields counts them. */
  get fieldCount(): number {
    return this.fields.size + this.aliases.size + this.objects.size;
  }
}
