import { Button, useLocale } from 'react-aria-components';
import type { GuardHeldView } from '../../../../electron/contract/guard-view.ts';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import { limitText } from '../../../../electron/text/limit.ts';
import { say } from '../../../../electron/text/say.ts';
import { unknownText } from '../../../../electron/text/traffic.ts';
import { useResume } from '../../guard/use-resume.ts';
import { useMirror } from '../../mirror.ts';
import { request } from '../../requests.ts';
import { openPage } from '../../view.ts';

/** Shows what Guard keeps of a sub-user beside its own limit; nothing where no rule names it. */
export function Guarded({ subUser: { id } }: { subUser: SubUser }) {
  const held = useMirror((mirror) => mirror.guard?.held.find((each) => each.id === id));
  return held === undefined ? null : <Held held={held} />;
}

function Held({ held: { id, username, own, left, paused } }: { held: GuardHeldView }) {
  const { locale } = useLocale();
  const resume = useResume();
  const isPaused = paused.limit || paused.status;
  return (
    <section className="panel-about" aria-label={say('guard.title')}>
      <dl>
        <dt>{say('guard.ownLimit')}</dt>
        <dd>{limitText(own.limit, locale, unknownText)}</dd>
        <dt>{say('guard.guardLimit')}</dt>
        <dd>{limitText(left.limit, locale, unknownText)}</dd>
      </dl>
      {isPaused && <p className="hint">{say('guard.pausedHere')}</p>}
      {resume.problem !== null && (
        <p className="problem" role="alert">
          {resume.problem}
        </p>
      )}
      <div className="panel-guard-actions">
        {isPaused && (
          <Button className="button" onPress={() => void resume.run([id])}>
            {say('guard.resumeHere')}
          </Button>
        )}
        <Button className="quiet-link" onPress={() => openPage('guard')}>
          {say('guard.open')}
        </Button>
        <Button
          className="quiet-link"
          onPress={() => {
            request({ journalOf: username });
            openPage('guard');
          }}
        >
          {say('guard.openJournal')}
        </Button>
      </div>
    </section>
  );
}
