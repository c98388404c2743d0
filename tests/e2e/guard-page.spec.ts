import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { App } from '../driver/app.ts';
import { openPage, openSubUsers, signIn } from '../driver/sign-in.ts';
import { axeViolations } from '../support/e2e/axe.ts';
import { test } from '../support/e2e/shared-app.ts';
import type { SimulatorServer } from '../support/server/simulator-server.ts';

async function openGuard(app: App): Promise<Page> {
  const page = await app.window('manager');
  await signIn(page);
  await openPage(page, 'Guard');
  return page;
}

const person = (server: SimulatorServer, name: string) =>
  [...server.simulator.account.people.values()].find(({ username }) => username === name);
const rules = (page: Page) => page.getByRole('list', { name: 'Rules' }).getByRole('listitem');
const dialog = (page: Page) => page.getByRole('dialog');

async function begin(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: 'New rule' }).click();
  await page.getByRole('menuitem', { name: kind }).click();
}

test('a daily cap is set by keyboard, edited, and removed with a question; the own limit is back', async ({
  app,
  server,
}) => {
  const page = await openGuard(app);
  await expect(page.getByText('Guard stops a runaway by itself, by rules that you set.')).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeViolations(page)).toEqual([]);
  }
  const before = person(server, 'travel_fares');
  await page.getByRole('button', { name: 'New rule' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await dialog(page).getByLabel('Daily cap (GB)').focus();
  await page.keyboard.type('2');
  await dialog(page).getByRole('searchbox').focus();
  await page.keyboard.type('travel');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(dialog(page)).toContainText('At most 2 GB a day for travel_fares.');
  expect(await axeViolations(page)).toEqual([]);
  await dialog(page).getByRole('button', { name: 'Dry run' }).click();
  await expect(dialog(page).getByRole('status')).toContainText('30 days are not known');
  await dialog(page).getByRole('button', { name: 'Set rule' }).focus();
  await page.keyboard.press('Enter');
  await expect(rules(page)).toContainText(['At most 2 GB a day for travel_fares.']);
  await expect.poll(() => person(server, 'travel_fares')?.disablesAtLimit).toBe(true);

  // A cap that is nearly used is no reason for attention: the own limit is.
  await openPage(page, 'Alerts');
  await expect(page.getByRole('list', { name: 'Active' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Active' }).getByText('travel_fares')).toHaveCount(0);
  await openPage(page, 'Sub-users');
  const row = page.getByRole('row', { name: 'travel_fares' });
  await expect(row).toContainText(/80 · \d/);
  await row.getByRole('rowheader').click();
  const panel = page.getByRole('region', { name: 'Guard' });
  await expect(page.getByRole('region', { name: 'Details of travel_fares' })).toContainText('of 80 GB');
  await expect(panel).toContainText(/Your limit80 GBGuard’s limit now\d/);
  expect(await axeViolations(page)).toEqual([]);
  await panel.getByRole('button', { name: 'Show the rules' }).click();

  await rules(page).getByRole('button', { name: 'Edit' }).click();
  await dialog(page).getByLabel('Daily cap (GB)').fill('3');
  await dialog(page).getByRole('button', { name: 'Set rule' }).click();
  await expect(rules(page)).toContainText(['At most 3 GB a day']);

  await rules(page).getByRole('button', { name: 'Remove' }).click();
  const question = page.getByRole('alertdialog', { name: 'Remove this rule?' });
  await expect(question.getByRole('row', { name: /^travel_fares [\d.]+ GB → 80 GB/ })).toBeVisible();
  await question.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('Guard stops a runaway by itself')).toBeVisible();
  await expect.poll(() => person(server, 'travel_fares')?.limitGb).toBe(before?.limitGb);
});

/** Puts many sub-users into the account: more_0, more_1 and so on. */
function addMany(server: SimulatorServer, count: number): void {
  const one = person(server, 'seo_audit');
  if (one === undefined) throw new Error('No row is there.');
  for (let index = 0; index < count; index += 1) {
    const id = 20_000 + index;
    server.simulator.account.people.set(id, { ...one, id, username: `more_${index}` });
  }
}

test('a long list says how many more there are, and all that a search finds are chosen at once', async ({
  app,
  server,
}) => {
  addMany(server, 70);
  const page = await openGuard(app);
  await begin(page, 'Unusual day');
  const group = (name: string) => dialog(page).getByRole('group', { name, exact: true });
  await expect(group('Not chosen')).toContainText(/And \d+ more. Search to narrow the list.$/);
  await dialog(page).getByText('seo_audit', { exact: true }).click();
  await dialog(page).getByRole('searchbox').fill('more_1');
  await expect(group('Chosen').getByRole('checkbox', { name: 'seo_audit' })).toBeChecked();
  await expect(group('Not chosen').getByRole('checkbox')).toHaveCount(11);
  await dialog(page).getByRole('button', { name: 'Choose all 11 that match' }).click();
  await expect(dialog(page)).toContainText('12 sub-users chosen');
  await dialog(page).getByRole('searchbox').fill('no such name');
  await expect(dialog(page)).toContainText('Nothing matches.');
  await expect(group('Chosen').getByRole('checkbox', { checked: true })).toHaveCount(12);
  expect(await axeViolations(page)).toEqual([]);
  await dialog(page).getByRole('searchbox').fill('more_1');
  await dialog(page).getByRole('button', { name: 'Clear all 11 that match' }).click();
  await expect(dialog(page)).toContainText('1 sub-user chosen');
  await dialog(page).getByRole('button', { name: 'Set rule' }).click();
  await expect(rules(page)).toContainText(['seo_audit']);
});

test('what is wrong with a field is said beside it once it was typed, and no rule is set until it is right', async ({
  app,
}) => {
  const page = await openGuard(app);
  const set = dialog(page).getByRole('button', { name: 'Set rule' });
  const choose = () => dialog(page).getByText('seo_audit', { exact: true }).click();
  const discard = async () => {
    await dialog(page).getByRole('button', { name: 'Cancel' }).click();
    await dialog(page).getByRole('button', { name: 'Discard' }).click();
  };
  await begin(page, 'Daily cap');
  const cap = dialog(page).getByLabel('Daily cap (GB)');
  await cap.focus();
  await choose();
  await expect(cap).toHaveAccessibleDescription('What each of them may use a day.');
  await cap.fill('0.001');
  await cap.blur();
  await expect(cap).toHaveAccessibleDescription('Enter 0.01 to 1,000,000,000.');
  await expect(set).toBeDisabled();
  await cap.fill('2');
  await expect(cap).toHaveAccessibleDescription('What each of them may use a day.');
  await expect(set).toBeEnabled();
  await discard();

  await begin(page, 'Hours off');
  await choose();
  await dialog(page).getByRole('spinbutton', { name: 'hour, Off until' }).focus();
  await page.keyboard.type('1000p');
  await dialog(page).getByRole('searchbox').focus();
  const until = dialog(page).getByRole('group', { name: 'Off until' });
  await expect(until).toHaveAccessibleDescription(/Ends when it begins\.$/);
  await expect(set).toBeDisabled();
  await discard();

  await begin(page, 'Packs');
  await choose();
  await dialog(page).getByLabel('GB', { exact: true }).fill('0');
  await dialog(page).getByRole('spinbutton', { name: 'year, Last day' }).focus();
  await page.keyboard.type('2020');
  await dialog(page).getByRole('searchbox').focus();
  await expect(dialog(page).getByLabel('GB', { exact: true })).toHaveAccessibleDescription(
    'Enter more than 0.',
  );
  const last = dialog(page).getByRole('group', { name: 'Last day' });
  await expect(last).toHaveAccessibleDescription(/Ends before it begins\.$/);
  await expect(set).toBeDisabled();
  expect(await axeViolations(page)).toEqual([]);
  await dialog(page).getByRole('button', { name: 'Remove pack 1' }).click();
  await expect(dialog(page)).toContainText('A rule needs a pack.');
  await discard();
});

test('a brake disables the sub-users that it names, and puts them back', async ({ app, server }) => {
  const page = await openGuard(app);
  await begin(page, 'Brake');
  await dialog(page).getByText('seo_audit', { exact: true }).click();
  await dialog(page).getByText('travel_fares', { exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Set rule' }).click();
  await rules(page).getByRole('button', { name: 'Disable now' }).click();
  const question = page.getByRole('alertdialog', { name: 'Disable 2 sub-users?' });
  await expect(question).toContainText('seo_audit');
  await question.getByRole('button', { name: 'Disable now' }).click();
  await expect.poll(() => person(server, 'seo_audit')?.status).toBe('disabled');
  await expect(rules(page)).toContainText(['2 disabled since']);
  await rules(page).getByRole('button', { name: 'Put all back' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Put all back' }).click();
  await expect.poll(() => person(server, 'seo_audit')?.status).toBe('active');
});

test('the question before Remove names whom Guard enables, and for whom nothing changes', async ({
  app,
  server,
}) => {
  addMany(server, 23);
  const page = await openGuard(app);
  await begin(page, 'Brake');
  await dialog(page).getByRole('searchbox').fill('more_');
  await dialog(page).getByRole('button', { name: 'Choose all 23 that match' }).click();
  await dialog(page).getByRole('button', { name: 'Set rule' }).click();
  await rules(page).getByRole('button', { name: 'Remove' }).click();
  const question = page.getByRole('alertdialog', { name: 'Remove this rule?' });
  await expect(question).toContainText(/Nothing to put back: more_0, more_1.* and 3 more/);
  await question.getByRole('button', { name: 'Cancel' }).click();
  await rules(page).getByRole('button', { name: 'Disable now' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Disable now' }).click();
  await expect.poll(() => person(server, 'more_22')?.status).toBe('disabled');
  await rules(page).getByRole('button', { name: 'Remove' }).click();
  await expect(question.getByRole('row', { name: 'more_19 enabled' })).toBeVisible();
  await expect(question.getByRole('row')).toHaveCount(21);
  await expect(question).toContainText('And 3 more.');
  expect(await axeViolations(page)).toEqual([]);
  await question.getByRole('button', { name: 'Remove' }).click();
  await expect.poll(() => person(server, 'more_22')?.status).toBe('active');
});

test('the journal lists what was done, undoes it, and is exported', async ({ app, server }) => {
  const page = await openGuard(app);
  const before = person(server, 'seo_audit')?.limitGb;
  await begin(page, 'Daily cap');
  await dialog(page).getByLabel('Daily cap (GB)').fill('1');
  await dialog(page).getByText('seo_audit', { exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Set rule' }).click();
  await expect.poll(() => person(server, 'seo_audit')?.limitGb).not.toBe(before);
  await page.getByRole('tab', { name: 'Journal' }).click();
  const journal = page.getByRole('table', { name: 'Journal' });
  await expect(journal.getByRole('row', { name: /Guard seo_audit .* → .* Daily cap/ })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  const file = join(app.profile, 'guard.csv');
  await app.electron.evaluate(({ dialog: box }, filePath) => {
    box.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Export CSV' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  expect(readFileSync(file, 'utf8')).toContain('seo_audit');
  await journal.getByRole('button', { name: 'Undo the change of seo_audit' }).click();
  await expect.poll(() => person(server, 'seo_audit')?.limitGb).toBe(before);
  await page.getByRole('tab', { name: 'Rules' }).click();
  await page.getByRole('button', { name: 'Resume seo_audit' }).click();
  await expect.poll(() => person(server, 'seo_audit')?.limitGb).not.toBe(before);
});

test('the journal shows one sub-user, found by its name or asked for in its details', async ({
  app,
  server,
}) => {
  const page = await openGuard(app);
  await begin(page, 'Daily cap');
  await dialog(page).getByLabel('Daily cap (GB)').fill('1');
  for (const name of ['seo_audit', 'travel_fares'])
    await dialog(page).getByText(name, { exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Set rule' }).click();
  await expect.poll(() => person(server, 'travel_fares')?.disablesAtLimit).toBe(true);
  await page.getByRole('tab', { name: 'Journal' }).click();
  const journal = page.getByRole('table', { name: 'Journal' });
  const search = page.getByRole('searchbox', { name: 'Search the journal by sub-user' });
  await expect(journal.getByRole('row', { name: /Guard travel_fares/ })).not.toHaveCount(0);
  await search.fill('SEO');
  await expect(journal.getByRole('row', { name: /travel_fares|Rule set/ })).toHaveCount(0);
  await expect(journal.getByRole('row', { name: /seo_audit/ })).not.toHaveCount(0);
  await search.fill('none such');
  await expect(page.getByText('No change of a sub-user with this in its name.')).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);

  await openPage(page, 'Sub-users');
  await page
    .getByRole('row', { name: /^travel_fares/ })
    .getByText('travel_fares')
    .click();
  await page.getByRole('button', { name: 'Show its journal' }).click();
  await expect(search).toHaveValue('travel_fares');
  await expect(journal.getByRole('row', { name: /travel_fares/ })).not.toHaveCount(0);
  await expect(journal.getByRole('row', { name: /seo_audit/ })).toHaveCount(0);
});

test('many that pause are resumed by name and all at once, after a question that says from what', async ({
  app,
  server,
}) => {
  addMany(server, 7);
  const page = await openGuard(app);
  await begin(page, 'Daily cap');
  await dialog(page).getByLabel('Daily cap (GB)').fill('2');
  await dialog(page).getByRole('searchbox').fill('more_');
  await dialog(page).getByRole('button', { name: 'Choose all 7 that match' }).click();
  await dialog(page).getByRole('button', { name: 'Set rule' }).click();
  const limits = () =>
    [...server.simulator.account.people.values()]
      .filter(({ username }) => username.startsWith('more_'))
      .map(({ limitGb }) => limitGb);
  await expect.poll(() => limits().every((gb) => gb !== null && gb < 90)).toBe(true);
  for (let index = 0; index < 7; index += 1) {
    const each = person(server, `more_${index}`);
    if (each !== undefined) each.limitGb = 99;
  }
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(rules(page)).toContainText(['Paused for 7 sub-users: what Guard set was changed or undone.']);
  await rules(page).getByRole('button', { name: 'Resume…' }).click();
  const question = page.getByRole('dialog', { name: 'Resume Guard' });
  await expect(question).toContainText('count as yours. The day keeps what is left of its cap.');
  expect(await axeViolations(page)).toEqual([]);
  await question.getByText('more_6', { exact: true }).click();
  await question.getByRole('button', { name: 'Resume 1 chosen' }).click();
  await expect(rules(page)).toContainText(['Paused for 6 sub-users']);
  await rules(page).getByRole('button', { name: 'Resume…' }).click();
  await question.getByRole('button', { name: 'Resume all 6' }).click();
  await expect(rules(page).getByText(/^Paused for/)).toHaveCount(0);
  await expect.poll(() => limits().every((gb) => gb !== null && gb < 90)).toBe(true);
});

test('a cap for a row and for a selection begins with their names', async ({ app }) => {
  const page = await app.window('manager');
  await openSubUsers(page);
  await page.getByRole('button', { name: 'Actions for seo_audit' }).click();
  await page.getByRole('menuitem', { name: 'Set a daily cap…' }).click();
  await expect(dialog(page)).toContainText('1 sub-user chosen');
  await expect(dialog(page).getByRole('checkbox', { name: 'seo_audit' })).toBeChecked();
  await page.keyboard.press('Escape');
  await openPage(page, 'Sub-users');
  await page.getByRole('checkbox', { name: 'Select seo_audit' }).check({ force: true });
  await page.getByRole('checkbox', { name: 'Select travel_fares' }).check({ force: true });
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Set a daily cap…' }).click();
  await expect(dialog(page)).toContainText('2 sub-users chosen');
  await page.keyboard.press('Escape');
});
