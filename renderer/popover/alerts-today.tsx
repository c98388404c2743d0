import { useId } from 'react';
import type { Alert } from '../../electron/contract/alert.ts';
import { alertsOfDay } from '../../electron/contract/alert-day.ts';
import { isPaused, type PauseLength, pauseUntil } from '../../electron/contract/alert-pause.ts';
import { actionTexts } from '../../electron/text/actions.ts';
import { alertText } from '../../electron/text/alert.ts';
import { pausedUntilText } from '../../electron/text/pause.ts';
import { moreText, popoverTexts } from '../../electron/text/popover.ts';
import { bridge } from '../state/bridge.ts';
import { useNow } from '../state/now.ts';
import { useLocale } from './locale.ts';
import { useMirror } from './mirror.ts';

const shownAtMost = 2;

/** Shows the day's alerts, and pauses them. */
export function AlertsToday() {
  const locale = useLocale();
  const title = useId();
  const now = useNow();
  const alerts = useMirror((mirror) => mirror.alerts.alerts);
  const today = alertsOfDay(alerts, now);
  const more = today.length - shownAtMost;
  return (
    <section className="alerts-today" aria-labelledby={title}>
      <div className="alerts-head">
        <h2 id={title}>{popoverTexts.alertsToday}</h2>
        <Pause now={now} />
      </div>
      {today.length === 0 ? (
        <p className="quiet small">{popoverTexts.none}</p>
      ) : (
        <ul>
          {today.slice(0, shownAtMost).map((alert) => (
            <li key={alert.id}>
              <OneAlert alert={alert} />
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
          {moreText(more, locale)}
        </button>
      )}
    </section>
  );
}

function OneAlert({ alert }: { alert: Alert }) {
  const locale = useLocale();
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

function Pause({ now }: { now: number }) {
  const locale = useLocale();
  const pausedUntil = useMirror((mirror) => mirror.settings.alerts.pausedUntil);
  const set = (until: number | null) =>
    void bridge.command('changeSettings', { alerts: { pausedUntil: until } });
  if (isPaused(pausedUntil, now)) {
    return (
      <>
        <span className="paused">{pausedUntilText(pausedUntil, now, locale)}</span>
        <button type="button" className="text-button" onClick={() => set(null)}>
          {actionTexts.resume}
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
      <span className="paused">{popoverTexts.pause}</span>
      {pause('hour', popoverTexts.pauseHour, popoverTexts.pauseHourLabel)}
      {pause('tomorrow', popoverTexts.pauseTomorrow, popoverTexts.pauseTomorrowLabel)}
    </>
  );
}
