import { describeFailure } from '../../../electron/text/failure.ts';
import { say } from '../../../electron/text/say.ts';
import { useCommand } from '../../state/command.ts';
import { Banner } from '../../ui/banner.tsx';
import { useMirror } from '../mirror.ts';
import { CodedText } from '../ui/coded-text.tsx';

/** Shows that a newer version is out, and opens the page that has it. */
export function NewVersion() {
  const { newer } = useMirror((mirror) => mirror.releases);
  const own = useMirror((mirror) => mirror.environment.version);
  const { run, failure } = useCommand('openLink');
  if (newer === null) return null;
  const { version, command } = newer;
  return (
    <aside className="surroundings" aria-label={say('releases.newer')}>
      <Banner tone="plain">
        <p>
          {say('releases.newerText', { version, own })}{' '}
          {command !== null && <CodedText text={say('releases.newerCommand', { command })} />}
          {failure !== null && ` ${describeFailure(failure)}`}
        </p>
        <button type="button" className="button" onClick={() => void run({ to: 'releases' })}>
          {say('releases.openPage')}
        </button>
      </Banner>
    </aside>
  );
}
