import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processesWith } from './processes.ts';
import { until } from './until.ts';

/** The profiles of the test that runs. */
const profiles: string[] = [];

/** Makes the folder of a new installation, which is removed after the test. */
export function newProfile(): string {
  const profile = makeProfile();
  profiles.push(profile);
  return profile;
}

/** Makes the folder of an app that lives longer than a test. Its maker removes it. */
export function makeProfile(): string {
  return mkdtempSync(join(tmpdir(), 'oxygauge-profile-'));
}

/** Removes every profile of the test. */
export async function removeProfiles(): Promise<void> {
  for (const profile of profiles.splice(0)) await removeProfile(profile);
}

/**
 * Removes a profile once no process has it. An app that ended by itself, like one whose bus died, is gone before
 * Chromium's network service, which still writes into the profile (measured: up to 120 ms later).
 */
export async function removeProfile(profile: string): Promise<void> {
  await until('the processes of a profile to end', () => processesWith(profile).length === 0);
  rmSync(profile, { recursive: true, force: true });
}
