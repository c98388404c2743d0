import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the names of the app's own JSON files in a profile. Throws if one of them is incomplete. */
export function wholeFiles(profile: string): string[] {
  const names = readdirSync(profile).filter((name) => /^(settings|vault|sub-users)\.json$/.test(name));
  for (const name of names) JSON.parse(readFileSync(join(profile, name), 'utf8'));
  const asides = readdirSync(profile).filter((name) => name.includes('unreadable'));
  if (asides.length > 0) throw new Error(`Set aside: ${asides.join(', ')}`);
  return names;
}
