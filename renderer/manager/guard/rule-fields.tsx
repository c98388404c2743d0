import { parseTime } from '@internationalized/date';
import { DateInput, DateSegment, Label, TimeField } from 'react-aria-components';
import { leastCapGb } from '../../../electron/contract/guard.ts';
import { say } from '../../../electron/text/say.ts';
import { Combo } from '../ui/combo.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';
import { PackFields } from './pack-fields.tsx';
import type { RuleDraft } from './rule-draft.ts';

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
          <NumberField
            label={say('guard.cap')}
            hint={say('guard.capHint')}
            value={draft.capGb}
            least={leastCapGb}
            onChange={(capGb) => onChange({ capGb })}
            onType={(capGb) => onChange({ capGb })}
          />
        )}
        {kind === 'hours-off' && (
          <>
            <TimeOfDay label={say('guard.from')} time={draft.from} onChange={(from) => onChange({ from })} />
            <TimeOfDay label={say('guard.to')} time={draft.to} onChange={(to) => onChange({ to })} />
          </>
        )}
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

function BrakeFields({ draft, onChange }: RuleFieldsProps) {
  const names = { share: say('guard.at.share'), forecast: say('guard.at.forecast') };
  return (
    <>
      <Select label={say('guard.at')} names={names} chosen={draft.at} onChange={(at) => onChange({ at })} />
      {draft.at === 'share' && (
        <NumberField
          label={say('guard.percent')}
          hint={say('guard.percentHint')}
          value={draft.percent}
          least={1}
          most={1_000}
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

type TimeOfDayProps = { label: string; time: string; onChange: (time: string) => void };

/** Edits a time of the day, `HH:MM`. */
function TimeOfDay({ label, time, onChange }: TimeOfDayProps) {
  return (
    <TimeField
      className="field"
      value={parseTime(time)}
      onChange={(value) => value !== null && onChange(value.toString().slice(0, 5))}
    >
      <Label>{label}</Label>
      <DateInput className="date-input">
        {(segment) => <DateSegment className="segment" segment={segment} />}
      </DateInput>
    </TimeField>
  );
}
