import { useEffect, useState } from 'react';
import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../mirror.ts';
import { Checkbox } from '../ui/checkbox.tsx';

type KeepPasswordProps = {
  username: string;
  password: string;
  onChange: (keeping: Keeping) => void;
};

/** Says whether the password outlives this run; `begun` until the keyring has answered. */
export type Keeping = 'no' | 'begun' | 'kept';

type Kept = 'no' | 'yes' | 'this-run' | 'failed';

/** Offers to keep a new password on this computer, and does so at once where the user chose it the last time. */
export function KeepPassword({ username, password, onChange }: KeepPasswordProps) {
  const keeps = useMirror((mirror) => mirror.settings.keepSubUserPasswords);
  const [kept, setKept] = useState<Kept>('no');
  async function keep() {
    onChange('begun');
    const outcome = await bridge.command('keepPassword', { username, password });
    setKept(!outcome.ok ? 'failed' : outcome.value.lasts ? 'yes' : 'this-run');
    onChange(outcome.ok && outcome.value.lasts ? 'kept' : 'no');
  }
  async function forget() {
    await bridge.command('forgetPassword', { username });
    setKept('no');
    onChange('no');
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, by the choice of the last time.
  useEffect(() => {
    if (keeps) void keep();
  }, []);
  return (
    <>
      <Checkbox
        name={say('connection.keep')}
        hint={say(kept === 'this-run' ? 'connection.keptThisRun' : 'connection.keepHint')}
        chosen={keeps}
        onChange={(chosen) => {
          void bridge.command('changeSettings', { keepSubUserPasswords: chosen });
          void (chosen ? keep() : forget());
        }}
      />
      {kept === 'failed' && (
        <p className="problem" role="alert">
          {say('connection.keepFailed')}
        </p>
      )}
    </>
  );
}
