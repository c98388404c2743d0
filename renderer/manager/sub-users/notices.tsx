import { Check } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { actionTexts } from '../../../electron/text/actions.ts';
import { Banner } from '../../ui/banner.tsx';

/** Shows why an action on a row failed, until the user has read it. */
export function Problem({ text, onDismiss }: { text: string; onDismiss: () => void }) {
  return (
    <Banner tone="error">
      <p>{text}</p>
      <Button className="button" onPress={onDismiss}>
        {actionTexts.dismiss}
      </Button>
    </Banner>
  );
}

const shownMs = 8_000;

/** Says what was done, for a few seconds. */
export function Notice({ text, onEnd }: { text: string; onEnd: () => void }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the time runs from the text.
  useEffect(() => {
    if (text === '') return;
    const timer = setTimeout(onEnd, shownMs);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div role="status" className={text === '' ? 'notice-place' : 'notice-place shown'}>
      {text !== '' && (
        <p className="notice">
          <Check />
          {text}
        </p>
      )}
    </div>
  );
}
