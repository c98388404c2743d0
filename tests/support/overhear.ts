import type { App } from './app.ts';

/** What the app prints for whoever started it from a terminal, from now on. */
export function overhear(app: App): () => string {
  let said = '';
  app.electron.process().stderr?.on('data', (chunk) => {
    said += String(chunk);
  });
  return () => said;
}
