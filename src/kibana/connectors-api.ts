import { keyParts } from '../deploy/object-key.js';
import { isJsonArray, isJsonObject, printJson } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import { textOf, without } from './object-api.js';
import type { ApiContext, ObjectApi } from './object-api.js';
import { asMoved, found } from './rules-api.js';
import { writeOnce } from './write-once.js';

/**
 * Connectors: `{id, name, connector_type_id, config, secrets}`. Secrets are written and never read; a `PUT` needs them again.
 * https://www.elastic.co/docs/api/doc/kibana/group/endpoint-connectors
 */
export class ConnectorsApi implements ObjectApi {
  readonly #context: ApiContext;

  constructor(context: ApiContext) {
    this.#context = context;
  }

  async *pages(): AsyncGenerator<readonly JsonObject[]> {
    const { requests, base } = this.#context;
    const path = `${base}/api/actions/connectors`;
    const { body } = await requests.send({ method: 'GET', path }, { doing: 'list the connectors' });
    const connectors = isJsonArray(body) ? body.filter(isJsonObject) : [];
    if (connectors.length > 0) yield connectors;
  }

  read(key: string): Promise<JsonObject | undefined> {
    const { id } = keyParts(key);
    const request = { method: 'GET' as const, path: this.#path(id) };
    return found(() => this.#context.requests.object(request, { doing: `read the connector ${id}` }));
  }

  create(body: JsonObject): Promise<JsonObject> {
    const { requests } = this.#context;
    const id = textOf(body['id']);
    const request = { method: 'POST' as const, path: this.#path(id), body: printJson(without(body, ['id'])) };
    return writeOnce(
      () => requests.object(request, { doing: `create the connector ${id}` }),
      () => this.read(`connector/${id}`),
      requests.retry(),
    );
  }

  replace(key: string, body: JsonObject): Promise<JsonObject> {
    const { id } = keyParts(key);
    // The type of a connector is its own for good: a request that has one is refused.
    const written = printJson(without(body, ['id', 'connector_type_id']));
    const request = { method: 'PUT' as const, path: this.#path(id), body: written };
    const doing = `update the connector ${id}`;
    return asMoved(() => this.#context.requests.object(request, { doing, isRepeatable: true }));
  }

  async remove(key: string): Promise<void> {
    const { id } = keyParts(key);
    const request = { method: 'DELETE' as const, path: this.#path(id) };
    const doing = `delete the connector ${id}`;
    await found(() => this.#context.requests.send(request, { doing, isRepeatable: true }));
  }

  #path(id: string): string {
    return `${this.#context.base}/api/actions/connector/${encodeURIComponent(id)}`;
  }
}
