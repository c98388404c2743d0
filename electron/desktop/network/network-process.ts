import { app } from 'electron';

const serviceName = 'network.mojom.NetworkService';

/** Runs when Chromium's network process has ended. Chromium restarts it at once. */
export function onNetworkProcessGone(run: () => void): void {
  app.on('child-process-gone', (_event, gone) => {
    if (gone.serviceName === serviceName) run();
  });
}

/** Ends the network process, so that Chromium restarts it. Open requests fail at once. */
export function endNetworkProcess(): void {
  const found = app.getAppMetrics().find((each) => each.serviceName === serviceName);
  if (found !== undefined) process.kill(found.pid, 'SIGKILL');
}
