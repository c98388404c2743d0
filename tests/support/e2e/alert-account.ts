import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import type { AlertSettings } from '../../../electron/contract/alert-settings.ts';
import { dayMs, dayOf } from '../../../electron/contract/day.ts';
import type { SimulatedSubUser } from '../../../electron/oxylabs/simulator/people.ts';
import type { App, LaunchOptions } from '../../driver/app.ts';
import { openSubUsers } from '../../driver/sign-in.ts';
import type { TrayHost } from '../../driver/tray-host.ts';
import type { SimulatorServer } from '../server/simulator-server.ts';

export const limitGb = 10;

/** Returns the day a number of days from today, in the API's format. */
export function dayFromNow(days: number): string {
  return dayOf(Date.now() + days * dayMs);
}

/** Gives all sub-users but the main one the same limit, and traffic that only the test changes. */
export function levelled(server: SimulatorServer): SimulatedSubUser[] {
  const [main, ...others] = server.simulator.account.people.values();
  if (main !== undefined) Object.assign(main, { limitGb: null, fixedGb: 0.1 });
  for (const other of others)
    Object.assign(other, {
      limitGb,
      fixedGb: 0.1,
      status: 'active',
      disablesAtLimit: false,
      lifetime: false,
    });
  return others;
}

/** Leaves one sub-user beside the main one, under this name. */
export function alone(server: SimulatorServer, username = 'crawler'): SimulatedSubUser {
  const [crawler, ...others] = levelled(server);
  if (crawler === undefined) throw new Error('There is no sub-user.');
  for (const { id } of others) server.simulator.account.people.delete(id);
  crawler.username = username;
  return crawler;
}

/** Starts the app, signed in, with these alert settings in place before the first refresh. */
export async function startWithAlerts(
  start: (options?: LaunchOptions) => Promise<App>,
  alerts: Partial<AlertSettings> = { runOut: false },
  options: LaunchOptions = {},
): Promise<{ app: App; page: Page }> {
  const app = await start(options);
  const page = await app.window('manager');
  await page.evaluate((change) => window.oxygauge.command('changeSettings', { alerts: change }), alerts);
  await openSubUsers(page);
  return { app, page };
}

/** Refreshes through the tray menu, one after another. Each has its own total, so the tray shows when it was read. */
export class Refreshes {
  readonly #server: SimulatorServer;
  readonly #tray: TrayHost;
  #hundredths = 100;
  /** The first day of the period: ten days ago, so that there is a forecast on any day of the month. */
  #dateFrom = dayFromNow(-10);

  constructor(server: SimulatorServer, tray: TrayHost) {
    this.#server = server;
    this.#tray = tray;
    this.#apply();
  }

  /** Begins a period on this day, from the next answer on. */
  begin(dateFrom: string): void {
    this.#dateFrom = dateFrom;
    this.#apply();
  }

  /** Waits for a refresh that the app starts itself, as after a start. */
  async read(): Promise<void> {
    await this.#tray.tooltipLike(new RegExp(`^${(this.#hundredths / 100).toFixed(2)} GB (?:this month|of )`));
  }

  async next(): Promise<void> {
    this.#hundredths += 1;
    this.#apply();
    await this.#tray.choose('Refresh');
    await this.read();
  }

  #apply(): void {
    this.#server.simulator.account.monthOverride = {
      trafficGb: this.#hundredths / 100,
      dateFrom: this.#dateFrom,
    };
  }
}

export type LoggedAlert = { rule: string; alert: string; figures: string; notification: string };

/** Reads the alert log, oldest first, from the export that a user makes. */
export async function alertLog(app: App, page: Page): Promise<LoggedAlert[]> {
  const file = join(app.profile, 'alerts.csv');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  const outcome = await page.evaluate(() => window.oxygauge.command('exportRecord', { what: 'alerts' }));
  if (!outcome.ok || !outcome.value.saved) throw new Error('The alert log was not saved.');
  const { data } = Papa.parse<string[]>(readFileSync(file, 'utf8').trim());
  return data.slice(1).map(([, , , rule = '', alert = '', figures = '', notification = '']) => ({
    rule,
    alert,
    figures,
    notification,
  }));
}

/** Returns the delivery of each alert in the log. */
export async function deliveries(app: App, page: Page): Promise<string[]> {
  return (await alertLog(app, page)).map(({ notification }) => notification);
}

/** Ends the app as a power cut does, without a signal that it could handle. */
export async function killed(app: App): Promise<void> {
  const gone = new Promise<void>((done) => app.electron.once('close', () => done()));
  app.electron.process().kill('SIGKILL');
  await gone;
}
