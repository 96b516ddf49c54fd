import { ClusterError } from '../cluster-error.js';
import type { EmbeddedCluster } from '../embedded/embedded-cluster.js';
import { isJsonObject, type JsonObject, type JsonValue, parseJson } from '../../values/json.js';
import type { RawText, RawValue } from './raw-json.js';

/** A request as the handlers see it. */
export interface ServeRequest {
  readonly cluster: EmbeddedCluster;
  readonly method: string;
  /** The parts of the path that a route names: `{index}`, `{id}`. */
  readonly path: ReadonlyMap<string, string>;
  readonly query: URLSearchParams;
  /** The headers, by their names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The body as text; empty if there is none. */
  readonly body: string;
}

/** An answer; the server adds headers and prints the body. */
export interface ServeAnswer {
  readonly status: number;
  readonly body?: RawValue | RawText;
  /** Texts for `Warning` headers. */
  readonly warnings?: readonly string[];
}

/** Answers one kind of request. A refusal is thrown as a {@link ClusterError}. */
export type Handler = (request: ServeRequest) => Promise<ServeAnswer>;

/** The body as a JSON object; an absent one is empty. Refuses other bodies as Elasticsearch does, whose `parser` says so. */
export function bodyObject({ body }: ServeRequest, parser?: string): JsonObject {
  if (body.trim() === '') return {};
  const value = parseBody(body);
  if (!isJsonObject(value) && parser !== undefined) {
    const found = Array.isArray(value) ? 'START_ARRAY' : 'VALUE';
    const reason = `[${parser}] Expected START_OBJECT but was: ${found}`;
    throw new ClusterError(400, { type: 'x_content_parse_exception', reason });
  }
  if (!isJsonObject(value)) {
    throw new ClusterError(400, {
      type: 'parsing_exception',
      reason: 'Expected [START_OBJECT] but found another JSON value',
    });
  }
  return value;
}

/** JSON text as a value, integers exact. Throws `x_content_parse_exception` for text that is not JSON. */
export function parseBody(text: string): JsonValue {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ClusterError(400, { type: 'x_content_parse_exception', reason: error.message });
  }
}

/** A Boolean parameter: absent, `true` (also without a value) or `false`. */
export function booleanParameter(query: URLSearchParams, name: string): boolean | undefined {
  const value = query.get(name);
  if (value === null) return undefined;
  if (value === '' || value === 'true') return true;
  if (value === 'false') return false;
  throw new ClusterError(400, {
    type: 'illegal_argument_exception',
    reason: `Failed to parse value [${value}] as only [true] or [false] are allowed.`,
  });
}

/** A whole number parameter. */
export function numberParameter(query: URLSearchParams, name: string): number | undefined {
  const value = query.get(name);
  if (value === null) return undefined;
  if (/^-?\d{1,10}$/.test(value)) return Number(value);
  throw new ClusterError(400, {
    type: 'illegal_argument_exception',
    reason: `Failed to parse int parameter [${name}] with value [${value}]`,
  });
}

/** The options for index names that stand in the URL, as far as they do. */
export function indicesOptions(query: URLSearchParams): {
  readonly ignore_unavailable?: boolean;
  readonly allow_no_indices?: boolean;
} {
  const ignoreUnavailable = booleanParameter(query, 'ignore_unavailable');
  const allowNoIndices = booleanParameter(query, 'allow_no_indices');
  return {
    ...(ignoreUnavailable === undefined ? {} : { ignore_unavailable: ignoreUnavailable }),
    ...(allowNoIndices === undefined ? {} : { allow_no_indices: allowNoIndices }),
  };
}
