import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const folder = join(import.meta.dirname, 'tests/e2e');
/** Returns the specs that use these fixtures. */
const using = (fixtures: string) =>
  readdirSync(folder).filter((file) => readFileSync(join(folder, file), 'utf8').includes(`/${fixtures}.ts'`));
const ownApps = [...using('fixtures'), ...using('alert-fixtures')];

/** The real app in real Electron. `npm test` gives the session, the runtime and the folder for traces. */
export default defineConfig({
  testDir: folder,
  outputDir: join(process.env.OXYGAUGE_TEST_OUTPUT ?? join(tmpdir(), 'oxygauge-e2e'), 'traces'),
  // Each worker has a desktop session, so that its tests have a tray and a notification daemon to themselves. Three on two
  // cores: some tests wait for a time limit of the app.
  workers: 3,
  fullyParallel: true,
  // A worker starts again for tests with other shared fixtures, so those with the same ones run together. The shared app comes
  // first, since the longest row of tests is there.
  projects: [
    { name: 'shared app', testIgnore: ownApps },
    { name: 'own app', testMatch: ownApps },
  ],
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list'], ['json']],
});
