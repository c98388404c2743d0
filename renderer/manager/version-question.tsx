import { say } from '../../electron/text/say.ts';
import { bridge } from '../state/bridge.ts';
import { Banner } from '../ui/banner.tsx';
import { useMirror } from './mirror.ts';

/** Asks once whether to look for new versions. Nothing is sent before the answer. */
export function VersionQuestion() {
  const versionCheck = useMirror((mirror) => mirror.settings.versionCheck);
  const unavailable = useMirror((mirror) => mirror.releases.unavailable);
  if (versionCheck !== 'unasked' || unavailable !== null) return null;
  const answer = (wanted: 'on' | 'off') => void bridge.command('changeSettings', { versionCheck: wanted });
  return (
    <aside className="surroundings" aria-label={say('releases.about')}>
      <Banner tone="plain">
        <p>{say('releases.question')}</p>
        <button type="button" className="button" onClick={() => answer('on')}>
          {say('releases.yes')}
        </button>
        <button type="button" className="button" onClick={() => answer('off')}>
          {say('releases.no')}
        </button>
      </Banner>
    </aside>
  );
}
