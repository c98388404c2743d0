import { resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { keepAnswers } from './kept-answers.ts';
import { newProfile } from './profiles.ts';
import { until } from './until.ts';

export const root = resolve(import.meta.dirname, '../..');

export type LaunchOptions = {
  /** A new folder if absent; launches of one test share it. */
  profile?: string;
  apiUrl?: string;
  demo?: boolean;
  /** The folder that Electron starts; the repository if absent. */
  folder?: string;
  /** False: the computer has no keyring. `unnamed`: it has one, and no switch says which. */
  keyring?: boolean | 'unnamed';
  switches?: string[];
  environment?: Record<string, string>;
};

/** Holds a running app for a test. */
export type App = {
  electron: ElectronApplication;
  profile: string;
  /** Waits for one of our windows by its page. */
  window(page: 'manager' | 'popover'): Promise<Page>;
  close(): Promise<void>;
};

export async function launch(options: LaunchOptions = {}): Promise<App> {
  const profile = options.profile ?? newProfile();
  const started = await _electron.launch({
    executablePath: process.env.OXYGAUGE_ELECTRON ?? missing('OXYGAUGE_ELECTRON'),
    args: [options.folder ?? root, ...switchesOf(options, profile)],
    // By default, Playwright disables the sandbox.
    chromiumSandbox: process.getuid?.() !== 0,
    env: environmentOf(options),
  });
  const electron = keepAnswers(started);
  return {
    electron,
    profile,
    window: (page) => windowOf(electron, page),
    close: () => electron.close(),
  };
}

/** Returns the command line that starts the app on a profile, for tests that start it themselves. */
export function switchesOf(options: LaunchOptions, profile: string): string[] {
  const { keyring = true } = options;
  const store = keyring ? 'gnome-libsecret' : 'basic';
  return [
    `--user-data-dir=${profile}`,
    ...(keyring === 'unnamed' ? [] : [`--password-store=${store}`]),
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
    // No test reaches the vendor's proxy or the system's resolver: nothing listens there.
    OXYGAUGE_PROXY_PORT: '9',
    OXYGAUGE_DNS_PORT: '9',
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
