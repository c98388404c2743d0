import type { AppState } from './state.ts';

/** Whether a restart of the app would lose nothing that is in memory only: the sign-in of this run, or a task with its results. */
export function restartLosesNothing({
  session,
  job,
  environment,
}: Pick<AppState, 'session' | 'job' | 'environment'>): boolean {
  const signInKept = session.kind !== 'signed-in' || session.remembered !== 'this-run' || environment.demo;
  return signInKept && job === null;
}
