import { didYouMean, nearest } from '../diagnostics/did-you-mean.js';
import type { Repair, RepairValue } from '../diagnostics/diagnostic.js';
import type { FileKind } from '../schemas/file-schemas.js';
import type { JsonSchema } from '../schemas/json-schema.js';
import { NOT_IN_OVERLAYS } from '../schemas/overlay-schema.js';
import { RULE_TYPE_KEYS, RULE_TYPES, typesWith } from '../schemas/rule-types.js';
import type { SchemaError } from '../schemas/schema-validator.js';
import { isJsonObject, printJson } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import type { KeyPath } from './locate.js';
import { keysAt, schemaAt, valueAt } from './schema-lookup.js';

/** A schema error in the words of a message, and where to show it. */
export interface SchemaMessage {
  /** Last part of the code: `unknown-key`. */
  readonly name: string;
  readonly at: 'key' | 'value';
  readonly path: KeyPath;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  readonly repair?: Repair;
}

interface Mistake {
  readonly kind: FileKind;
  readonly root: JsonSchema;
  readonly table: JsonObject;
  readonly error: SchemaError;
  readonly path: KeyPath;
  readonly value: JsonValue | undefined;
  readonly schema: JsonSchema | undefined;
}

/** Puts an error of a compiled schema into words. */
export function schemaMessage(kind: FileKind, root: JsonSchema, table: JsonObject, error: SchemaError): SchemaMessage {
  const { path, value } = valueAt(table, error.instancePath);
  const mistake: Mistake = { kind, root, table, error, path, value, schema: schemaAt(root, path, table) };
  const { missingProperty, additionalProperty } = error.params;
  if (missingProperty !== undefined) return missingKey(mistake, missingProperty);
  if (additionalProperty !== undefined) return unknownKey(mistake, additionalProperty);
  switch (error.keyword) {
    case 'false schema':
      return misplacedKey(mistake);
    case 'type':
      return wrongType(mistake);
    case 'enum':
    case 'const':
      return wrongValue(mistake);
    default:
      return outOfForm(mistake);
  }
}

function missingKey({ kind, root, table, path }: Mistake, key: string): SchemaMessage {
  const schema = schemaAt(root, [...path, key], table);
  const place = path.length === 0 ? 'The file' : tableName(path);
  return {
    name: 'missing-key',
    at: 'key',
    path,
    what: `${place} has no ${key}.`,
    why: purpose(kind, [...path, key], schema),
    fix: path.length === 0 ? `Add a table [${key}].` : `Add ${key}${exampleOf(schema)}.`,
  };
}

function unknownKey({ kind, root, table, path, value }: Mistake, key: string): SchemaMessage {
  if (kind === 'overlay' && NOT_IN_OVERLAYS.has(key)) return notInOverlays(path, key);
  const known = keysAt(root, path, table);
  const suggestion = didYouMean(key, known) || longer(key, known);
  const place = path.length === 0 ? 'this file' : tableName(path);
  const fix = suggestion === '' ? `Remove the key. Known here: ${shortList(known)}.` : `Rename the key, or remove it.`;
  return {
    name: 'unknown-key',
    at: 'key',
    path: [...path, key],
    what: `${JSON.stringify(key)} is not a key of ${place}.${suggestion}`,
    why: 'Nothing reads it, so the file says more than it does.',
    fix,
    ...renamed(path, key, known, value),
  };
}

/** A key that is the beginning of a single one: `meta` of `metadata`. */
function longer(key: string, known: readonly string[]): string {
  const [name, second] = key.length < 3 ? [] : known.filter((other) => other.startsWith(key));
  return name === undefined || second !== undefined ? '' : ` Did you mean ${JSON.stringify(name)}?`;
}

/** A key that a rule has and an overlay has not. */
function notInOverlays(path: KeyPath, key: string): SchemaMessage {
  return {
    name: 'unknown-key',
    at: 'key',
    path: [...path, key],
    what: `${JSON.stringify(key)} of a prebuilt rule cannot be set.`,
    why: 'Kibana refuses to change it, or nothing reads it: a prebuilt rule stays one that Elastic maintains.',
    fix: `Remove the key. For another ${key}, write a rule of your own with a rule_id of its own, and name the prebuilt one in fork_of of its [metadata].`,
    repair: { isSafe: false, edits: [{ kind: 'remove', path: [...path, key] }] },
  };
}

