import { Button, useLocale } from 'react-aria-components';
import type { ConsoleWrite } from '../../../electron/contract/console.ts';
import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { say } from '../../../electron/text/say.ts';
import { deleteText } from '../../../electron/text/sub-users.ts';
import { Message } from '../../ui/message.tsx';
import { bytesText, looksLikeBytes } from '../sub-users/looks-like-bytes.ts';
import { Dialog, DialogFoot } from '../ui/dialog.tsx';
import { limitOf } from './console-call.ts';
import { settingLines } from './setting-lines.ts';

type WriteQuestionProps = {
  call: ConsoleWrite;
  /** Whom it changes; null for one that the list lacks, and for a creation. */
  subUser: SubUser | null;
  isSending: boolean;
  onSend: () => void;
  onClose: () => void;
};

const methods = { createSubUser: 'POST', updateSubUser: 'PATCH', deleteSubUser: 'DELETE' } as const;

/** Asks before a call changes the account, and names what it changes. It stays until the answer has come. */
export function WriteQuestion({ call, subUser, isSending, onSend, onClose }: WriteQuestionProps) {
  const { locale } = useLocale();
  const username =
    call.call === 'createSubUser' ? call.subUser.username : (subUser?.username ?? `${call.id}`);
  const deletes = call.call === 'deleteSubUser';
  const limitGb = limitOf(call);
  const close = () => !isSending && onClose();
  return (
    <Dialog
      title={
        deletes ? say('subUsers.deleteTitle', { username }) : say(`apiConsole.ask.${call.call}`, { username })
      }
      onClose={close}
      role="alertdialog"
    >
      {deletes ? (
        <p>{subUser === null ? say('subUsers.deleteUnknown') : deleteText(subUser, locale)}</p>
      ) : (
        <ul className="setting-lines">
          {settingLines(call, subUser, locale).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <Message
        tone="warning"
        text={limitGb !== null && looksLikeBytes(limitGb) ? bytesText(limitGb, locale) : null}
      />
      <p className="hint">{say('apiConsole.once')}</p>
      <DialogFoot onCancel={close} focusesCancel>
        <Button
          className={deletes ? 'button danger' : 'button primary'}
          isPending={isSending}
          onPress={onSend}
        >
          {deletes
            ? say('subUsers.delete', { username })
            : say('apiConsole.confirm', { method: methods[call.call] })}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
