import { memo } from 'react';
import type { Alert, Delivery } from '../../../electron/contract/alert.ts';
import { alertText } from '../../../electron/contract/alert-text.ts';
import { formatDateTime } from '../../../electron/contract/time-text.ts';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../../state/mirror.ts';

const deliveries: Record<Delivery, string> = {
  pending: 'On its way',
  shown: 'Shown',
  summary: 'Shown with others',
  held: 'Waits: paused or quiet hours',
  muted: 'Not shown: muted',
  failed: 'Not shown: the system refused',
  unanswered: 'The system did not say',
};

/** What was told, the newest first: when, what, the figures, and whether the system showed it. */
export function AlertLog() {
  const log = useMirror((mirror) => mirror.alerts);
  const locale = useMirror((mirror) => mirror.environment?.locale) ?? 'en';
  if (log === undefined) return null;
  if (log.total === 0) {
    return (
      <p className="hint">
        Nothing yet. Alerts stand here with their figures, whether they were shown or not.
      </p>
    );
  }
  return (
    <>
      <div className="alert-log">
        <table aria-label="Alerts">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Alert</th>
              <th scope="col">Notification</th>
            </tr>
          </thead>
          <tbody>
            {log.alerts.map((alert) => (
              <Line key={alert.id} alert={alert} locale={locale} />
            ))}
          </tbody>
        </table>
      </div>
      {log.total > log.alerts.length && (
        <p className="hint">
          The last {log.alerts.length.toLocaleString(locale)} of {log.total.toLocaleString(locale)}. Export
          CSV has them all.
        </p>
      )}
    </>
  );
}

const Line = memo(function Line({ alert, locale }: { alert: Alert; locale: string }) {
  const { at, subject, delivery } = alert;
  const { title, body } = alertText(alert, locale);
  return (
    <tr>
      <td className="when">{formatDateTime(at, locale)}</td>
      <td>
        {subject.kind === 'sub-user' ? (
          <button
            type="button"
            className="link"
            onClick={() =>
              void bridge.command('openManager', {
                target: { kind: 'sub-user', id: subject.id, what: 'usage' },
              })
            }
          >
            <bdi>{title}</bdi>
          </button>
        ) : (
          <span className="account-alert">{title}</span>
        )}
        <p className="hint">{body}</p>
      </td>
      <td className={delivery === 'failed' || delivery === 'unanswered' ? 'doubtful' : ''}>
        {deliveries[delivery]}
      </td>
    </tr>
  );
});
