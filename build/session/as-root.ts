/** How the app may start, and what is said before. */
export type RootRule = { starts: boolean; says: string | null; switches: readonly string[] };

/**
 * Returns how the app starts as root, for whom Chromium's sandbox does not run: only the test runtime may do without it, and
 * says so.
 */
export function ruleForRoot(isRoot: boolean, testRuntime: boolean): RootRule {
  if (!isRoot) return { starts: true, says: null, switches: [] };
  if (!testRuntime) {
    const says = 'Do not start Oxygauge as root: its windows would run without their sandbox.';
    return { starts: false, says, switches: [] };
  }
  return {
    starts: true,
    says: 'The sandbox is off, because you are root: a fault in a window could reach all of this computer. Use an ordinary user for a real account.',
    switches: ['--no-sandbox'],
  };
}
