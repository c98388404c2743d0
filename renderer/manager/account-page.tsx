import { Button } from 'react-aria-components';
import type { Keyring, Remembered, SessionView } from '../../electron/contract/account.ts';
import { bridge } from '../state/bridge.ts';
import { useMirror } from '../state/mirror.ts';
import { AccountTraffic } from './account-traffic.tsx';
import { Diagnostics } from './diagnostics.tsx';
import { ForgetAccount } from './forget-account.tsx';
import { KeepSignedIn } from './keep-signed-in.tsx';
import { RefreshInterval } from './refresh-interval.tsx';

type AccountPageProps = { session: Extract<SessionView, { kind: 'signed-in' }> };

export function AccountPage({ session }: AccountPageProps) {
  const keyring = useMirror((mirror) => mirror.environment?.keyring) ?? 'unknown';
  const demo = useMirror((mirror) => mirror.environment?.demo) ?? false;
  return (
    <main className="page">
      <header className="page-head">
        <h1>Account</h1>
        <Button className="button" onPress={() => void bridge.command('signOut', null)}>
          Sign out
        </Button>
      </header>
      <AccountTraffic />
      <div className="cards">
        <section className="card" aria-labelledby="identity">
          <h2 id="identity">Signed in</h2>
          <dl className="facts">
            <dt>Main user</dt>
            <dd>
              <bdi>{session.username}</bdi>
            </dd>
            <dt>Account ID</dt>
            <dd>{session.accountId}</dd>
            <dt>Sign-in</dt>
            <dd>{demo ? 'Demo: nothing is kept' : rememberedText(session.remembered, keyring)}</dd>
          </dl>
          {session.remembered !== 'keyring' && !demo && <KeepSignedIn />}
          {!demo && <ForgetAccount username={session.username} accountId={session.accountId} />}
        </section>
        <section className="card" aria-labelledby="refreshing">
          <h2 id="refreshing">Refreshing</h2>
          <RefreshInterval />
        </section>
        <section className="card" aria-labelledby="diagnostics">
          <h2 id="diagnostics">Diagnostics</h2>
          <Diagnostics />
        </section>
      </div>
    </main>
  );
}

function rememberedText(remembered: Remembered, keyring: Keyring): string {
  switch (remembered) {
    case 'keyring':
      return 'Kept by this computer’s keyring';
    case 'unprotected':
      return 'Kept in a file without a keyring’s protection';
    case 'this-run':
      return keyring === 'silent'
        ? 'In memory only: this computer’s keyring does not answer. Unlock it and sign in again to be remembered'
        : 'In memory only: this computer offers no keyring, or it refused, so Oxygauge asks again after it was quit';
  }
}
