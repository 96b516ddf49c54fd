import type { JsonObject } from '../../src/values/json.js';

/** An answer as a test looks at it. */
export interface Answer {
  readonly status: number;
  readonly body: JsonObject;
  readonly text: string;
  readonly headers: Headers;
}

/** What a request may say besides its method and path. */
export interface AskOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks a server over HTTP as a plain client does; `kbn-xsrf` is in every request unless `headers` say otherwise. */
export async function ask(url: string, method: string, path: string, options: AskOptions = {}): Promise<Answer> {
  const { body, headers = { 'kbn-xsrf': 'true' } } = options;
  const isForm = body instanceof FormData;
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return {
    status: response.status,
    body: (isJson ? JSON.parse(text) : {}) as Answer['body'],
    text,
    headers: response.headers,
  };
}

/** A rule of a type that has everything a Kibana asks for. */
export function ruleBody(type = 'query', more: JsonObject = {}): JsonObject {
  return {
    type,
    name: `A rule of type ${type}`,
    description: 'Finds what it is for.',
    risk_score: 47,
    severity: 'medium',
    ...TYPE_BODIES[type],
    ...more,
  };
}

const TYPE_BODIES: Readonly<Record<string, JsonObject>> = {
  eql: { query: 'process where true', language: 'eql' },
  esql: { query: 'from logs-* metadata _id', language: 'esql' },
  saved_query: { saved_id: 'kept' },
  threshold: { query: '*:*', threshold: { field: 'host.name', value: 5 } },
  threat_match: {
    query: '*:*',
    threat_query: '*:*',
    threat_index: ['indicators-*'],
    threat_mapping: [{ entries: [{ field: 'a.ip', type: 'mapping', value: 'threat.indicator.ip' }] }],
  },
  machine_learning: { anomaly_threshold: 50, machine_learning_job_id: 'a-job' },
  new_terms: { query: '*:*', new_terms_fields: ['user.id'], history_window_start: 'now-7d' },
};
