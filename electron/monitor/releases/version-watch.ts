import type { KeyObject } from 'node:crypto';
import type { ReleasesView } from '../../contract/releases.ts';
import type { LogEvent } from '../../storage/log-event.ts';
import type { VersionFile } from '../../storage/version-file.ts';
import type { Clock } from '../clock.ts';
import type { AppStore } from '../state.ts';
import { getList } from './get-list.ts';
import { isNewer, readSignedList } from './signed-list.ts';

export type VersionWatchParts = {
  store: AppStore;
  clock: Clock;
  /** Returns a number in [0, 1). */
  random: () => number;
  fetch: typeof globalThis.fetch;
  address: string;
  key: KeyObject;
  file: VersionFile;
  /** The version that runs. */
  version: string;
  /** Returns what installs a downloaded version; null where that is not done by a command. */
  command: (version: string) => string | null;
  log: (event: LogEvent) => void;
};

type Outcome = Extract<LogEvent, { kind: 'version-list' }>['outcome'];

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Requests are a day and up to this much apart, so that no hour is the same. */
const spreadMs = 4 * 60 * minuteMs;
/** A start is not followed by a request at once: the times of both say nothing of each other. */
const startSpreadMs = 30 * minuteMs;
/** A longer timer would be late by the time that the computer slept. */
const lookMs = 60 * minuteMs;
const answerLimitMs = 30_000;

/**
 * Asks once a day for the signed list of versions while the user wants that, and publishes a version that is newer than this
 * one. Returns the function that ends it.
 */
export function watchVersions(parts: VersionWatchParts): () => void {
  const { store, clock, random, file } = parts;
  let cancelTimer = () => {};
  let request: AbortController | null = null;
  const isOn = () => store.getState().settings.versionCheck === 'on';

  function waitFor(delayMs: number): void {
    cancelTimer();
    if (isOn()) cancelTimer = clock.after(Math.min(delayMs, lookMs), look);
  }

  function look(): void {
    const waitMs = file.read().nextAt - clock.now();
    // A longer wait was counted by a clock that was ahead, and would end the requests for years.
    const dueInMs = waitMs > dayMs + spreadMs ? 0 : waitMs;
    const { online, awake } = store.getState();
    if (dueInMs > 0) waitFor(dueInMs);
    else if (!online || !awake) waitFor(lookMs);
    else void ask().finally(() => waitFor(lookMs));
  }

  async function ask(): Promise<void> {
    const nextAt = clock.now() + dayMs + random() * spreadMs;
    // Before the request, so that no crash or restart repeats it.
    if (!file.keep({ ...file.read(), nextAt })) {
      parts.log({ kind: 'version-list', outcome: 'not-recorded' });
      return;
    }
    const own = new AbortController();
    request = own;
    const cancelLimit = clock.after(answerLimitMs, () => own.abort());
    const outcome = await takeList(parts, own.signal);
    cancelLimit();
    parts.log({ kind: 'version-list', outcome });
    publish(parts);
  }

  const unsubscribe = store.subscribe((state, previous) => {
    if (state.settings.versionCheck === previous.settings.versionCheck) return;
    request?.abort();
    cancelTimer();
    publish(parts);
    if (isOn()) look();
  });
  publish(parts);
  waitFor(random() * startSpreadMs);
  return () => {
    unsubscribe();
    cancelTimer();
    request?.abort();
  };
}

/** Keeps the list if it is signed, not older than the last one and not too late. */
async function takeList(parts: VersionWatchParts, signal: AbortSignal): Promise<Outcome> {
  const bytes = await getList(parts.fetch, parts.address, signal);
  if (signal.aborted) return 'no-answer';
  if (typeof bytes === 'string') return bytes;
  const list = readSignedList(bytes, parts.key);
  if (list === null) return 'not-signed';
  const { list: seen, nextAt } = parts.file.read();
  if (seen !== null && list.issuedAt < seen.issuedAt) return 'older';
  parts.file.keep({ nextAt, list: { issuedAt: list.issuedAt, newest: list.newest } });
  return 'done';
}

function publish({ store, file, version, command }: VersionWatchParts): void {
  const { settings, releases } = store.getState();
  const newest = settings.versionCheck === 'on' ? (file.read().list?.newest ?? null) : null;
  const shown = newest !== null && isNewer(newest, version) ? newest : null;
  if (releases.unavailable === null && releases.newer?.version === (shown ?? undefined)) return;
  const view: ReleasesView = {
    unavailable: null,
    newer: shown === null ? null : { version: shown, command: command(shown) },
  };
  store.setState({ releases: view });
}
