import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { type Proofs, prove, rowsOf, type TestResult } from './proofs.ts';

const faultArea = z.object({ area: z.string(), faults: z.record(z.string(), z.unknown()) });

/**
 * Compares the tests with SECURITY.md and the fault matrix, prints what they prove, and returns the number of
 * rows without proof.
 */
export async function reportProofs(root: string, tests: readonly TestResult[]): Promise<number> {
  const checklist = prove('checklist', rowsOf(readFileSync(join(root, 'SECURITY.md'), 'utf8')), tests);
  const faults = prove('fault', await faultRows(join(root, 'tests/matrix')), tests);
  for (const [what, { unproved, unknownIds }] of [
    ['checklist', checklist],
    ['fault', faults],
  ] as const) {
    for (const id of unproved) console.error(`Not proved by a test: ${what} ${id}`);
    for (const id of unknownIds) console.error(`A test names a row that is not there: ${what} ${id}`);
  }
  console.log(
    `Checklist: ${checklist.proved} of ${checklist.rows} items proved. Faults: ${faults.proved} of ${faults.rows} proved.`,
  );
  return withoutProof(checklist) + withoutProof(faults);
}

function withoutProof({ unproved, unknownIds }: Proofs): number {
  return unproved.length + unknownIds.length;
}

/** Returns `area/fault` for every area that a file of the folder exports. */
export async function faultRows(folder: string): Promise<string[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const modules: unknown[] = await Promise.all(
    files.map((name) => import(pathToFileURL(join(folder, name)).href)),
  );
  return modules
    .flatMap((each) => Object.values(each as object))
    .flatMap((value) => {
      const parsed = faultArea.safeParse(value);
      return parsed.success ? Object.keys(parsed.data.faults).map((id) => `${parsed.data.area}/${id}`) : [];
    });
}
