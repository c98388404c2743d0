import { app } from 'electron';

const serviceName = 'network.mojom.NetworkService';

/** Chromium's network process has ended; it starts another at once. */
export function onNetworkProcessGone(run: () => void): void {
  app.on('child-process-gone', (_event, gone) => {
    if (gone.serviceName === serviceName) run();
  });
}

/** Ends the network process, so that a new one takes its place. What is under way fails at once. */
export function endNetworkProcess(): void {
  const found = app.getAppMetrics().find((each) => each.serviceName === serviceName);
  if (found !== undefined) process.kill(found.pid, 'SIGKILL');
}
