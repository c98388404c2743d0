import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { releaseNotes } from './packages/changelog.ts';

/** `tsx build/release-notes.ts TAG` prints the notes of a release out of CHANGELOG.md, for the release's workflow. */
const read = (name: string) => readFileSync(resolve(import.meta.dirname, '..', name), 'utf8');
const { version } = z.object({ version: z.string() }).parse(JSON.parse(read('package.json')));
process.stdout.write(releaseNotes(read('CHANGELOG.md'), process.argv[2] ?? '', version));
