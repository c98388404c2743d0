import { Time } from '@internationalized/date';
import { DateInput, DateSegment, TimeField } from 'react-aria-components';
import type { QuietHours as Hours } from '../../../electron/contract/alert-settings.ts';
import { say } from '../../../electron/text/say.ts';
import { SettingRow } from './setting-row.tsx';
import { SwitchSetting } from './switch-setting.tsx';
import { useSaving } from './use-saving.ts';

/** The default: a night. */
const usual: Hours = { fromMinute: 22 * 60, toMinute: 8 * 60 };

/** Sets the hours in which no notification is shown; one summary follows them. */
export function QuietHours({ hours }: { hours: Hours | null }) {
  const { saved, save } = useSaving();
  return (
    <>
      <SwitchSetting
        label={say('settings.quietHours')}
        hint={say('settings.quietHoursHint')}
        chosen={hours !== null}
        onChange={(chosen) => save({ alerts: { quietHours: chosen ? usual : null } })}
        saved={saved}
      />
      {hours !== null && <Between hours={hours} />}
    </>
  );
}

function Between({ hours }: { hours: Hours }) {
  const { saved, save } = useSaving();
  const change = (part: Partial<Hours>) => save({ alerts: { quietHours: { ...hours, ...part } } });
  const { fromMinute, toMinute } = hours;
  return (
    <SettingRow
      words={[say('settings.quietHours'), say('settings.from'), say('settings.to')]}
      saved={saved}
      {...(fromMinute === toMinute && { hint: say('settings.noQuietHours') })}
    >
      <div className="setting-field">
        <div className="setting-control quiet-hours">
          <Minute
            label={say('settings.from')}
            minute={fromMinute}
            onChange={(minute) => change({ fromMinute: minute })}
          />
          <Minute
            label={say('settings.to')}
            minute={toMinute}
            onChange={(minute) => change({ toMinute: minute })}
          />
        </div>
      </div>
    </SettingRow>
  );
}

type MinuteProps = { label: string; minute: number; onChange: (minute: number) => void };

/** Edits minutes after midnight as a time of day. */
function Minute({ label, minute, onChange }: MinuteProps) {
  return (
    <TimeField
      aria-label={label}
      value={new Time(Math.floor(minute / 60), minute % 60)}
      onChange={(time) => time !== null && onChange(time.hour * 60 + time.minute)}
    >
      <DateInput className="date-input">
        {(segment) => <DateSegment className="segment" segment={segment} />}
      </DateInput>
    </TimeField>
  );
}
