import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import {
  isPaused,
  type PauseLength,
  pauseNames,
  pauseUntil,
} from '../../../electron/contract/alert-pause.ts';
import { formatMoment } from '../../../electron/contract/time-text.ts';
import { useNow } from '../../state/now.ts';
import { changeAlerts } from './change-alerts.ts';

type PauseMenuProps = { pausedUntil: number | null; locale: string };

/** Some peace, and its end. */
export function PauseMenu({ pausedUntil, locale }: PauseMenuProps) {
  const now = useNow();
  if (isPaused(pausedUntil, now)) {
    return (
      <>
        <span className="hint">Paused until {formatMoment(pausedUntil, now, locale)}</span>
        <Button className="button" onPress={() => changeAlerts({ pausedUntil: null })}>
          Resume
        </Button>
      </>
    );
  }
  return (
    <MenuTrigger>
      <Button className="button">
        Pause <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="floating" placement="bottom end">
        <Menu
          className="options"
          onAction={(key) => changeAlerts({ pausedUntil: pauseUntil(key as PauseLength, Date.now()) })}
        >
          {(Object.keys(pauseNames) as PauseLength[]).map((length) => (
            <MenuItem key={length} id={length} className="option">
              {pauseNames[length]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
