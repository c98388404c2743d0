import { Checkbox } from 'react-aria-components';
import { bridge } from '../state/bridge.ts';
import { useMirror } from '../state/mirror.ts';

/** The opt-in for a computer without a keyring, with what it costs. */
export function KeepSignedIn() {
  const keep = useMirror((mirror) => mirror.settings?.keepWithoutKeyring) ?? false;
  return (
    <>
      <Checkbox
        className="checkbox"
        isSelected={keep}
        aria-describedby="keep-cost"
        onChange={(chosen) => void bridge.command('changeSettings', { keepWithoutKeyring: chosen })}
      >
        <span className="box" aria-hidden="true" />
        Stay signed in without a keyring
      </Checkbox>
      <p className="hint" id="keep-cost">
        The password is then written to a file of yours, scrambled but not protected: whoever can read your
        files can read it.
      </p>
    </>
  );
}
