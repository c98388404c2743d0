import type { Release } from './linux-files.ts';

/** Describes a version in CHANGELOG.md. `day` is null while it is unreleased. */
export type ChangelogVersion = { version: string; day: string | null; notes: string };

/** Returns the versions of CHANGELOG.md, newest first, with the notes under each heading. */
export function versionsIn(changelog: string): ChangelogVersion[] {
  const parts = changelog.split(/^## /m).slice(1);
  return parts.map((part) => {
    const [heading = '', ...lines] = part.split('\n');
    const found = /^(\d+\.\d+\.\d+(?:-[\w.]+)?)(?: \(?(\d{4}-\d\d-\d\d|unreleased)\)?)?$/.exec(
      heading.trim(),
    );
    if (found === null) throw new Error(`CHANGELOG.md has a heading that is no version: ${heading}`);
    const [, version = '', when] = found;
    const day = when === undefined || when === 'unreleased' ? null : when;
    return { version, day, notes: lines.join('\n').trim() };
  });
}

/** Returns the releases of an AppStream metainfo. An unreleased one has the day of its commit. */
export function metainfoReleases(versions: readonly ChangelogVersion[], { committedAtS }: Release): string {
  const today = new Date(committedAtS * 1_000).toISOString().slice(0, 10);
  return versions
    .map(({ version, day }) => `    <release version="${version}" date="${day ?? today}" />`)
    .join('\n');
}
