import { useLocale } from 'react-aria-components';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import { bulkDeleteText, bulkTexts, typeCountText } from '../../../../electron/text/bulk.ts';
import { formTexts, limitMeaning } from '../../../../electron/text/sub-users.ts';
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
      ? formTexts.limitHint
      : limitMeaning(unlimited ? null : figure, { lifetime: false, each: true }, locale);
  return (
    <>
      <NumberField
        label={formTexts.limit}
        hint={hint}
        value={unlimited ? Number.NaN : figure}
        onChange={onFigure}
        onType={onType}
        isDisabled={unlimited}
      />
      <Checkbox name={formTexts.unlimited} chosen={unlimited} onChange={onUnlimited} />
    </>
  );
}

type DeleteFigureProps = { subUsers: readonly SubUser[]; figure: number; onFigure: (figure: number) => void };

export function DeleteFigure({ subUsers, figure, onFigure }: DeleteFigureProps) {
  const { locale } = useLocale();
  const usedGb = subUsers.reduce((sum, { trafficGb }) => sum + (trafficGb ?? 0), 0);
  return (
    <>
      <p>{bulkDeleteText(usedGb, locale)}</p>
      <NumberField
        label={typeCountText(subUsers.length)}
        hint={bulkTexts.deleteHint}
        value={figure}
        onChange={onFigure}
      />
    </>
  );
}
