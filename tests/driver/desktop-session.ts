import { test as base } from '@playwright/test';
import { type DesktopSession, startDesktopSession } from '../../build/session/desktop-session.ts';

/** Gives each worker a desktop session. Its tests, and the programs that they start, find it in the environment. */
export const test = base.extend<object, { desktop: DesktopSession }>({
  desktop: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first parameter.
    async ({}, use) => {
      const session = await startDesktopSession();
      Object.assign(process.env, session.environment);
      await use(session);
      await session.stop();
    },
    { scope: 'worker', auto: true },
  ],
});
