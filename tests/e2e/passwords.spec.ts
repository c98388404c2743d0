import { expect, type Page } from '@playwright/test';
import type { App } from '../driver/app.ts';
import { chooseMore, openSubUsers } from '../driver/sign-in.ts';
import { lookAt } from '../driver/windows.ts';
import { axeViolations } from '../support/e2e/axe.ts';
import { test } from '../support/e2e/shared-app.ts';

async function open(app: App): Promise<Page> {
  const page = await app.window('manager');
  await openSubUsers(page);
  await expect(page.getByRole('row', { name: 'seo_audit' })).toBeVisible();
  return page;
}

async function create(page: Page, username: string) {
  await page.getByRole('button', { name: 'New sub-user' }).click();
  const form = page.getByRole('dialog', { name: 'New sub-user' });
  await form.getByLabel('Username').fill(username);
  await form.getByRole('button', { name: 'Generate' }).click();
  await form.getByText('Unlimited', { exact: true }).click();
  await form.getByRole('button', { name: 'Create' }).click();
  const made = page.getByRole('dialog', { name: `${username} was created` });
  await expect(made).toBeVisible();
  return made;
}

test('B1: a new password is shown on demand, and no way out of the dialog loses it', async ({ app }) => {
  const page = await open(app);
  const made = await create(page, 'kept_one');
  const field = made.getByLabel('Password', { exact: true });
  await expect(field).toHaveAttribute('type', 'password');
  await made.getByRole('button', { name: 'Show the password' }).click();
  await expect(field).toHaveAttribute('type', 'text');
  await expect(made.getByRole('button', { name: 'Copy password' })).toHaveClass(/primary/);

  const question = made.getByText(/^The password is neither copied nor kept/);
  await page.keyboard.press('Escape');
  await expect(question).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await made.getByRole('button', { name: 'Back' }).click();
  await made.getByRole('button', { name: 'Done' }).click();
  await expect(question).toBeVisible();
  await made.getByRole('button', { name: 'Back' }).click();

  // Closing the window and quitting ask too, and the app goes on.
  for (const end of ['close', 'quit'] as const) {
    await app.electron.evaluate(({ app: electronApp, BrowserWindow }, how) => {
      if (how === 'quit') electronApp.quit();
      else
        BrowserWindow.getAllWindows()
          .find((each) => /manager/.test(each.webContents.getURL()))
          ?.close();
    }, end);
    await expect(question).toBeVisible();
    await made.getByRole('button', { name: 'Back' }).click();
  }
  expect(await lookAt(app, 'manager')).not.toBeNull();

  await made.getByRole('button', { name: 'Copy password' }).click();
  await expect(made.getByText(/^Password copied/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(made).toBeHidden();
});

test('a new password is given up by a button that says so', async ({ app }) => {
  const page = await open(app);
  const made = await create(page, 'waved_away');
  await made.getByRole('button', { name: 'Done' }).click();
  await made.getByRole('button', { name: 'Close without the password' }).click();
  await expect(made).toBeHidden();
});

test('a new password of an old sub-user is offered like one of a new', async ({ app }) => {
  const page = await open(app);
  await page.getByRole('row', { name: 'travel_fares' }).focus();
  await page.keyboard.press('F2');
  const form = page.getByRole('dialog', { name: 'Edit travel_fares' });
  await form.getByRole('button', { name: 'Generate' }).click();
  await form.getByRole('button', { name: 'Save' }).click();
  const offered = page.getByRole('dialog', { name: 'New password of travel_fares' });
  await offered.getByRole('button', { name: 'Copy password' }).click();
  await expect(offered.getByText(/^Password copied/)).toBeVisible();
  await offered.getByRole('button', { name: 'Done' }).click();
  await expect(offered).toBeHidden();
});

test('unsaved input asks before it is discarded; Save waits for a change', async ({ app }) => {
  const page = await open(app);
  await page.getByRole('row', { name: 'travel_fares' }).focus();
  await page.keyboard.press('F2');
  const form = page.getByRole('dialog', { name: 'Edit travel_fares' });
  const save = form.getByRole('button', { name: 'Save' });
  await expect(save).toBeDisabled();
  await form.getByLabel('Traffic limit (GB)').fill('81');
  await expect(save).toBeEnabled();
  await page.keyboard.press('Escape');
  await expect(form.getByText('Discard what you entered?')).toBeVisible();
  await form.getByRole('button', { name: 'Keep editing' }).click();
  await expect(form.getByLabel('Traffic limit (GB)')).toHaveValue('81');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await form.getByRole('button', { name: 'Discard' }).click();
  await expect(form).toBeHidden();
  await page.keyboard.press('F2');
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();
});

test('B10: the buttons of New sub-user are in view in the smallest window', async ({ app }) => {
  const page = await open(app);
  const resize = (width: number, height: number) =>
    app.electron.evaluate(
      ({ BrowserWindow }, [w, h]) =>
        BrowserWindow.getAllWindows()
          .find((each) => /manager/.test(each.webContents.getURL()))
          ?.setSize(w, h),
      [width, height] as [number, number],
    );
  await resize(720, 480);
  await chooseMore(page, 'New sub-user');
  const create = page.getByRole('dialog', { name: 'New sub-user' }).getByRole('button', { name: 'Create' });
  await expect(create).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await resize(1100, 720);
});

test('a limit for many shows old and new, and how many would be over at once', async ({ app }) => {
  const page = await open(app);
  for (const name of ['travel_fares', 'serp_tracker', 'seo_audit']) {
    await page.getByRole('row', { name }).getByRole('gridcell').first().click();
  }
  const bar = page.getByRole('region', { name: 'Selection' });
  await bar.getByRole('button', { name: 'Set a limit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set the limit of 3 sub-users?' });
  await dialog.getByLabel('Traffic limit (GB)').fill('20');
  await expect(dialog.getByRole('row', { name: /travel_fares/ })).toHaveText(/80 GB\s*20 GB/);
  await expect(dialog.getByText('1 would be over at once.')).toBeVisible();
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Discard' }).click();
});

test('a CSV is dropped on the window; its lines with errors are saved', async ({ app }, info) => {
  const page = await open(app);
  const text = ['username,limit', 'team_one,5', 'bad name,5', 'team_two,many', 'seo_audit,5'].join('\n');
  const data = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], 'team.csv', { type: 'text/csv' }));
    return transfer;
  }, text);
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
  const dialog = page.getByRole('dialog', { name: 'Create sub-users from CSV' });
  await expect(dialog.getByText('1 new · 2 with errors (skipped) · 1 already exists')).toBeVisible();
  const file = info.outputPath('errors.csv');
  await app.electron.evaluate(({ dialog: dialogs }, filePath) => {
    dialogs.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await dialog.getByRole('button', { name: 'Save the 2 lines with errors' }).click();
  await expect(dialog.getByText('Saved.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
});
