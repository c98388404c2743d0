import { useState } from 'react';
import { Button, useLocale } from 'react-aria-components';
import type { ChannelView } from '../../../electron/contract/channel.ts';
import { channelAnswerText, channelStateText } from '../../../electron/text/channels.ts';
import { describeFailure } from '../../../electron/text/failure.ts';
import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { useCommand } from '../../state/command.ts';
import { useNow } from '../../state/now.ts';
import { choiceOf } from './choice.ts';
import { RemoveChannel } from './remove-channel.tsx';

type ChannelRowProps = { channel: ChannelView; onEdit: () => void };

/** Shows a channel: where it is, how it is, and what can be done with it. */
export function ChannelRow({ channel, onEdit }: ChannelRowProps) {
  const { locale } = useLocale();
  const now = useNow();
  const test = useCommand('testChannel');
  const [said, setSaid] = useState('');
  const [removes, setRemoves] = useState(false);
  const { id, name, service, host, paused, answer, failingSince } = channel;
  async function send() {
    setSaid(say('channels.testing'));
    const outcome = await test.run({ channel: id });
    setSaid(outcome.ok ? channelAnswerText(outcome.value) : describeFailure(outcome.failure));
  }
  const why = said === '' && failingSince !== null && answer !== null ? channelAnswerText(answer) : said;
  return (
    <li className="channel" aria-label={name}>
      <div className="channel-words">
        <p>
          <strong>
            <bdi>{name}</bdi>
          </strong>
          <span className={failingSince === null ? 'channel-state' : 'channel-state failing'}>
            {channelStateText(channel, now, locale)}
          </span>
        </p>
        <p className="hint">{say('channels.where', { service: say(`channels.service.${service}`), host })}</p>
        <p className="hint" role="status">
          {why}
        </p>
      </div>
      <span className="channel-actions">
        <Button className="button" isPending={test.running} onPress={() => void send()}>
          {say('channels.test')}
        </Button>
        <Button
          className="button"
          onPress={() =>
            void bridge.command('changeChannel', {
              channel: id,
              choice: { ...choiceOf(channel), paused: !paused },
            })
          }
        >
          {say(paused ? 'channels.resume' : 'channels.pause')}
        </Button>
        <Button className="button" onPress={onEdit}>
          {say('channels.edit')}
        </Button>
        <Button className="button" onPress={() => setRemoves(true)}>
          {say('channels.remove')}
        </Button>
      </span>
      {removes && <RemoveChannel channel={channel} onClose={() => setRemoves(false)} />}
    </li>
  );
}
