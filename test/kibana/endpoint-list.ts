import { randomUUID } from 'node:crypto';
import type { FakeState } from './state.js';

const ID = 'endpoint_list';

/** Makes the exception list of Elastic Defend (Endpoint): Kibana does when the first rule is made. */
export function ensureEndpointList(state: FakeState): void {
  if (state.shared.exceptionLists.has(ID)) return;
  const now = state.now();
  state.shared.exceptionLists.set(ID, {
    id: ID,
    list_id: ID,
    type: 'endpoint',
    name: 'Endpoint Security Exception List',
    description: 'Endpoint Security Exception List',
    namespace_type: 'agnostic',
    immutable: false,
    os_types: [],
    tags: [],
    version: 1,
    tie_breaker_id: randomUUID(),
    created_at: now,
    created_by: 'elastic',
    updated_at: now,
    updated_by: 'elastic',
    _version: state.nextVersion(),
  });
}
