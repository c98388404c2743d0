import { useLocale } from 'react-aria-components';
import { formTexts, limitMeaning } from '../../../electron/text/sub-users.ts';
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
  const meaning = Number.isNaN(limitGb) ? formTexts.limitHint : limitMeaning(limitGb, limits, locale);
  return (
    <>
      <NumberField
        label={formTexts.limit}
        hint={meaning}
        value={limits.unlimited ? Number.NaN : limits.limitGb}
        onChange={(value) => onChange({ ...limits, limitGb: value })}
        isDisabled={limits.unlimited}
        {...(onType !== undefined && { onType })}
      />
      <Checkbox
        name={formTexts.unlimited}
        chosen={limits.unlimited}
        onChange={(unlimited) => onChange({ ...limits, unlimited })}
      />
      <Checkbox
        name={formTexts.lifetime}
        hint={formTexts.lifetimeHint}
        chosen={limits.lifetime}
        onChange={(lifetime) => onChange({ ...limits, lifetime })}
      />
      <Checkbox
        name={formTexts.disableAtLimit}
        hint={formTexts.disableAtLimitHint}
        chosen={limits.disablesAtLimit}
        onChange={(disablesAtLimit) => onChange({ ...limits, disablesAtLimit })}
      />
    </>
  );
}
