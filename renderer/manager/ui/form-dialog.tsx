import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import { Dialog, DialogFoot } from './dialog.tsx';
import { Question } from './question.tsx';
import { useHold } from './use-hold.ts';

type FormDialogProps = {
  title: string;
  /** The label of the button that submits. */
  submit: string;
  onSubmit: () => Promise<void>;
  onClose: () => void;
  isPending: boolean;
  isDisabled?: boolean;
  /** It holds input, which is not discarded without a question. */
  isDirty?: boolean;
  /** It loses something, so screen readers announce it as an alert. */
  isDangerous?: boolean;
  /** Wide enough for a table. */
  wide?: boolean;
  /** The fields. */
  children: ReactNode;
};

/** Asks for some fields in a dialog, with a button that submits them and one that cancels. */
export function FormDialog(props: FormDialogProps) {
  const { title, submit, onSubmit, onClose, isPending, children } = props;
  const { isDisabled = false, isDirty = false, isDangerous = false, wide = false } = props;
  const [asks, setAsks] = useState(false);
  useHold(isDirty, () => setAsks(true));
  const close = () => (isDirty ? setAsks(true) : onClose());
  function send(event: FormEvent) {
    event.preventDefault();
    void onSubmit();
  }
  return (
    <Dialog title={title} onClose={close} role={isDangerous ? 'alertdialog' : 'dialog'} wide={wide}>
      <form onSubmit={send} noValidate>
        {children}
        {asks ? (
          <Question
            text={say('forms.discardQuestion')}
            yes={say('forms.discard')}
            no={say('forms.keepEditing')}
            onYes={onClose}
            onNo={() => setAsks(false)}
          />
        ) : (
          <DialogFoot onCancel={close}>
            <Button
              type="submit"
              className={isDangerous ? 'button danger' : 'button primary'}
              isDisabled={isDisabled}
              isPending={isPending}
            >
              {submit}
            </Button>
          </DialogFoot>
        )}
      </form>
    </Dialog>
  );
}
