import { useEffect, useState } from 'react';
import { Button, useLocale } from 'react-aria-components';
import { dayOf } from '../../../electron/contract/day.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { actionTexts } from '../../../electron/text/actions.ts';
import {
  daysNameText,
  daysReadText,
  missingDaysText,
  periodTexts,
  readDaysText,
  spanNames,
  targetsFileName,
  targetTexts,
} from '../../../electron/text/usage.ts';
import { Message } from '../../ui/message.tsx';
import { Progress } from '../ui/progress.tsx';
import { Search } from '../ui/search.tsx';
import { Select } from '../ui/select.tsx';
import { DayField } from './day-field.tsx';
import { datesBetween } from './target-days.ts';
import { TargetTable } from './target-table.tsx';
import { type TargetDays, useTargetDays } from './use-target-days.ts';

type Span = keyof typeof spanNames;

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

  const name = span === 'day' ? `${date}` : daysNameText(from, to);
  return (
    <div className="usage">
      <div className="period">
        <Select label={targetTexts.days} names={spanNames} chosen={span} onChange={setSpan} />
        {span === 'day' ? (
          <DayField label={targetTexts.date} value={date} onChange={setDate} />
        ) : (
          <>
            <DayField label={periodTexts.from} value={from} onChange={setFrom} />
            <DayField label={periodTexts.to} value={to} onChange={setTo} />
            <Button
              className="button"
              isDisabled={'problem' in asked || days.running}
              onPress={() => 'problem' in asked || void read(asked)}
            >
              {readDaysText('problem' in asked ? null : asked.length, locale)}
            </Button>
          </>
        )}
        {days.sum !== null && <Search label={targetTexts.search} value={search} onChange={setSearch} />}
      </div>
      {span === 'range' && 'problem' in asked && <p className="hint">{asked.problem}</p>}
      {days.running && <Reading days={days} onCancel={cancel} />}
      {!days.running && <Missing days={days} />}
      {days.sum !== null && (
        <TargetTable
          traffic={days.sum}
          search={search}
          fileName={targetsFileName(subUser.username, name)}
          days={name}
        />
      )}
    </div>
  );
}

function Reading({ days: { read, total }, onCancel }: { days: TargetDays; onCancel: () => void }) {
  const { locale } = useLocale();
  if (total === 1) return <p className="hint">{actionTexts.reading}</p>;
  return (
    <div className="job">
      <Progress
        label={targetTexts.reading}
        value={read}
        total={total}
        text={daysReadText(read, total, locale)}
      />
      <Button className="button" onPress={onCancel}>
        {actionTexts.cancel}
      </Button>
    </div>
  );
}

/** Names the days that the sum lacks, because the smaller figure would look complete otherwise. */
function Missing({ days: { missing, failure, total } }: { days: TargetDays }) {
  if (failure === null) return null;
  return <Message tone="error" text={missingDaysText(failure, missing, total)} />;
}
