import type { JsonValue } from '../../values/json.js';
import { patternsOverlap } from '../../values/patterns/overlap.js';
import { compileWildcard } from '../../values/patterns/wildcard.js';
import type { FieldCatalogue, FieldMapping } from './catalogue.js';
import type { ImportedCatalogue } from './catalogue-file.js';
import { ecsCatalogue } from './ecs.js';
import { catalogueOf, PROFILE_NAMES } from './profiles.js';

/** What is known of a field of certain indices. */
export interface IndexField {
  /** Its mapping type; where catalogues disagree that of the first of them. */
  readonly type: string;
  /** Where imported catalogues disagree on more than the kind of keyword: mapping type → patterns of their indices. */
  readonly conflict?: ReadonlyMap<string, readonly string[]>;
  /** The format of its dates, where the mapping has one. */
  readonly format?: string;
  /** The nested object that the field lies in, if any. */
  readonly nested?: string;
}

/** The fields of the indices behind certain patterns, as far as catalogues tell. */
export interface IndexFields {
  /** By full name, multi-fields included; objects are not among them, `nested` ones are. */
  readonly fields: ReadonlyMap<string, IndexField>;
  /** The patterns that no imported catalogue covers: what is not in `fields` may be there all the same. Empty where all fields are known. */
  readonly open: readonly string[];
  /** Objects whose keys no catalogue lists (`labels`): the fields below them are known by no name, and may be there all the same. */
  readonly dynamic?: ReadonlySet<string>;
}

/** Whether a field may be there though no catalogue names it: it lies in an object that takes any key. */
export function isDynamic(name: string, { dynamic }: IndexFields): boolean {
  if (dynamic === undefined || dynamic.size === 0) return false;
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    if (dynamic.has(name.slice(0, dot))) return true;
  }
  return false;
}

/**
 * Tells which fields indices have, by their patterns: those of imported catalogues, else those of ECS and of the built-in integrations,
 * which are true as far as they go but not whole. Answers are kept.
 */
export class FieldKnowledge {
  readonly #imported: readonly ImportedCatalogue[];
  readonly #answers = new Map<string, IndexFields>();

  constructor(imported: readonly ImportedCatalogue[] = []) {
    this.#imported = imported;
  }

  /**
   * The fields behind patterns as a rule or FROM writes them: the name of a remote cluster and exclusions (`-name`) do not count. Without a
   * pattern nothing is known to be whole: `open` then holds the empty text.
   */
  of(patterns: readonly string[]): IndexFields {
    const key = patterns.join(',');
    const known = this.#answers.get(key);
    if (known) return known;
    const answer = this.#answer(patterns);
    this.#answers.set(key, answer);
    return answer;
  }

  #answer(patterns: readonly string[]): IndexFields {
    const read = patterns.map(localName).filter((name) => !name.startsWith('-'));
    const open = read.length === 0 ? [''] : read.filter((name) => !this.#imported.some((one) => covers(one, name)));
    const own = this.#imported.filter(({ indices }) =>
      indices.some((index) => !index.startsWith('-') && read.some((name) => patternsOverlap(index, name))),
    );
    if (own.length === 0) return { fields: builtInFields(), open };
    const fields = new FieldCollection();
    for (const { indices, fields: catalogue } of own) fields.add(catalogue, indices);
    if (own.some(({ addsEcs }) => addsEcs)) fields.fill(ecsCatalogue());
    if (open.length > 0) fields.fill(builtIn());
    return { fields: fields.finish(), open, dynamic: fields.dynamic() };
  }
}

let all: FieldCatalogue | undefined;

/** ECS and all built-in integrations: an index of any name may hold their documents. */
function builtIn(): FieldCatalogue {
  all ??= catalogueOf(PROFILE_NAMES);
  return all;
}

let allFields: ReadonlyMap<string, IndexField> | undefined;

function builtInFields(): ReadonlyMap<string, IndexField> {
  if (allFields === undefined) {
    const fields = new FieldCollection();
    fields.fill(builtIn());
    allFields = fields.finish();
  }
  return allFields;
}

function localName(pattern: string): string {
  return pattern.slice(pattern.indexOf(':') + 1).trim();
}

/** Whether a catalogue has all indices of a pattern; `logs-a*` and `logs-a-*` are taken for the same. */
function covers({ indices }: ImportedCatalogue, name: string): boolean {
  const found = indices.findLast((index) => {
    const pattern = index.replace(/^-/, '');
    return compileWildcard(pattern, { escape: false, singleCharacter: false })(name) || stem(pattern) === stem(name);
  });
  return found !== undefined && !found.startsWith('-');
}

