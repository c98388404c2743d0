import { Check, Copy, Eye, EyeOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { type Keeping, KeepPassword } from '../connection/keep-password.tsx';
import { plainOrder } from '../connection/plain-order.ts';
import { Dialog, DialogFoot } from '../ui/dialog.tsx';
import { Question } from '../ui/question.tsx';
import { useHold } from '../ui/use-hold.ts';

type PasswordDialogProps = { title: string; username: string; password: string; onClose: () => void };

/**
 * Offers the only chance to copy a new password, which the API never returns. Until it is copied or kept, every way out of
 * the dialog asks first.
 */
export function PasswordDialog({ title, username, password, onClose }: PasswordDialogProps) {
  const [copied, setCopied] = useState<string | null>(null);
  const [isCopied, setIsCopied] = useState(false);
  const [keeping, setKeeping] = useState<Keeping>('no');
  const isSafe = isCopied || keeping === 'kept';
  const [leaves, setLeaves] = useState(false);
  useHold(!isSafe, () => setLeaves(true));
  // A keyring takes a second for its first answer, and Done is pressed sooner.
  useEffect(() => {
    if (leaves && isSafe) onClose();
  }, [leaves, isSafe, onClose]);
  async function copy(send: () => Promise<{ ok: boolean }>, done: string) {
    const { ok } = await send();
    setCopied(ok ? done : say('action.copyFailed'));
    setIsCopied((before) => before || ok);
  }
  const copyPassword = () => bridge.command('copyText', { text: password, secret: true });
  const copyConnection = () => bridge.command('copyConnection', { order: plainOrder(username), password });
  return (
    <Dialog title={title} onClose={() => setLeaves(true)}>
      <p>{say(keeping === 'kept' ? 'forms.createdKept' : 'forms.created')}</p>
      <MaskedPassword password={password} />
      <KeepPassword
        username={username}
        password={password}
        onChange={(next) => {
          setKeeping(next);
          if (next === 'begun') setLeaves(false);
        }}
      />
      <p role="status" className="hint">
        {copied}
      </p>
      {leaves && keeping === 'no' && !isSafe ? (
        <Question
          text={say('forms.passwordQuestion')}
          yes={say('forms.closeWithoutPassword')}
          no={say('forms.back')}
          onYes={onClose}
          onNo={() => setLeaves(false)}
        />
      ) : (
        <DialogFoot>
          <Button className="button" onPress={() => void copy(copyConnection, say('forms.connectionCopied'))}>
            {say('subUsers.copyConnection')}
          </Button>
          <Button className="button" onPress={() => setLeaves(true)}>
            {say('forms.done')}
          </Button>
          <Button
            className="button primary"
            autoFocus
            onPress={() => void copy(copyPassword, say('forms.passwordCopied'))}
          >
            {isCopied ? <Check /> : <Copy />}
            {say('forms.copyPassword')}
          </Button>
        </DialogFoot>
      )}
    </Dialog>
  );
}

function MaskedPassword({ password }: { password: string }) {
  const [shown, setShown] = useState(false);
  return (
    <div className="masked-password">
      <input
        className="secret-text"
        type={shown ? 'text' : 'password'}
        readOnly
        value={password}
        aria-label={say('forms.password')}
        autoComplete="off"
      />
      <Button
        className="icon-button"
        aria-label={shown ? say('forms.hidePassword') : say('forms.showPassword')}
        onPress={() => setShown(!shown)}
      >
        {shown ? <EyeOff /> : <Eye />}
      </Button>
    </div>
  );
}
