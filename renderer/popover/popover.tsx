import type { SessionView } from '../../electron/contract/account.ts';
import { useMirror } from '../state/mirror.ts';
import { Month } from './month.tsx';
import { SignedOut } from './signed-out.tsx';
import './popover.css';

/** The glance at the tray: who is signed in decides what it shows. */
export function Popover() {
  const session = useMirror((mirror) => mirror.session);
  const demo = useMirror((mirror) => mirror.environment?.demo ?? false);
  return <main className="popover">{contentFor(session, demo)}</main>;
}

function contentFor(session: SessionView | undefined, demo: boolean) {
  switch (session?.kind) {
    case undefined:
    case 'restoring':
      return <p className="quiet">Starting…</p>;
    case 'signed-out':
      return <SignedOut reason={session.reason} />;
    case 'signed-in':
      return <Month demo={demo} />;
  }
}
