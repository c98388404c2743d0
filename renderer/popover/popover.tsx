import { useRef } from 'react';
import { Starting } from '../ui/starting.tsx';
import { useFont } from '../ui/use-font.ts';
import { Account } from './account.tsx';
import { Accounts } from './accounts.tsx';
import { useEntrance } from './entrance.ts';
import { useFit } from './fit.ts';
import { useMirror } from './mirror.ts';
import { SignedOut } from './signed-out.tsx';
import './popover.css';

/** Shows a glance at the account, or the way to sign in. The window is as tall as this. */
export function Popover() {
  const session = useMirror((mirror) => mirror.session);
  useFont(useMirror((mirror) => mirror.settings.font));
  const content = useRef<HTMLElement>(null);
  useFit(content);
  useEntrance(content);
  return (
    <main className="popover" ref={content}>
      {session.kind === 'restoring' && <Starting />}
      {session.kind === 'signed-out' && <SignedOut reason={session.reason} />}
      {session.kind === 'signed-in' && <Account />}
      {session.kind === 'signed-out' && <Accounts />}
    </main>
  );
}
