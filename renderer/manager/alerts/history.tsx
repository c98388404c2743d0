import { TriangleAlert } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import { Button, useLocale } from 'react-aria-components';
import type { Alert } from '../../../electron/contract/alert.ts';
import { alertText } from '../../../electron/text/alert.ts';
import { summaryText } from '../../../electron/text/alert-summary.ts';
import { dayCountText, deliveryText } from '../../../electron/text/inbox.ts';
import { say } from '../../../electron/text/say.ts';
import { formatDateTime, formatTime } from '../../../electron/text/time.ts';
import { bridge } from '../../state/bridge.ts';
import { useNow } from '../../state/now.ts';
import { useMirror } from '../mirror.ts';
import { DataTable } from '../ui/data-table.tsx';
import { type Entry, type HistoryDay, historyDays } from './history-days.ts';

/** Lists the alerts by day, newest first, with their figures. */
export function History() {
  const log = useMirror((mirror) => mirror.alerts);
  const { locale } = useLocale();
  const days = useMemo(() => historyDays(log.alerts), [log]);
  if (log.total === 0) return <p className="hint">{say('inbox.noAlerts')}</p>;
  const shown = log.alerts.length;
  return (
    <>
      {log.byCalendar && <p className="hint">{say('inbox.byCalendar')}</p>}
      <DataTable
        label={say('inbox.title')}
        headings={[say('inbox.when'), say('inbox.alert')]}
        more={log.total > shown ? say('inbox.lastOf', { shown, total: log.total }, locale) : null}
      >
        {days.map((day) => (
          <Day key={day.at} day={day} />
        ))}
      </DataTable>
    </>
  );
}

function Day({ day }: { day: HistoryDay }) {
  const { locale } = useLocale();
  return (
    <>
      <tr className="history-day">
        <th colSpan={2} scope="rowgroup">
          {dayCountText(day.at, useNow(), day.count, locale)}
        </th>
      </tr>
      {day.entries.map((entry) => (
        <EntryRows key={entry.alerts[0]?.id} entry={entry} />
      ))}
    </>
  );
}

/** Shows one alert, or many of one reading behind a button. */
function EntryRows({ entry: { at, alerts } }: { entry: Entry }) {
  const { locale } = useLocale();
  const [open, setOpen] = useState(false);
  const [first] = alerts;
  if (first === undefined) return null;
  if (alerts.length === 1) return <Row alert={first} />;
  const { title, body } = summaryText(alerts, locale);
  return (
    <>
      <tr>
        <td className="when" title={formatDateTime(at, locale)}>
          {formatTime(at, locale)}
        </td>
        <td>
          <strong>{title}</strong>
          <p className="hint">{body}</p>
          <Button className="quiet-link" aria-expanded={open} onPress={() => setOpen(!open)}>
            {say(open ? 'inbox.hide' : 'inbox.show')}
          </Button>
        </td>
      </tr>
      {open && alerts.map((alert) => <Row key={alert.id} alert={alert} />)}
    </>
  );
}

const Row = memo(function Row({ alert }: { alert: Alert }) {
  const { locale } = useLocale();
  const { at, delivery } = alert;
  const { title, body } = alertText(alert, locale);
  return (
    <tr>
      <td className="when" title={`${formatDateTime(at, locale)} · ${deliveryText(delivery)}`}>
        {formatTime(at, locale)}
      </td>
      <td>
        <Title alert={alert} title={title} />
        <Delivery delivery={delivery} />
        <p className="hint">{body}</p>
      </td>
    </tr>
  );
});

function Title({ alert: { subject }, title }: { alert: Alert; title: string }) {
  if (subject.kind === 'account') return <span className="account-alert">{title}</span>;
  const target = { kind: 'sub-user', id: subject.id, what: 'usage' } as const;
  return (
    <button type="button" className="link" onClick={() => void bridge.command('openManager', { target })}>
      <bdi>{title}</bdi>
    </button>
  );
}

/** Says what became of the notification, unless it was shown. */
function Delivery({ delivery }: { delivery: Alert['delivery'] }) {
  if (delivery === 'shown' || delivery === 'summary' || delivery === 'pending') return null;
  const failed = delivery === 'failed' || delivery === 'unanswered';
  return (
    <span className={failed ? 'delivery doubtful' : 'delivery'}>
      {failed && <TriangleAlert aria-hidden="true" />}
      {deliveryText(delivery)}
    </span>
  );
}
