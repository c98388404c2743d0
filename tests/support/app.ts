import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { until } from './until.ts';

export const root = resolve(import.meta.dirname, '../..');

export type LaunchOptions = {
  /** A new one where absent. It is kept between launches of one test. */
  profile?: string;
  apiUrl?: string;
  demo?: boolean;
  /** False: the machine without a keyring. */
  keyring?: boolean;
  switches?: string[];
  environment?: Record<string, string>;
};

/** The running app as a test holds it. */
export type App = {
  electron: ElectronApplication;
  profile: string;
  /** Waits for a window of ours by its page. */
  window(page: 'manager' | 'popover'): Promise<Page>;
  close(): Promise<void>;
};

const profiles: string[] = [];

export function newProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'oxygauge-profile-'));
  profiles.push(profile);
  return profile;
}

export function removeProfiles(): void {
  for (const profile of profiles.splice(0)) {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

export async function launch(options: LaunchOptions = {}): Promise<App> {
  const profile = options.profile ?? newProfile();
  const electron = await _electron.launch({
    executablePath: process.env.OXYGAUGE_ELECTRON ?? missing('OXYGAUGE_ELECTRON'),
    args: [root, ...switchesOf(options, profile)],
    // Playwright takes the sandbox away by itself unless told otherwise.
    chromiumSandbox: process.getuid?.() !== 0,
    env: environmentOf(options),
  });
  return {
    electron,
    profile,
    window: (page) => windowOf(electron, page),
    close: () => electron.close(),
  };
}

/** The command line that starts the app on a profile, for tests that start it by themselves. */
export function switchesOf(options: LaunchOptions, profile: string): string[] {
  const store = (options.keyring ?? true) ? 'gnome-libsecret' : 'basic';
  return [
    `--user-data-dir=${profile}`,
    `--password-store=${store}`,
    ...(options.demo ? ['--demo'] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(options.switches ?? []),
  ];
}

export function environmentOf(options: LaunchOptions): Record<string, string> {
  const inherited = Object.entries(process.env).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  return {
    ...Object.fromEntries(inherited),
    ...(options.apiUrl !== undefined && { OXYGAUGE_API_URL: options.apiUrl }),
    ...options.environment,
  };
}

async function windowOf(electron: ElectronApplication, page: string): Promise<Page> {
  return until(
    `the ${page} window`,
    () => electron.windows().find((each) => each.url().endsWith(`/${page}.html`)) ?? null,
  );
}

function missing(name: string): never {
  throw new Error(`${name} is not set. Run the tests with npm test.`);
}
