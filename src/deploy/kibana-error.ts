/**
 * What a refusal means for a run. `auth`: the credentials (401); `forbidden`: their privileges (403); `missing`: no such object (404); `conflict`: one is
 * there already (409 on create); `moved`: somebody else changed the object since it was read (409 on replace); `invalid`: the request (400, 413, 415, 422);
 * `failed`: Kibana broke at this one (500); `unavailable`: no answer, or none of use (429, 502 to 504, dropped, timed out); `not-kibana`: something else answers at
 * that URL, redirects included; `too-old`: a Kibana before 8.19; `unsupported`: this Kibana has no such API.
 */
export type KibanaErrorKind =
  | 'auth'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'moved'
  | 'invalid'
  | 'failed'
  | 'unavailable'
  | 'not-kibana'
  | 'too-old'
  | 'unsupported';

/**
 * A request to Kibana that failed. `status` is HTTP's, 0 where no answer came; `messages` are Kibana's own texts, of each of its error forms. No message
 * holds a header, a credential or a body that was sent.
 * https://www.elastic.co/docs/api/doc/kibana/
 */
export class KibanaError extends Error {
  readonly kind: KibanaErrorKind;
  readonly status: number;
  readonly messages: readonly string[];

  constructor(kind: KibanaErrorKind, status: number, message: string, messages: readonly string[] = []) {
    super(message);
    this.name = 'KibanaError';
    this.kind = kind;
    this.status = status;
    this.messages = messages;
  }

  /** Whether no other request can do better: a run stops here. */
  get isFatal(): boolean {
    return ['auth', 'unavailable', 'not-kibana', 'too-old'].includes(this.kind);
  }
}
