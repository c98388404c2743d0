import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import usual from './playwright.config.ts';

/** The app on real desktops' own trays. `npm run test:desktops` installs them. */
export default defineConfig({
  ...usual,
  testDir: join(import.meta.dirname, 'tests/desktops'),
  projects: [{ name: 'desktops' }],
  workers: 1,
});
