import { useState } from 'react';
import type { ChannelView } from '../../../electron/contract/channel.ts';
import { describeFailure } from '../../../electron/text/failure.ts';
import { say } from '../../../electron/text/say.ts';
import { useCommand } from '../../state/command.ts';
import { Message } from '../../ui/message.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { choiceOf, isChoice } from './choice.ts';
import { ChoiceFields } from './choice-fields.tsx';

type EditChannelProps = { channel: ChannelView; onClose: () => void };

/** Edits what is sent to a channel. Its address is a secret that no window reads again. */
export function EditChannel({ channel, onClose }: EditChannelProps) {
  const [first] = useState(() => choiceOf(channel));
  const [choice, setChoice] = useState(first);
  const change = useCommand('changeChannel');
  async function submit() {
    const outcome = await change.run({ channel: channel.id, choice });
    if (outcome.ok) onClose();
  }
  return (
    <FormDialog
      title={say('channels.editTitle', { name: channel.name })}
      submit={say('channels.save')}
      onSubmit={submit}
      onClose={onClose}
      isPending={change.running}
      isDisabled={!isChoice(choice)}
      isDirty={choice !== first}
    >
      <p className="hint">{say('channels.kept', { host: channel.host })}</p>
      <ChoiceFields choice={choice} onChange={setChoice} />
      {change.failure !== null && <Message tone="error" text={describeFailure(change.failure)} />}
    </FormDialog>
  );
}
