import { useState } from 'react';
import { Button } from 'react-aria-components';
import { type Remedy, usernameIn } from '../../../electron/contract/connection-test.ts';
import type { EntryReport } from '../../../electron/contract/own-entry.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { describeFailure } from '../../../electron/text/failure.ts';
import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../mirror.ts';
import { changeSubUser } from '../sub-users/change.ts';
import { EntrySteps } from './entry-steps.tsx';
import { withNewSession, withWiderPlace } from './login-text.ts';
import { newSessionSeed } from './session-seed.ts';

type RemediesProps = {
  remedies: readonly Remedy[];
  login: string;
  onLogin: (login: string) => void;
  onClose: () => void;
};

/** Offers what can be done about a failure, as buttons. Those that change the username leave the next test to the user. */
export function Remedies({ remedies, login, onLogin, onClose }: RemediesProps) {
  const [said, setSaid] = useState<string | null>(null);
  const [checked, setChecked] = useState<EntryReport | null>(null);
  const subUser = useSubUserOf(login);
  const ownEntry = useMirror(({ settings }) => settings.ownEntry);
  const session = withNewSession(login, newSessionSeed());
  const wider = withWiderPlace(login);

  function change(to: string, done: string) {
    onLogin(to);
    setSaid(done);
  }
  async function leave(what: 'raise' | 'edit', { id }: SubUser) {
    onClose();
    await bridge.command('openManager', { target: { kind: 'sub-user', id, what } });
  }
  async function check(name: string) {
    const outcome = await bridge.command('checkEntry', { name });
    if (outcome.ok) setChecked(outcome.value);
    else setSaid(describeFailure(outcome.failure));
  }
  const enable = (which: SubUser) => {
    const words = { done: say('connectionTest.enabled'), undone: '' };
    return changeSubUser(which, { status: 'active' }, words, { onProblem: setSaid, onDone: setSaid });
  };
  const open = async () => {
    const outcome = await bridge.command('openLink', { to: 'dashboard' });
    if (!outcome.ok) setSaid(describeFailure(outcome.failure));
  };
  const runs: Record<Remedy, (() => unknown) | null> = {
    'set-password': subUser && (() => leave('edit', subUser)),
    'raise-limit': subUser && (() => leave('raise', subUser)),
    enable: subUser && (() => enable(subUser)),
    dashboard: open,
    'new-session': session === null ? null : () => change(session, say('connectionTest.sessionChanged')),
    'wider-place': wider === null ? null : () => change(wider, say('connectionTest.placeChanged')),
    'check-entry': ownEntry === null ? null : () => check(ownEntry),
  };
  return (
    <>
      <div className="remedies">
        {remedies.map((remedy) => {
          const run = runs[remedy];
          return (
            run !== null && (
              <Button key={remedy} className="button" onPress={() => void run()}>
                {say(`connectionTest.remedy.${remedy}`)}
              </Button>
            )
          );
        })}
      </div>
      <p role="status" className="hint">
        {said}
      </p>
      {checked !== null && <EntrySteps report={checked} />}
    </>
  );
}

function useSubUserOf(login: string): SubUser | null {
  const username = usernameIn(login);
  return useMirror(({ subUsers }) => subUsers.subUsers.find((each) => each.username === username) ?? null);
}
