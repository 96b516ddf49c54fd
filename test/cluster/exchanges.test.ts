import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { ask } from '../exchanges/ask.js';
import { type Exchange, parseExchanges, printExchanges, type Request } from '../exchanges/exchange.js';

const url = process.env['ORACLE_URL'];
const folder = new URL('../exchanges/scripts/', import.meta.url);

const plain = (method: string, path: string): Request => ({ lines: [], method, path, headers: [], body: undefined });

/** Deletes what the requests of a file may have created. */
async function clean(text: string): Promise<void> {
  const names = new Set(text.match(/\bexchange-[\w.-]+/gu));
  for (const name of names) await ask(url!, plain('DELETE', `/${name}?ignore_unavailable=true`));
}

describe.runIf(url).each(readdirSync(folder))('%s', (file) => {
  const path = new URL(file, folder);
  const text = readFileSync(path, 'utf8');

  afterEach(() => clean(text));

  test('has the answers of a real node', async () => {
    await clean(text);
    const answered: Exchange[] = [];
    for (const exchange of parseExchanges(text)) {
      answered.push(exchange.onlyDragnet ? exchange : { ...exchange, answer: await ask(url!, exchange.request) });
    }
    if (process.env['UPDATE_EXCHANGES'] !== undefined) writeFileSync(path, printExchanges(answered));
    else expect(printExchanges(answered)).toBe(text);
  });
});

test.runIf(!url)('there is no node to ask', (context) => {
  context.skip('ORACLE_URL is not set');
});
