import { Starting } from '../ui/starting.tsx';
import { useMirror } from './mirror.ts';
import { Month } from './month.tsx';
import { SignedOut } from './signed-out.tsx';
import './popover.css';

/** Shows a glance at the account, or the way to sign in. */
export function Popover() {
  const session = useMirror((mirror) => mirror.session);
  const demo = useMirror((mirror) => mirror.environment.demo);
  if (session.kind === 'restoring') return <Starting />;
  return (
    <main className="popover">
      {session.kind === 'signed-out' ? <SignedOut reason={session.reason} /> : <Month demo={demo} />}
    </main>
  );
}
