import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { describeFailure } from '../../../electron/contract/failure-text.ts';
import { formatAge } from '../../../electron/contract/time-text.ts';
import { formatTraffic } from '../../../electron/contract/traffic-text.ts';
import { useCommand } from '../../state/command.ts';
import { useMirror } from '../../state/mirror.ts';
import { useNow } from '../../state/now.ts';
import { Chart } from '../../ui/chart.tsx';
import { toCsv } from '../../ui/csv.ts';
import { ExportButton } from '../../ui/export-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { withGaps } from '../usage/series.ts';

/** The whole account by day. It takes a request for each sub-user, so it is read when somebody asks. */
export function MonthCard() {
  const month = useMirror((mirror) => mirror.monthDays) ?? null;
  const total = useMirror((mirror) => mirror.nearest?.total) ?? null;
  const locale = useMirror((mirror) => mirror.environment?.locale) ?? 'en';
  const start = useCommand('startJob');
  const now = useNow();
  const steps = useMemo(() => withGaps(month?.days ?? []), [month]);
  return (
    <section className="card" aria-labelledby="by-day">
      <div className="card-head">
        <h2 id="by-day">This month by day</h2>
        <Button
          className="button"
          isPending={start.running}
          onPress={() => void start.run({ kind: 'month-days' })}
        >
          {total === null ? 'Read' : `Read ${total.toLocaleString(locale)} sub-users`}
        </Button>
      </div>
      {start.failure !== null && (
        <Notice tone="error">
          <p>{describeFailure(start.failure)}</p>
        </Notice>
      )}
      {month === null ? (
        <p className="hint">
          Oxylabs tells days for one sub-user at a time: the sum takes one request for each, four at a time.
        </p>
      ) : (
        <>
          <div className="card-head">
            <p className="hint">
              Summed over all sub-users, read {formatAge(month.readAt, now)}
              {month.missing > 0 && `. ${month.missing} could not be read and are missing in the sums`}
            </p>
            <ExportButton
              suggestedName="This month by day.csv"
              csv={() =>
                toCsv(
                  ['Day (time zone of Oxylabs)', 'Traffic (GB)'],
                  steps.map(({ label, value }) => [label, value]),
                )
              }
            />
          </div>
          {steps.length === 0 ? (
            <p className="hint">No traffic was told for this month.</p>
          ) : (
            <Chart
              locale={locale}
              label="Traffic of the account, this month by day"
              steps={steps}
              formatValue={(value) => formatTraffic(value, locale)}
            />
          )}
        </>
      )}
    </section>
  );
}
