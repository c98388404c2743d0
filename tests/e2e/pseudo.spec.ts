import { expect, type Page } from '@playwright/test';
import { demoCredentials } from '../../electron/oxylabs/simulator/simulator.ts';
import { chooseTexts } from '../../electron/text/pseudo.ts';
import { say } from '../../electron/text/say.ts';
import { formatLimitGb } from '../../electron/text/traffic.ts';
import '../../electron/text/whole-catalogue.ts';
import type { App } from '../driver/app.ts';
import type { TrayHost } from '../driver/tray-host.ts';
import { openPopover } from '../driver/windows.ts';
import { test } from '../support/e2e/fixtures.ts';
import { agency } from '../support/e2e/several-accounts.ts';
import { textFaults } from '../support/e2e/text-faults.ts';
import type { SimulatorServer } from '../support/server/simulator-server.ts';

/** The usual window, and the smallest that has to hold longer texts. */
const sizes = [
  ['pseudo', [1180, 760]],
  ['pseudo', [800, 600]],
  ['pseudo-rtl', [800, 600]],
] as const;

type Look = { page: Page; app: App; tray: TrayHost; server: SimulatorServer };

/** The views in two parts, since all of them take a slow computer longer than a test may last. */
const parts: Record<string, (look: Look) => Promise<void>> = {
  async 'overview and sub-users'({ page }) {
    await budgetQuestionView(page);
    await overviewViews(page);
    await gridViews(page);
    await dialogViews(page);
  },
  async 'all else'({ page, app, tray }) {
    await goTo(page, 'sub-users');
    await newPasswordView(page);
    await panelViews(page);
    await otherPages(page);
    await connectionViews(page);
    await jobViews(page);
    await trayViews(app, tray);
  },
  async accounts({ page, server }) {
    server.add({ credentials: agency, subUserCount: 3 });
    await accountViews(page);
  },
};

for (const [texts, size] of sizes) {
  for (const [part, lookAtAll] of Object.entries(parts)) {
    test(`no view cuts a longer text or has one outside of the catalogue: ${texts}, ${size[0]} px, ${part}`, async ({
      start,
      server,
      tray,
    }) => {
      chooseTexts(texts);
      const app = await start({ environment: { OXYGAUGE_TEXTS: texts } });
      const page = await app.window('manager');
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await resize(app, size);
      await signInView(page);
      await lookAtAll({ page, app, tray, server });
    });
  }
}

/** Waits until a view is there, and until it has no faulty text. */
async function look(page: Page, view: string, sign = page.locator('main, header').first()): Promise<void> {
  await expect(sign).toBeVisible();
  await expect.poll(() => textFaults(page), view).toEqual([]);
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

function goTo(
  page: Page,
  name: 'overview' | 'sub-users' | 'alerts' | 'guard' | 'connection' | 'settings',
): Promise<void> {
  return page
    .getByRole('navigation')
    .getByRole('button', { name: say(`frame.${name}`) })
    .click();
}

async function resize(app: App, size: readonly [number, number]): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }, [width, height]) => {
    const all = BrowserWindow.getAllWindows();
    all.find(({ webContents }) => webContents.getURL().includes('manager'))?.setContentSize(width, height);
  }, size);
}

async function signInView(page: Page): Promise<void> {
  await button(page, say('action.signIn')).click();
  await look(page, 'the sign-in', page.getByText(say('signIn.usernameMissing')));
  await signIn(page, demoCredentials);
  await look(page, 'the overview without a plan', page.getByText(say('overview.setup')));
  await page.evaluate(() =>
    window.oxygauge.command('changeSettings', { plan: { sizeGb: 300, pricePerGb: 4 } }),
  );
}

async function signIn(page: Page, { username, password }: typeof agency): Promise<void> {
  await page.getByLabel(say('signIn.username'), { exact: true }).fill(username);
  await page.getByLabel(say('signIn.password'), { exact: true }).fill(password);
  await button(page, say('action.signIn')).click();
}

