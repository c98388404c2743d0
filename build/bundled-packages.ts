import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '..');
const described = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string(),
  author: z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]).optional(),
});

/** A package whose code is in the app, with the folder that it is installed in. */
export type BundledPackage = z.infer<typeof described> & { folder: string };

/** Returns the packages that the modules of a build come from, by name and version. Throws if one names no licence. */
export function bundledPackages(moduleIds: readonly string[]): BundledPackage[] {
  const packages = new Map<string, BundledPackage>();
  for (const id of moduleIds) {
    const found = packageOf(id);
    if (found !== null) packages.set(`${found.name} ${found.version}`, found);
  }
  return [...packages].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, found]) => found);
}

/** The module that Rolldown adds; it has no file. */
const bundlerRuntime = '\0rolldown/runtime.js';

function packageOf(moduleId: string): BundledPackage | null {
  if (moduleId === bundlerRuntime) return packageIn(join(root, 'node_modules/rolldown'));
  const file = moduleId.replace(/^\0/, '').replace(/\?.*$/, '');
  return file.includes('/node_modules/') ? packageIn(dirname(file)) : null;
}

/** Returns the nearest package.json with a name: nested ones that only set the module type have none. */
function packageIn(folder: string): BundledPackage {
  const file = join(folder, 'package.json');
  const description = existsSync(file) ? described.safeParse(JSON.parse(readFileSync(file, 'utf8'))) : null;
  if (description?.success) return { ...description.data, folder };
  if (dirname(folder).endsWith('node_modules') || dirname(folder) === folder)
    throw new Error(`${folder} is bundled, and its package.json names no licence.`);
  return packageIn(dirname(folder));
}
