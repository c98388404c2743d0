import { expect, type Page } from '@playwright/test';
import type { App } from '../driver/app.ts';
import { openPage, openSubUsers } from '../driver/sign-in.ts';
import { axeViolations } from '../support/e2e/axe.ts';
import { test } from '../support/e2e/shared-app.ts';
import { openDetails } from '../support/e2e/usage-page.ts';
import type { SimulatorServer } from '../support/server/simulator-server.ts';

const rowOf = (page: Page, username: string) => page.getByRole('row', { name: username });
const details = (page: Page, username: string) =>
  page.getByRole('region', { name: `Details of ${username}` });
const selection = (page: Page) => page.getByRole('region', { name: 'Selection' });
const patches = (server: SimulatorServer) =>
  server.seen.filter(({ method }) => method === 'PATCH').map(({ body }) => JSON.parse(body) as unknown);

/** A popover's hidden Dismiss buttons are beside its dialog, so axe reports them as outside of every region. */
async function violationsInPopover(page: Page): Promise<string[]> {
  return (await axeViolations(page)).filter(
    (each) => !each.startsWith('region: <div style="display: contents;">'),
  );
}

async function resize(app: App, widthPx: number): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }, width) => {
    const manager = BrowserWindow.getAllWindows().find((each) => /manager/.test(each.webContents.getURL()));
    manager?.setSize(width, 800);
  }, widthPx);
}

async function open(app: App, widthPx = 1280): Promise<Page> {
  await resize(app, widthPx);
  const page = await app.window('manager');
  await openSubUsers(page);
  await expect(rowOf(page, 'seo_audit')).toBeVisible();
  return page;
}

/** Puts many sub-users into the account, so that the grid scrolls. */
function addMany(server: SimulatorServer, count: number): void {
  const [one] = server.simulator.account.people.values();
  if (one === undefined) throw new Error('No row is there.');
  for (let index = 0; index < count; index += 1) {
    const id = 20_000 + index;
    server.simulator.account.people.set(id, { ...one, id, username: `more_${index}` });
  }
}