/** Adds an account, and looks at the switcher and at both beside each other. */
async function accountViews(page: Page): Promise<void> {
  const switcher = page.getByRole('region', { name: say('frame.account') }).getByRole('button');
  await switcher.click();
  await look(page, 'the switcher with one account', page.getByRole('menu'));
  await page.getByRole('menuitem', { name: say('accounts.add') }).click();
  await look(
    page,
    'the sign-in of another account',
    page.getByLabel(say('signIn.username'), { exact: true }),
  );
  await signIn(page, agency);
  await goTo(page, 'overview');
  await page.getByRole('radio', { name: say('accounts.all') }).click();
  const table = page.getByRole('table', { name: say('accounts.all') });
  await look(page, 'all accounts', table.getByRole('row', { name: /agency_main/ }));
  await switcher.click();
  await look(page, 'the switcher', page.getByRole('menu'));
  await page.keyboard.press('Escape');
}

/** Sets a plan and a budget as an earlier version left them, looks at the question, and answers it. */
async function budgetQuestionView(page: Page): Promise<void> {
  await page.evaluate(() =>
    window.oxygauge.command('changeSettings', { plan: { budget: { kind: 'unconfirmed', gb: 250 } } }),
  );
  await look(page, 'the question about the budget', page.getByText(sayQuestion()));
  await button(page, say('settings.usePlan')).click();
  await expect(button(page, say('settings.usePlan'))).toBeHidden();
}

const sayQuestion = () =>
  say('settings.questionText', { plan: formatLimitGb(300, 'en-US'), budget: formatLimitGb(250, 'en-US') });

async function overviewViews(page: Page): Promise<void> {
  await goTo(page, 'overview');
  await look(page, 'the overview', button(page, say('overview.viewAll')));
  await page.getByRole('radio', { name: say('overview.year') }).click();
  await look(page, 'the year', page.getByText(say('overview.trafficYear')));
  await page.getByRole('radio').first().click();
}

async function gridViews(page: Page): Promise<void> {
  await goTo(page, 'sub-users');
  const row = page.getByRole('row', { name: 'seo_audit' });
  await look(page, 'the grid', row);
  await button(page, say('grid.columns')).click();
  await look(page, 'the columns', page.getByRole('dialog'));
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: say('subUsers.filter') }).click();
  await look(page, 'the filter', page.getByRole('listbox'));
  await page.keyboard.press('Escape');
  await row.focus();
  await page.keyboard.press(' ');
  await look(page, 'the selection', page.getByRole('region', { name: say('bulk.selection') }));
}

/** Opens each dialog of the selected row and of the page, and closes it again. */
async function dialogViews(page: Page): Promise<void> {
  for (const action of ['limit', 'add', 'disable'] as const) {
    await button(page, say(`bulk.action.${action}`)).click();
    await closed(page, `the dialog ${action}`);
  }
  await button(page, say('bulk.clear')).click();
  await button(page, say('subUsers.create')).click();
  await closed(page, 'the new sub-user');
  await button(page, say('frame.moreActions')).click();
  await look(page, 'the menu of the page', page.getByRole('menu'));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: say('subUsers.import') }).click();
  await look(page, 'the import', page.getByRole('dialog'));
  await button(page, say('csvImport.chooseFile')).click();
  await (await chooser).setFiles({
    name: 'new.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(importedLines),
  });
  await look(page, 'the lines of a file', page.getByRole('row', { name: 'csv_new' }));
  await closed(page, 'the import of a file');
  const menu = button(page, say('subUsers.actions', { username: 'seo_audit' }));
  for (const item of [say('subUsers.edit'), say('action.delete')]) {
    await menu.click();
    await look(page, 'the menu of a row', page.getByRole('menu'));
    await page.getByRole('menuitem', { name: item, exact: true }).click();
    await closed(page, `the dialog ${item}`);
  }
  await menu.click();
  await page.getByRole('menuitem', { name: say('connectionTest.title') }).click();
  await button(page, say('connectionTest.why')).click();
  await look(page, 'why a connection would fail', page.getByText(say('connectionTest.whySource')));
  await closed(page, 'the connection test');
}

/** A new sub-user, one that exists, one without a name, and one with a limit that is no number. */
const importedLines = 'username,limit\ncsv_new,5\nseo_audit,5\n,5\ncsv_bad,many\n';

/** Creates a sub-user, and looks at its password and at the question before that is lost. */
async function newPasswordView(page: Page): Promise<void> {
  await button(page, say('subUsers.create')).click();
  const form = page.getByRole('dialog');
  await form.getByLabel(say('forms.username')).fill('made_here');
  await form.getByRole('button', { name: say('forms.generate') }).click();
  await form.getByText(say('forms.unlimited'), { exact: true }).click();
  await button(page, say('forms.create')).click();
  const copy = button(page, say('forms.copyPassword'));
  await look(page, 'a new password', copy);
  await page.keyboard.press('Escape');
  await look(page, 'the question before it is lost', page.getByText(say('forms.passwordQuestion')));
  await button(page, say('forms.closeWithoutPassword')).click();
  await expect(form).toBeHidden();
}

