import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import { parse } from 'yaml';

/** Kibana's published OpenAPI, read in place: its licence allows no copy in this repository. */
const FILES = [
  process.env['KIBANA_OPENAPI'],
  new URL('../../../shared/contracts/kibana-openapi-8.18.yaml.gz', import.meta.url).pathname,
];

/** Where the contract lies; undefined (with a notice) where it is not at hand. */
export function contractFile(): string | undefined {
  const found = FILES.find((file) => file !== undefined && existsSync(file));
  if (found === undefined) {
    process.stderr.write(
      'notice: Kibana’s OpenAPI is not at hand (KIBANA_OPENAPI): requests and answers are not checked against it.\n',
    );
  }
  return found;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Validators of one operation's request body, and of its answers by status. */
export interface OperationContract {
  readonly request: ValidateFunction;
  readonly responses: ReadonlyMap<string, ValidateFunction>;
}

/** Compiles the contract of an operation, such as `post /api/detection_engine/rules/preview`. */
export function operationContract(file: string, method: string, path: string): OperationContract {
  const whole = readContract(file);
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ $id: 'kibana', components: whole['components'] });
  const operation = tree(tree(whole['paths'])[path])[method];
  const compile = (content: unknown): ValidateFunction =>
    ajv.compile(withId(tree(tree(tree(content)['content'])['application/json'])['schema']) as object);
  const responses = Object.entries(tree(tree(operation)['responses'])).map(
    ([status, response]) => [status, compile(response)] as const,
  );
  return { request: compile(tree(operation)['requestBody']), responses: new Map(responses) };
}

/** The whole contract, its schemas as JSON Schema. */
export function readContract(file: string): Tree {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return toJsonSchema(parse(text) as Json) as Tree;
}

/** An object of the contract. */
export type Tree = Readonly<Record<string, unknown>>;

function tree(value: unknown): Tree {
  if (typeof value !== 'object' || value === null) throw new Error('the contract has another form than expected');
  return value as Tree;
}

/** OpenAPI 3.0 as JSON Schema: `nullable` is a type, a discriminator only a hint. */
function toJsonSchema(value: Json): Json {
  if (Array.isArray(value)) return value.map((item) => toJsonSchema(item as Json));
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, discriminator, ...rest } = value as Record<string, Json>;
  const inner = Object.fromEntries(Object.entries(rest).map(([key, item]) => [key, toJsonSchema(item)]));
  const isHint = typeof discriminator === 'object' && discriminator !== null && 'propertyName' in discriminator;
  const kept = isHint || discriminator === undefined ? inner : { ...inner, discriminator: toJsonSchema(discriminator) };
  return nullable === true ? { anyOf: [kept, { type: 'null' }] } : kept;
}

/** References into the document, as references into the schema that it was added as. */
export function withId(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withId);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string' ? inner.replace(/^#/, 'kibana#') : withId(inner),
    ]),
  );
}
