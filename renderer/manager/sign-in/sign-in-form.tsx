import { say } from '../../../electron/text/say.ts';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { SecretInput } from './secret-input.tsx';
import { useSignIn } from './use-sign-in.ts';

type SignInFormProps = { username: string; onSignedIn: (prefixRemoved: boolean) => void };

/**
 * Takes the username and password. The fields are uncontrolled, so that the password is never in React's state and leaves
 * the page with its field.
 */
export function SignInForm({ username, onSignedIn }: SignInFormProps) {
  const { name, secret, missing, submit, running, failure } = useSignIn(onSignedIn);
  return (
    <form className="sign-in-form" onSubmit={(event) => void submit(event)} noValidate>
      <label className="field">
        <span>{say('signIn.username')}</span>
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
      <SecretInput
        ref={secret}
        autoFocus={username !== ''}
        missing={missing === 'password' ? 'missing' : null}
      />
      {missing !== null && (
        <p className="problem" id="missing" role="alert">
          {missing === 'username' ? say('signIn.usernameMissing') : say('signIn.passwordMissing')}
        </p>
      )}
      {missing === null && <FailureBanner failure={failure} />}
      <button type="submit" className="button primary" aria-disabled={running}>
        {running ? say('signIn.signingIn') : say('action.signIn')}
      </button>
    </form>
  );
}
