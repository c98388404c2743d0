import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../mirror.ts';
import { Checkbox } from '../ui/checkbox.tsx';

/** Offers to store the sign-in on a computer without a keyring, and explains the risk. */
export function KeepSignedIn() {
  const keep = useMirror((mirror) => mirror.settings.keepWithoutKeyring);
  return (
    <Checkbox
      name={say('signIn.keep')}
      hint={say('signIn.keepHint')}
      chosen={keep}
      onChange={(chosen) => void bridge.command('changeSettings', { keepWithoutKeyring: chosen })}
    />
  );
}
