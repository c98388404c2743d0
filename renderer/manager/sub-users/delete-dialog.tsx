import { Button, useLocale } from 'react-aria-components';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { say } from '../../../electron/text/say.ts';
import { deleteText } from '../../../electron/text/sub-users.ts';
import { useCommand } from '../../state/command.ts';
import { Dialog, DialogFoot } from '../ui/dialog.tsx';
import { WriteFailure } from './write-failure.tsx';

type DeleteDialogProps = { subUser: SubUser; onClose: () => void };

/** Asks before a sub-user is deleted, and names what is lost. */
export function DeleteDialog({ subUser, onClose }: DeleteDialogProps) {
  const { locale } = useLocale();
  const remove = useCommand('deleteSubUser');
  const { username } = subUser;

  async function confirm() {
    const outcome = await remove.run({ id: subUser.id });
    if (outcome.ok) onClose();
  }

  return (
    <Dialog title={say('subUsers.deleteTitle', { username })} onClose={onClose} role="alertdialog">
      <p>{deleteText(subUser, locale)}</p>
      <WriteFailure failure={remove.failure} />
      <DialogFoot onCancel={onClose} focusesCancel>
        <Button className="button danger" isPending={remove.running} onPress={() => void confirm()}>
          {say('subUsers.delete', { username })}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
