import { type FormEvent, useRef, useState } from 'react';
import type { CommandFailure } from '../../electron/contract/failure.ts';
import { describeFailure } from '../../electron/contract/failure-text.ts';
import { useCommand } from '../state/command.ts';
import { Notice } from '../ui/notice.tsx';

type SignInFormProps = { username: string; onSignedIn: (prefixRemoved: boolean) => void };
type Missing = 'username' | 'password' | null;

/**
 * Username and password. The fields are the browser's own and uncontrolled: the password is never in React's state,
 * and leaves the page with the field that held it.
 */
export function SignInForm({ username, onSignedIn }: SignInFormProps) {
  const name = useRef<HTMLInputElement>(null);
  const secret = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(false);
  const [missing, setMissing] = useState<Missing>(null);
  const signIn = useCommand('signIn');

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (signIn.running || name.current === null || secret.current === null) return;
    const empty =
      name.current.value.trim() === '' ? 'username' : secret.current.value === '' ? 'password' : null;
    setMissing(empty);
    if (empty !== null) {
      (empty === 'username' ? name : secret).current?.focus();
      return;
    }
    const field = secret.current;
    const outcome = await signIn.run({ username: name.current.value, password: field.value });
    if (!outcome.ok) {
      focusCulprit(outcome.failure);
      return;
    }
    // React watches the value of every field, and would keep the last one for as long as the field is not collected.
    field.value = '';
    onSignedIn(outcome.value.prefixRemoved);
  }

  /** A wrong password is typed anew over the old one; after any other failure both fields stay for another try. */
  function focusCulprit(failure: CommandFailure) {
    if (failure.kind === 'bad-credentials') {
      secret.current?.focus();
      secret.current?.select();
    } else if (failure.kind === 'invalid-input') name.current?.focus();
  }

  return (
    <form className="sign-in-form" onSubmit={(event) => void submit(event)} noValidate>
      <label className="field">
        <span>Username</span>
        <input
          ref={name}
          defaultValue={username}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the window's one purpose at this moment is to sign in.
          autoFocus={username === ''}
          maxLength={256}
          aria-invalid={missing === 'username'}
          aria-describedby={missing === 'username' ? 'missing' : undefined}
        />
      </label>
      <div className="field">
        <label htmlFor="password">Password</label>
        <span className="with-toggle">
          <input
            id="password"
            ref={secret}
            type={shown ? 'text' : 'password'}
            autoComplete="off"
            spellCheck={false}
            // biome-ignore lint/a11y/noAutofocus: as above, where the username is already known.
            autoFocus={username !== ''}
            maxLength={1024}
            aria-invalid={missing === 'password'}
            aria-describedby={missing === 'password' ? 'missing' : undefined}
          />
          <button type="button" className="toggle" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? 'Hide' : 'Show'}
            <span className="unseen"> what is typed</span>
          </button>
        </span>
      </div>
      {missing !== null && (
        <p className="problem" id="missing" role="alert">
          {missing === 'username' ? 'Enter the username.' : 'Enter the password.'}
        </p>
      )}
      {signIn.failure !== null && missing === null && (
        <Notice tone="error">
          <p>{describeFailure(signIn.failure)}</p>
        </Notice>
      )}
      <button type="submit" className="button primary" aria-disabled={signIn.running}>
        {signIn.running ? 'Signing in…' : 'Sign in'}
      </button>
    </form>
  );
}
