import type { SignedOutReason } from '../../electron/contract/account.ts';
import { say } from '../../electron/text/say.ts';
import { signedOutText } from '../../electron/text/signed-out.ts';
import { bridge } from '../state/bridge.ts';
import { GaugeIcon } from '../ui/gauge-icon.tsx';

/** Explains why the user is signed out, and leads to the sign-in. */
export function SignedOut({ reason }: { reason: SignedOutReason }) {
  return (
    <div className="signed-out">
      <GaugeIcon className="signed-out-icon" />
      <h1>{say('popover.signedOut')}</h1>
      <p>{signedOutText(reason) ?? say('popover.signInHint')}</p>
      <button
        type="button"
        className="button primary"
        onClick={() => void bridge.command('openManager', { target: null })}
      >
        {say('popover.signIn')}
      </button>
    </div>
  );
}
