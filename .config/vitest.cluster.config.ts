import { fileURLToPath } from 'node:url';
import type { ViteUserConfig } from 'vitest/config';

/** The tests that need a real Elasticsearch: its URL comes in ORACLE_URL (`npm run test:cluster` starts one). */
const config: ViteUserConfig = {
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['test/cluster/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
};

export default config;
