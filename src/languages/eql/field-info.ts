/** What is known of a field of the indices searched. */
export interface EqlFieldInfo {
  /** Its Elasticsearch type; for conflicting types the first of them. */
  readonly type: string;
  /** Where indices disagree: the indices by type. */
  readonly conflict?: ReadonlyMap<string, readonly string[]>;
}

/** The fields of the indices searched by full name, multi-fields included; a `Map` is one. */
export interface EqlFields extends Iterable<readonly [string, EqlFieldInfo]> {
  get(name: string): EqlFieldInfo | undefined;
  has(name: string): boolean;
  keys(): Iterable<string>;
}

const TEXT: ReadonlySet<string> = new Set(['text', 'match_only_text', 'annotated_text']);

/** Types whose values are texts that queries find whole. */
const KEYWORD: ReadonlySet<string> = new Set(['keyword', 'constant_keyword', 'wildcard']);

/** Whether a type is text that is searched word by word. */
export function isTextType(type: string): boolean {
  return TEXT.has(type);
}

/** Whether a type belongs to the keyword family. */
export function isKeywordType(type: string): boolean {
  return KEYWORD.has(type);
}

/**
 * The fields that can stand for a field where its exact value counts: itself, or for text its keyword multi-fields; Elasticsearch takes
 * a text field only if there is exactly one.
 */
export function exactFields(name: string, fields: EqlFields): readonly string[] {
  const info = fields.get(name);
  if (info === undefined || !isTextType(info.type)) return [name];
  const found: string[] = [];
  for (const [candidate, { type }] of fields) {
    if (candidate.startsWith(`${name}.`) && isKeywordType(type)) found.push(candidate);
  }
  return found;
}

/** The field that is asked for exact values; the field itself where there is no better one. */
export function exactField(name: string, fields: EqlFields): string {
  return exactFields(name, fields)[0] ?? name;
}
