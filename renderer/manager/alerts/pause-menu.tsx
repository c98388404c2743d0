import { ChevronDown } from 'lucide-react';
import { Button, useLocale } from 'react-aria-components';
import { isPaused, pauseUntil } from '../../../electron/contract/alert-pause.ts';
import { pausedUntilText, pauseLengths } from '../../../electron/text/pause.ts';
import { say } from '../../../electron/text/say.ts';
import { useNow } from '../../state/now.ts';
import { Menu } from '../ui/menu.tsx';
import { changeAlerts } from './change-alerts.ts';

/** Pauses and resumes alerts. */
export function PauseMenu({ pausedUntil }: { pausedUntil: number | null }) {
  const { locale } = useLocale();
  const now = useNow();
  if (isPaused(pausedUntil, now)) {
    return (
      <>
        <span className="hint">{pausedUntilText(pausedUntil, now, locale)}</span>
        <Button className="button" onPress={() => changeAlerts({ pausedUntil: null })}>
          {say('action.resume')}
        </Button>
      </>
    );
  }
  const actions = pauseLengths.map((length) => ({
    name: say(`pause.${length}`),
    run: () => changeAlerts({ pausedUntil: pauseUntil(length, Date.now()) }),
  }));
  const button = (
    <Button className="button">
      {say('inbox.pause')} <ChevronDown />
    </Button>
  );
  return <Menu button={button} actions={actions} />;
}
