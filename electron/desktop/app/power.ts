import { net, powerMonitor } from 'electron';

/**
 * Electron has no event for the network, and each look wakes an idle process three times. While online it may come late,
 * since a request that fails says so too.
 */
const lookMs = { online: 30_000, offline: 5_000 };

/** Reports when the computer sleeps and wakes, and when the network is lost and returns. */
export function watchPower(onAwake: (awake: boolean) => void, onOnline: (online: boolean) => void): void {
  let known: boolean | null = null;
  let timer: NodeJS.Timeout | undefined;

  function look(): void {
    clearTimeout(timer);
    const online = net.isOnline();
    timer = setTimeout(look, online ? lookMs.online : lookMs.offline);
    if (online === known) return;
    known = online;
    onOnline(online);
  }

  look();
  powerMonitor.on('suspend', () => onAwake(false));
  powerMonitor.on('resume', () => {
    // A computer often wakes in another network, or without one.
    look();
    onAwake(true);
  });
}
