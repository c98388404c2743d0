import type { Snapshot } from '../../contract/snapshot.ts';
import type { LastFigure, LastFigureFile } from '../../storage/last-figure.ts';
import { formatDays } from '../../text/time.ts';
import { formatTraffic } from '../../text/traffic.ts';
import type { TrayIcon } from './tray.ts';
import { trayMeter } from './tray-meter.ts';
import { trayModel } from './tray-model.ts';

export type FollowParts = {
  tray: Pick<TrayIcon, 'show'>;
  source: { current(): { slices: Snapshot }; subscribe(listener: () => void): () => void };
  lastFigure: LastFigureFile;
  now: () => number;
};

/** The figures' age is shown in minutes. */
const minuteMs = 60_000;

/**
 * Shows the state in the tray from now on, and keeps its figure for the next start. Call what it returns when the computer
 * resumes: the age has grown while the timer stood still.
 */
export function followState({ tray, source, lastFigure, now }: FollowParts): () => void {
  let last = lastFigure.read(now());
  let timer: NodeJS.Timeout | undefined;
  function show(): void {
    const { slices } = source.current();
    // It was this account's until now, and may be another's after a sign-out.
    if (slices.session.kind === 'signed-out' || slices.traffic.month !== null) last = null;
    tray.show(trayModel(slices, now(), last));
    const figure = figureToKeep(slices);
    if (figure !== undefined) lastFigure.keep(figure);
  }
  /** Shows the age again when it changes, and not before: an idle app is not woken for nothing. */
  function showEachMinute(): void {
    clearTimeout(timer);
    show();
    const readAt = source.current().slices.traffic.month?.readAt ?? last?.readAt ?? 0;
    timer = setTimeout(showEachMinute, minuteMs - (Math.max(0, now() - readAt) % minuteMs));
  }
  source.subscribe(show);
  showEachMinute();
  return showEachMinute;
}

/** Returns null for an account that was signed out, and undefined while there is nothing new. */
export function figureToKeep(snapshot: Snapshot): LastFigure | null | undefined {
  const { session, traffic, environment } = snapshot;
  if (session.kind === 'signed-out') return null;
  if (session.kind === 'restoring' || traffic.month === null) return undefined;
  const { trafficGb, dateFrom, dateTo, readAt } = traffic.month;
  if (trafficGb === null) return undefined;
  return {
    total: formatTraffic(trafficGb, environment.locale),
    days: formatDays(dateFrom, dateTo, environment.locale),
    step: trayMeter(snapshot).step,
    readAt,
  };
}
