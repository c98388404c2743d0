import { expect, type Page } from '@playwright/test';
import type { App } from '../driver/app.ts';
import { openSubUsers } from '../driver/sign-in.ts';
import { test } from '../support/e2e/shared-app.ts';
import type { SimulatorServer } from '../support/server/simulator-server.ts';

const password = 'Correct_horse_1';

async function open(app: App): Promise<Page> {
  const page = await app.window('manager');
  await openSubUsers(page);
  await expect(page.getByRole('grid', { name: 'Sub-users' })).toBeVisible();
  await expect(rowOf(page, 'seo_audit')).toBeVisible();
  return page;
}

const rowOf = (page: Page, username: string) => page.getByRole('row', { name: username });

async function choose(page: Page, username: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${username}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

/** Returns the writes that the server received, each with its body. */
const writes = (server: SimulatorServer) =>
  server.seen
    .filter(({ method, path }) => method !== 'GET' && !path.endsWith('/login'))
    .map(({ method, path, body }) => [
      `${method} ${path.replace(/.*\/users\/[^/]+/, '')}`,
      body === '' ? null : (JSON.parse(body) as unknown),
    ]);

const idOf = (server: SimulatorServer, username: string) =>
  [...server.simulator.account.people.values()].find((each) => each.username === username)?.id;

test('the grid shows each sub-user as it is, nearest to its limit first', async ({ app }) => {
  const page = await open(app);
  const rows = page.getByRole('row');
  await expect(rows.nth(1)).toContainText('ad_verification');
  await expect(rows.nth(2)).toContainText('price_monitor_eu');
  await expect(rowOf(page, 'qa_staging')).toContainText('Blocked');
  await expect(rowOf(page, 'seo_audit')).toContainText('Unlimited');
  await expect(rowOf(page, 'demo_main')).toContainText('Main');
  await expect(rowOf(page, 'real_estate_feed')).toContainText('Disabled');
});

test('search, filter and sort narrow and order the rows, and the choice is saved', async ({
  tray,
  start,
}) => {
  const app = await start();
  const page = await app.window('manager');
  await openSubUsers(page);
  const search = page.getByRole('searchbox', { name: 'Search sub-users' });
  await search.fill('SEO');
  await expect(page.getByRole('row')).toHaveCount(2);
  await search.fill('nobody');
  await expect(page.getByText('No matching sub-users.')).toBeVisible();
  await search.fill('');
  await page.getByRole('button', { name: /Show/ }).click();
  await page.getByRole('option', { name: 'Unlimited' }).click();
  await expect(page.getByRole('row')).toHaveCount(3);
  await page.getByRole('columnheader', { name: 'Username' }).click();
  await expect(page.getByRole('row').nth(1)).toContainText('demo_main');
  await page.getByRole('columnheader', { name: 'Username' }).click();
  await expect(page.getByRole('row').nth(1)).toContainText('seo_audit');
  await app.close();

  const again = await start({ profile: app.profile });
  await tray.tooltipLike(/GB this month/);
  await tray.choose('Manage sub-users');
  const next = await again.window('manager');
  await expect(next.getByRole('row')).toHaveCount(3);
  await expect(next.getByRole('row').nth(1)).toContainText('seo_audit');
});

test('a refresh does not move the row under the pointer', async ({ server, tray, app }) => {
  const page = await open(app);
  const second = page.getByRole('row').nth(2);
  await expect(second).toContainText('price_monitor_eu');
  await second.hover();
  const travel = [...server.simulator.account.people.values()].find(
    ({ username }) => username === 'travel_fares',
  );
  if (travel === undefined) throw new Error('The demo has changed.');
  travel.fixedGb = 79.9;
  await tray.choose('Refresh');
  await expect(rowOf(page, 'travel_fares')).toContainText('79.90');
  await expect(second).toContainText('price_monitor_eu');
  await page.mouse.move(5, 5);
  await tray.choose('Refresh');
  await expect(second).toContainText('travel_fares');
});

test('creating sends exactly one POST, and offers the password once', async ({ server, app }) => {
  const page = await open(app);
  await page.getByRole('button', { name: 'New sub-user' }).click();
  const dialog = page.getByRole('dialog', { name: 'New sub-user' });
  const create = dialog.getByRole('button', { name: 'Create' });
  await expect(create).toBeDisabled();
  await dialog.getByLabel('Username').fill('price bot');
  await expect(dialog.getByText('Letters, digits and underscores.')).toHaveClass(/problem/);
  await dialog.getByLabel('Username').fill('price_bot');
  await dialog.getByLabel('Password', { exact: true }).fill(password);
  await dialog.getByLabel('Traffic limit (GB)').fill('0');
  await dialog.getByLabel('Traffic limit (GB)').blur();
  await expect(dialog.getByText('Blocked: may use no traffic at all.')).toBeVisible();
  await dialog.getByLabel('Traffic limit (GB)').fill('12.5');
  await dialog.getByLabel('Traffic limit (GB)').blur();
  await expect(dialog.getByText('May use up to 12.5 GB each month.')).toBeVisible();
  await create.click();
  await expect(page.getByRole('dialog', { name: 'price_bot was created' })).toBeVisible();
  await page.getByRole('button', { name: 'Copy password' }).click();
  await expect(page.getByText(/Password copied/)).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(rowOf(page, 'price_bot')).toContainText('12.5');
  expect(writes(server)).toEqual([
    [
      'POST /sub-users',
      { username: 'price_bot', password, traffic_limit: 12.5, lifetime: false, auto_disable: true },
    ],
  ]);
});

test('the generator follows every rule, and unlimited is null', async ({ server, app }) => {
  const page = await open(app);
  await page.getByRole('button', { name: 'New sub-user' }).click();
  const dialog = page.getByRole('dialog', { name: 'New sub-user' });
  await dialog.getByLabel('Username').fill('generated');
  await dialog.getByRole('button', { name: 'Generate' }).click();
  await expect(dialog.getByText(': kept')).toHaveCount(5);
  await dialog.getByText('Unlimited', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Create' }).click();
  const made = page.getByRole('dialog', { name: 'generated was created' });
  await expect(made).toBeVisible();
  await page.keyboard.press('Escape');
  await made.getByRole('button', { name: 'Close without the password' }).click();
  await expect(made).toBeHidden();
  expect(writes(server)[0]?.[1]).toMatchObject({ traffic_limit: null });
});

test('a limit that looks like bytes is questioned before it is sent', async ({ server, app }) => {
  const page = await open(app);
  await choose(page, 'travel_fares', 'Edit');
  const dialog = page.getByRole('dialog', { name: 'Edit travel_fares' });
  await dialog.getByLabel('Traffic limit (GB)').fill('5000000000');
  await dialog.getByLabel('Traffic limit (GB)').blur();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('That’s 5,000 PB. Did you mean 5 GB?')).toBeVisible();
  expect(writes(server)).toEqual([]);
  await dialog.getByRole('button', { name: 'Use 5 GB' }).click();
  await expect(dialog.getByLabel('Traffic limit (GB)')).toHaveValue('5');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  expect(writes(server)).toEqual([
    [`PATCH /sub-users/${idOf(server, 'travel_fares')}`, { traffic_limit: 5 }],
  ]);
});

test('the vendor’s refusal appears in its own words, as text', async ({ server, app }) => {
  const page = await open(app);
  const error = '<img src=x onerror=alert(1)> Maximum number of sub-users reached';
  server.simulator.faults.add({
    fault: { kind: 'refuse', status: 400, body: JSON.stringify({ error }) },
    on: /^POST .*sub-users/,
  });
  await page.getByRole('button', { name: 'New sub-user' }).click();
  const dialog = page.getByRole('dialog', { name: 'New sub-user' });
  await dialog.getByLabel('Username').fill('one_too_many');
  await dialog.getByLabel('Password', { exact: true }).fill(password);
  await dialog.getByText('Unlimited', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog.getByRole('alert')).toHaveText(`Oxylabs refused: ${error}.`);
});

test('changed on the server since the form opened: the form says so, and asks', async ({ server, app }) => {
  const page = await open(app);
  await choose(page, 'travel_fares', 'Edit');
  const dialog = page.getByRole('dialog', { name: 'Edit travel_fares' });
  const travel = [...server.simulator.account.people.values()].find(
    ({ username }) => username === 'travel_fares',
  );
  if (travel === undefined) throw new Error('The demo has changed.');
  travel.limitGb = 200;
  await dialog.getByText('Disable at limit', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Traffic limit: was 80 GB, is now 200 GB')).toBeVisible();
  expect(writes(server)).toEqual([]);
});

test('disabled and no longer in the list: the row stays, with Enable', async ({ server, tray, app }) => {
  server.simulator.account.listsDisabled = false;
  const page = await open(app);
  await choose(page, 'serp_tracker', 'Disable');
  await expect(rowOf(page, 'serp_tracker')).toContainText('Disabled');
  await tray.choose('Refresh');
  await expect(rowOf(page, 'serp_tracker')).toContainText('Disabled, not listed');
  await choose(page, 'serp_tracker', 'Enable');
  await expect(rowOf(page, 'serp_tracker')).not.toContainText('Disabled');
  const id = idOf(server, 'serp_tracker');
  expect(writes(server)).toEqual([
    [`PATCH /sub-users/${id}`, { status: 'disabled' }],
    [`PATCH /sub-users/${id}`, { status: 'active' }],
  ]);
});

test('a change can be taken back, by the check that it went by itself', async ({ server, app }) => {
  const page = await open(app);
  const id = idOf(server, 'serp_tracker') ?? 0;
  const undo = page.getByRole('button', { name: 'Undo' });
  await choose(page, 'serp_tracker', 'Disable');
  await expect(page.getByText('serp_tracker is disabled.')).toBeVisible();
  await undo.click();
  await expect(page.getByText('serp_tracker is enabled.')).toBeVisible();
  await expect(rowOf(page, 'serp_tracker')).not.toContainText('Disabled');
  await undo.click();
  await expect(page.getByText('serp_tracker is disabled.')).toBeVisible();
  const person = server.simulator.account.people.get(id);
  if (person !== undefined) person.limitGb = 99;
  await undo.click();
  await expect(page.getByText('serp_tracker was changed elsewhere meanwhile.')).toBeVisible();
  expect(writes(server).map(([, body]) => body)).toEqual([
    { status: 'disabled' },
    { status: 'active' },
    { status: 'disabled' },
  ]);
});

test('a limit of the form and a mute can be taken back', async ({ server, app }) => {
  const page = await open(app);
  const undo = page.getByRole('button', { name: 'Undo' });
  await choose(page, 'serp_tracker', 'Edit');
  const form = page.getByRole('dialog', { name: 'Edit serp_tracker' });
  await form.getByLabel('Traffic limit (GB)').fill('40');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(rowOf(page, 'serp_tracker')).toContainText('40');
  await undo.click();
  await expect(page.getByText('Limit of serp_tracker set to 25 GB.')).toBeVisible();
  expect(writes(server).map(([, body]) => body)).toEqual([{ traffic_limit: 40 }, { traffic_limit: 25 }]);

  await choose(page, 'serp_tracker', 'Mute alerts');
  await expect(page.getByText('Alerts of serp_tracker are muted.')).toBeVisible();
  await expect(rowOf(page, 'serp_tracker')).toContainText('Muted');
  await choose(page, 'travel_fares', 'Mute alerts');
  await undo.click();
  await expect(page.getByText('Alerts of travel_fares are on.')).toBeVisible();
  await expect(rowOf(page, 'travel_fares')).not.toContainText('Muted');
  await expect(rowOf(page, 'serp_tracker')).toContainText('Muted');
});

test('deleted elsewhere: the row disappears at the next 404', async ({ server, app }) => {
  const page = await open(app);
  server.simulator.account.people.delete(idOf(server, 'serp_tracker') ?? 0);
  await choose(page, 'serp_tracker', 'Disable');
  await expect(rowOf(page, 'serp_tracker')).toBeHidden();
  await expect(page.getByText(/^serp_tracker: Oxylabs does not know/)).toBeVisible();
});

test('deleted elsewhere and no longer listed: asked about once, and gone', async ({ server, tray, app }) => {
  const page = await open(app);
  const id = idOf(server, 'serp_tracker') ?? 0;
  server.simulator.account.people.delete(id);
  await tray.choose('Refresh');
  await expect(rowOf(page, 'serp_tracker')).toBeHidden();
  expect(server.seen.filter(({ path }) => path.endsWith(`/sub-users/${id}`))).toHaveLength(1);
});

test('deleting names the sub-user, asks, and sends one DELETE', async ({ server, app }) => {
  const page = await open(app);
  const id = idOf(server, 'travel_fares');
  await choose(page, 'travel_fares', 'Delete');
  const dialog = page.getByRole('alertdialog', { name: 'Delete travel_fares?' });
  await expect(dialog.getByText(/It used 57\.90 GB this month/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Delete travel_fares' }).click();
  await expect(rowOf(page, 'travel_fares')).toBeHidden();
  expect(writes(server)).toEqual([[`DELETE /sub-users/${id}`, null]]);
});

test('an answer that was cut: nothing is sent again, and the form reports what is true', async ({
  server,
  app,
}) => {
  const page = await open(app);
  server.simulator.faults.add({ fault: { kind: 'cut', at: 'before-headers' }, on: /^DELETE/ });
  await choose(page, 'travel_fares', 'Delete');
  await page.getByRole('button', { name: 'Delete travel_fares' }).click();
  await expect(page.getByRole('alert')).toHaveText(
    /cut before .* The list was refreshed: the change was saved\./,
  );
  expect(writes(server)).toHaveLength(1);
});

test('a creation whose answer was cut: the form sets the password, and creates nothing twice', async ({
  server,
  app,
}) => {
  const page = await open(app);
  server.simulator.faults.add({ fault: { kind: 'cut', at: 'before-headers' }, on: /^POST.*sub-users/ });
  await page.getByRole('button', { name: 'New sub-user' }).click();
  const dialog = page.getByRole('dialog', { name: 'New sub-user' });
  await dialog.getByLabel('Username').fill('price_bot');
  await dialog.getByLabel('Password', { exact: true }).fill(password);
  await dialog.getByLabel('Traffic limit (GB)').fill('5');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog.getByRole('alert')).toHaveText(/the sub-user exists, but its password is not certain/);
  await dialog.getByRole('button', { name: 'Set this password' }).click();
  await expect(page.getByRole('button', { name: 'Copy password' })).toBeVisible();
  const id = idOf(server, 'price_bot') ?? 0;
  expect(writes(server).map(([line]) => line)).toEqual(['POST /sub-users', `PATCH /sub-users/${id}`]);
  expect(writes(server)[1]?.[1]).toEqual({ password });
});

test('a server that is late: the form, or the window if it was closed, says that the list is checked, and then the last word', async ({
  server,
  app,
}) => {
  const page = await open(app);
  const restore = await hurry(app);
  const people = server.simulator.account.people;
  server.simulator.faults.add({ fault: { kind: 'refuse', status: 504 }, on: /^DELETE/ });
  const checks = page.getByRole('complementary', { name: 'Changes without a clear answer' });
  async function remove(username: string): Promise<void> {
    await choose(page, username, 'Delete');
    await page.getByRole('button', { name: `Delete ${username}` }).click();
    await expect(page.getByRole('alert')).toHaveText(/not known yet. Oxygauge checks the list/);
  }
  await remove('travel_fares');
  await expect(checks).toBeHidden();
  people.delete(idOf(server, 'travel_fares') ?? 0);
  await expect(page.getByRole('alert')).toHaveText(/refreshed: the change was saved/);
  await page.keyboard.press('Escape');
  await expect(checks).toBeHidden();

  await remove('seo_audit');
  await page.keyboard.press('Escape');
  await expect(checks).toContainText(/^seo_audit: .*not known yet/);
  await page.getByRole('button', { name: 'Settings', exact: true }).first().click();
  people.delete(idOf(server, 'seo_audit') ?? 0);
  await expect(checks).toContainText(/^seo_audit: .*refreshed: the change was saved/);
  await checks.getByRole('button', { name: 'Dismiss' }).click();
  await expect(checks).toBeHidden();
  expect(writes(server)).toHaveLength(2);
  await restore();
});

/** Makes the minutes for which the list is checked seconds, until the returned function is called. */
async function hurry({ electron }: App): Promise<() => Promise<void>> {
  await electron.evaluate(() => {
    const real = globalThis.setTimeout;
    const quick = (run: () => void, ms = 0) => real(run, ms >= 1_000 && ms <= 60_000 ? ms / 20 : ms);
    globalThis.setTimeout = Object.assign(quick, { real }) as never;
  });
  return () =>
    electron.evaluate(() => {
      globalThis.setTimeout = (globalThis.setTimeout as never as { real: typeof setTimeout }).real;
    });
}

test('the main user can be neither disabled nor deleted', async ({ server, app }) => {
  const page = await open(app);
  await page.getByRole('button', { name: 'Actions for demo_main' }).click();
  await expect(page.getByRole('menuitem', { name: 'Disable' })).toBeDisabled();
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeDisabled();
  await page.keyboard.press('Escape');
  const answer = await page.evaluate(
    (id) => window.oxygauge.command('deleteSubUser', { id }),
    idOf(server, 'demo_main') ?? 0,
  );
  expect(answer).toEqual({ ok: false, failure: { kind: 'main-user' } });
  expect(writes(server)).toEqual([]);
});

test('checklist hostile-names: a username of markup, of right-to-left marks or of 300 characters is text and breaks no layout', async ({
  server,
  app,
}) => {
  const people = [...server.simulator.account.people.values()];
  const names = ['<img src=x onerror=alert(1)>', '\u202egnirotinom\u2066', 'x'.repeat(300)];
  names.forEach((name, index) => {
    const person = people[index + 1];
    if (person !== undefined) person.username = name;
  });
  const page = await open(app);
  for (const name of names) await expect(page.getByTitle(name, { exact: true })).toHaveText(name);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(overflow).toBe(false);
});
