import { isJsonObject, isJsonArray, type JsonObject, type JsonValue } from '../../../values/json.js';

/**
 * A rule that gives a mapping to fields that a document introduces.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/dynamic-templates.html
 */
export interface DynamicTemplate {
  readonly name: string;
  /** Whether the rule is for a field of this name, path and JSON type. */
  matches(name: string, path: string, jsonType: string): boolean;
  /** The mapping for the field, `{name}` and `{dynamic_type}` filled in. */
  mapping(name: string, dynamicType: string): JsonObject;
}

/** Reads one item of `dynamic_templates`; `compile` makes the test of a simple pattern or (match_pattern: regex) a regular expression. */
export function readDynamicTemplate(
  item: JsonValue,
  compile: (pattern: string, isRegex: boolean) => (text: string) => boolean,
): DynamicTemplate | undefined {
  const [name, definition] = isJsonObject(item) ? (Object.entries(item)[0] ?? []) : [];
  if (name === undefined || !isJsonObject(definition)) return undefined;
  const isRegex = definition['match_pattern'] === 'regex';
  const any = (key: string): ((text: string) => boolean) | undefined => {
    const tests = strings(definition[key]).map((pattern) => compile(pattern, isRegex));
    return tests.length === 0 ? undefined : (text) => tests.some((test) => test(text));
  };
  const types = strings(definition['match_mapping_type']);
  const notTypes = strings(definition['unmatch_mapping_type']);
  const tests = {
    match: any('match'),
    unmatch: any('unmatch'),
    pathMatch: any('path_match'),
    pathUnmatch: any('path_unmatch'),
  };
  const mapping = isJsonObject(definition['mapping']) ? definition['mapping'] : {};
  return {
    name,
    matches: (field, path, jsonType) =>
      isOneOf(types, jsonType, true) &&
      !isOneOf(notTypes, jsonType, false) &&
      (tests.match?.(field) ?? true) &&
      !(tests.unmatch?.(field) ?? false) &&
      (tests.pathMatch?.(path) ?? true) &&
      !(tests.pathUnmatch?.(path) ?? false),
    mapping: (field, dynamicType) => fill(mapping, field, dynamicType) as JsonObject,
  };
}

function isOneOf(types: readonly string[], type: string, ifNone: boolean): boolean {
  return types.length === 0 ? ifNone : types.includes('*') || types.includes(type);
}

function strings(value: JsonValue | undefined): readonly string[] {
  if (value === undefined) return [];
  return (isJsonArray(value) ? value : [value]).map(String);
}

function fill(value: JsonValue, name: string, dynamicType: string): JsonValue {
  if (typeof value === 'string') return value.replaceAll('{name}', name).replaceAll('{dynamic_type}', dynamicType);
  if (isJsonArray(value)) return value.map((item) => fill(item, name, dynamicType));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key.replaceAll('{name}', name).replaceAll('{dynamic_type}', dynamicType),
      fill(item, name, dynamicType),
    ]),
  );
}
