import { useId } from 'react';
import type { Alert } from '../../electron/contract/alert.ts';
import { alertsOfDay } from '../../electron/contract/alert-day.ts';
import { isPaused, type PauseLength, pauseUntil } from '../../electron/contract/alert-pause.ts';
import { alertText } from '../../electron/contract/alert-text.ts';
import { formatMoment } from '../../electron/contract/time-text.ts';
import { bridge } from '../state/bridge.ts';
import { useMirror } from '../state/mirror.ts';
import { useNow } from '../state/now.ts';

const shownAtMost = 2;

/** What was told today, and the way to have some peace. */
export function AlertsToday({ locale }: { locale: string }) {
  const title = useId();
  const now = useNow();
  const alerts = useMirror((mirror) => mirror.alerts?.alerts);
  const today = alertsOfDay(alerts ?? [], now);
  const more = today.length - shownAtMost;
  return (
    <section className="alerts-today" aria-labelledby={title}>
      <div className="alerts-head">
        <h2 id={title}>Alerts today</h2>
        <Pause now={now} locale={locale} />
      </div>
      {today.length === 0 ? (
        <p className="quiet small">None</p>
      ) : (
        <ul>
          {today.slice(0, shownAtMost).map((alert) => (
            <li key={alert.id}>
              <OneAlert alert={alert} locale={locale} />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && (
        <button
          type="button"
          className="text-button"
          onClick={() => void bridge.command('openManager', { target: { kind: 'alerts' } })}
        >
          {more.toLocaleString(locale)} more
        </button>
      )}
    </section>
  );
}

function OneAlert({ alert, locale }: { alert: Alert; locale: string }) {
  const { title, body } = alertText(alert, locale);
  const { subject } = alert;
  const target =
    subject.kind === 'sub-user'
      ? ({ kind: 'sub-user', id: subject.id, what: 'usage' } as const)
      : ({ kind: 'alerts' } as const);
  return (
    <button
      type="button"
      className="alert-line"
      title={body}
      onClick={() => void bridge.command('openManager', { target })}
    >
      <bdi>{title}</bdi>
    </button>
  );
}

function Pause({ now, locale }: { now: number; locale: string }) {
  const pausedUntil = useMirror((mirror) => mirror.settings?.alerts.pausedUntil) ?? null;
  const set = (until: number | null) =>
    void bridge.command('changeSettings', { alerts: { pausedUntil: until } });
  if (isPaused(pausedUntil, now)) {
    return (
      <>
        <span className="paused">Paused until {formatMoment(pausedUntil, now, locale)}</span>
        <button type="button" className="text-button" onClick={() => set(null)}>
          Resume
        </button>
      </>
    );
  }
  const pause = (length: PauseLength, name: string, label: string) => (
    <button
      type="button"
      className="text-button"
      aria-label={label}
      onClick={() => set(pauseUntil(length, now))}
    >
      {name}
    </button>
  );
  return (
    <>
      <span className="paused">Pause</span>
      {pause('hour', '1 hour', 'Pause alerts for 1 hour')}
      {pause('tomorrow', 'Until tomorrow', 'Pause alerts until tomorrow')}
    </>
  );
}
