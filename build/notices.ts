import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BundledPackage, bundledPackages } from './bundled-packages.ts';

const root = resolve(import.meta.dirname, '..');

/** Returns the licence notices of every package that one of the modules comes from. Throws if a package has none. */
export function noticesOf(moduleIds: readonly string[]): string {
  const byText = new Map<string, string[]>();
  for (const found of bundledPackages(moduleIds)) {
    const title = `${found.name} ${found.version}`;
    const text = licenceOf(found);
    byText.set(text, [...(byText.get(text) ?? []), `${title} (${found.license})`]);
  }
  const parts = [...byText].map(([text, titles]) => `${titles.join('\n')}\n\n${text}\n`);
  return [heading, ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}

const heading = `Oxygauge contains the software listed here, under the licences that follow each name.
Electron's own notices and Chromium's come with the runtime.
`;

function licenceOf({ name, license, author, folder }: BundledPackage): string {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)([.-]\w+)*$/i.test(file));
  if (files.length > 0)
    return files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
  if (license === 'MIT' && author !== undefined) return mitOf(author);
  throw new Error(
    `${name} is bundled and comes without its licence. Add a way to get its text to ${import.meta.filename}.`,
  );
}

/** Returns Oxygauge's own MIT licence text under another author's name, since some MIT packages come without the file. */
function mitOf(author: string): string {
  const own = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
  return own.replace(/^Copyright .*$/m, `Copyright (c) ${author}`);
}
