import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import { formatTraffic } from '../../../../electron/contract/traffic-text.ts';
import { useMirror } from '../../../state/mirror.ts';
import { Figure } from '../../../ui/figure.tsx';
import { Flag } from '../../../ui/flag.tsx';
import { limitMeaning } from '../texts.ts';

/** The first of them by name, so that a slip is seen. */
export function Names({ subUsers }: { subUsers: readonly SubUser[] }) {
  const shown = subUsers.slice(0, 8);
  const rest = subUsers.length - shown.length;
  return (
    <p className="names">
      {shown.map(({ id, username }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <bdi>{username}</bdi>
        </span>
      ))}
      {rest > 0 && ` and ${rest} more`}
    </p>
  );
}

type LimitFigureProps = {
  figure: number;
  onFigure: (figure: number) => void;
  unlimited: boolean;
  onUnlimited: (unlimited: boolean) => void;
};

export function LimitFigure({ figure, onFigure, unlimited, onUnlimited }: LimitFigureProps) {
  const locale = useMirror((mirror) => mirror.environment?.locale) ?? 'en';
  const hint =
    !unlimited && Number.isNaN(figure)
      ? 'Enter a number, or choose Unlimited. 0 blocks all traffic.'
      : limitMeaning(unlimited ? null : figure, false, locale).replace('May use', 'Each may use');
  return (
    <>
      <Figure
        label="Traffic limit (GB)"
        hint={hint}
        value={unlimited ? Number.NaN : figure}
        onChange={onFigure}
        isDisabled={unlimited}
      />
      <Flag name="Unlimited" chosen={unlimited} onChange={onUnlimited} />
    </>
  );
}

type DeleteFigureProps = { subUsers: readonly SubUser[]; figure: number; onFigure: (figure: number) => void };

export function DeleteFigure({ subUsers, figure, onFigure }: DeleteFigureProps) {
  const locale = useMirror((mirror) => mirror.environment?.locale) ?? 'en';
  const usedGb = subUsers.reduce((sum, { trafficGb }) => sum + (trafficGb ?? 0), 0);
  return (
    <>
      <p>
        Together they used {formatTraffic(usedGb, locale)}. Whatever runs under their names stops working at
        once, and their statistics go with them. This cannot be undone.
      </p>
      <Figure
        label={`Type ${subUsers.length} to delete them`}
        hint="The number of sub-users that go."
        value={figure}
        onChange={onFigure}
      />
    </>
  );
}