/** The key with the only name that is near, unless that stands there already. */
function renamed(
  path: KeyPath,
  key: string,
  known: readonly string[],
  table: JsonValue | undefined,
): Pick<SchemaMessage, 'repair'> {
  const [name, second] = nearest(key, known);
  if (name === undefined || second !== undefined || !isJsonObject(table) || Object.hasOwn(table, name)) return {};
  const value = table[key] as RepairValue;
  const edits = [
    { kind: 'remove', path: [...path, key] },
    { kind: 'set', path: [...path, name], value },
  ] as const;
  return { repair: { isSafe: false, edits } };
}

/** A key that the schema knows, in a place where it must not be. */
function misplacedKey({ kind, table, path }: Mistake): SchemaMessage {
  const key = String(path.at(-1));
  const rule = table['rule'];
  const type = kind === 'rule' && isJsonObject(rule) ? rule['type'] : undefined;
  const types = typesWith(key);
  if (typeof type === 'string' && types.length > 0 && !types.includes(type)) {
    return {
      name: 'misplaced-key',
      at: 'key',
      path,
      what: `${key} does not belong to a rule of type ${type}.`,
      why: `It belongs to rules of type ${types.join(', ')}; Kibana drops it or refuses the rule.`,
      fix: `Remove ${key}, or change the type.`,
      repair: { isSafe: false, edits: [{ kind: 'remove', path }] },
    };
  }
  return {
    name: 'conflicting-key',
    at: 'key',
    path,
    what: `${key} cannot stand beside the other keys here.`,
    why:
      key === 'index' ? 'data_view_id says already which documents the rule reads.' : 'The same is said in two forms.',
    fix: 'Keep one of the two.',
  };
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'a table',
  array: 'a list',
};

function wrongType(mistake: Mistake): SchemaMessage {
  const { kind, path, value, schema } = mistake;
  const types = schema?.type === undefined ? [] : [schema.type].flat();
  const wanted = types.map((type) => TYPE_NAMES[type] ?? type).join(' or ');
  return {
    name: 'wrong-type',
    at: 'value',
    path,
    what: `${nameOf(path)} is ${describeValue(value)}${wanted === '' ? '' : `, not ${wanted}`}.`,
    why: purpose(kind, path, schema),
    fix: wanted === '' ? `Write it in another form${exampleOf(schema)}.` : `Make it ${wanted}${like(schema)}.`,
  };
}

function wrongValue(mistake: Mistake): SchemaMessage {
  const { kind, path, value, schema } = mistake;
  const allowed = allowedValues(mistake);
  const suggestion = typeof value === 'string' ? suggested(value, allowed) : '';
  return {
    name: 'wrong-value',
    at: 'value',
    path,
    what: `${nameOf(path)} is ${shown(value)}.${suggestion}`,
    why: purpose(kind, path, schema),
    fix: allowed.length === 1 ? `Set it to ${shown(allowed[0])}.` : `Use one of ${allowed.map(shown).join(', ')}.`,
  };
}

function suggested(value: string, allowed: readonly string[]): string {
  const id = LANGUAGE_IDS.get(value.toLowerCase());
  return id !== undefined && allowed.includes(id) ? ` Did you mean ${shown(id)}?` : didYouMean(value, allowed);
}

/** What languages are called, where a rule has another word for them. */
const LANGUAGE_IDS: ReadonlyMap<string, string> = new Map([
  ['kql', 'kuery'],
  ['es|ql', 'esql'],
]);

function allowedValues({ kind, table, path, schema }: Mistake): readonly string[] {
  const rule = table['rule'];
  if (kind === 'rule' && path.join('.') === 'rule.language' && isJsonObject(rule)) {
    const type = RULE_TYPES.find((name) => name === rule['type']);
    if (type) return RULE_TYPE_KEYS[type].languages;
  }
  return (schema?.enum ?? (schema?.const === undefined ? [] : [schema.const])).map(String);
}

