import { Eye, EyeOff, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { useKeptNames } from './use-kept-names.ts';

/** Lists the sub-users whose passwords are kept on this computer, each shown after a click. */
export function KeptPasswords({ round, onForgotten }: { round: number; onForgotten: () => void }) {
  const usernames = useKeptNames(round);
  if (usernames === null) return null;
  return (
    <section className="kept-passwords" aria-labelledby="kept-passwords">
      <h2 id="kept-passwords">{say('connection.kept')}</h2>
      {usernames.length === 0 ? (
        <p className="hint">{say('connection.keptNone')}</p>
      ) : (
        <ul>
          {usernames.map((username) => (
            <KeptPassword key={username} username={username} onForgotten={onForgotten} />
          ))}
        </ul>
      )}
    </section>
  );
}

function KeptPassword({ username, onForgotten }: { username: string; onForgotten: () => void }) {
  const [shown, setShown] = useState<string | null>(null);
  async function reveal() {
    const outcome = await bridge.command('revealPassword', { username });
    setShown(outcome.ok ? (outcome.value.password ?? say('connection.unreadable')) : null);
  }
  async function forget() {
    await bridge.command('forgetPassword', { username });
    onForgotten();
  }
  return (
    <li>
      <bdi>{username}</bdi>
      <span className="kept-password" role="status">
        {shown}
      </span>
      <Button
        className="icon-button"
        aria-label={say(shown === null ? 'connection.reveal' : 'connection.hide', { name: username })}
        onPress={() => (shown === null ? void reveal() : setShown(null))}
      >
        {shown === null ? <Eye /> : <EyeOff />}
      </Button>
      <Button
        className="icon-button"
        aria-label={say('connection.forget', { name: username })}
        onPress={() => void forget()}
      >
        <Trash2 />
      </Button>
    </li>
  );
}
