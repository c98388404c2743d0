import type { App } from './app.ts';

/** Matches the first words of a fault that the app prints. Chromium prints other lines. */
export const faultLine = /oxygauge: (uncaught exception|unhandled rejection)/;

/** Records what the app prints to its terminal from now on. */
export function overhear(app: App): () => string {
  let said = '';
  app.electron.process().stderr?.on('data', (chunk) => {
    said += String(chunk);
  });
  return () => said;
}