test('a press opens the details, the arrow keys move on with them, and Escape returns to the row', async ({
  app,
}) => {
  const page = await open(app);
  await openDetails(page, 'price_monitor_eu');
  await expect(details(page, 'price_monitor_eu')).toContainText('46.10 GB');
  await page.keyboard.press('ArrowDown');
  await expect(details(page, 'serp_tracker')).toContainText('19.70 GB');
  await expect(details(page, 'price_monitor_eu')).toHaveCount(0);
  await expect(page.getByRole('img', { name: /Traffic of serp_tracker/ })).toBeVisible();
  await page.getByRole('tab', { name: 'Targets' }).click();
  await expect(page.getByRole('table', { name: 'Targets' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: /^Details of/ })).toHaveCount(0);
  await expect(rowOf(page, 'serp_tracker')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(details(page, 'price_monitor_eu')).toBeVisible();
  await details(page, 'price_monitor_eu').getByRole('button', { name: 'Close' }).click();
  await expect(rowOf(page, 'price_monitor_eu')).toBeFocused();
});

test('B6, B7: scroll, selection, search and details are there after a look at another page', async ({
  server,
  app,
}) => {
  addMany(server, 100);
  const page = await open(app);
  const grid = page.getByRole('grid', { name: 'Sub-users' });
  await rowOf(page, 'serp_tracker').getByRole('gridcell').first().click();
  await openDetails(page, 'serp_tracker');
  await grid.evaluate((element) => element.scrollTo(0, 900));
  await details(page, 'serp_tracker').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('searchbox', { name: 'Search sub-users' }).fill('e');
  await grid.evaluate((element) => element.scrollTo(0, 800));
  await openPage(page, 'Overview');
  await expect(grid).toHaveCount(0);
  await openPage(page, 'Sub-users');
  await expect(page.getByRole('searchbox', { name: 'Search sub-users' })).toHaveValue('e');
  await expect(selection(page)).toContainText('1 selected · 19.70 GB');
  expect(await grid.evaluate((element) => element.scrollTop)).toBe(800);
});

test('the row’s menu opens at the pointer and by the Menu key', async ({ app }) => {
  const page = await open(app);
  await rowOf(page, 'serp_tracker').click({ button: 'right' });
  const menu = page.getByRole('menu', { name: 'Actions for serp_tracker' });
  await expect(menu.getByRole('menuitem', { name: 'Edit' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rowOf(page, 'serp_tracker')).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await menu.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(page.getByRole('alertdialog', { name: 'Delete serp_tracker?' })).toBeVisible();
});

test('arrow keys reach what is in a row, and Tab leaves the grid at once', async ({ app }) => {
  const page = await open(app);
  const row = rowOf(page, 'serp_tracker');
  const box = row.getByRole('checkbox', { name: 'Select serp_tracker' });
  const button = row.getByRole('button', { name: 'Actions for serp_tracker' });
  await row.focus();
  await page.keyboard.press('ArrowRight');
  await expect(box).toBeFocused();
  await page.keyboard.press('Space');
  await expect(box).toBeChecked();
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(row.getByRole('rowheader')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(rowOf(page, 'social_listening').getByRole('rowheader')).toBeFocused();
  await row.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu', { name: 'Actions for serp_tracker' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('.grid :focus')).toHaveCount(0);
  await page.keyboard.press('Shift+Tab');
  await expect(button).toBeFocused();
});

test('F2 and L edit the focused row, Delete asks', async ({ app }) => {
  const page = await open(app);
  await rowOf(page, 'serp_tracker').focus();
  for (const key of ['F2', 'l']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog', { name: 'Edit serp_tracker' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(rowOf(page, 'serp_tracker')).toBeFocused();
  }
  await page.keyboard.press('Delete');
  await expect(page.getByRole('alertdialog', { name: 'Delete serp_tracker?' })).toBeVisible();
});

test('rows are selected by Shift and Ctrl with the pointer, and the sum says what they used', async ({
  app,
}) => {
  const page = await open(app);
  await openDetails(page, 'price_monitor_eu');
  await rowOf(page, 'social_listening').click({ modifiers: ['Shift'] });
  await expect(selection(page)).toContainText('3 selected · 77.31 GB');
  await rowOf(page, 'seo_audit').click({ modifiers: ['Control'] });
  await expect(selection(page)).toContainText('4 selected');
  await expect(details(page, 'price_monitor_eu')).toBeVisible();
});

test('B8: with some rows selected, the box of all has its mixed mark, and it is drawn', async ({ app }) => {
  const page = await open(app);
  const mark = () =>
    page.locator('.heading.select .box').evaluate((box) => getComputedStyle(box, '::after').content);
  expect(await mark()).toBe('none');
  await rowOf(page, 'serp_tracker').getByRole('gridcell').first().click();
  await expect(page.getByRole('checkbox', { name: 'Select All' })).toBeChecked({ indeterminate: true });
  expect(await mark()).toBe('""');
});

test('B9: the ring of a focused row is drawn above its last cell', async ({ app }) => {
  const page = await open(app);
  await rowOf(page, 'serp_tracker').focus();
  await page.keyboard.press('ArrowDown');
  const ring = await page.locator('.grid .row:focus').evaluate((row) => {
    const { borderTopWidth, zIndex } = getComputedStyle(row, '::after');
    const last = row.querySelector('.cell.actions');
    return {
      borderTopWidth,
      above: Number(zIndex) > Number(last === null ? 9 : getComputedStyle(last).zIndex),
    };
  });
  expect(ring).toEqual({ borderTopWidth: '2px', above: true });
});

test('in forced colours the open and the selected rows are read on the colour of a selection', async ({
  app,
}) => {
  const page = await open(app);
  await openDetails(page, 'price_monitor_eu');
  await rowOf(page, 'serp_tracker').getByRole('gridcell').first().click();
  await page.emulateMedia({ forcedColors: 'active' });
  // The system puts a box behind each text whose colours it adjusts.
  const selection = { adjust: 'none', text: 'HighlightText', ground: 'Highlight' };
  for (const name of ['price_monitor_eu', 'serp_tracker'])
    expect(await rowOf(page, name).evaluate(systemColours), name).toEqual(selection);
  const { adjust } = await rowOf(page, 'seo_audit').evaluate(systemColours);
  expect(adjust).toBe('auto');
  await page.emulateMedia({ forcedColors: null });
});

/** Returns which of the system's colours a row has, and whether the system adjusts those of its texts. */
function systemColours(row: Element) {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.forcedColorAdjust = 'none';
  const nameOf = (colour: string) =>
    ['HighlightText', 'Highlight', 'CanvasText', 'Canvas'].find((name) => {
      probe.style.color = name;
      return getComputedStyle(probe).color === colour;
    });
  const name = getComputedStyle(row.querySelector('bdi') ?? row);
  const found = {
    adjust: name.forcedColorAdjust,
    text: nameOf(name.color),
    ground: nameOf(getComputedStyle(row).backgroundColor),
  };
  probe.remove();
  return found;
}

test('Raise limit offers higher limits, and sets one at once', async ({ server, app }) => {
  const page = await open(app);
  await openDetails(page, 'price_monitor_eu');
  await page.getByRole('button', { name: 'More ways to raise the limit' }).click();
  await page.getByRole('menuitem', { name: '+10%: 55 GB' }).click();
  await expect(page.getByText(/^Limit of .* set to 55 GB/)).toBeVisible();
  await expect(details(page, 'price_monitor_eu')).toContainText('of 55 GB');
  expect(patches(server)).toEqual([{ traffic_limit: 55 }]);
});

test('in a narrow window the details cover the grid; expanded they do in any', async ({ app }) => {
  const page = await open(app, 900);
  await openDetails(page, 'serp_tracker');
  await expect(page.locator('.panel.covers')).toBeVisible();
  await expect(page.locator('.grid-place')).toHaveAttribute('inert', '');
  await page.keyboard.press('Escape');
  await expect(rowOf(page, 'serp_tracker')).toBeFocused();
  await resize(app, 1280);
  await openDetails(page, 'serp_tracker');
  await expect(page.locator('.panel.covers')).toHaveCount(0);
  await page.getByRole('button', { name: 'Expand' }).click();
  await expect(page.locator('.panel.covers')).toBeVisible();
});

test('the details have the width that the user gave them', async ({ app }) => {
  const page = await open(app);
  await openDetails(page, 'serp_tracker');
  const edge = page.getByRole('separator', { name: 'Width of the details' });
  await expect(edge).toHaveAttribute('aria-valuenow', '372');
  await edge.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(edge).toHaveAttribute('aria-valuenow', '388');
  const box = await edge.boundingBox();
  if (box === null) throw new Error('The edge is not in view.');
  await page.mouse.move(box.x + 3, 400);
  await page.mouse.down();
  await page.mouse.move(box.x - 500, 400, { steps: 4 });
  await page.mouse.up();
  await expect(edge).toHaveAttribute('aria-valuenow', '560');
  await page.reload();
  await expect(rowOf(page, 'seo_audit')).toBeVisible();
  await openDetails(page, 'serp_tracker');
  await expect(edge).toHaveAttribute('aria-valuenow', '560');
});

test('columns are hidden, moved and resized, and stay so', async ({ app }) => {
  const page = await open(app);
  const headings = () => page.getByRole('columnheader').allInnerTexts();
  await page.getByRole('button', { name: 'Columns' }).click();
  const menu = page.getByRole('dialog', { name: 'Columns' });
  await menu.getByText('Created', { exact: true }).click();
  await menu.getByText('Limit GB', { exact: true }).click();
  await menu.getByRole('button', { name: 'Move Used GB down' }).click();
  await page.keyboard.press('Escape');
  const shown = ['Username', 'Used', 'Used GB', '14 days', 'Runs out', 'Created'];
  await expect
    .poll(async () => (await headings()).filter((each) => shown.includes(each)))
    .toEqual((await headings()).filter((each) => each !== '' && each !== 'Actions'));
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'Created' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Limit GB' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Columns' }).click();
  await menu.getByRole('button', { name: 'Reset columns' }).click();
  await expect(page.locator('.heading.limit')).toBeVisible();
});

test('B16: Copy connection confirms', async ({ app }) => {
  const page = await open(app);
  await page.getByRole('button', { name: 'Actions for serp_tracker' }).click();
  await page.getByRole('menuitem', { name: 'Copy connection' }).click();
  await expect(page.getByText(/^Copied\. Replace PASSWORD/)).toBeVisible();
});

test('B17: without limits the most traffic comes first', async ({ server, app }) => {
  for (const person of server.simulator.account.people.values()) person.limitGb = null;
  const page = await open(app);
  await expect(page.getByRole('row').nth(1)).toContainText('travel_fares');
  await expect(page.getByRole('columnheader', { name: 'Used GB' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
});

test('B19: the count says how many of all are shown, and Show all ends the search', async ({ app }) => {
  const page = await open(app);
  await page.getByRole('searchbox', { name: 'Search sub-users' }).fill('seo');
  await expect(page.getByText(/^1 of 12/)).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search sub-users' }).fill('nothing');
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(rowOf(page, 'seo_audit')).toBeVisible();
});

test('B13: an account without sub-users names the next step', async ({ server, app }) => {
  server.simulator.account.people.clear();
  const page = await app.window('manager');
  await openSubUsers(page);
  await expect(page.getByRole('heading', { name: 'No sub-users yet' })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await page.locator('.grid-empty').getByRole('button', { name: 'Import CSV' }).click();
  await expect(page.getByRole('dialog', { name: 'Create sub-users from CSV' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the details and the menus in ${colorScheme}`, async ({ app }) => {
    const page = await open(app);
    await page.emulateMedia({ colorScheme });
    await openDetails(page, 'price_monitor_eu');
    await expect(page.getByRole('img', { name: /Traffic of price_monitor_eu/ })).toBeVisible();
    await rowOf(page, 'serp_tracker').getByRole('gridcell').first().click();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Columns' }).click();
    expect(await violationsInPopover(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('radio', { name: 'Custom' }).click();
    await page.getByRole('button', { name: 'Choose in a calendar' }).click();
    await expect(page.getByRole('application')).toBeVisible();
    expect(await violationsInPopover(page)).toEqual([]);
  });
}