function outOfForm(mistake: Mistake): SchemaMessage {
  const { kind, path, value, schema, error } = mistake;
  const base = { at: 'value', path, why: purpose(kind, path, schema) } as const;
  const name = nameOf(path);
  const limit = error.params.limit ?? 0;
  const elements = Array.isArray(value) ? value.length : 0;
  switch (error.keyword) {
    case 'minimum':
      return {
        ...base,
        name: 'out-of-range',
        what: `${name} is ${shown(value)}, less than ${limit}.`,
        fix: `Use ${limit} or more.`,
      };
    case 'maximum':
      return {
        ...base,
        name: 'out-of-range',
        what: `${name} is ${shown(value)}, more than ${limit}.`,
        fix: `Use ${limit} or less.`,
      };
    case 'minItems':
      return { ...base, name: 'too-few', what: `${name} has ${elements} elements.`, fix: `Name at least ${limit}.` };
    case 'maxItems':
      return { ...base, name: 'too-many', what: `${name} has ${elements} elements.`, fix: `Keep at most ${limit}.` };
    case 'minProperties':
      return {
        ...base,
        name: 'empty-table',
        what: `${tableName(path)} is empty.`,
        fix: `Say at least one of ${shortList(keysAt(mistake.root, path, mistake.table))}.`,
      };
    default:
      return {
        ...base,
        name: 'wrong-form',
        what: `${name} is ${shown(value)}${schema?.['x-form'] === undefined ? '' : `, not ${schema['x-form']}`}.`,
        fix:
          schema?.['x-form'] === undefined ? `Change it${like(schema)}.` : `Write ${schema['x-form']}${like(schema)}.`,
      };
  }
}

/** `rule.risk_score`, `rule.threat[0].tactic.id`. */
function nameOf(path: KeyPath): string {
  return path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('');
}

function tableName(path: KeyPath): string {
  return `[${path.filter((step) => typeof step === 'string').join('.')}]`;
}

function describeValue(value: JsonValue | undefined): string {
  if (Array.isArray(value)) return 'a list';
  if (isJsonObject(value)) return 'a table';
  return typeof value === 'string' ? `the text ${shown(value)}` : shown(value);
}

const LONGEST = 60;

function shown(value: JsonValue | undefined): string {
  // JSON has no word for these two, TOML has.
  const isNoNumber = typeof value === 'number' && !Number.isFinite(value);
  const text = value === undefined ? 'missing' : isNoNumber ? tomlNumber(value) : printJson(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function tomlNumber(value: number): string {
  return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
}

/** What does not work while the mistake is there, by the kind of file. */
const CONSEQUENCES: Readonly<Record<FileKind, string>> = {
  rule: 'Kibana would refuse the rule or run another one than is meant.',
  hunt: 'The hunt can be neither run nor documented as it is meant.',
  test: 'The tests of this file cannot run.',
  config: 'dragnet would work with other settings than are meant.',
  'version-lock': 'The versions of rules would be unknown.',
  exceptions: 'The exceptions cannot be applied as they are meant.',
  'value-lists': 'Exceptions that name the list cannot be applied as they are meant.',
  'action-connectors': 'Kibana would refuse the connector.',
  overlay: 'The prebuilt rule would not be set as it is meant.',
};

/** The consequence, and what the key is for. */
function purpose(kind: FileKind, path: KeyPath, schema: JsonSchema | undefined): string {
  const key = path.findLast((step) => typeof step === 'string') ?? 'The file';
  const consequence =
    kind === 'rule' && path[0] !== 'rule'
      ? 'The rule cannot be kept and documented as it is meant.'
      : CONSEQUENCES[kind];
  return schema?.description === undefined ? consequence : `${consequence} ${key}: ${schema.description}`;
}

function exampleOf(schema: JsonSchema | undefined): string {
  const [example] = schema?.examples ?? [];
  const [first] = schema?.enum ?? [];
  const value = example ?? first;
  return value === undefined ? '' : ` = ${printJson(value as JsonValue)}`;
}

function like(schema: JsonSchema | undefined): string {
  const [example] = schema?.examples ?? [];
  const hasExample = schema?.['x-form']?.includes(' like ') === true;
  return example === undefined || hasExample ? '' : `, like ${printJson(example as JsonValue)}`;
}

function shortList(names: readonly string[]): string {
  return names.length > 12 ? `${names.slice(0, 12).join(', ')}, …` : names.join(', ');
}
