import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

/** The real app in real Electron. `npm test` gives the session, the runtime and the folder for traces. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: join(process.env.OXYGAUGE_TEST_OUTPUT ?? join(tmpdir(), 'oxygauge-e2e'), 'traces'),
  // One desktop has one tray and one notification daemon.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list'], ['json']],
});
