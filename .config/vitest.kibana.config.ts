import { fileURLToPath } from 'node:url';
import type { ViteUserConfig } from 'vitest/config';

/** The tests that need a real Kibana: `npm run test:kibana` names it and makes a space for them. */
const config: ViteUserConfig = {
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['test/real-kibana/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
};

export default config;
