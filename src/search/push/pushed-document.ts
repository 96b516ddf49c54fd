import type { Attack } from '../../schemas/attack.js';
import { isJsonArray, isJsonObject, printJson } from '../../values/json.js';
import type { JsonObject, JsonValue } from '../../values/json.js';
import { sha256 } from '../../values/sha256.js';
import { definitionDocument } from '../definition-document.js';
import type { DefinitionDocument } from '../definition-document.js';

/** A rule or hunt, and what is known of it besides its file's content. */
export interface DefinitionFacts {
  /** Relative to the root of the repository. */
  readonly file: string;
  readonly table: JsonObject;
  /** By the version lock. */
  readonly version?: number;
  /** How many tests stand in the file beside it. */
  readonly tests: number;
  readonly coverage?: { readonly covered: number; readonly total: number; readonly percent: number | null };
  /** The last commit of the file; absent where it differs from that, or nobody knows. */
  readonly commit?: { readonly id: string; readonly time: string };
}

/** A definition as a document of an index. */
export interface PushedDocument {
  /** `rule:<rule_id>` or `hunt:<uuid>`: the same in every run. */
  readonly id: string;
  readonly file: string;
  /** SHA-256 of the content. */
  readonly hash: string;
  readonly content: JsonObject;
}

/** Ranks by which charts and sorts put severities into their order. */
const RANKS: ReadonlyMap<JsonValue, number> = new Map(
  ['low', 'medium', 'high', 'critical'].map((severity, at) => [severity, at + 1]),
);

/** Keys of `[rule]`, `[hunt]` and `[metadata]` with a field of their own; all others go into `definition`. */
const OWN = new Set(
  'rule_id uuid name description type language severity risk_score enabled author license tags index integration query threat_query from interval version references false_positives note notes setup mitre'.split(
    ' ',
  ),
);
/** And the tactics and techniques, which stand in lists. */
const ELSEWHERE = new Set([...OWN, 'threat']);
const OWN_METADATA = new Set(
  'maturity integration min_stack_version creation_date updated_date deprecation_date'.split(' '),
);
const DATES = ['creation_date', 'updated_date', 'deprecation_date'] as const;

/**
 * The document of a rule or hunt; a sentence where it has no id, undefined for a file that is neither. Values are as they stand in the file, dates
 * (`2026/05/01`) in the form of ISO 8601; tactics and techniques are lists, one entry each, so that charts count by them; techniques that a hunt names by
 * id alone get their names from ATT&CK.
 */
export function pushedDocument(facts: DefinitionFacts, attack: Attack): PushedDocument | string | undefined {
  const { file, table } = facts;
  const document = definitionDocument(file, table);
  if (document === undefined) return undefined;
  const { kind, fields } = document;
  const [id] = fields.get(kind === 'rule' ? 'rule_id' : 'uuid') ?? [];
  if (typeof id !== 'string' || id.trim() === '')
    return `The ${kind} has no ${kind === 'rule' ? 'rule_id' : 'uuid'}, so that its document would have no identity.`;
  if (new TextEncoder().encode(id).length > LONGEST_ID) return `The id of the ${kind} is too long for a document's.`;
  const content: JsonObject = {
    ...ownFields(document),
    rule_id: id,
    ...(kind === 'hunt' ? { uuid: id } : {}),
    ...threatOf(document, attack),
    ...factsOf(facts),
    ...restOf(table, kind),
  };
  return { id: `${kind}:${id}`, file, hash: sha256(printJson(content)), content };
}

/** Elasticsearch takes ids of 512 bytes; the kind stands before this one. */
const LONGEST_ID = 500;

function ownFields({ kind, file, fields }: DefinitionDocument): JsonObject {
  const found: [string, JsonValue][] = [
    ['kind', kind],
    ['file', file],
  ];
  const add = (name: string, from: string): void => {
    const values = fields.get(from) ?? [];
    const [first, second] = values;
    if (first !== undefined) found.push([name, second === undefined ? first : values]);
  };
  for (const key of OWN) if (key !== 'mitre' && key !== 'uuid') add(key === 'notes' ? 'note' : key, key);
  for (const key of OWN_METADATA) add(key, `metadata.${key}`);
  const own = new Map(found);
  if (kind === 'hunt' && fields.has('integration')) own.set('integration', [...(fields.get('integration') ?? [])]);
  for (const key of DATES) {
    const value = own.get(key);
    if (typeof value === 'string') own.set(key, value.replace(/^(\d{4})\/(\d{2})\/(\d{2})$/u, '$1-$2-$3'));
  }
  const rank = RANKS.get(own.get('severity') ?? null);
  return { ...Object.fromEntries(own), ...(rank === undefined ? {} : { severity_rank: rank }) };
}

function threatOf({ fields }: DefinitionDocument, attack: Attack): JsonObject {
  const texts = (name: string): readonly string[] =>
    (fields.get(`threat.${name}`) ?? []).filter((value) => typeof value === 'string');
  const entry = (level: string): JsonObject => {
    const ids = texts(`${level}.id`);
    const known = ids.flatMap((id) => attack.entries.get(id)?.name ?? []);
    return { id: ids, name: [...new Set([...texts(`${level}.name`), ...known])] };
  };
  const ids = [...texts('tactic.id'), ...texts('technique.id')];
  if (ids.length === 0) return {};
  const framework = texts('framework');
  const threat = {
    ...(framework.length === 0 ? {} : { framework }),
    tactic: entry('tactic'),
    technique: { ...entry('technique'), subtechnique: entry('technique.subtechnique') },
  };
  return { threat };
}

function factsOf({ version, tests, coverage, commit }: DefinitionFacts): JsonObject {
  return {
    ...(version === undefined ? {} : { version }),
    tests: { count: tests },
    ...(coverage ? { coverage } : {}),
    ...(commit ? { git: { commit: commit.id, committed_at: commit.time } } : {}),
  };
}

/** What has no field of its own, by the tables of the file. */
function restOf(table: JsonObject, kind: 'rule' | 'hunt'): JsonObject {
  const without = (value: JsonValue | undefined, own: ReadonlySet<string>): JsonObject =>
    isJsonObject(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => !own.has(key))) : {};
  const rest = {
    ...without(table[kind], ELSEWHERE),
    metadata: without(table['metadata'], OWN_METADATA),
  };
  const filled = Object.entries(rest).filter(([, value]) => !isEmpty(value));
  return filled.length === 0 ? {} : { definition: Object.fromEntries(filled) };
}

function isEmpty(value: JsonValue): boolean {
  return isJsonArray(value) ? value.length === 0 : isJsonObject(value) && Object.keys(value).length === 0;
}
