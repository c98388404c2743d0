/** What an exception that nobody caught meets. Times are epoch milliseconds. */
export type Moment = {
  now: number;
  /** When this process was started by itself after an exception; null where a person or the system started it. */
  restartedAt: number | null;
  /** Nobody would miss anything: no window is open, no task runs, and the sign-in outlives a restart. */
  nothingToLose: boolean;
};

/** An exception so soon after a restart shows that restarting does not help. */
const restartHelpsMs = 10 * 60_000;

/**
 * A restart gives a clean state, and costs what is held in memory only. So it is for when that is nothing, and not
 * again and again; otherwise the app goes on, which is better for an alert than having ended.
 */
export function afterException({ now, restartedAt, nothingToLose }: Moment): 'restart' | 'go-on' {
  const tooSoon = restartedAt !== null && now - restartedAt >= 0 && now - restartedAt < restartHelpsMs;
  return nothingToLose && !tooSoon ? 'restart' : 'go-on';
}
