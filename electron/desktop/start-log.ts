import { type Log, openLog } from './log.ts';
import type { Storage } from './storage.ts';
import { runtimeVersions } from './versions.ts';

/** Opens the log, says what starts and what was odd about its files, and logs what nobody caught: the app goes on. */
export function startLog(storage: Storage, demo: boolean, now: () => number, fullNames: () => boolean): Log {
  const log = openLog({ files: storage.log, now, fullNames });
  process.on('uncaughtException', (error) => log.report('uncaught exception', error));
  process.on('unhandledRejection', (reason) => log.report('unhandled rejection', reason));
  log.write({ kind: 'start', demo, ...runtimeVersions() });
  const { odd, failing } = storage.view();
  for (const file of odd) log.write({ kind: 'odd-file', file });
  if (failing !== null) log.write({ kind: 'storage', failing });
  return log;
}
