import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page } from '@playwright/test';
import type { GuardRule } from '../../electron/contract/guard.ts';
import { openPage } from '../driver/sign-in.ts';
import { test as base } from '../support/e2e/alert-fixtures.ts';
import { axeViolations } from '../support/e2e/axe.ts';

type Receiver = { url: string; bodies: string[]; status: number };

const test = base.extend<{ receiver: Receiver }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first parameter.
  receiver: async ({}, use) => {
    const receiver: Receiver = { url: '', bodies: [], status: 200 };
    const server = createServer(async (request, response) => {
      receiver.bodies.push(await textOf(request));
      response.writeHead(receiver.status).end('thanks');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/team`;
    await use(receiver);
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  },
});

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

async function openChannels(page: Page): Promise<void> {
  await openPage(page, 'Alerts');
  await page.getByRole('tab', { name: 'Channels' }).click();
}

test('a channel is added, shows what a test brought, gets alerts, is kept over a restart, and is removed', async ({
  tray,
  start,
  crawler,
  refreshes,
  open,
  receiver,
}) => {
  const { app, page } = await open();
  await openChannels(page);
  await expect(page.getByText(/Nothing leaves this computer until you add a channel/)).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add channel' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a channel' });
  await dialog.getByRole('button', { name: /Service$/ }).click();
  await page.getByRole('option', { name: 'URL' }).click();
  await dialog.getByLabel('Address').fill('http://elsewhere.example/');
  await expect(dialog.getByText('This is no https address.')).toBeVisible();
  await dialog.getByLabel('Address').fill(receiver.url);
  await dialog.getByLabel('Signing key').fill('a_key_of_at_least_24_characters');
  await dialog.getByLabel('Name', { exact: true }).fill('Operations');
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Add channel' }).click();
  const row = page.getByRole('listitem', { name: 'Operations' });
  await expect(row).toContainText(new URL(receiver.url).host);
  await expect(row).not.toContainText('/team');

  await row.getByRole('button', { name: 'Send a test' }).click();
  await expect(row).toContainText('It arrived (200).');
  expect(receiver.bodies).toHaveLength(1);
  receiver.status = 410;
  await row.getByRole('button', { name: 'Send a test' }).click();
  await expect(row).toContainText('The channel is gone (410).');
  receiver.status = 200;

  crawler.fixedGb = 8.5;
  await refreshes.next();
  await expect.poll(() => receiver.bodies.some((body) => body.includes('crawler'))).toBe(true);
  const rule = {
    kind: 'brake',
    id: 'r1',
    subUserIds: [crawler.id],
    at: { kind: 'forecast' },
    acts: 'after-click',
  } satisfies GuardRule;
  await page.evaluate(async (each) => {
    await window.oxygauge.command('setGuardRule', { rule: each });
    await window.oxygauge.command('pullGuardRule', { rule: each.id });
  }, rule);
  await expect.poll(() => receiver.bodies.some((body) => body.includes('Guard disabled crawler'))).toBe(true);
  await app.close();

  const again = await start({ profile: app.profile });
  await tray.tooltipLike(/GB this month/);
  await tray.choose('Manage sub-users');
  const manager = await again.window('manager');
  await openChannels(manager);
  const kept = manager.getByRole('listitem', { name: 'Operations' });
  await kept.getByRole('button', { name: 'Send a test' }).click();
  await expect(kept).toContainText('It arrived (200).');
  await kept.getByRole('button', { name: 'Remove' }).click();
  await manager.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(kept).toHaveCount(0);
});
