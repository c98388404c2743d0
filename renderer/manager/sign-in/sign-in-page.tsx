import type { SessionView } from '../../../electron/contract/account.ts';
import { say } from '../../../electron/text/say.ts';
import { signedOutText } from '../../../electron/text/signed-out.ts';
import { useCommand } from '../../state/command.ts';
import { Banner } from '../../ui/banner.tsx';
import { GaugeIcon } from '../../ui/gauge-icon.tsx';
import { Message } from '../../ui/message.tsx';
import { OtherAccounts } from '../accounts/other-accounts.tsx';
import { LeaveDemo } from '../leave-demo.tsx';
import { useMirror } from '../mirror.ts';
import { FailureBanner } from '../ui/failure-banner.tsx';
import { KeepSignedIn } from './keep-signed-in.tsx';
import { SignInForm } from './sign-in-form.tsx';

type SignInPageProps = {
  session: Extract<SessionView, { kind: 'signed-out' }>;
  /** Called with whether a pasted prefix was removed from the username. */
  onSignedIn: (prefixRemoved: boolean) => void;
};

export function SignInPage({ session, onSignedIn }: SignInPageProps) {
  const { keyring, demo } = useMirror((mirror) => mirror.environment);
  const reason = signedOutText(session.reason);
  return (
    <main className="sign-in">
      <GaugeIcon className="sign-in-icon" />
      <h1>{say('signIn.title')}</h1>
      <p className="lead">{say('signIn.lead')}</p>
      <Message tone="warning" text={reason} />
      {session.reason === 'refused' && <RetrySaved />}
      <SignInForm username={session.username ?? ''} onSignedIn={onSignedIn} />
      <DashboardLink />
      <OtherAccounts />
      {demo ? <LeaveDemo /> : <TryDemo />}
      {keyring === 'none' && (
        <Banner tone="plain">
          <p>{say('signIn.noKeyring')}</p>
          <KeepSignedIn />
        </Banner>
      )}
    </main>
  );
}

function RetrySaved() {
  const { run, running, failure } = useCommand('retrySignIn');
  return (
    <>
      <button type="button" className="button" aria-disabled={running} onClick={() => void run(null)}>
        {running ? say('signIn.signingIn') : say('signIn.retry')}
      </button>
      <FailureBanner failure={failure} />
    </>
  );
}

/** Opens the dashboard, which shows the main user's name, in the user's browser. */
function DashboardLink() {
  const { run, failure } = useCommand('openLink');
  return (
    <>
      <button type="button" className="text-link" onClick={() => void run({ to: 'dashboard' })}>
        {say('signIn.dashboard')}
      </button>
      <FailureBanner failure={failure} />
    </>
  );
}

/** Starts the app again with a simulated account, beside the real one. */
function TryDemo() {
  const { run, failure } = useCommand('switchDemo');
  return (
    <div className="try-demo">
      <button type="button" className="button" onClick={() => void run({ on: true })}>
        {say('signIn.demo')}
      </button>
      <p className="hint">{say('signIn.demoHint')}</p>
      <FailureBanner failure={failure} />
    </div>
  );
}
