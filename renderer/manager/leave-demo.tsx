import { LogOut } from 'lucide-react';
import { say } from '../../electron/text/say.ts';
import { useCommand } from '../state/command.ts';
import { FailureBanner } from './ui/failure-banner.tsx';

/** Starts the app again with the real account. */
export function LeaveDemo() {
  const { run, failure } = useCommand('switchDemo');
  return (
    <>
      <button
        type="button"
        className="page-link"
        title={say('signIn.leaveDemo')}
        onClick={() => void run({ on: false })}
      >
        <LogOut />
        <span className="rail-hidden">{say('signIn.leaveDemo')}</span>
      </button>
      <FailureBanner failure={failure} />
    </>
  );
}
