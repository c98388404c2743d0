import { net, powerMonitor } from 'electron';

/** There is no event for it, and asking is cheap. */
const onlineCheckMs = 5_000;

/** Tells when the computer sleeps and wakes, and when the network goes and comes. */
export function watchPower(onAwake: (awake: boolean) => void, onOnline: (online: boolean) => void): void {
  powerMonitor.on('suspend', () => onAwake(false));
  powerMonitor.on('resume', () => onAwake(true));
  let online = net.isOnline();
  onOnline(online);
  setInterval(() => {
    if (net.isOnline() === online) return;
    online = !online;
    onOnline(online);
  }, onlineCheckMs);
}
