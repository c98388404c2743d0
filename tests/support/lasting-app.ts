import { expect, type Page } from '@playwright/test';
import type { CommandInput, CommandName, CommandOutcome } from '../../electron/contract/commands.ts';
import { type App, launch, newProfile, removeProfiles } from './app.ts';
import { signIn } from './sign-in.ts';
import { SimulatorServer } from './simulator-server.ts';
import { toldAsDone } from './told-as-done.ts';
import { TrayHost } from './tray-host.ts';

/** One run of the app, signed in, for many tests in turn: its manager gives commands, its popover is looked at. */
export class LastingApp {
  readonly server: SimulatorServer;
  readonly app: App;
  readonly #tray: TrayHost;
  readonly #manager: Page;
  readonly #popover: Page;
  #rounds = 0;

  private constructor(server: SimulatorServer, app: App, tray: TrayHost, manager: Page, popover: Page) {
    this.server = server;
    this.app = app;
    this.#tray = tray;
    this.#manager = manager;
    this.#popover = popover;
  }

  static async start(prepare: (profile: string) => void): Promise<LastingApp> {
    const server = await SimulatorServer.start({ subUserCount: 40 });
    server.simulator.account.monthOverride = { trafficGb: 1.2361 };
    const tray = await TrayHost.start();
    const profile = newProfile();
    prepare(profile);
    const app = await launch({ apiUrl: server.url, profile });
    const manager = await app.window('manager');
    await signIn(manager);
    await expect(manager.getByRole('heading', { name: 'Sub-users' })).toBeVisible();
    await tray.click();
    return new LastingApp(server, app, tray, manager, await app.window('popover'));
  }

  async end(): Promise<void> {
    await this.app.close();
    await this.#tray.stop();
    await this.server.stop();
    removeProfiles();
  }

  command<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<CommandOutcome<Name>> {
    // Past the page's types: Playwright unwraps what it hands over in a way that they do not follow.
    return this.#manager.evaluate(
      ([asked, value]) => window.oxygauge.command(asked as 'refresh', value as null),
      [name, input as unknown] as const,
    ) as Promise<CommandOutcome<Name>>;
  }

  refresh(): Promise<CommandOutcome<'refresh'>> {
    return this.command('refresh', null);
  }

  aWrite(limitGb: number): Promise<CommandOutcome<'updateSubUser'>> {
    const [id = 0] = [...this.server.simulator.account.people.keys()].slice(3);
    return this.command('updateSubUser', { id, changes: { limitGb }, seen: null });
  }

  /** Said in the popover beside the old figure; and once the fault is over, the next refresh is good. */
  async expectSaidAndOver(says: RegExp, clear: () => unknown): Promise<void> {
    await expect(this.#popover.getByText(says)).toBeAttached();
    await expect(this.#popover.getByRole('status')).toHaveText('1.24 GB');
    await clear();
    expect(await this.refresh()).toEqual({ ok: true, value: null });
    await expect(this.#popover.getByText(says)).not.toBeAttached();
  }

  /** Each write under a fault: the server saw it once, and what is told of it is true. */
  async expectWritesOnce(): Promise<void> {
    this.#rounds += 1;
    const { people } = this.server.simulator.account;
    const username = `once_only_${this.#rounds}`;
    const limitGb = 100 + this.#rounds;
    const [changed = 0, deleted = 0] = [...people.keys()].slice(-2);
    const password = 'Abcdefgh_1234';
    const wanted = { username, password, limitGb: 1, lifetime: false, disablesAtLimit: true };
    const outcomes = [
      await this.command('createSubUser', wanted),
      await this.command('updateSubUser', { id: changed, changes: { limitGb }, seen: null }),
      await this.command('deleteSubUser', { id: deleted }),
    ];
    const sent = this.server.seen.map(({ method }) => method).filter((method) => method !== 'GET');
    expect(sent).toEqual(['POST', 'PATCH', 'DELETE']);
    const made = [...people.values()].filter((each) => each.username === username).length;
    expect(made).toBeLessThanOrEqual(1);
    expect(outcomes.map(toldAsDone)).toEqual([
      made === 1,
      people.get(changed)?.limitGb === limitGb,
      !people.has(deleted),
    ]);
  }
}
