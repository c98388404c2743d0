import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { App } from '../driver/app.ts';
import { chooseMore, openSubUsers } from '../driver/sign-in.ts';
import { test } from '../support/e2e/fixtures.ts';
import { filesWith, formsOf } from '../support/e2e/secret-forms.ts';
import type { SimulatorServer } from '../support/server/simulator-server.ts';

const names = Array.from({ length: 10 }, (_, index) => `team_${index}`);
const answered = 3;
const task = (page: Page) => page.getByRole('region', { name: 'Task' });

type Sent = { username: string; password: string };
const sent = (server: SimulatorServer) =>
  server.seen
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/sub-users'))
    .map(({ body }) => JSON.parse(body) as Sent);

test('killed in the middle of a task: the next start says what was done, and continues it', async ({
  server,
  start,
}, info) => {
  const first = await start();
  await begin(server, first);
  await expect.poll(() => sent(server).length).toBe(answered + 4);
  await expect.poll(() => endedSteps(first.profile)).toBe(answered);
  const early = sent(server);
  // No file holds a password in the clear, not even while the task is under way.
  for (const { password } of early) expect(filesWith(first.profile, formsOf(password))).toEqual([]);
  const ended = once(first.electron.process(), 'exit');
  first.electron.process().kill('SIGKILL');
  await ended;
  server.harm = null;

  const again = await start({ profile: first.profile });
  const page = await again.window('manager');
  await expect(task(page)).toContainText('Interrupted before its end.');
  await expect(task(page)).toContainText('3 done, 4 unknown, 3 not sent');
  await task(page).getByRole('button', { name: 'Continue' }).click();
  await expect(task(page)).toContainText('6 done, 4 password not certain', { timeout: 20_000 });
  // The rows under way at the kill were found in the list, and only the rest was sent.
  expect(
    sent(server)
      .map(({ username }) => username)
      .sort(),
  ).toEqual([...names].sort());

  await task(page).getByRole('button', { name: 'Show results' }).click();
  const results = page.getByRole('dialog', { name: /10 sub-users/ });
  await expect(results).toContainText('4 sub-users exist, but their passwords are not certain.');
  const csv = await saved(again, results, info.outputPath('results.csv'));
  for (const { username, password } of sent(server)) {
    expect(lineOf(csv, username).endsWith(`,${password}`), username).toBe(true);
  }

  await results.getByRole('button', { name: 'Set new passwords' }).click();
  await expect(task(page)).toContainText('10 done');
  const renewed = await saved(again, results, info.outputPath('renewed.csv'));
  const patched = server.seen.filter(({ method }) => method === 'PATCH');
  expect(patched).toHaveLength(4);
  for (const { body } of patched) expect(renewed).toContain((JSON.parse(body) as Sent).password);
  await results.getByRole('button', { name: 'Close' }).click();
  await expect(task(page)).toHaveCount(0);
});

/** Imports ten names. The server answers the first three, and carries out the others without an answer. */
async function begin(server: SimulatorServer, app: App): Promise<void> {
  const page = await app.window('manager');
  await openSubUsers(page);
  await expect(page.getByRole('row', { name: 'seo_audit' })).toBeVisible();
  let answers = 0;
  server.harm = {
    on: /^POST .*\/sub-users$/,
    by(response, honest) {
      const { status, headers, body } = honest();
      answers += 1;
      if (answers <= answered) response.writeHead(status, headers).end(body);
    },
  };
  await chooseMore(page, 'Import CSV');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose file' }).click();
  const lines = ['username,limit', ...names.map((name) => `${name},5`)];
  await (await chooser).setFiles({
    name: 'team.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\n')),
  });
  await page.getByRole('button', { name: 'Create 10' }).click();
}

async function saved(app: App, results: ReturnType<Page['getByRole']>, file: string): Promise<string> {
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  const warning = results.getByText(/^Save the CSV now\./);
  await expect(warning).toBeVisible();
  await results.getByRole('button', { name: 'Save results as CSV' }).click();
  await expect(warning).toHaveCount(0);
  return readFileSync(file, 'utf8');
}

/** Returns how many requests have ended by what is on disk. */
function endedSteps(profile: string): number {
  const folder = join(profile, 'job-steps');
  const lines = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  return lines.filter((line) => line.includes('"step":"ended"')).length;
}

function lineOf(csv: string, username: string): string {
  return csv.split('\r\n').find((line) => line.startsWith(`${username},`)) ?? '';
}
