import { expect, type Page } from '@playwright/test';
import type { CommandInput, CommandName, CommandOutcome } from '../../../electron/contract/commands.ts';
import { type App, launch } from '../../driver/app.ts';
import { makeProfile, removeProfile } from '../../driver/profiles.ts';
import { signIn } from '../../driver/sign-in.ts';
import { TrayHost } from '../../driver/tray-host.ts';
import { openPopover } from '../../driver/windows.ts';
import { SimulatorServer } from '../server/simulator-server.ts';
import { reportedAsDone } from '../unit/reported-done.ts';

/** Drives one signed-in run of the app for many tests in turn: its manager sends commands, its popover is read. */
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
    const profile = makeProfile();
    prepare(profile);
    const app = await launch({ apiUrl: server.url, profile });
    const manager = await app.window('manager');
    await signIn(manager);
    await expect(manager.getByRole('heading', { name: 'Overview' })).toBeVisible();
    return new LastingApp(server, app, tray, manager, await openPopover(app, tray));
  }

  async end(): Promise<void> {
    await this.app.close();
    await this.#tray.stop();
    await this.server.stop();
    await removeProfile(this.app.profile);
  }

  command<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<CommandOutcome<Name>> {
    // Cast, because Playwright unwraps its arguments in a way that their types do not express.
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

  /** Expects the fault in the popover beside the old figure, and a good refresh once it is over. */
  async expectSaidAndOver(says: RegExp, clear: () => unknown): Promise<void> {
    await expect(this.#popover.getByText(says)).toBeAttached();
    await expect(this.#popover.getByRole('status')).toHaveText('1.2 GB');
    await clear();
    expect(await this.refresh()).toEqual({ ok: true, value: null });
    await expect(this.#popover.getByText(says)).not.toBeAttached();
  }

  /** Sends each write under a fault, and expects that the server saw it once and that its result is true. */
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
    expect(outcomes.map(reportedAsDone)).toEqual([
      made === 1,
      people.get(changed)?.limitGb === limitGb,
      !people.has(deleted),
    ]);
  }
}
