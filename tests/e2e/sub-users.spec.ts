import { expect, type Page } from '@playwright/test';
import { test } from '../support/fixtures.ts';
import { signIn } from '../support/sign-in.ts';
import type { SimulatorServer } from '../support/simulator-server.ts';

const password = 'Correct_horse_1';

async function open(start: () => Promise<{ window(page: 'manager'): Promise<Page> }>): Promise<Page> {
  const page = await (await start()).window('manager');
  await signIn(page);
  await expect(page.getByRole('grid', { name: 'Sub-users' })).toBeVisible();
  await expect(rowOf(page, 'seo_audit')).toBeVisible();
  return page;
}

const rowOf = (page: Page, username: string) => page.getByRole('row', { name: username });

async function choose(page: Page, username: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${username}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

/** The writes that the server saw, each with its body. */
const writes = (server: SimulatorServer) =>
  server.seen
    .filter(({ method, path }) => method !== 'GET' && !path.endsWith('/login'))
    .map(({ method, path, body }) => [
      `${method} ${path.replace(/.*\/users\/[^/]+/, '')}`,
      body === '' ? null : (JSON.parse(body) as unknown),
    ]);

const idOf = (server: SimulatorServer, username: string) =>
  [...server.simulator.account.people.values()].find((each) => each.username === username)?.id;

test('the grid shows each sub-user as it is, nearest to its limit first', async ({ start }) => {
  const page = await open(start);
  const rows = page.getByRole('row');
  await expect(rows.nth(1)).toContainText('ad_verification');
  await expect(rows.nth(2)).toContainText('price_monitor_eu');
  await expect(rowOf(page, 'qa_staging')).toContainText('Blocked');
  await expect(rowOf(page, 'seo_audit')).toContainText('Unlimited');
  await expect(rowOf(page, 'demo_main')).toContainText('Main');
  await expect(rowOf(page, 'real_estate_feed')).toContainText('Disabled');
});

test('search, filter and sort narrow and order it, and the choice is remembered', async ({ tray, start }) => {
  const app = await start();
  const page = await app.window('manager');
  await signIn(page);
  const search = page.getByRole('searchbox', { name: 'Search sub-users' });
  await search.fill('SEO');
  await expect(page.getByRole('row')).toHaveCount(2);
  await search.fill('nobody');
  await expect(page.getByText('No sub-user fits.')).toBeVisible();
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

test('a refresh does not move the row under the pointer', async ({ server, tray, start }) => {
  const page = await open(start);
  const second = page.getByRole('row').nth(2);
  await expect(second).toContainText('price_monitor_eu');
  await second.hover();
  const travel = [...server.simulator.account.people.values()].find(
    ({ username }) => username === 'travel_fares',
  );
  if (travel === undefined) throw new Error('The demo has changed.');
  travel.fixedGb = 79.9;
  await tray.choose('Refresh');
  await expect(rowOf(page, 'travel_fares')).toContainText('79.90 GB');
  await expect(second).toContainText('price_monitor_eu');
  await page.mouse.move(5, 5);
  await tray.choose('Refresh');
  await expect(second).toContainText('travel_fares');
});

test('creating sends exactly one POST, and offers the password once', async ({ server, start }) => {
  const page = await open(start);
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
  await expect(rowOf(page, 'price_bot')).toContainText('12.5 GB');
  expect(writes(server)).toEqual([
    [
      'POST /sub-users',
      { username: 'price_bot', password, traffic_limit: 12.5, lifetime: false, auto_disable: true },
    ],
  ]);
});

test('the generator keeps every rule, and unlimited is null', async ({ server, start }) => {
  const page = await open(start);
  await page.getByRole('button', { name: 'New sub-user' }).click();
  const dialog = page.getByRole('dialog', { name: 'New sub-user' });
  await dialog.getByLabel('Username').fill('generated');
  await dialog.getByRole('button', { name: 'Generate' }).click();
  await expect(dialog.getByText(': kept')).toHaveCount(5);
  await dialog.getByText('Unlimited', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('dialog', { name: 'generated was created' })).toBeVisible();
  expect(writes(server)[0]?.[1]).toMatchObject({ traffic_limit: null });
});

test('a limit that looks like bytes is questioned before it is sent', async ({ server, start }) => {
  const page = await open(start);
  await choose(page, 'travel_fares', 'Edit');
  const dialog = page.getByRole('dialog', { name: 'Edit travel_fares' });
  await dialog.getByLabel('Traffic limit (GB)').fill('5000000000');
  await dialog.getByLabel('Traffic limit (GB)').blur();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText(/not in bytes/)).toBeVisible();
  expect(writes(server)).toEqual([]);
  await dialog.getByLabel('Traffic limit (GB)').fill('90');
  await dialog.getByLabel('Traffic limit (GB)').blur();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  expect(writes(server)).toEqual([
    [`PATCH /sub-users/${idOf(server, 'travel_fares')}`, { traffic_limit: 90 }],
  ]);
});

test('the vendor’s refusal appears in its own words, as text', async ({ server, start }) => {
  const page = await open(start);
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

test('changed on the server since the form opened: said, and asked', async ({ server, start }) => {
  const page = await open(start);
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

test('disabled and not in the list any more it stays, with Enable', async ({ server, tray, start }) => {
  server.simulator.account.listsDisabled = false;
  const page = await open(start);
  await choose(page, 'serp_tracker', 'Disable');
  await expect(rowOf(page, 'serp_tracker')).toContainText('Disabled');
  await tray.choose('Refresh');
  await expect(rowOf(page, 'serp_tracker')).toContainText('Disabled, not listed');
  await choose(page, 'serp_tracker', 'Enable');
  await expect(rowOf(page, 'serp_tracker')).toContainText('Active');
  const id = idOf(server, 'serp_tracker');
  expect(writes(server)).toEqual([
    [`PATCH /sub-users/${id}`, { status: 'disabled' }],
    [`PATCH /sub-users/${id}`, { status: 'active' }],
  ]);
});

test('deleted elsewhere it goes at the next 404', async ({ server, tray, start }) => {
  const page = await open(start);
  server.simulator.account.people.delete(idOf(server, 'serp_tracker') ?? 0);
  await tray.choose('Refresh');
  await expect(rowOf(page, 'serp_tracker')).toContainText('Disabled, not listed');
  await choose(page, 'serp_tracker', 'Enable');
  await expect(rowOf(page, 'serp_tracker')).toBeHidden();
  await expect(page.getByText(/^serp_tracker: Oxylabs does not know/)).toBeVisible();
});

test('deleting names what goes, asks, and sends one DELETE', async ({ server, start }) => {
  const page = await open(start);
  const id = idOf(server, 'travel_fares');
  await choose(page, 'travel_fares', 'Delete');
  const dialog = page.getByRole('alertdialog', { name: 'Delete travel_fares?' });
  await expect(dialog.getByText(/It used 57\.90 GB this month/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Delete travel_fares' }).click();
  await expect(rowOf(page, 'travel_fares')).toBeHidden();
  expect(writes(server)).toEqual([[`DELETE /sub-users/${id}`, null]]);
});

test('an answer that was cut: nothing is sent again, and what is true is said', async ({ server, start }) => {
  const page = await open(start);
  server.simulator.faults.add({ fault: { kind: 'cut', at: 'before-headers' }, on: /^DELETE/ });
  await choose(page, 'travel_fares', 'Delete');
  await page.getByRole('button', { name: 'Delete travel_fares' }).click();
  await expect(page.getByRole('alert')).toHaveText(
    /cut before .* The list was read again: the change was made\./,
  );
  expect(writes(server)).toHaveLength(1);
});

test('the main user can be neither disabled nor deleted', async ({ server, start }) => {
  const page = await open(start);
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
  start,
}) => {
  const people = [...server.simulator.account.people.values()];
  const names = ['<img src=x onerror=alert(1)>', '\u202egnirotinom\u2066', 'x'.repeat(300)];
  names.forEach((name, index) => {
    const person = people[index + 1];
    if (person !== undefined) person.username = name;
  });
  const page = await open(start);
  for (const name of names) await expect(page.getByTitle(name, { exact: true })).toHaveText(name);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(overflow).toBe(false);
});
