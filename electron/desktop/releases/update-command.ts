import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What installed this app: a Debian or an RPM package, or anything else. */
export type PackageKind = 'deb' | 'rpm' | 'other';

/** Returns what electron-builder wrote into the package's resources; a tar.gz and an AppImage have no such file. */
export function packageKind(resources: string): PackageKind {
  try {
    const kind = readFileSync(join(resources, 'package-type'), 'latin1').trim();
    return kind === 'deb' || kind === 'rpm' ? kind : 'other';
  } catch {
    return 'other';
  }
}

const architectures = {
  deb: { x64: 'amd64', arm64: 'arm64' },
  rpm: { x64: 'x86_64', arm64: 'aarch64' },
} as const;

/** Returns the command that installs the package of a version, once it was downloaded; null where there is none. */
export function updateCommand(kind: PackageKind, architecture: string, version: string): string | null {
  if (kind === 'other' || (architecture !== 'x64' && architecture !== 'arm64')) return null;
  const name = architectures[kind][architecture];
  return kind === 'deb'
    ? `sudo apt install ./oxygauge_${version}_${name}.deb`
    : `sudo rpm --upgrade ./oxygauge-${version}.${name}.rpm`;
}
