import { Bell } from 'lucide-react';
import { alertsOfDay } from '../../electron/contract/alert-day.ts';
import { isPaused, pauseUntil } from '../../electron/contract/alert-pause.ts';
import { pausedUntilText } from '../../electron/text/pause.ts';
import { say } from '../../electron/text/say.ts';
import { bridge } from '../state/bridge.ts';
import { useNow } from '../state/now.ts';
import { useLocale } from './locale.ts';
import { Menu } from './menu.tsx';
import { useMirror } from './mirror.ts';

/** Leads to the manager, and has the rest in a menu. */
export function Foot() {
  const locale = useLocale();
  const now = useNow();
  const alerts = useMirror((mirror) => mirror.alerts.alerts);
  const pausedUntil = useMirror((mirror) => mirror.settings.alerts.pausedUntil);
  const today = alertsOfDay(alerts, now).length;
  const busy = useMirror(({ traffic }) => traffic.refreshing || traffic.paused !== null);
  const paused = isPaused(pausedUntil, now);
  const name = today === 0 ? say('popover.alerts') : say('popover.alertsToday', { count: today }, locale);
  return (
    <footer className="foot">
      <button
        type="button"
        className="button primary"
        aria-label={say('popover.openOxygauge')}
        onClick={() => void bridge.command('openManager', { target: null })}
      >
        {say('popover.open')}
      </button>
      <button
        type="button"
        className="button"
        aria-label={name}
        title={name}
        onClick={() => void bridge.command('openManager', { target: { kind: 'alerts' } })}
      >
        <Bell aria-hidden="true" />
        {today > 0 && today.toLocaleString(locale)}
      </button>
      {paused && <span className="paused">{pausedUntilText(pausedUntil, now, locale)}</span>}
      <Menu label={say('popover.more')} items={items({ paused, busy, now })} />
    </footer>
  );
}

function items({ paused, busy, now }: { paused: boolean; busy: boolean; now: number }) {
  const pause = (until: number | null) =>
    void bridge.command('changeSettings', { alerts: { pausedUntil: until } });
  return [
    ...(paused
      ? [{ name: say('popover.resume'), run: () => pause(null) }]
      : [
          { name: say('popover.pauseHour'), run: () => pause(pauseUntil('hour', now)) },
          { name: say('popover.pauseTomorrow'), run: () => pause(pauseUntil('tomorrow', now)) },
        ]),
    { name: say('popover.refresh'), run: () => void bridge.command('refresh', null), off: busy },
    {
      name: say('popover.settings'),
      run: () => void bridge.command('openManager', { target: { kind: 'settings' } }),
    },
    { name: say('popover.quit'), run: () => void bridge.command('quit', null) },
  ];
}
