import { Fragment } from 'react';
import { useMirror } from '../mirror.ts';
import { keyCaps } from './keys.ts';

/** Shows a combination of keys, a cap each. */
export function KeyCaps({ keys }: { keys: string }) {
  const platform = useMirror((mirror) => mirror.environment.platform);
  return (
    <span className="key-caps">
      {keyCaps(keys, platform).map((cap) => (
        <Fragment key={cap}>
          <kbd>{cap}</kbd>{' '}
        </Fragment>
      ))}
    </span>
  );
}
