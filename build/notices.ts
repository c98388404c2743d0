import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '..');
const described = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string(),
  author: z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]).optional(),
});

type Package = z.infer<typeof described> & { folder: string };

/** Returns the licence notices of every package that one of the modules comes from. Throws if a package has none. */
export function noticesOf(moduleIds: readonly string[]): string {
  const packages = new Map<string, Package>();
  for (const id of moduleIds) {
    const found = packageOf(id);
    if (found !== null) packages.set(`${found.name} ${found.version}`, found);
  }
  const byText = new Map<string, string[]>();
  for (const [title, found] of [...packages].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const text = licenceOf(found);
    byText.set(text, [...(byText.get(text) ?? []), `${title} (${found.license})`]);
  }
  const parts = [...byText].map(([text, titles]) => `${titles.join('\n')}\n\n${text}\n`);
  return [heading, ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}

const heading = `Oxygauge contains the software listed here, under the licences that follow each name.
Electron's own notices and Chromium's come with the runtime.
`;

/** The module that Rolldown adds; it has no file. */
const bundlerRuntime = '\0rolldown/runtime.js';

function packageOf(moduleId: string): Package | null {
  if (moduleId === bundlerRuntime) return packageIn(join(root, 'node_modules/rolldown'));
  const file = moduleId.replace(/^\0/, '').replace(/\?.*$/, '');
  return file.includes('/node_modules/') ? packageIn(dirname(file)) : null;
}

/** Returns the nearest package.json with a name: nested ones that only set the module type have none. */
function packageIn(folder: string): Package {
  const file = join(folder, 'package.json');
  const description = existsSync(file) ? described.safeParse(JSON.parse(readFileSync(file, 'utf8'))) : null;
  if (description?.success) return { ...description.data, folder };
  if (dirname(folder).endsWith('node_modules') || dirname(folder) === folder)
    throw new Error(`${folder} is bundled, and its package.json names no licence.`);
  return packageIn(dirname(folder));
}

function licenceOf({ name, license, author, folder }: Package): string {
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
