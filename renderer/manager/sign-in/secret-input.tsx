import { type RefObject, useState } from 'react';
import { say } from '../../../electron/text/say.ts';

type SecretInputProps = {
  ref: RefObject<HTMLInputElement | null>;
  autoFocus: boolean;
  /** The id of the message that says it is missing; null while it is not. */
  missing: string | null;
};

/** Takes the password in an uncontrolled field, with a button that shows what is typed. */
export function SecretInput({ ref, autoFocus, missing }: SecretInputProps) {
  const [shown, setShown] = useState(false);
  return (
    <div className="field">
      <label htmlFor="password">{say('signIn.password')}</label>
      <span className="with-toggle">
        <input
          id="password"
          ref={ref}
          type={shown ? 'text' : 'password'}
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: signing in is the only purpose of the window at this moment.
          autoFocus={autoFocus}
          maxLength={1024}
          aria-invalid={missing !== null}
          aria-describedby={missing ?? undefined}
        />
        <button
          type="button"
          className="toggle"
          aria-pressed={shown}
          aria-label={say(shown ? 'signIn.hidePassword' : 'signIn.showPassword')}
          onClick={() => setShown(!shown)}
        >
          {shown ? say('action.hide') : say('action.show')}
        </button>
      </span>
    </div>
  );
}
