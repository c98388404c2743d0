import { Time } from '@internationalized/date';
import { DateInput, DateSegment, Label, TimeField } from 'react-aria-components';
import type { QuietHours as Hours } from '../../../electron/contract/alert-settings.ts';
import { Flag } from '../../ui/flag.tsx';
import { changeAlerts } from './change-alerts.ts';

/** A night, until somebody says otherwise. */
const usual: Hours = { fromMinute: 22 * 60, toMinute: 8 * 60 };

/** The hours in which nothing is shown; what happens in them is told as one after. */
export function QuietHours({ hours }: { hours: Hours | null }) {
  return (
    <>
      <Flag
        name="Quiet hours"
        hint="Alerts wait until they are over and come as one."
        chosen={hours !== null}
        onChange={(chosen) => changeAlerts({ quietHours: chosen ? usual : null })}
      />
      {hours !== null && (
        <div className="quiet-hours">
          <Minute
            label="From"
            minute={hours.fromMinute}
            onChange={(fromMinute) => changeAlerts({ quietHours: { ...hours, fromMinute } })}
          />
          <Minute
            label="To"
            minute={hours.toMinute}
            onChange={(toMinute) => changeAlerts({ quietHours: { ...hours, toMinute } })}
          />
        </div>
      )}
      {hours !== null && hours.fromMinute === hours.toMinute && (
        <p className="hint">Both ends are the same: there are no quiet hours.</p>
      )}
    </>
  );
}

type MinuteProps = { label: string; minute: number; onChange: (minute: number) => void };

/** Minutes after midnight as a time of day. */
function Minute({ label, minute, onChange }: MinuteProps) {
  return (
    <TimeField
      className="field"
      value={new Time(Math.floor(minute / 60), minute % 60)}
      onChange={(time) => time !== null && onChange(time.hour * 60 + time.minute)}
    >
      <Label>{label}</Label>
      <DateInput className="date-input">
        {(segment) => <DateSegment className="segment" segment={segment} />}
      </DateInput>
    </TimeField>
  );
}