async function closed(page: Page, view: string): Promise<void> {
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
  await look(page, view, dialog);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

async function panelViews(page: Page): Promise<void> {
  await page.getByRole('row', { name: 'price_monitor_eu' }).click();
  await look(page, 'the details', page.getByRole('img', { name: /price_monitor_eu/ }));
  await button(page, say('panel.raiseOptions')).click();
  await look(page, 'the ways to raise a limit', page.getByRole('menu'));
  await page.keyboard.press('Escape');
  await page.getByRole('img', { name: /price_monitor_eu/ }).focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await look(page, 'the selected days', button(page, say('charts.zoom')));
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: say('period.name.custom') }).click();
  await look(page, 'a custom period', page.getByText(say('period.byHour')));
  await page.getByRole('tab', { name: say('usage.targets') }).click();
  await look(page, 'the targets', page.getByRole('table', { name: say('targets.table') }));
  await page.keyboard.press('Escape');
}

async function otherPages(page: Page): Promise<void> {
  await goTo(page, 'alerts');
  await look(page, 'the alerts', button(page, say('inbox.pause')));
  await page.getByRole('tab', { name: say('inbox.history') }).click();
  await look(page, 'the history of alerts', page.getByText(say('inbox.alert'), { exact: true }));
  await goTo(page, 'guard');
  await look(page, 'Guard without a rule', page.getByText(say('guard.empty')));
  await page.getByText(say('guard.kind.packs'), { exact: true }).click();
  await look(page, 'the packs of a rule', button(page, say('guard.addPack')));
  await page.keyboard.press('Escape');
  await goTo(page, 'settings');
  await look(page, 'the settings', page.getByText(say('settings.accountId')));
  await button(page, say('settings.forget')).click();
  await closed(page, 'the question before an account is forgotten');
}

/** Looks at the tabs of the connection page. */
async function connectionViews(page: Page): Promise<void> {
  await goTo(page, 'connection');
  for (const tab of [say('connection.strings'), say('connection.ownEntry')]) {
    await page.getByRole('tab', { name: tab }).click();
    await look(page, tab, page.getByRole('tabpanel', { name: tab }));
  }
  await page.getByRole('tab', { name: say('activity.table') }).click();
  await page.getByRole('table').getByRole('button').first().click();
  await look(page, 'a request', page.getByRole('region', { name: say('activity.body') }));
  await page.getByRole('tab', { name: say('apiConsole.title') }).click();
  await button(page, say('apiConsole.send')).click();
  await look(page, 'an answer', page.getByRole('region', { name: say('activity.body') }));
  await page.getByRole('button', { name: say('apiConsole.call') }).click();
  await page.getByRole('option', { name: say('activity.call.updateSubUser') }).click();
  await page.getByLabel(say('apiConsole.subUser')).fill('seo_audit');
  await page.getByRole('button', { name: say('forms.lifetime') }).click();
  await page.getByRole('option', { name: say('subUsers.yes') }).click();
  await look(page, 'the console', button(page, say('apiConsole.sendWrite')));
  await button(page, say('apiConsole.sendWrite')).click();
  await closed(page, 'the question of the console');
}

/** Looks at the menu of the tray, and at the popover. */
async function trayViews(app: App, tray: TrayHost): Promise<void> {
  const menu = await tray.menuLabels();
  expect(menu.length).toBeGreaterThan(5);
  expect(menu.filter((label) => /\p{L}/u.test(label) && !label.includes('['))).toEqual([]);
  const popover = await openPopover(app, tray);
  await look(popover, 'the popover');
  await popover.getByRole('button', { name: say('popover.more') }).click();
  await look(popover, 'the menu of the popover', popover.getByRole('menu'));
}

/** Runs a task, since its results are a view too. */
async function jobViews(page: Page): Promise<void> {
  await goTo(page, 'sub-users');
  await page.getByRole('row', { name: 'seo_audit' }).focus();
  await page.keyboard.press(' ');
  await button(page, say('bulk.action.disable')).click();
  await button(page, say('bulk.title.disable', { count: 1 }, 'en')).click();
  await button(page, say('job.showResults')).click();
  await closed(page, 'the results of a task');
}
