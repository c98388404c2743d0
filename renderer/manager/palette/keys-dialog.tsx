import { Fragment } from 'react';
import { Button } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import { Dialog, DialogFoot } from '../ui/dialog.tsx';
import { KeyCaps } from './key-caps.tsx';
import { keyGroups } from './keys.ts';

/** Lists the keys. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={say('palette.keys')} onClose={onClose} wide>
      <div className="key-groups">
        <KeyGroup group="everywhere" />
        <div>
          <KeyGroup group="rows" />
          <KeyGroup group="details" />
        </div>
      </div>
      <DialogFoot>
        <Button className="button" autoFocus onPress={onClose}>
          {say('action.close')}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

function KeyGroup({ group }: { group: keyof typeof keyGroups }) {
  return (
    <section aria-labelledby={`keys-${group}`}>
      <h3 id={`keys-${group}`}>{say(`palette.group.${group}`)}</h3>
      <dl className="key-list">
        {keyGroups[group].map(({ name, keys }) => (
          <Fragment key={name}>
            <dt>{say(`palette.key.${name}`)}</dt>
            <dd>
              {keys.map((each) => (
                <KeyCaps key={each} keys={each} />
              ))}
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
