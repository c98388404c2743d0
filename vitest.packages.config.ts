import { defineConfig } from 'vitest/config';

/** The tests of `npm run test:packages`, which installs what they test. */
export default defineConfig({
  test: {
    include: ['tests/packages/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 600_000,
    fileParallelism: false,
    // Each test goes on from what the last one installed.
    bail: 1,
  },
});
