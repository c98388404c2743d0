import { memo } from 'react';
import { useLocale } from 'react-aria-components';
import type { Alert, AlertsView } from '../../../electron/contract/alert.ts';
import { alertText } from '../../../electron/text/alert.ts';
import { alertsPageTexts, deliveryNames, lastAlertsText } from '../../../electron/text/alerts-page.ts';
import { formatDateTime } from '../../../electron/text/time.ts';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../mirror.ts';
import { DataTable } from '../ui/data-table.tsx';

/** Lists the alerts, newest first, with their figures and the outcome of each notification. */
export function AlertLog() {
  const log = useMirror((mirror) => mirror.alerts);
  const { locale } = useLocale();
  return (
    <>
      {log.byCalendar ? <p className="hint">{alertsPageTexts.byCalendar}</p> : null}
      <Lines log={log} locale={locale} />
    </>
  );
}

function Lines({ log, locale }: { log: AlertsView; locale: string }) {
  if (log.total === 0) {
    return <p className="hint">{alertsPageTexts.noAlerts}</p>;
  }
  return (
    <DataTable
      label={alertsPageTexts.title}
      headings={[alertsPageTexts.when, alertsPageTexts.alert, alertsPageTexts.notification]}
      more={log.total > log.alerts.length ? lastAlertsText(log.alerts.length, log.total, locale) : null}
    >
      {log.alerts.map((alert) => (
        <Line key={alert.id} alert={alert} />
      ))}
    </DataTable>
  );
}

const Line = memo(function Line({ alert }: { alert: Alert }) {
  const { locale } = useLocale();
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
        {deliveryNames[delivery]}
      </td>
    </tr>
  );
});
