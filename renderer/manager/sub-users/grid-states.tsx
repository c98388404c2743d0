import { Button } from 'react-aria-components';
import { columnName } from '../../../electron/text/grid.ts';
import { say } from '../../../electron/text/say.ts';
import { useMirror } from '../mirror.ts';
import { layColumns } from './grid/column-layout.ts';

const skeletonRows = Array.from({ length: 12 }, (_, row) => row);
const usualWidthPx = 900;

/** Shows the headings and placeholders of rows while the list is read for the first time. */
export function GridSkeleton() {
  const choice = useMirror(({ settings }) => settings.subUserColumns);
  const columns = layColumns(choice, usualWidthPx);
  const template = columns.map(({ widthPx }) => `${widthPx}px`).join(' ');
  return (
    <div className="grid-frame skeleton" role="status" aria-label={say('grid.loading')}>
      <div className="grid-row" style={{ gridTemplateColumns: template }} aria-hidden="true">
        {columns.map(({ id }) => (
          <span key={id} className={`heading ${id}`}>
            {id === 'actions' ? '' : columnName(id)}
          </span>
        ))}
      </div>
      {skeletonRows.map((row) => (
        <div key={row} className="grid-row" style={{ gridTemplateColumns: template }} aria-hidden="true">
          {columns.map(({ id }) => (
            <span key={id} className="cell">
              {id !== 'actions' && id !== 'select' && <span className="bone" />}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}

type NoSubUsersProps = { onNew: () => void; onImport: () => void };

/** Shows what to do in an account without sub-users. */
export function NoSubUsers({ onNew, onImport }: NoSubUsersProps) {
  return (
    <div className="grid-empty">
      <h2>{say('grid.empty')}</h2>
      <p className="hint">{say('grid.emptyHint')}</p>
      <div className="grid-empty-actions">
        <Button className="button" onPress={onNew}>
          {say('subUsers.create')}
        </Button>
        <Button className="button" onPress={onImport}>
          {say('subUsers.import')}
        </Button>
      </div>
    </div>
  );
}

/** Says that the search and the filter leave nothing, and ends them. */
export function NoMatch({ onShowAll }: { onShowAll: () => void }) {
  return (
    <div className="grid-empty" role="status">
      <p>{say('grid.noMatch')}</p>
      <Button className="button" onPress={onShowAll}>
        {say('grid.showAll')}
      </Button>
    </div>
  );
}
