import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { DayField } from './day-field.tsx';
import { type Period, withName } from './period.ts';
import { PeriodChoice } from './period-choice.tsx';
import { RangePicker } from './range-picker.tsx';

const timeZones = ['UTC', ...Intl.supportedValuesOf('timeZone')].map((id) => ({ id }));

type PeriodFieldsProps = { period: Period; lifetime: boolean; onChange: (period: Period) => void };

/** Selects the period of the figures. */
export function PeriodFields({ period, lifetime, onChange }: PeriodFieldsProps) {
  return (
    <>
      <PeriodChoice
        chosen={period.name}
        lifetime={lifetime}
        onChange={(name) => onChange(withName(period, name, Date.now()))}
      />
      {period.name === 'custom' && <CustomFields period={period} onChange={onChange} />}
    </>
  );
}

function CustomFields({ period, onChange }: Omit<PeriodFieldsProps, 'lifetime'>) {
  const { from, to } = period;
  return (
    <div className="period">
      <DayField
        label={say('period.from')}
        value={from}
        onChange={(next) => onChange({ ...period, from: next })}
      />
      <DayField label={say('period.to')} value={to} onChange={(next) => onChange({ ...period, to: next })} />
      <RangePicker
        from={from}
        to={to}
        onChange={(first, last) => onChange({ ...period, from: first, to: last })}
      />
      <ComboBox
        className="field"
        defaultItems={timeZones}
        value={period.timeZone}
        onChange={(key) => key !== null && onChange({ ...period, timeZone: String(key) })}
      >
        <Label>{say('period.timeZone')}</Label>
        <Input />
        <Popover className="floating zones">
          <ListBox className="options">
            {({ id }: { id: string }) => (
              <ListBoxItem id={id} className="option">
                {id}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      <Checkbox
        name={say('period.byHour')}
        chosen={period.hours}
        onChange={(hours) => onChange({ ...period, hours })}
      />
    </div>
  );
}
