import { fileURLToPath } from 'node:url';
import type { ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = {
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['test/**/*.test.ts'],
    exclude: ['test/cluster/**', 'test/real-kibana/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/schemas/generated/**'],
      reporter: ['text-summary', 'json-summary', 'lcov'],
      thresholds: { lines: 90 },
    },
  },
};

export default config;
