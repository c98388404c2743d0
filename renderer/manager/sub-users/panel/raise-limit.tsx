import { ChevronDown } from 'lucide-react';
import { Button, useLocale } from 'react-aria-components';
import type { Forecast } from '../../../../electron/contract/forecast.ts';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import { say } from '../../../../electron/text/say.ts';
import { formatLimitGb } from '../../../../electron/text/traffic.ts';
import { Menu } from '../../ui/menu.tsx';
import { changeSubUser, limitWords } from '../change.ts';
import type { Notices } from '../notices.tsx';
import type { Ask } from '../open.ts';
import { raisedLimitGb } from '../raised-limit.ts';
import { useOwnLimits } from '../use-own-limits.ts';
import { type RaiseOption, raiseGb, raiseOptions, raisePercent } from './raise-options.ts';

type RaiseLimitProps = {
  subUser: SubUser;
  forecast: Forecast | null;
  onOpen: (ask: Ask) => void;
  notices: Notices;
};

/** Raises a limit: the button opens the form with a higher one filled in, the menu sets one at once. */
export function RaiseLimit({ subUser, forecast, onOpen, notices }: RaiseLimitProps) {
  const { locale } = useLocale();
  const { trafficGb } = subUser;
  const limit = useOwnLimits().get(subUser.id) ?? subUser.limit;
  if (limit.kind !== 'gb') return null;
  const { limitGb } = limit;
  const options = raiseOptions(limitGb, trafficGb, forecast);
  const edit = (raiseToGb: number | null) => onOpen({ kind: 'edit', subUser, raiseToGb });
  const more = (
    <Button className="button primary split-more" aria-label={say('panel.raiseOptions')}>
      <ChevronDown />
    </Button>
  );
  return (
    <span className="split-button">
      <Button className="button primary" onPress={() => edit(raisedLimitGb(limitGb, trafficGb))}>
        {say('panel.raiseLimit')}
      </Button>
      <Menu
        button={more}
        actions={[
          ...options.map((option) => ({
            name: optionText(option, locale),
            run: () =>
              void changeSubUser(
                subUser,
                { limitGb: option.limitGb },
                limitWords(subUser, option.limitGb, locale),
                notices,
              ),
          })),
          { name: say('panel.raiseOther'), run: () => edit(null) },
        ]}
      />
    </span>
  );
}

function optionText({ by, limitGb }: RaiseOption, locale: string): string {
  const limit = formatLimitGb(limitGb, locale);
  switch (by) {
    case 'percent':
      return say('panel.raisePercent', { percent: `${raisePercent}`, limit });
    case 'gb':
      return say('panel.raiseGb', { gb: `${raiseGb}`, limit });
    case 'forecast':
      return say('panel.raiseToForecast', { limit });
  }
}
