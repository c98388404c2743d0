import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import { useMirror } from '../mirror.ts';
import { SettingRow } from './setting-row.tsx';
import { useSaving } from './use-saving.ts';

/** Lists the muted sub-users, and unmutes them. */
export function Muted({ ids }: { ids: readonly number[] }) {
  const list = useMirror((mirror) => mirror.subUsers.subUsers);
  const { saved, save } = useSaving();
  const names = useMemo(() => new Map(list.map(({ id, username }) => [id, username])), [list]);
  const label = say('settings.muted');
  return (
    <SettingRow words={[label]} saved={saved}>
      <div className="setting-field">
        <span className="setting-label">{label}</span>
        {ids.length === 0 ? (
          <p className="setting-control hint">{say('settings.noneMuted')}</p>
        ) : (
          <ul className="setting-control muted" aria-label={label}>
            {ids.map((id) => {
              const name = names.get(id) ?? say('subUsers.unlisted', { id: `${id}` });
              return (
                <li key={id}>
                  <bdi>{name}</bdi>
                  <Button
                    className="button"
                    aria-label={say('settings.unmuteName', { name })}
                    onPress={() => save({ alerts: { mutedSubUserIds: ids.filter((each) => each !== id) } })}
                  >
                    {say('settings.unmute')}
                  </Button>
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </SettingRow>
  );
}
