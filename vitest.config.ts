import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['test/soak/**', '**/node_modules/**'],
    globalSetup: ['test/support/postgres-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // a page that is asked anew answers when it can: other tests run beside it
    expect: { poll: { timeout: 10_000 } },
    maxWorkers: 3,
    env: { TZ: 'UTC', PROBANZA_BY: 'tester' },
  },
});
