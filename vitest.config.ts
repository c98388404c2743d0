import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { electron: resolve(import.meta.dirname, 'tests/support/no-electron.ts') } },
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx'],
    environment: 'node',
    // For the tests that look at memory.
    execArgv: ['--expose-gc'],
    // So that it meets the alias above, and not the package that downloads an Electron.
    server: { deps: { inline: ['electron-store'] } },
  },
});
