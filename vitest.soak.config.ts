import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

export default mergeConfig(
  base,
  defineConfig({
    test: { include: ['test/soak/**/*.test.ts'], exclude: ['**/node_modules/**'], testTimeout: 600_000 },
  }),
);
