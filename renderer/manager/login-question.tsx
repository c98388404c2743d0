import type { ReactNode } from 'react';
import { describeFailure } from '../../electron/text/failure.ts';
import { say } from '../../electron/text/say.ts';
import { bridge } from '../state/bridge.ts';
import { Banner } from '../ui/banner.tsx';
import { useMirror } from './mirror.ts';
import { useStartAtLogin } from './use-start-at-login.ts';

/** Asks once, after the first sign-in, whether to start with the session. The next question waits for the answer. */
export function LoginQuestion({ next }: { next: ReactNode }) {
  const asked = useMirror((mirror) => mirror.settings.askedStartAtLogin);
  const { state, failure, change } = useStartAtLogin();
  if (state === null) return null;
  if (asked || state !== 'off') return next;
  const done = () => void bridge.command('changeSettings', { askedStartAtLogin: true });
  return (
    <aside className="surroundings" aria-label={say('settings.aboutStart')}>
      <Banner tone="plain">
        <p>{failure === null ? say('settings.startQuestion') : describeFailure(failure)}</p>
        <button
          type="button"
          className="button"
          onClick={() => void change(true).then((isDone) => isDone && done())}
        >
          {say('settings.startAtLogin')}
        </button>
        <button type="button" className="button" onClick={done}>
          {say('settings.notNow')}
        </button>
      </Banner>
    </aside>
  );
}