function stem(pattern: string): string {
  return /^[^*]*\*$/.test(pattern) ? `${pattern.slice(0, -1).replace(/[-.]$/, '')}*` : pattern;
}

/** Types that queries do not tell apart, by the name that field capabilities give them. https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/field-data-types */
const FAMILIES: ReadonlyMap<string, string> = new Map([
  ['constant_keyword', 'keyword'],
  ['wildcard', 'keyword'],
  ['match_only_text', 'text'],
]);

interface Collected {
  readonly type: string;
  readonly format: JsonValue | undefined;
  /** By family of types, the patterns of the imported catalogues that have it. */
  readonly indices: Map<string, readonly string[]>;
}

class FieldCollection {
  readonly #fields = new Map<string, Collected>();
  readonly #objects = new Map<string, 'any key' | 'keys that are not listed'>();

  /** Adds the fields of an imported catalogue, and notes where it disagrees with another. */
  add(catalogue: FieldCatalogue, indices: readonly string[]): void {
    this.#addObjects(catalogue);
    for (const [name, { type, format }] of typesIn(catalogue)) {
      const family = FAMILIES.get(type) ?? type;
      const known = this.#fields.get(name);
      if (known) known.indices.set(family, [...(known.indices.get(family) ?? []), ...indices]);
      else this.#fields.set(name, { type, format, indices: new Map([[family, indices]]) });
    }
  }

  /** Adds fields where there is none of the name yet. */
  fill(catalogue: FieldCatalogue): void {
    this.#addObjects(catalogue);
    for (const [name, { type, format }] of typesIn(catalogue)) {
      if (!this.#fields.has(name)) this.#fields.set(name, { type, format, indices: new Map() });
    }
  }

  #addObjects(catalogue: FieldCatalogue): void {
    for (const [name, mapping] of catalogue) {
      const takes = takesAnyKey(mapping);
      if (takes !== undefined && this.#objects.get(name) !== 'any key') this.#objects.set(name, takes);
    }
  }

  /** The objects that say they take any key, and those that have no listed field below them; of others the fields are listed. */
  dynamic(): ReadonlySet<string> {
    const parents = new Set<string>();
    for (const name of this.#fields.keys()) {
      for (let dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) parents.add(name.slice(0, dot));
    }
    return new Set(
      [...this.#objects].flatMap(([name, takes]) => (takes === 'any key' || !parents.has(name) ? [name] : [])),
    );
  }

  finish(): ReadonlyMap<string, IndexField> {
    const nested = [...this.#fields].filter(([, { type }]) => type === 'nested').map(([name]) => name);
    return new Map(
      [...this.#fields].map(([name, { type, format, indices }]) => {
        const path = nested.filter((parent) => name.startsWith(`${parent}.`)).sort((a, b) => b.length - a.length)[0];
        return [
          name,
          {
            type,
            ...(indices.size > 1 ? { conflict: indices } : {}),
            ...(typeof format === 'string' ? { format } : {}),
            ...(path === undefined ? {} : { nested: path }),
          },
        ];
      }),
    );
  }
}

/** https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/dynamic */
function takesAnyKey(mapping: FieldMapping): 'any key' | 'keys that are not listed' | undefined {
  const [dynamic, enabled] = [mapping['dynamic'], mapping['enabled']];
  if (mapping.type !== 'object' || enabled === false || enabled === 'false') return undefined;
  if (dynamic === undefined) return 'keys that are not listed';
  return dynamic === true || dynamic === 'true' || dynamic === 'runtime' ? 'any key' : undefined;
}

/** Every field that a query can name, with its mapping: multi-fields too, objects not; an alias has the mapping of its field. */
function* typesIn(
  catalogue: FieldCatalogue,
): Generator<readonly [name: string, mapping: FieldMapping & { format?: JsonValue }], void, undefined> {
  for (const [name, mapping] of catalogue) {
    const path = mapping['path'];
    const own = (mapping.type === 'alias' && typeof path === 'string' ? catalogue.get(path) : undefined) ?? mapping;
    if (own.type !== 'object') yield [name, own];
    for (const [sub, inner] of Object.entries((mapping['fields'] ?? {}) as Readonly<Record<string, FieldMapping>>)) {
      yield [`${name}.${sub}`, inner];
    }
  }
}
