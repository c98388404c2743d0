import { useEffect, useState } from 'react';
import { Button, useLocale } from 'react-aria-components';
import { dayOf } from '../../../electron/contract/day.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { say } from '../../../electron/text/say.ts';
import { missingDaysText, readDaysText } from '../../../electron/text/usage.ts';
import { Message } from '../../ui/message.tsx';
import { Progress } from '../ui/progress.tsx';
import { Search } from '../ui/search.tsx';
import { Select } from '../ui/select.tsx';
import { DayField } from './day-field.tsx';
import { datesBetween } from './target-days.ts';
import { TargetTable } from './target-table.tsx';
import { type TargetDays, useTargetDays } from './use-target-days.ts';

type Span = 'day' | 'range';

/** Shows where a sub-user's traffic went, on one day or several. The API has the last 30. */
export function TargetsTab({ subUser }: { subUser: SubUser }) {
  const { locale } = useLocale();
  const today = dayOf(Date.now());
  const [span, setSpan] = useState<Span>('day');
  const [date, setDate] = useState<string | null>(today);
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(today);
  const [search, setSearch] = useState('');
  const { days, read, cancel } = useTargetDays(subUser.id);
  const asked = datesBetween(from, to, today);

  // biome-ignore lint/correctness/useExhaustiveDependencies: reading and cancelling are new each time.
  useEffect(() => {
    if (span === 'day' && date !== null) void read([date]);
    else cancel();
  }, [subUser.id, span, date]);

  const name = span === 'day' ? `${date}` : say('targets.daysName', { from: `${from}`, to: `${to}` });
  return (
    <div className="usage">
      <div className="period">
        <Select
          label={say('targets.days')}
          names={{ day: say('targets.span.day'), range: say('targets.span.range') }}
          chosen={span}
          onChange={setSpan}
        />
        {span === 'day' ? (
          <DayField label={say('targets.date')} value={date} onChange={setDate} />
        ) : (
          <>
            <DayField label={say('period.from')} value={from} onChange={setFrom} />
            <DayField label={say('period.to')} value={to} onChange={setTo} />
            <Button
              className="button"
              isDisabled={'problem' in asked || days.running}
              onPress={() => 'problem' in asked || void read(asked)}
            >
              {readDaysText('problem' in asked ? null : asked.length, locale)}
            </Button>
          </>
        )}
        {days.sum !== null && <Search label={say('targets.search')} value={search} onChange={setSearch} />}
      </div>
      {span === 'range' && 'problem' in asked && <p className="hint">{asked.problem}</p>}
      {days.running && <Reading days={days} onCancel={cancel} />}
      {!days.running && <Missing days={days} />}
      {days.sum !== null && (
        <TargetTable
          traffic={days.sum}
          search={search}
          fileName={say('targets.fileName', { username: subUser.username, days: name })}
          days={name}
        />
      )}
    </div>
  );
}

function Reading({ days: { read, total }, onCancel }: { days: TargetDays; onCancel: () => void }) {
  const { locale } = useLocale();
  if (total === 1) return <p className="hint">{say('action.reading')}</p>;
  return (
    <div className="job">
      <Progress
        label={say('targets.reading')}
        value={read}
        total={total}
        text={say('targets.daysRead', { read, count: total }, locale)}
      />
      <Button className="button" onPress={onCancel}>
        {say('action.cancel')}
      </Button>
    </div>
  );
}

/** Names the days that the sum lacks, because the smaller figure would look complete otherwise. */
function Missing({ days: { missing, failure, total } }: { days: TargetDays }) {
  const { locale } = useLocale();
  if (failure === null) return null;
  return <Message tone="error" text={missingDaysText(failure, missing, total, locale)} />;
}
