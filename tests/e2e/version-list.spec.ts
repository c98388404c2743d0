import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { App } from '../driver/app.ts';
import { openPage, signIn } from '../driver/sign-in.ts';
import { axeViolations } from '../support/e2e/axe.ts';
import { test } from '../support/e2e/fixtures.ts';
import { answers, releaseKey, startVersionServer } from '../support/server/version-server.ts';

const outcomes = ({ profile }: App) =>
  readFileSync(join(profile, 'log/oxygauge.log'), 'utf8')
    .split('\n')
    .flatMap((line) => / version-list (.*)$/.exec(line)?.[1] ?? []);

/** Sets the app's clock a day and a half ahead. */
const passDay = ({ electron }: App) =>
  electron.evaluate(() => {
    const { now } = Date;
    Date.now = () => now() + 129_600_000;
  });

test('checklist version-list: nothing is sent before the answer, then one request with nothing about the user, and only a signed list is shown', async ({
  start,
  tray,
}) => {
  const releases = await startVersionServer();
  const key = releaseKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const app = await start({
    environment: { OXYGAUGE_VERSION_LIST_PORT: `${releases.port}`, OXYGAUGE_VERSION_LIST_KEY: key },
  });
  const page = await app.window('manager');
  await signIn(page);
  // The question about the start comes before it, and is answered here.
  await page.evaluate(() => window.oxygauge.command('changeSettings', { askedStartAtLogin: true } as never));
  const question = page.getByRole('complementary', { name: 'About new versions' });
  await expect(question).toContainText('Nothing about you is sent.');
  expect(await axeViolations(page)).toEqual([]);
  expect(releases.requests).toHaveLength(0);

  releases.answer = answers.redirected;
  await question.getByRole('button', { name: 'Check once a day' }).press('Enter');
  await expect(question).toHaveCount(0);
  await expect.poll(() => outcomes(app)).toEqual(['no-answer']);
  await openPage(page, 'Settings');
  const check = page.getByRole('switch', { name: 'Check for new versions' });
  const askAgain = async () => {
    await passDay(app);
    for (const on of [false, true]) {
      await check.press('Space');
      await expect(check).toBeChecked({ checked: on });
    }
  };
  const known = page.getByRole('complementary', { name: 'New version' });
  const refused = [
    [answers.huge, 'too-large'],
    [answers.otherKey, 'not-signed'],
    [answers.cut, 'no-answer'],
  ] as const;
  for (const [answer, outcome] of refused) {
    releases.answer = answer;
    await askAgain();
    await expect.poll(() => outcomes(app).at(-1)).toBe(outcome);
    await expect.poll(() => releases.requests.length).toBe(outcomes(app).length);
    await expect(known).toHaveCount(0);
  }
  releases.answer = answers.good('0.2.0');
  await askAgain();
  await expect(known).toContainText('Oxygauge 0.2.0 is out.');
  await expect(known.getByRole('button', { name: 'Open the release page' })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeViolations(page)).toEqual([]);
  await app.electron.evaluate(({ shell }) => {
    shell.openExternal = async (address) => void Object.assign(globalThis, { opened: address });
  });
  await known.getByRole('button', { name: 'Open the release page' }).press('Enter');
  await expect
    .poll(() => app.electron.evaluate(() => Reflect.get(globalThis, 'opened')))
    .toBe('https://github.com/oxygauge/oxygauge/releases/');
  await openPage(page, 'Overview');
  await tray.choose('New version: 0.2.0');
  await expect(known).toBeVisible();

  expect(releases.requests.map(({ method, url }) => `${method} ${url}`)).toEqual(
    Array(5).fill('GET /versions.txt'),
  );
  const sent = releases.requests.map(({ headers }) => ({ ...headers, host: '' }));
  // Every request of every installation is the same.
  for (const headers of sent) expect(headers).toEqual(sent[0]);
  expect(sent[0]).toMatchObject({ 'user-agent': 'Oxygauge' });
  expect(
    Object.keys(sent[0] ?? {}).filter((name) => /cookie|auth|etag|match|referer|origin|sec-ch/.test(name)),
  ).toEqual([]);
  await check.press('Space');
  await expect(known).toHaveCount(0);
  await releases.close();
});
