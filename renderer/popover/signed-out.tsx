import type { SignedOutReason } from '../../electron/contract/account.ts';
import { bridge } from '../state/bridge.ts';
import { GaugeIcon } from '../ui/icons.tsx';
import { signedOutText } from '../ui/signed-out-text.ts';

/** Nobody is signed in: why, and the way in. */
export function SignedOut({ reason }: { reason: SignedOutReason }) {
  return (
    <div className="signed-out">
      <GaugeIcon className="signed-out-icon" />
      <h1>Signed out</h1>
      <p>{signedOutText(reason) ?? 'Sign in to see this month’s traffic here.'}</p>
      <button
        type="button"
        className="button primary"
        onClick={() => void bridge.command('openManager', { target: null })}
      >
        Sign in
      </button>
    </div>
  );
}
