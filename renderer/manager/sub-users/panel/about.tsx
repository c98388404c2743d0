import { useLocale } from 'react-aria-components';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import { say } from '../../../../electron/text/say.ts';
import { formatDate } from '../../../../electron/text/time.ts';
import { unknownText } from '../../../../electron/text/traffic.ts';

/** Shows what is set for a sub-user and changes seldom. */
export function About({ subUser: { disablesAtLimit, lifetime, createdAt } }: { subUser: SubUser }) {
  const { locale } = useLocale();
  const atLimit =
    disablesAtLimit === null ? null : disablesAtLimit ? say('grid.stops') : say('grid.keepsRunning');
  const counts = lifetime === null ? null : lifetime ? say('grid.lifetime') : say('grid.eachMonth');
  return (
    <section className="panel-about" aria-label={say('panel.about')}>
      <dl>
        <dt>{say('panel.atLimit')}</dt>
        <dd>{atLimit ?? unknownText}</dd>
        <dt>{say('panel.counts')}</dt>
        <dd>{counts ?? unknownText}</dd>
        <dt>{say('panel.created')}</dt>
        <dd>{createdAt === null ? unknownText : formatDate(createdAt, locale)}</dd>
      </dl>
    </section>
  );
}
