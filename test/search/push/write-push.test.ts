import { describe, expect, it } from 'vitest';
import { ClusterError } from '../../../src/engine/cluster-error.js';
import type { PushTarget } from '../../../src/search/push/definitions-index.js';
import type { PushedDocument } from '../../../src/search/push/pushed-document.js';
import { writePush } from '../../../src/search/push/write-push.js';
import type { JsonObject } from '../../../src/values/json.js';
import { isJsonObject, parseJson } from '../../../src/values/json.js';

interface Sent {
  readonly ids: readonly string[];
  readonly size: number;
}

/** A cluster of which a test says what becomes of each document, and of each request as a whole. */
function target(
  ofItem: (id: string, request: number) => JsonObject = () => ({ status: 201 }),
  ofRequest: (request: number) => ClusterError | undefined = () => undefined,
): { readonly target: PushTarget; readonly sent: Sent[] } {
  const sent: Sent[] = [];
  const bulk: PushTarget['send'] = (_method, _path, { bulkBody = [] } = {}) => {
    const ids = bulkBody.flatMap((line) => {
      const action = parseJson(line);
      const meta = isJsonObject(action) ? (action['index'] ?? action['delete']) : undefined;
      return isJsonObject(meta) && typeof meta['_id'] === 'string' && Object.keys(meta).length === 2
        ? [meta['_id']]
        : [];
    });
    sent.push({ ids, size: bulkBody.join('\n').length });
    const refused = ofRequest(sent.length);
    if (refused) return Promise.reject(refused);
    return Promise.resolve({ items: ids.map((id) => ({ index: { _id: id, ...ofItem(id, sent.length) } })) });
  };
  return { target: { send: bulk, search: () => Promise.reject(new Error('nothing is searched')) }, sent };
}

function documents(count: number, text = ''): readonly PushedDocument[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `rule:${at}`,
    file: `${at}.toml`,
    hash: 'h',
    content: { text },
  }));
}

function options(waits: number[] = []): Parameters<typeof writePush>[2] {
  const sleep = (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    return Promise.resolve();
  };
  const backOff = { attempts: 3, sleep };
  return { index: 'x', repository: 'r', now: new Date(0), backOff, step: () => undefined };
}

const plan = (created: readonly PushedDocument[]): Parameters<typeof writePush>[1] => ({
  created,
  changed: [],
  removed: [],
  unchanged: 0,
  refused: [],
});

const BUSY = { status: 429, error: { type: 'es_rejected_execution_exception', reason: 'queue is full' } };

describe('what a push writes', () => {
  it('goes in requests of bounded numbers and sizes, each document once, removals last', async () => {
    const many = target();
    const gone = { id: 'rule:gone', file: 'gone.toml', repository: 'r', hash: 'h' };
    await writePush(many.target, { ...plan(documents(1201)), removed: [gone] }, options());
    expect(many.sent.map(({ ids }) => ids.length)).toEqual([500, 500, 202]);
    expect(many.sent.at(-1)?.ids.at(-1)).toBe('rule:gone');
    const large = target();
    await writePush(large.target, plan(documents(5, 'x'.repeat(900_000))), options());
    expect(large.sent.map(({ ids }) => ids.length)).toEqual([2, 2, 1]);
  });

  it('sends what a busy cluster refused again, alone, with waits that grow', async () => {
    const waits: number[] = [];
    const { target: busy, sent } = target((id, request) => (id === 'rule:1' && request < 3 ? BUSY : { status: 201 }));
    expect(await writePush(busy, plan(documents(3)), options(waits))).toEqual([]);
    expect(sent.map(({ ids }) => ids)).toEqual([['rule:0', 'rule:1', 'rule:2'], ['rule:1'], ['rule:1']]);
    expect(waits).toHaveLength(2);
    expect(waits[0]).toBeLessThanOrEqual(500);
    expect(waits[1]).toBeGreaterThanOrEqual(500);
  });

  it('gives up on a document after some attempts, and tells why', async () => {
    const { target: busy, sent } = target((id) => (id === 'rule:1' ? BUSY : { status: 201 }));
    expect(await writePush(busy, plan(documents(3)), options())).toEqual([
      { id: 'rule:1', file: '1.toml', reason: 'es_rejected_execution_exception: queue is full' },
    ]);
    expect(sent).toHaveLength(3);
  });

  it('does not repeat what is refused for good, and names the cause', async () => {
    const cause = { type: 'illegal_argument_exception', reason: 'too deep' };
    const error = { type: 'document_parsing_exception', reason: 'failed to parse', caused_by: cause };
    const { target: strict, sent } = target((id) => (id === 'rule:0' ? { status: 400, error } : { status: 201 }));
    const [refused] = await writePush(strict, plan(documents(2)), options());
    expect(refused?.reason).toBe('document_parsing_exception: failed to parse; illegal_argument_exception: too deep');
    expect(sent).toHaveLength(1);
  });

  it('repeats requests that are refused as a whole, as long as that passes', async () => {
    const unavailable = new ClusterError(503, { type: 'http_error', reason: 'away' });
    const passing = target(undefined, (request) => (request < 3 ? unavailable : undefined));
    expect(await writePush(passing.target, plan(documents(1)), options())).toEqual([]);
    const lasting = target(undefined, () => unavailable);
    await expect(writePush(lasting.target, plan(documents(1)), options())).rejects.toBe(unavailable);
    expect(lasting.sent).toHaveLength(3);
    const forbidden = target(undefined, () => new ClusterError(403, { type: 'security_exception', reason: 'no' }));
    await expect(writePush(forbidden.target, plan(documents(1)), options())).rejects.toThrow('no');
    expect(forbidden.sent).toHaveLength(1);
  });
});
