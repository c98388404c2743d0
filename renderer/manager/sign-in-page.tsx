import type { SessionView } from '../../electron/contract/account.ts';
import { describeFailure } from '../../electron/contract/failure-text.ts';
import { useCommand } from '../state/command.ts';
import { useMirror } from '../state/mirror.ts';
import { GaugeIcon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import { signedOutText } from '../ui/signed-out-text.ts';
import { KeepSignedIn } from './keep-signed-in.tsx';
import { SignInForm } from './sign-in-form.tsx';

type SignInPageProps = {
  session: Extract<SessionView, { kind: 'signed-out' }>;
  /** Told whether a pasted prefix was taken off the username. */
  onSignedIn: (prefixRemoved: boolean) => void;
};

export function SignInPage({ session, onSignedIn }: SignInPageProps) {
  const keyring = useMirror((mirror) => mirror.environment?.keyring);
  const reason = signedOutText(session.reason);
  return (
    <main className="sign-in">
      <GaugeIcon className="sign-in-icon" />
      <h1>Sign in to Oxylabs</h1>
      <p className="lead">
        Use the main proxy user of your account: the first one in the dashboard’s list of users. It is not the
        email address that opens the dashboard.
      </p>
      {reason !== null && (
        <Notice tone="warning">
          <p>{reason}</p>
        </Notice>
      )}
      <SignInForm username={session.username ?? ''} onSignedIn={onSignedIn} />
      <DashboardLink />
      {keyring === 'none' && (
        <Notice tone="plain">
          <p>
            This computer offers no keyring to keep a password in. Oxygauge keeps the sign-in in memory and
            asks again after it was quit.
          </p>
          <KeepSignedIn />
        </Notice>
      )}
    </main>
  );
}

/** Where the main user's name is found, in the person's own browser. */
function DashboardLink() {
  const { run, failure } = useCommand('openLink');
  return (
    <>
      <button type="button" className="text-link" onClick={() => void run({ to: 'dashboard' })}>
        Open the Oxylabs dashboard
      </button>
      {failure !== null && (
        <Notice tone="error">
          <p>{describeFailure(failure)}</p>
        </Notice>
      )}
    </>
  );
}
