import { useMirror } from '../../state/mirror.ts';
import { Figure } from '../../ui/figure.tsx';
import { Flag } from '../../ui/flag.tsx';
import { limitMeaning } from './texts.ts';

/** What the form holds of a sub-user's limits. `limitGb` is NaN while the field is empty. */
export type Limits = { limitGb: number; unlimited: boolean; lifetime: boolean; disablesAtLimit: boolean };

/** The API's number: null is unlimited. */
export function limitGbOf({ limitGb, unlimited }: Limits): number | null {
  return unlimited ? null : limitGb;
}

type LimitFieldsProps = { limits: Limits; onChange: (limits: Limits) => void };

export function LimitFields({ limits, onChange }: LimitFieldsProps) {
  const locale = useMirror((mirror) => mirror.environment?.locale) ?? 'en';
  const limitGb = limitGbOf(limits);
  const meaning = Number.isNaN(limitGb)
    ? 'Enter a number, or choose Unlimited. 0 blocks all traffic.'
    : limitMeaning(limitGb, limits.lifetime, locale);
  return (
    <>
      <Figure
        label="Traffic limit (GB)"
        hint={meaning}
        value={limits.unlimited ? Number.NaN : limits.limitGb}
        onChange={(value) => onChange({ ...limits, limitGb: value })}
        isDisabled={limits.unlimited}
      />
      <Flag
        name="Unlimited"
        chosen={limits.unlimited}
        onChange={(unlimited) => onChange({ ...limits, unlimited })}
      />
      <Flag
        name="Lifetime"
        hint="Traffic and limit count from the beginning and are not reset each month."
        chosen={limits.lifetime}
        onChange={(lifetime) => onChange({ ...limits, lifetime })}
      />
      <Flag
        name="Disable at limit"
        hint="Without it a sub-user goes on using traffic beyond its limit."
        chosen={limits.disablesAtLimit}
        onChange={(disablesAtLimit) => onChange({ ...limits, disablesAtLimit })}
      />
    </>
  );
}
