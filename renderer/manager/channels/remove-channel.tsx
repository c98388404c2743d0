import { Button } from 'react-aria-components';
import type { ChannelView } from '../../../electron/contract/channel.ts';
import { describeFailure } from '../../../electron/text/failure.ts';
import { say } from '../../../electron/text/say.ts';
import { useCommand } from '../../state/command.ts';
import { Message } from '../../ui/message.tsx';
import { Dialog, DialogFoot } from '../ui/dialog.tsx';

type RemoveChannelProps = { channel: ChannelView; onClose: () => void };

/** Asks before a channel is removed, and names what goes. */
export function RemoveChannel({ channel: { id, name }, onClose }: RemoveChannelProps) {
  const remove = useCommand('removeChannel');
  async function confirm() {
    const outcome = await remove.run({ channel: id });
    if (outcome.ok) onClose();
  }
  return (
    <Dialog title={say('channels.removeTitle', { name })} onClose={onClose} role="alertdialog">
      <p>{say('channels.removeHint')}</p>
      {remove.failure !== null && <Message tone="error" text={describeFailure(remove.failure)} />}
      <DialogFoot onCancel={onClose} focusesCancel>
        <Button className="button danger" isPending={remove.running} onPress={() => void confirm()}>
          {say('channels.remove')}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
