import { Checkbox, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { Choice } from '../../ui/choice.tsx';
import { DayField } from './day-field.tsx';
import { type Period, type PeriodName, periodNames } from './period.ts';

const timeZones = ['UTC', ...Intl.supportedValuesOf('timeZone')].map((id) => ({ id }));

type PeriodFieldsProps = { period: Period; lifetime: boolean; onChange: (period: Period) => void };

/** Which time the figures are of. Lifetime only for sub-users that are one. */
export function PeriodFields({ period, lifetime, onChange }: PeriodFieldsProps) {
  const { lifetime: lifetimeName, ...others } = periodNames;
  const names = lifetime ? { ...others, lifetime: lifetimeName } : others;
  return (
    <div className="period">
      <Choice
        label="Period"
        names={names as Record<PeriodName, string>}
        chosen={period.name}
        onChange={(name) => onChange({ ...period, name })}
      />
      {period.name === 'custom' && (
        <>
          <DayField label="From" value={period.from} onChange={(from) => onChange({ ...period, from })} />
          <DayField label="To" value={period.to} onChange={(to) => onChange({ ...period, to })} />
          <ComboBox
            className="field"
            defaultItems={timeZones}
            value={period.timeZone}
            onChange={(key) => key !== null && onChange({ ...period, timeZone: String(key) })}
          >
            <Label>Time zone</Label>
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
            className="checkbox"
            isSelected={period.hours}
            onChange={(hours) => onChange({ ...period, hours })}
          >
            <span className="box" aria-hidden="true" />
            By the hour (at most 7 days)
          </Checkbox>
        </>
      )}
    </div>
  );
}
