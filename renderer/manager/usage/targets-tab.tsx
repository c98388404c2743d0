import { useEffect, useState } from 'react';
import { Button, Input, Label, ProgressBar, SearchField } from 'react-aria-components';
import { describeFailure } from '../../../electron/contract/failure-text.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { Choice } from '../../ui/choice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { DayField } from './day-field.tsx';
import { datesBetween } from './target-days.ts';
import { TargetTable } from './target-table.tsx';
import { type TargetDays, useTargetDays } from './use-target-days.ts';

type Span = 'day' | 'range';
const spans: Record<Span, string> = { day: 'One day', range: 'Several days' };

/** Where a sub-user's traffic went, on one day or several. The API has the last 30. */
export function TargetsTab({ subUser }: { subUser: SubUser }) {
  const today = new Date().toISOString().slice(0, 10);
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

  const name = span === 'day' ? `${date}` : `${from} to ${to}`;
  return (
    <div className="usage">
      <div className="period">
        <Choice label="Days" names={spans} chosen={span} onChange={setSpan} />
        {span === 'day' ? (
          <DayField label="Date" value={date} onChange={setDate} />
        ) : (
          <>
            <DayField label="From" value={from} onChange={setFrom} />
            <DayField label="To" value={to} onChange={setTo} />
            <Button
              className="button"
              isDisabled={'problem' in asked || days.running}
              onPress={() => 'problem' in asked || void read(asked)}
            >
              {'problem' in asked ? 'Read' : `Read ${asked.length} days`}
            </Button>
          </>
        )}
        {days.report !== null && (
          <SearchField className="search" value={search} onChange={setSearch}>
            <Label className="unseen">Search targets</Label>
            <Input placeholder="Search" />
          </SearchField>
        )}
      </div>
      {span === 'range' && 'problem' in asked && <p className="hint">{asked.problem}</p>}
      {days.running && <Reading days={days} onCancel={cancel} />}
      {!days.running && <Missing days={days} />}
      {days.report !== null && (
        <TargetTable
          report={days.report}
          search={search}
          fileName={`${subUser.username} targets ${name}.csv`}
          days={name}
        />
      )}
    </div>
  );
}

function Reading({ days: { read, total }, onCancel }: { days: TargetDays; onCancel: () => void }) {
  if (total === 1) return <p className="hint">Reading…</p>;
  return (
    <div className="job">
      <ProgressBar className="progress" value={read} maxValue={total}>
        <Label>Reading targets</Label>
        <span className="hint">
          {read} of {total} days
        </span>
        <div className="bar" aria-hidden="true">
          <div className="bar-fill" style={{ width: `${(100 * read) / total}%` }} />
        </div>
      </ProgressBar>
      <Button className="button" onPress={onCancel}>
        Cancel
      </Button>
    </div>
  );
}

/** Days that are missing in the sum are named: a smaller figure would else look whole. */
function Missing({ days: { missing, failure, total } }: { days: TargetDays }) {
  if (failure === null) return null;
  return (
    <Notice tone="error">
      <p>
        {describeFailure(failure)}
        {total > 1 && ` Left out: ${[...missing].sort().join(', ')}.`}
      </p>
    </Notice>
  );
}
