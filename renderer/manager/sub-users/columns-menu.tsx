import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { ColumnChoice } from '../../../electron/contract/settings.ts';
import { columnName } from '../../../electron/text/grid.ts';
import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../mirror.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { wholeChoice, withMoved, withShown } from './grid/column-choice.ts';

/** Chooses which columns the grid shows, and in which order. */
export function ColumnsMenu() {
  const choice = useMirror(({ settings }) => settings.subUserColumns);
  const change = (subUserColumns: ColumnChoice) => void bridge.command('changeSettings', { subUserColumns });
  const all = wholeChoice(choice);
  return (
    <DialogTrigger>
      <Button className="button quiet">
        <Columns3 />
        {say('grid.columns')}
      </Button>
      <Popover className="floating" placement="bottom end">
        <Dialog className="columns-menu" aria-label={say('grid.columns')}>
          {all.map(({ id, shown }, index) => (
            <div key={id} className="column-choice">
              {id === 'username' ? (
                <span className="column-fixed">{columnName(id)}</span>
              ) : (
                <Checkbox
                  name={columnName(id)}
                  chosen={shown}
                  onChange={(next) => change(withShown(choice, id, next))}
                />
              )}
              <Button
                className="icon-button"
                aria-label={say('grid.moveUp', { column: columnName(id) })}
                isDisabled={index === 0}
                onPress={() => change(withMoved(choice, id, -1))}
              >
                <ArrowUp />
              </Button>
              <Button
                className="icon-button"
                aria-label={say('grid.moveDown', { column: columnName(id) })}
                isDisabled={index === all.length - 1}
                onPress={() => change(withMoved(choice, id, 1))}
              >
                <ArrowDown />
              </Button>
            </div>
          ))}
          <Button className="button" onPress={() => change([])}>
            {say('grid.resetColumns')}
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
