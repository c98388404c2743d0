import { useLocale } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import { limitMeaning } from '../../../electron/text/sub-users.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { NumberField } from '../ui/number-field.tsx';

/** Holds the form's values for a sub-user's limits. `limitGb` is NaN while the field is empty. */
export type Limits = { limitGb: number; unlimited: boolean; lifetime: boolean; disablesAtLimit: boolean };

/** Returns the API's number; null is unlimited. */
export function limitGbOf({ limitGb, unlimited }: Limits): number | null {
  return unlimited ? null : limitGb;
}

type LimitFieldsProps = {
  limits: Limits;
  onChange: (limits: Limits) => void;
  onType?: (typedGb: number) => void;
};

export function LimitFields({ limits, onChange, onType }: LimitFieldsProps) {
  const { locale } = useLocale();
  const limitGb = limitGbOf(limits);
  const meaning = Number.isNaN(limitGb) ? say('forms.limitHint') : limitMeaning(limitGb, limits, locale);
  return (
    <>
      <NumberField
        label={say('forms.limit')}
        hint={meaning}
        value={limits.unlimited ? Number.NaN : limits.limitGb}
        onChange={(value) => onChange({ ...limits, limitGb: value })}
        isDisabled={limits.unlimited}
        {...(onType !== undefined && { onType })}
      />
      <Checkbox
        name={say('forms.unlimited')}
        chosen={limits.unlimited}
        onChange={(unlimited) => onChange({ ...limits, unlimited })}
      />
      <Checkbox
        name={say('forms.lifetime')}
        hint={say('forms.lifetimeHint')}
        chosen={limits.lifetime}
        onChange={(lifetime) => onChange({ ...limits, lifetime })}
      />
      <Checkbox
        name={say('forms.disableAtLimit')}
        hint={say('forms.disableAtLimitHint')}
        chosen={limits.disablesAtLimit}
        onChange={(disablesAtLimit) => onChange({ ...limits, disablesAtLimit })}
      />
    </>
  );
}
