/**
 * Replaces semver in electron-store, which compares versions only to migrate its files. Oxygauge migrates by itself
 * (`storage/value-file.ts`), so that half of the bundle would never run.
 */
function unused(): never {
  throw new Error('Oxygauge migrates its files by itself.');
}

export default { clean: unused, eq: unused, gt: unused, lte: unused, satisfies: unused };
