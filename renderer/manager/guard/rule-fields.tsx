import { parseTime } from '@internationalized/date';
import { DateInput, DateSegment, Label, Text, TimeField } from 'react-aria-components';
import { areHours } from '../../../electron/contract/guard.ts';
import { say } from '../../../electron/text/say.ts';
import { Combo } from '../ui/combo.tsx';
import { Select } from '../ui/select.tsx';
import { BoundedNumber } from './bounded-number.tsx';
import { capBounds, shareBounds } from './bounds.ts';
import { PackFields } from './pack-fields.tsx';
import type { RuleDraft } from './rule-draft.ts';
import { useSaid } from './use-said.ts';

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')].map((id) => ({ id, name: id }));

type RuleFieldsProps = { draft: RuleDraft; onChange: (part: Partial<RuleDraft>) => void };

/** Edits what is particular to a kind of rule. */
export function RuleFields({ draft, onChange }: RuleFieldsProps) {
  const { kind } = draft;
  if (kind === 'brake') return <BrakeFields draft={draft} onChange={onChange} />;
  if (kind === 'unusual-day') return <Acts draft={draft} onChange={onChange} />;
  return (
    <>
      {kind === 'packs' && <PackFields packs={draft.packs} onChange={(packs) => onChange({ packs })} />}
      <div className="rule-fields">
        {kind === 'daily-cap' && (
          <BoundedNumber
            label={say('guard.cap')}
            hint={say('guard.capHint')}
            value={draft.capGb}
            bounds={capBounds}
            onChange={(capGb) => onChange({ capGb })}
          />
        )}
        {kind === 'hours-off' && <HoursFields draft={draft} onChange={onChange} />}
        <Combo
          label={say('guard.zone')}
          items={zones}
          chosen={draft.zone}
          placeholder=""
          onChange={(zone) => zone !== '' && onChange({ zone })}
        />
      </div>
    </>
  );
}

function HoursFields({ draft, onChange }: RuleFieldsProps) {
  const { said, onBlur } = useSaid(areHours(draft) ? undefined : say('guard.noHours'));
  return (
    <>
      <TimeOfDay
        label={say('guard.from')}
        time={draft.from}
        onChange={(from) => onChange({ from })}
        onBlur={onBlur}
      />
      <TimeOfDay
        label={say('guard.to')}
        time={draft.to}
        onChange={(to) => onChange({ to })}
        onBlur={onBlur}
        problem={said}
      />
    </>
  );
}

function BrakeFields({ draft, onChange }: RuleFieldsProps) {
  const names = { share: say('guard.at.share'), forecast: say('guard.at.forecast') };
  return (
    <>
      <Select label={say('guard.at')} names={names} chosen={draft.at} onChange={(at) => onChange({ at })} />
      {draft.at === 'share' && (
        <BoundedNumber
          label={say('guard.percent')}
          hint={say('guard.percentHint')}
          value={draft.percent}
          bounds={shareBounds}
          onChange={(percent) => onChange({ percent })}
        />
      )}
      <Acts draft={draft} onChange={onChange} />
    </>
  );
}

function Acts({ draft, onChange }: RuleFieldsProps) {
  const names = { itself: say('guard.acts.itself'), 'after-click': say('guard.acts.after-click') };
  return (
    <Select
      label={say('guard.acts')}
      names={names}
      chosen={draft.acts}
      onChange={(acts) => onChange({ acts })}
    />
  );
}

type TimeOfDayProps = {
  label: string;
  time: string;
  onChange: (time: string) => void;
  onBlur: () => void;
  problem?: string | undefined;
};

/** Edits a time of the day, `HH:MM`. */
function TimeOfDay({ label, time, onChange, onBlur, problem }: TimeOfDayProps) {
  return (
    <TimeField
      className="field"
      value={parseTime(time)}
      onChange={(value) => value !== null && onChange(value.toString().slice(0, 5))}
      onBlur={onBlur}
      isInvalid={problem !== undefined}
    >
      <Label>{label}</Label>
      <DateInput className="date-input">
        {(segment) => <DateSegment className="segment" segment={segment} />}
      </DateInput>
      {problem !== undefined && (
        <Text slot="description" className="problem">
          {problem}
        </Text>
      )}
    </TimeField>
  );
}
