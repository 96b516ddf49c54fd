import { KibanaError } from '../deploy/kibana-error.js';
import type { PageOptions } from '../deploy/kibana.js';
import { keyParts } from '../deploy/object-key.js';
import { printJson } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import { PAGE_SIZE, query, textOf, without } from './object-api.js';
import type { ApiContext, ObjectApi } from './object-api.js';
import { pagesOf, quoted, toPage } from './pages.js';
import type { Page } from './pages.js';
import { writeOnce } from './write-once.js';

const RULES = '/api/detection_engine/rules';

/** Detection rules: https://www.elastic.co/docs/api/doc/kibana/group/endpoint-security-detections-api */
export class RulesApi implements ObjectApi {
  readonly #context: ApiContext;

  constructor(context: ApiContext) {
    this.#context = context;
  }

  pages({ size = PAGE_SIZE }: PageOptions): AsyncIterable<readonly JsonObject[]> {
    const { requests, base } = this.#context;
    const fetch = async (page: number, per: number, since: string | undefined): Promise<Page> => {
      const filter = since === undefined ? undefined : `alert.attributes.createdAt >= ${quoted(since)}`;
      const parameters = { page, per_page: per, sort_field: 'created_at', sort_order: 'asc', filter };
      const path = `${base}${RULES}/_find${query(parameters)}`;
      return toPage(await requests.object({ method: 'GET', path }, { doing: 'list the rules' }));
    };
    return pagesOf({ fetch, idOf: ({ id, rule_id: ruleId }) => textOf(id ?? ruleId) }, size);
  }

  async read(key: string): Promise<JsonObject | undefined> {
    const { requests, base } = this.#context;
    const { id } = keyParts(key);
    const path = `${base}${RULES}${query({ rule_id: id })}`;
    return found(() => requests.object({ method: 'GET', path }, { doing: `read the rule ${id}` }));
  }

  create(body: JsonObject): Promise<JsonObject> {
    const id = textOf(body['rule_id']);
    return writeOnce(
      () => this.#write('POST', body, { doing: `create the rule ${id}` }),
      () => this.read(`rule/${id}`),
      this.#context.requests.retry(),
    );
  }

  async replace(key: string, body: JsonObject): Promise<JsonObject> {
    const { id } = keyParts(key);
    const doing = `update the rule ${id}`;
    return asMoved(() => this.#write('PUT', { ...without(body, ['id']), rule_id: id }, { doing, isRepeatable: true }));
  }

  /** https://www.elastic.co/docs/api/doc/kibana/operation/operation-patchrule */
  async patch(key: string, fields: JsonObject): Promise<JsonObject> {
    const { id } = keyParts(key);
    const doing = `change the rule ${id}`;
    try {
      return await asMoved(() => this.#write('PATCH', { ...fields, rule_id: id }, { doing, isRepeatable: true }));
    } catch (error) {
      throw error instanceof KibanaError ? withLicence(error, fields) : error;
    }
  }

  async remove(key: string): Promise<void> {
    const { requests, base } = this.#context;
    const { id } = keyParts(key);
    const path = `${base}${RULES}${query({ rule_id: id })}`;
    const doing = `delete the rule ${id}`;
    await found(() => requests.send({ method: 'DELETE', path }, { doing, isRepeatable: true }));
  }

  /** `_export`: https://www.elastic.co/docs/api/doc/kibana/operation/operation-exportrules */
  export(ruleIds: readonly string[] | undefined): Promise<string> {
    const { requests, base } = this.#context;
    const body = ruleIds === undefined ? '' : printJson({ objects: ruleIds.map((id) => ({ rule_id: id })) });
    return requests.text(
      { method: 'POST', path: `${base}${RULES}/_export`, ...(body === '' ? {} : { body }) },
      { doing: 'export rules', isRepeatable: true },
    );
  }

  #write(
    method: 'POST' | 'PUT' | 'PATCH',
    body: JsonObject,
    treatment: { doing: string; isRepeatable?: boolean },
  ): Promise<JsonObject> {
    const { requests, base } = this.#context;
    return requests.object({ method, path: `${base}${RULES}`, body: printJson(body) }, treatment);
  }
}

/** Fields of a prebuilt rule that every licence lets a team set. */
const FREE_FIELDS: ReadonlySet<string> = new Set(['enabled', 'exceptions_list', 'actions']);

/** A refusal to customise a prebuilt rule for want of a licence, with the fields that it is about. */
function withLicence(error: KibanaError, fields: JsonObject): KibanaError {
  if (!error.messages.some((message) => /PREBUILT_CUSTOMIZATION_LICENSE|customi[sz].*licen[cs]e/isu.test(message)))
    return error;
  const customised = Object.keys(fields).filter((field) => !FREE_FIELDS.has(field));
  const message = `${error.message} The licence of this Kibana does not allow to customise prebuilt rules: leave ${customised.join(', ')} out of the overlay (enabled, exceptions_list and actions need no such licence), or fork the rule.`;
  return new KibanaError(error.kind, error.status, message, error.messages);
}

/** What a request gives; undefined where Kibana has no such object. */
export async function found<T>(request: () => Promise<T>): Promise<T | undefined> {
  try {
    return await request();
  } catch (error) {
    if (error instanceof KibanaError && error.kind === 'missing') return undefined;
    throw error;
  }
}

/** A conflict of a write over an object that was read: somebody else was faster. */
export async function asMoved<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (!(error instanceof KibanaError) || error.kind !== 'conflict') throw error;
    const message = error.message.replace('one is there already', 'it has changed meanwhile');
    throw new KibanaError('moved', error.status, message, error.messages);
  }
}
