import { say } from '../../../electron/text/say.ts';
import { Banner } from '../../ui/banner.tsx';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { SecretInput } from './secret-input.tsx';
import { useSignIn } from './use-sign-in.ts';

type SignInFormProps = { username: string; onSignedIn: (prefixRemoved: boolean) => void };

/**
 * Takes the username and password. The fields are uncontrolled, so that the password is never in React's state and leaves
 * the page with its field.
 */
export function SignInForm({ username, onSignedIn }: SignInFormProps) {
  const { name, secret, missing, email, submit, running, failure } = useSignIn(onSignedIn);
  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
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
      {missing === null && email === null && <FailureBanner failure={failure} />}
      {email === null ? (
        <button type="submit" className="button primary" aria-disabled={running}>
          {running ? say('signIn.signingIn') : say('action.signIn')}
        </button>
      ) : (
        <EmailQuestion {...email} />
      )}
    </form>
  );
}

function EmailQuestion({ changeName, keepName }: { changeName: () => void; keepName: () => void }) {
  return (
    <>
      <Banner tone="warning">
        <p>{say('signIn.email')}</p>
      </Banner>
      {/* biome-ignore lint/a11y/noAutofocus: the answer that sends nothing. */}
      <button type="button" className="button primary" autoFocus onClick={changeName}>
        {say('signIn.changeUsername')}
      </button>
      <button type="button" className="button" onClick={keepName}>
        {say('signIn.keepUsername')}
      </button>
    </>
  );
}
