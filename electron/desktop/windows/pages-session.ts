import { app, type Session } from 'electron';

/**
 * Runs once the session of our pages is created, which Electron does for the first window: it takes 20 ms and 4 MB, and a
 * start needs none. It is the one session with a folder on disk; those of the API are in memory.
 */
export function onPagesSession(run: (pages: Session) => void): void {
  app.on('session-created', (created) => {
    if (created.storagePath !== null) run(created);
  });
}
