import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import type { AlertSettings } from '../../electron/contract/alert-settings.ts';
import type { SimulatedSubUser } from '../../electron/oxylabs/simulator/people.ts';
import type { App, LaunchOptions } from './app.ts';
import { signIn } from './sign-in.ts';
import type { SimulatorServer } from './simulator-server.ts';
import type { TrayHost } from './tray-host.ts';

const dayMs = 86_400_000;
export const limitGb = 10;

/** A day as the API writes it, so many days from today. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
}

/** Makes all sub-users alike, but the main user, who has no limit: the same limit, and traffic that only a test moves. */
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

/** Leaves one sub-user beside the main user, by this name. */
export function alone(server: SimulatorServer, username = 'crawler'): SimulatedSubUser {
  const [crawler, ...others] = levelled(server);
  if (crawler === undefined) throw new Error('There is no sub-user.');
  for (const { id } of others) server.simulator.account.people.delete(id);
  crawler.username = username;
  return crawler;
}

/** The app, signed in, with these alert settings from before the first refresh. */
export async function startWatched(
  start: (options?: LaunchOptions) => Promise<App>,
  alerts: Partial<AlertSettings> = { runOut: false },
  options: LaunchOptions = {},
): Promise<{ app: App; page: Page }> {
  const app = await start(options);
  const page = await app.window('manager');
  await page.evaluate((change) => window.oxygauge.command('changeSettings', { alerts: change }), alerts);
  await signIn(page);
  return { app, page };
}

/** Refreshes by the tray's menu, one after another: each tells a total of its own, and the tray shows when it is read. */
export class Refreshes {
  readonly #server: SimulatorServer;
  readonly #tray: TrayHost;
  #hundredths = 100;
  /** The first day of the period. Ten days ago, so that forecasts have something to say on any day of the month. */
  dateFrom = dayFromNow(-10);

  constructor(server: SimulatorServer, tray: TrayHost) {
    this.#server = server;
    this.#tray = tray;
    this.#tell();
  }

  /** Waits for one that comes by itself, as the first after a start does. */
  async read(): Promise<void> {
    await this.#tray.tooltipLike(new RegExp(`^${(this.#hundredths / 100).toFixed(2)} GB this month`));
  }

  async next(): Promise<void> {
    this.#hundredths += 1;
    this.#tell();
    await this.#tray.choose('Refresh');
    await this.read();
  }

  #tell(): void {
    this.#server.simulator.account.monthOverride = {
      trafficGb: this.#hundredths / 100,
      dateFrom: this.dateFrom,
    };
  }
}

export type LoggedAlert = { rule: string; alert: string; figures: string; notification: string };

/** The alert log, oldest first, as the person exports it. */
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

/** What became of each alert in the log. */
export async function deliveries(app: App, page: Page): Promise<string[]> {
  return (await alertLog(app, page)).map(({ notification }) => notification);
}

/** Ends the app as a power cut does, without a word to it. */
export async function killed(app: App): Promise<void> {
  const gone = new Promise<void>((done) => app.electron.once('close', () => done()));
  app.electron.process().kill('SIGKILL');
  await gone;
}
