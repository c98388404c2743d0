import { resolve } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { signIn } from '../../tests/driver/sign-in.ts';
import { until } from '../../tests/driver/until.ts';
import { close, startAttached } from './attached.ts';
import { type Candidate, newFolder } from './candidate.ts';
import { monthTotal } from './start.ts';
import type { TrayWatcher } from './tray.ts';
import { within } from './within.ts';

/** Time for what is written soon after a start to reach the profile. */
const settleMs = 2_000;

/** Returns a bare Electron: a tray icon, and a window at a click. */
export async function bareElectron(tray: TrayWatcher): Promise<Candidate> {
  const folder = resolve(import.meta.dirname, 'bare');
  const candidate: Candidate = { name: 'bare', folder, profile: newFolder(), environment: {} };
  const app = await startAttached(candidate, candidate.profile);
  await tray.arrival(app.process().pid ?? 0);
  await pass(settleMs);
  await close(app);
  return candidate;
}

/** Returns Oxygauge signed in to the service at `apiUrl`. Its next start restores the session through the keyring. */
export async function signedInOxygauge(
  folder: string,
  apiUrl: string,
  tray: TrayWatcher,
): Promise<Candidate> {
  const environment = { OXYGAUGE_API_URL: apiUrl };
  const candidate: Candidate = { name: 'oxygauge', folder, profile: newFolder(), environment };
  const app = await startAttached(candidate, candidate.profile);
  const manager = await until('the manager', () =>
    app.windows().find((each) => each.url().endsWith('/manager.html')),
  );
  await within('the sign-in', signIn(manager));
  await tray.tooltip(app.process().pid ?? 0, monthTotal);
  await pass(settleMs);
  await close(app);
  return candidate;
}
