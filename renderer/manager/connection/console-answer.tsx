import { useLocale } from 'react-aria-components';
import type { ApiCall } from '../../../electron/contract/activity.ts';
import type { ConsoleAnswer } from '../../../electron/contract/console.ts';
import { callText, formatBytes, formatElapsed, statusText } from '../../../electron/text/activity.ts';
import { say } from '../../../electron/text/say.ts';
import { formatMoment } from '../../../electron/text/time.ts';
import { WriteFailure } from '../sub-users/write-failure.tsx';
import { AnswerText } from './answer-text.tsx';

/** Holds an answer with the call that it is to. */
export type AnsweredCall = { call: ApiCall; answer: ConsoleAnswer };

type AnswerPanelProps = { answered: AnsweredCall | null; isSending: boolean };

/** Shows what came of the last call: its status, why it failed, and what the API answered, as text. */
export function AnswerPanel({ answered, isSending }: AnswerPanelProps) {
  const shown = isSending ? null : answered;
  return (
    <section className="console-answer" aria-label={say('apiConsole.answer')}>
      {shown !== null && <h2>{callText(shown.call)}</h2>}
      <p role="status" className="console-status">
        {isSending && say('apiConsole.sending')}
        {shown !== null && <Sent {...shown.answer} />}
      </p>
      {answered === null && !isSending && (
        <div className="activity-empty">
          <h2>{say('apiConsole.empty')}</h2>
          <p className="hint">{say('apiConsole.emptyHint')}</p>
        </div>
      )}
      {shown !== null && <Body {...shown.answer} />}
    </section>
  );
}

function Sent({ tries, failure }: ConsoleAnswer) {
  const { locale } = useLocale();
  const last = tries.at(-1);
  // A login that was under way anyway answered it.
  if (last === undefined) return failure === null ? null : say('apiConsole.notSent');
  return say(
    'apiConsole.sent',
    {
      status: statusText(last.status),
      duration: formatElapsed(
        tries.reduce((sum, { durationMs }) => sum + durationMs, 0),
        locale,
      ),
      size: formatBytes(last.bytes, locale),
      count: tries.length,
    },
    locale,
  );
}

function Body({ failure, answer, token, tries }: ConsoleAnswer) {
  const { locale } = useLocale();
  return (
    <>
      <WriteFailure failure={failure} />
      {token !== null && (
        <>
          <p>{say('apiConsole.token')}</p>
          <dl className="console-token">
            <dt>{say('apiConsole.userId')}</dt>
            <dd>{token.accountId}</dd>
            <dt>{say('apiConsole.validUntil')}</dt>
            <dd>{formatMoment(token.expiresAt, Date.now(), locale)}</dd>
          </dl>
        </>
      )}
      {answer !== null && answer.text !== '' && <AnswerText answer={answer} cut={say('apiConsole.cut')} />}
      {answer?.text === '' && tries.length > 0 && <p className="hint">{say('apiConsole.emptyAnswer')}</p>}
    </>
  );
}
