import { afterEach, beforeEach } from 'vitest';
import { ask } from './fake-client.js';
import type { Answer } from './fake-client.js';
import type { FakeKibana } from './fake-kibana.js';
import { startFakeKibana } from './start-fake-kibana.js';
import type { StartOptions } from './start-fake-kibana.js';

/** A Kibana for each test of a file, and calls to it. */
export interface TestKibana {
  readonly kibana: FakeKibana;
  /** Starts anew, with other options. */
  restart(options: StartOptions): Promise<void>;
  call(method: string, path: string, body?: unknown): Promise<Answer>;
}

/** Starts a Kibana before each test and ends it after; its clock goes a second on with each look. */
export function withKibana(options: StartOptions = {}): TestKibana {
  let now = Date.parse('2026-05-01T12:00:00.000Z');
  const clock = (): Date => new Date((now += 1000));
  let kibana: FakeKibana | undefined;
  const running = (): FakeKibana => {
    if (kibana === undefined) throw new Error('no Kibana runs');
    return kibana;
  };
  beforeEach(async () => {
    kibana = await startFakeKibana({ clock, ...options });
  });
  afterEach(() => kibana?.stop());
  return {
    get kibana() {
      return running();
    },
    restart: async (other) => {
      await running().stop();
      kibana = await startFakeKibana({ clock, ...other });
    },
    call: (method, path, body) => ask(running().url, method, path, { body }),
  };
}
