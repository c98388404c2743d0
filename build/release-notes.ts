import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { versionIn } from './package-version.ts';
import { releaseNotes } from './packages/changelog.ts';

/** `tsx build/release-notes.ts TAG` prints the notes of a release out of CHANGELOG.md, for the release's workflow. */
const changelog = readFileSync(resolve(import.meta.dirname, '../CHANGELOG.md'), 'utf8');
process.stdout.write(releaseNotes(changelog, process.argv[2] ?? '', versionIn()));
