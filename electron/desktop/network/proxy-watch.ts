/** Matches hosts whose proxy bills traffic: the vendor's own. */
const vendorProxy = /(^|[\s.])oxylabs\.io:\d+/i;

/** One look serves the requests of a refresh, and the next refresh looks again. */
const lookPauseMs = 5_000;
/** A proxy script that does not answer must not hold a request. */
const lookLimitMs = 2_000;

export type ProxyWatchParts = {
  /** Asks the system which proxy it has for the API (`PROXY host:port; DIRECT`). */
  resolve: () => Promise<string>;
  /** Makes all requests from now on go past the system's proxy, or through it again. */
  apply: (direct: boolean) => Promise<unknown>;
  onChange: (direct: boolean) => void;
  /** A name of the user's that leads to the vendor's proxy as well. */
  ownEntry: () => string | null;
  /** In milliseconds, and never set back. */
  now: () => number;
  after: (delayMs: number, run: () => void) => () => void;
};

/**
 * Creates the function that looks which proxy the system has, unless it has just looked; it never throws. A laptop changes
 * networks while the app runs, and the vendor's proxy would bill its requests.
 */
export function createProxyWatch({
  resolve,
  apply,
  onChange,
  ownEntry,
  now,
  after,
}: ProxyWatchParts): () => Promise<void> {
  let direct = false;
  let lookedFor: string | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | null = null;

  async function look(): Promise<void> {
    try {
      const entry = ownEntry();
      const found = await withinLimit(resolve());
      const next = vendorProxy.test(found) || (entry !== null && namesHost(found, entry));
      lookedFor = entry;
      lookedAt = now();
      if (next === direct) return;
      await apply(next);
      direct = next;
      onChange(direct);
    } catch {
      // Unknown for now: what the last look found still holds, and the next request looks again.
    }
  }

  function withinLimit(found: Promise<string>): Promise<string> {
    return new Promise((done, fail) => {
      const cancel = after(lookLimitMs, () => fail(new Error('The proxy is not known in time.')));
      found.then(done, fail).finally(cancel);
    });
  }

  return () => {
    if (now() - lookedAt < lookPauseMs && lookedFor === ownEntry()) return Promise.resolve();
    looking ??= look().finally(() => {
      looking = null;
    });
    return looking;
  };
}

/** Returns whether a proxy in the system's list (`PROXY host:port; DIRECT`) has that name. */
function namesHost(list: string, host: string): boolean {
  return list
    .toLowerCase()
    .split(/[\s;]+/)
    .some((each) => each.replace(/\.?:\d+$/, '') === host);
}
