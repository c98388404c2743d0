import { useLocale } from 'react-aria-components';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import { say } from '../../../../electron/text/say.ts';
import { limitMeaning } from '../../../../electron/text/sub-users.ts';
import { formatTraffic } from '../../../../electron/text/traffic.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { NameList } from '../../ui/name-list.tsx';
import { NumberField } from '../../ui/number-field.tsx';

/** Shows the first names, so that a mistake is noticed. */
export function Names({ subUsers }: { subUsers: readonly SubUser[] }) {
  return (
    <p className="names">
      <NameList subUsers={subUsers} most={8} />
    </p>
  );
}

type LimitFigureProps = {
  figure: number;
  onFigure: (figure: number) => void;
  onType: (typed: number) => void;
  unlimited: boolean;
  onUnlimited: (unlimited: boolean) => void;
};

export function LimitFigure({ figure, onFigure, onType, unlimited, onUnlimited }: LimitFigureProps) {
  const { locale } = useLocale();
  const hint =
    !unlimited && Number.isNaN(figure)
      ? say('forms.limitHint')
      : limitMeaning(unlimited ? null : figure, { lifetime: false, each: true }, locale);
  return (
    <>
      <NumberField
        label={say('forms.limit')}
        hint={hint}
        value={unlimited ? Number.NaN : figure}
        onChange={onFigure}
        onType={onType}
        isDisabled={unlimited}
      />
      <Checkbox name={say('forms.unlimited')} chosen={unlimited} onChange={onUnlimited} />
    </>
  );
}

type DeleteFigureProps = { subUsers: readonly SubUser[]; figure: number; onFigure: (figure: number) => void };

export function DeleteFigure({ subUsers, figure, onFigure }: DeleteFigureProps) {
  const { locale } = useLocale();
  const usedGb = subUsers.reduce((sum, { trafficGb }) => sum + (trafficGb ?? 0), 0);
  return (
    <>
      <p>{say('bulk.delete', { used: formatTraffic(usedGb, locale) })}</p>
      <NumberField
        label={say('bulk.typeCount', { count: `${subUsers.length}` })}
        hint={say('bulk.typeCountHint')}
        value={figure}
        onChange={onFigure}
      />
    </>
  );
}
