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

/** Returns the notes of a tag's release. Throws if the tag is not this version, or if it is not in CHANGELOG.md with its day. */
export function releaseNotes(changelog: string, tag: string, version: string): string {
  if (tag !== `v${version}`) throw new Error(`The tag ${tag} is not version ${version} of package.json.`);
  const found = versionsIn(changelog).find((each) => each.version === version);
  if (found === undefined) throw new Error(`CHANGELOG.md has no version ${version}.`);
  if (found.day === null) throw new Error(`Version ${version} has no day in CHANGELOG.md.`);
  return `${found.notes}\n`;
}
