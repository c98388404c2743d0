import { _electron, type ElectronApplication } from '@playwright/test';
import { type Candidate, electron, switchesOn } from './candidate.ts';
import { within } from './within.ts';

/** Starts a candidate with Playwright attached to its main process, for what cannot be seen from outside. */
export function startAttached(candidate: Candidate, profile: string): Promise<ElectronApplication> {
  return within(
    `the start of ${candidate.name}`,
    _electron.launch({
      executablePath: electron(),
      args: [candidate.folder, ...switchesOn(profile), ...(candidate.words ?? [])],
      // Playwright disables the sandbox by default.
      chromiumSandbox: process.getuid?.() !== 0,
      env: { ...inherited(), ...candidate.environment },
    }),
  );
}

/** Closes the app, or ends it if it does not close. */
export async function close(app: ElectronApplication): Promise<void> {
  await within('the app closed', app.close()).catch(() => app.process().kill('SIGKILL'));
}

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
