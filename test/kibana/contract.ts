import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import type { FakeAnswer, FakeRequest } from './fake-request.js';
import { contractFile, readContract, withId } from './openapi.js';
import type { Tree } from './openapi.js';

/** Query parameters that came after the contract, or that it wrongly asks of everybody. */
const NEWER: ReadonlySet<string> = new Set(['gap_fill_statuses', 'refresh']);
const WRONGLY_REQUIRED: ReadonlySet<string> = new Set(['include_authorized_purposes']);

/** Kibana's OpenAPI: what of requests and answers does not keep to it. */
export class Contract {
  readonly #paths: Tree;
  readonly #ajv: Ajv;
  readonly #templates: readonly { readonly path: string; readonly parts: readonly string[] }[];
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(contract: Tree) {
    const whole = withoutExclusion(contract) as Tree;
    this.#paths = whole['paths'] as Tree;
    this.#ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
    this.#ajv.addSchema({ $id: 'kibana', components: whole['components'] });
    this.#templates = Object.keys(this.#paths).map((path) => ({ path, parts: path.split('/') }));
  }

  /** What is wrong with a request that was accepted, and with its answer; nothing for paths that the contract does not have. */
  problems(request: FakeRequest, answer: FakeAnswer): readonly string[] {
    const path = this.#pathOf(request.path);
    const operation = path === undefined ? undefined : (this.#paths[path] as Tree)[request.method.toLowerCase()];
    if (path === undefined || operation === undefined) return [];
    const name = `${request.method} ${path}`;
    const isAccepted = answer.status < 300;
    return [
      ...(isAccepted ? this.#queryProblems(name, operation as Tree, request) : []),
      ...(isAccepted ? this.#bodyProblems(name, operation as Tree, request) : []),
      ...this.#answerProblems(name, operation as Tree, answer),
    ];
  }

  #pathOf(path: string): string | undefined {
    if (this.#paths[path] !== undefined) return path;
    const parts = path.split('/');
    const fits = (template: readonly string[]): boolean =>
      template.length === parts.length && template.every((part, at) => part === parts[at] || part.startsWith('{'));
    return this.#templates.find((template) => fits(template.parts))?.path;
  }

  #queryProblems(name: string, operation: Tree, { query }: FakeRequest): readonly string[] {
    const parameters = (operation['parameters'] ?? []) as readonly Tree[];
    const known = new Map(parameters.filter((one) => one['in'] === 'query').map((one) => [String(one['name']), one]));
    const problems: string[] = [];
    for (const key of new Set(query.keys())) {
      const parameter = known.get(key);
      if (parameter === undefined && !NEWER.has(key))
        problems.push(`${name}: the query parameter ${key} is not in the contract`);
      if (parameter === undefined) continue;
      const schema = parameter['schema'] as Tree;
      problems.push(...this.#check(`${name} ?${key}`, schema, coerced(query.getAll(key), schema)));
    }
    for (const [key, { required }] of known)
      if (required === true && !query.has(key) && !WRONGLY_REQUIRED.has(key))
        problems.push(`${name}: the query parameter ${key} is missing`);
    return problems;
  }

  #bodyProblems(name: string, operation: Tree, { bytes }: FakeRequest): readonly string[] {
    const schema = jsonSchemaOf(operation['requestBody']);
    if (schema === undefined || bytes.length === 0) return [];
    return this.#check(`${name} request`, schema, JSON.parse(bytes.toString('utf8')));
  }

  #answerProblems(name: string, operation: Tree, { status, body }: FakeAnswer): readonly string[] {
    const responses = operation['responses'] as Tree;
    const schema = jsonSchemaOf(responses[String(status)]);
    // The contract gives many errors one of the two shapes where the routes have the other.
    if (status < 400 && schema !== undefined && body !== undefined)
      return this.#check(`${name} ${status}`, schema, JSON.parse(JSON.stringify(body)));
    if (status < 400)
      return responses[String(status)] === undefined ? [`${name}: ${status} is not in the contract`] : [];
    const error = body as Tree | undefined;
    const isOne =
      error?.['message'] !== undefined && (error['statusCode'] === status || error['status_code'] === status);
    return isOne ? [] : [`${name} ${status}: the answer has neither shape of errors`];
  }

  #check(name: string, schema: Tree, value: unknown): readonly string[] {
    const validate = this.#compiled.get(name) ?? this.#ajv.compile(withId(schema) as object);
    this.#compiled.set(name, validate);
    if (validate(value)) return [];
    const errors = (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
    return [`${name}: ${[...new Set(errors)].slice(0, 5).join('; ')}`];
  }
}

/** Alternatives that overlap, such as the configurations of connectors, are any of them, not one. */
function withoutExclusion(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutExclusion);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key === 'oneOf' ? 'anyOf' : key, withoutExclusion(inner)]),
  );
}

function jsonSchemaOf(content: unknown): Tree | undefined {
  const media = ((content as Tree | undefined)?.['content'] as Tree | undefined)?.['application/json'] as
    Tree | undefined;
  return media?.['schema'] as Tree | undefined;
}

/** Texts of a query as what the schema asks for. */
function coerced(texts: readonly string[], schema: Tree): unknown {
  const one = (text: string | undefined, type: unknown): unknown => {
    if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
    if ((type === 'integer' || type === 'number') && text !== undefined && text !== '') return Number(text);
    return text;
  };
  if (schema['type'] === 'array')
    return texts.flatMap((text) => text.split(',')).map((text) => one(text, (schema['items'] as Tree)['type']));
  return one(texts[0], schema['type']);
}

let found: Contract | undefined;
let isSought = false;

/** The contract, read once a process; undefined (with a notice) where it is not at hand. */
export function contract(): Contract | undefined {
  if (isSought) return found;
  isSought = true;
  const file = contractFile();
  found = file === undefined ? undefined : new Contract(parsedOnce(file));
  return found;
}

/** Reading YAML of this size takes seconds, so that its JSON is kept beside other temporary files. */
function parsedOnce(file: string): Tree {
  const { size, mtimeMs } = statSync(file);
  const kept = join(tmpdir(), `dragnet-openapi-${size}-${Math.round(mtimeMs)}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as Tree;
  const whole = readContract(file);
  writeFileSync(`${kept}.${process.pid}`, JSON.stringify(whole));
  renameSync(`${kept}.${process.pid}`, kept);
  return whole;
}
