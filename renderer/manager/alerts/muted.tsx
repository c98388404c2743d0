import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { useMirror } from '../../state/mirror.ts';
import { changeAlerts } from './change-alerts.ts';

/** The sub-users about whom nothing is shown. */
export function Muted({ ids }: { ids: readonly number[] }) {
  const list = useMirror((mirror) => mirror.subUsers?.subUsers);
  const names = useMemo(() => new Map(list?.map(({ id, username }) => [id, username])), [list]);
  return (
    <>
      <h3 id="muted">Muted sub-users</h3>
      {ids.length === 0 ? (
        <p className="hint">None. Mute one by its menu in the list or on its notification.</p>
      ) : (
        <ul className="muted" aria-labelledby="muted">
          {ids.map((id) => {
            const name = names.get(id) ?? `No longer listed (${id})`;
            return (
              <li key={id}>
                <bdi>{name}</bdi>
                <Button
                  className="button"
                  aria-label={`Unmute ${name}`}
                  onPress={() => changeAlerts({ mutedSubUserIds: ids.filter((each) => each !== id) })}
                >
                  Unmute
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
