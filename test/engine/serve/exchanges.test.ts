import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EmbeddedCluster } from '../../../src/engine/embedded/embedded-cluster.js';
import { startServer } from '../../../src/engine/serve/start-server.js';
import { ask } from '../../exchanges/ask.js';
import { parseExchanges, printExchanges } from '../../exchanges/exchange.js';

const folder = new URL('../../exchanges/scripts/', import.meta.url);

/** The clock of the exchanges that ask for the time. */
const CLOCK = new Date('2026-05-01T12:00:00Z');

describe.each(readdirSync(folder))('%s', (file) => {
  const text = readFileSync(new URL(file, folder), 'utf8');
  const exchanges = parseExchanges(text);

  test('answers as Elasticsearch does', async () => {
    const bugs: unknown[] = [];
    const cluster = new EmbeddedCluster({ clock: () => CLOCK });
    const server = await startServer(cluster, { onBug: (bug) => bugs.push(bug) });
    try {
      for (const { request, answer, line } of exchanges) {
        expect.soft({ line, ...(await ask(server.url, request)) }).toEqual({ line, ...answer });
      }
    } finally {
      await server.close();
    }
    expect(bugs).toEqual([]);
  });

  test('is written as its reader prints it', () => {
    expect(printExchanges(exchanges)).toBe(text);
  });
});
