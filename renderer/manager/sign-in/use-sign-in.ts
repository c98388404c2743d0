import { type FormEvent, useRef, useState } from 'react';
import type { CommandFailure } from '../../../electron/contract/failure.ts';
import { useCommand } from '../../state/command.ts';
import { looksLikeEmail } from './looks-like-email.ts';

/** The field that was left empty. */
export type Missing = 'username' | 'password' | null;

/**
 * Reads the form's two fields when it is submitted, signs in, and moves the focus to what is wrong. Asks before it sends an
 * email address.
 */
export function useSignIn(onSignedIn: (prefixRemoved: boolean) => void) {
  const name = useRef<HTMLInputElement>(null);
  const secret = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState<Missing>(null);
  const [asksAboutEmail, setAsksAboutEmail] = useState(false);
  const { run, running, failure } = useCommand('signIn');

  function submit(event: FormEvent) {
    event.preventDefault();
    void send(false);
  }

  async function send(emailConfirmed: boolean) {
    if (running || name.current === null || secret.current === null) return;
    const empty =
      name.current.value.trim() === '' ? 'username' : secret.current.value === '' ? 'password' : null;
    setMissing(empty);
    if (empty !== null) {
      (empty === 'username' ? name : secret).current?.focus();
      return;
    }
    // Its password would go to an endpoint that does not know it.
    const asks = !emailConfirmed && looksLikeEmail(name.current.value);
    setAsksAboutEmail(asks);
    if (asks) return;
    const field = secret.current;
    const outcome = await run({ username: name.current.value, password: field.value });
    if (!outcome.ok) {
      focusCulprit(outcome.failure);
      return;
    }
    // React tracks the value of every field, and would keep the last one until the field is garbage-collected.
    field.value = '';
    onSignedIn(outcome.value.prefixRemoved);
  }

  /** Selects a wrong password to be typed over; after any other failure, both fields stay for another try. */
  function focusCulprit({ kind }: CommandFailure) {
    if (kind === 'bad-credentials') {
      secret.current?.focus();
      secret.current?.select();
    } else if (kind === 'bad-username') name.current?.focus();
  }

  function changeName() {
    setAsksAboutEmail(false);
    name.current?.focus();
    name.current?.select();
  }

  const email = asksAboutEmail ? { changeName, keepName: () => void send(true) } : null;
  return { name, secret, missing, email, submit, running, failure };
}
