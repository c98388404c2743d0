import { useState } from 'react';
import { Button, useLocale } from 'react-aria-components';
import type { ActivityEntry, Exchange } from '../../../electron/contract/activity.ts';
import { outcomeText, tryText } from '../../../electron/text/activity.ts';
import { describeFailure } from '../../../electron/text/failure.ts';
import { bodyText } from '../../../electron/text/request-body.ts';
import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { useRead } from '../../state/use-read.ts';
import { AnswerText } from './answer-text.tsx';

/** Shows what was sent, each try and the beginning of the answer. */
export function ExchangeDetails({ entry }: { entry: ActivityEntry }) {
  const { locale } = useLocale();
  const { number, request, outcome } = entry;
  // An entry that changed is another object.
  const exchange = useRead(() => bridge.command('readExchange', { number }), entry);
  const { method, path, body } = request;
  return (
    <section className="exchange" aria-label={say('activity.details', { number: `${number}` })}>
      <h2>{say('activity.request')}</h2>
      <pre className="code" dir="ltr">
        <code>
          {method} {path}
          {body !== null && `\n${bodyText(body, say('activity.support.hidden'))}`}
        </code>
      </pre>
      {exchange !== null && exchange.tries.length > 0 && (
        <>
          <h2>{say('activity.tries')}</h2>
          <ol className="exchange-tries">
            {exchange.tries.map((view, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: tries are only ever appended.
              <li key={index}>{tryText(view, index + 1, locale)}</li>
            ))}
          </ol>
        </>
      )}
      {typeof outcome === 'object' && (
        <>
          <h2>{say('activity.result')}</h2>
          <p>{outcomeText(outcome)}</p>
        </>
      )}
      <h2>{say('activity.answer')}</h2>
      <Answer entry={entry} exchange={exchange} />
      <CopyButtons number={number} />
    </section>
  );
}

function Answer({ entry, exchange }: { entry: ActivityEntry; exchange: Exchange | null }) {
  if (exchange === null) return <p className="hint">{say('action.reading')}</p>;
  const { answer } = exchange;
  if (answer === null) {
    const isToken = entry.request.call === 'login' && entry.outcome === 'done';
    return <p className="hint">{say(isToken ? 'activity.tokenAnswer' : 'activity.noAnswer')}</p>;
  }
  if (answer.text === '') return <p className="hint">{say('activity.emptyAnswer')}</p>;
  return <AnswerText answer={answer} cut={say('activity.cut')} />;
}

function CopyButtons({ number }: { number: number }) {
  const [said, setSaid] = useState('');
  async function copy(as: 'curl' | 'support', done: string) {
    const outcome = await bridge.command('copyExchange', { number, as });
    setSaid(
      outcome.ok
        ? done
        : outcome.failure.kind === 'not-found'
          ? say('activity.gone')
          : describeFailure(outcome.failure),
    );
  }
  return (
    <div className="exchange-foot">
      <Button className="button" onPress={() => void copy('curl', say('activity.curlCopied'))}>
        {say('activity.copyCurl')}
      </Button>
      <Button className="button" onPress={() => void copy('support', say('activity.supportCopied'))}>
        {say('activity.copySupport')}
      </Button>
      <span role="status" className="hint">
        {said}
      </span>
    </div>
  );
}
