import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const folder = 'tests/unit';
const all = `${folder}/**/*.test.{ts,tsx}`;
/** Files that replace a module have a process each, since it would stay replaced for the next file. */
const replacing = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => `${folder}/${file}`)
  .filter((file) => file.includes('.test.') && readFileSync(file, 'utf8').includes('vi.mock('));

export default defineConfig({
  resolve: { alias: { electron: resolve(import.meta.dirname, 'tests/support/unit/no-electron.ts') } },
  test: {
    environment: 'node',
    // A busy machine is no fault of the app: only a test that hangs ends here.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // As in the app after its start.
    setupFiles: [resolve(import.meta.dirname, 'electron/text/whole-catalogue.ts')],
    // One for each core: by itself Vitest leaves one core idle, which on two cores is half of the machine.
    maxWorkers: '100%',
    // For the tests that look at memory.
    execArgv: ['--expose-gc'],
    // So that it meets the alias above, and not the package that downloads an Electron.
    server: { deps: { inline: ['electron-store'] } },
    projects: [
      // The files share what they import, which took as long as running them.
      { extends: true, test: { name: 'shared', isolate: false, include: [all], exclude: replacing } },
      { extends: true, test: { name: 'isolated', include: replacing } },
    ],
  },
});
