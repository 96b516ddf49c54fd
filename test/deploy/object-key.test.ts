import { expect, test } from 'vitest';
import { keyParts, objectKey } from '../../src/deploy/object-key.js';
import type { Kibana, LiveObject } from '../../src/deploy/kibana.js';
import { KibanaError } from '../../src/deploy/kibana-error.js';
import { StateError } from '../../src/deploy/state.js';
import type { RunIdentity, StateStore } from '../../src/deploy/state.js';

const OBJECTS: readonly LiveObject[] = [
  { kind: 'rule', key: 'rule/a-1', body: { rule_id: 'a-1', id: 'uuid' } },
  {
    kind: 'exception-list',
    key: 'exception-list/agnostic/shared',
    body: { list_id: 'shared', namespace_type: 'agnostic' },
  },
  { kind: 'exception-item', key: 'exception-item/single/an/item', body: { item_id: 'an/item', list_id: 'shared' } },
  { kind: 'value-list', key: 'value-list/bad ips', body: { id: 'bad ips' } },
  { kind: 'connector', key: 'connector/slack', body: { id: 'slack' } },
];

test.each(OBJECTS)('the key of a $kind is $key', ({ kind, key, body }) => {
  expect(objectKey(kind, body)).toBe(key);
  expect(keyParts(key).kind).toBe(kind);
});

test('ids keep their slashes and line feeds', () => {
  expect(keyParts('exception-item/single/an/item')).toEqual({
    kind: 'exception-item',
    namespace: 'single',
    id: 'an/item',
  });
  expect(keyParts('rule/a/b\nc')).toEqual({ kind: 'rule', namespace: '', id: 'a/b\nc' });
});

test('only an error that every request would meet is fatal', () => {
  expect(new KibanaError('auth', 401, 'no').isFatal).toBe(true);
  expect(new KibanaError('forbidden', 403, 'no').isFatal).toBe(false);
});

test('a lock that is held says so', async () => {
  const store: Pick<StateStore, 'open'> = {
    open: ({ who }: RunIdentity) => Promise.reject(new StateError('locked', `${who} waits`)),
  };
  const me: RunIdentity = { run: '1', host: 'h', pid: 1, who: 'me', since: '2026-01-01T00:00:00Z' };
  await expect(store.open(me)).rejects.toMatchObject({ kind: 'locked', message: 'me waits' });
});

test('an object is read by its key', async () => {
  const kibana: Pick<Kibana, 'read'> = {
    read: (kind, key) => Promise.resolve(OBJECTS.find((object) => object.kind === kind && object.key === key)),
  };
  expect(await kibana.read('connector', 'connector/slack')).toMatchObject({ body: { id: 'slack' } });
  expect(await kibana.read('rule', 'connector/slack')).toBeUndefined();
});
