/**
 * The part of JSON Schema (draft 2020-12) that our schemas use: https://json-schema.org/draft/2020-12.
 * `x-form` says in words what a value must look like (for messages): "a date like 2026/05/31".
 */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: SchemaMap;
  readonly title?: string;
  readonly description?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly properties?: SchemaMap;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly dependentRequired?: { readonly [key: string]: readonly string[] };
  readonly dependentSchemas?: SchemaMap;
  readonly minProperties?: number;
  readonly items?: boolean | JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: readonly (string | number | boolean)[];
  readonly const?: string | number | boolean;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly allOf?: readonly JsonSchema[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly not?: JsonSchema;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly 'x-form'?: string;
}

/** Key → schema; `false` forbids the key. */
export interface SchemaMap {
  readonly [key: string]: JsonSchema | boolean;
}

/** Type names of JSON Schema. */
export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array';

/** The dialect of all our schemas. */
export const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** A text that is not blank. */
export function text(description: string, more: JsonSchema = {}): JsonSchema {
  return { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank', description, ...more };
}

/** A text that may be empty, which Kibana takes as absent; its own exports have such texts. */
export function anyText(description: string, more: JsonSchema = {}): JsonSchema {
  return { type: 'string', description, ...more };
}

/** A list of texts, of which Kibana takes any, even empty ones. */
export function anyTexts(description: string, more: JsonSchema = {}): JsonSchema {
  return list({ type: 'string' }, description, more);
}

/** A text of a certain form, which `form` says in words. */
export function formed(pattern: string, form: string, description: string, more: JsonSchema = {}): JsonSchema {
  return { type: 'string', pattern, 'x-form': form, description, ...more };
}

/** One of some texts. */
export function choice(values: readonly string[], description: string, more: JsonSchema = {}): JsonSchema {
  return { type: 'string', enum: values, description, ...more };
}

/** A list. */
export function list(items: JsonSchema, description: string, more: JsonSchema = {}): JsonSchema {
  return { type: 'array', items, description, ...more };
}

/** A list of texts that are not blank. */
export function texts(description: string, more: JsonSchema = {}): JsonSchema {
  return list({ type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' }, description, more);
}

/** A table with these keys and no others. */
export function table(
  properties: SchemaMap,
  required: readonly string[],
  description: string,
  more: JsonSchema = {},
): JsonSchema {
  return { type: 'object', properties, required, additionalProperties: false, description, ...more };
}

/** A table whose keys are not all ours to know. */
export function open(description: string, properties: SchemaMap = {}, required: readonly string[] = []): JsonSchema {
  return { type: 'object', properties, required, description };
}

/** A whole number. */
export function whole(minimum: number, description: string, more: JsonSchema = {}): JsonSchema {
  return { type: 'integer', minimum, description, ...more };
}

/** True or false. */
export function flag(description: string, more: JsonSchema = {}): JsonSchema {
  return { type: 'boolean', description, ...more };
}
