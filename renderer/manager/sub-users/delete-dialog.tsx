import { Button } from 'react-aria-components';
import { describeFailure } from '../../../electron/contract/failure-text.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { formatTraffic } from '../../../electron/contract/traffic-text.ts';
import { useCommand } from '../../state/command.ts';
import { useMirror } from '../../state/mirror.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';

type DeleteDialogProps = { subUser: SubUser; onClose: () => void };

/** Asks before a sub-user is deleted, and names what goes. */
export function DeleteDialog({ subUser, onClose }: DeleteDialogProps) {
  const locale = useMirror((mirror) => mirror.environment?.locale) ?? 'en';
  const remove = useCommand('deleteSubUser');
  const { username, trafficGb, lifetime } = subUser;
  const period = lifetime ? 'in its life' : 'this month';

  async function confirm() {
    const outcome = await remove.run({ id: subUser.id });
    if (outcome.ok) onClose();
  }

  return (
    <Dialog title={`Delete ${username}?`} onClose={onClose} role="alertdialog">
      <p>
        {trafficGb === null
          ? 'How much traffic it used is not known.'
          : `It used ${formatTraffic(trafficGb, locale)} ${period}.`}{' '}
        Whatever runs under its name stops working at once, and its statistics go with it. This cannot be
        undone.
      </p>
      {remove.failure !== null && (
        <Notice tone="error">
          <p>{describeFailure(remove.failure)}</p>
        </Notice>
      )}
      <div className="dialog-foot">
        <Button className="button" autoFocus onPress={onClose}>
          Cancel
        </Button>
        <Button className="button danger" isPending={remove.running} onPress={() => void confirm()}>
          Delete {username}
        </Button>
      </div>
    </Dialog>
  );
}
