import { Check } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import { Banner } from '../../ui/banner.tsx';

/** Shows why an action on a row failed, until the user has read it. */
export function Problem({ text, onDismiss }: { text: string; onDismiss: () => void }) {
  return (
    <Banner tone="error">
      <p>{text}</p>
      <Button className="button" onPress={onDismiss}>
        {say('action.dismiss')}
      </Button>
    </Banner>
  );
}

/** Something that was done, and how to take it back; null where that cannot be done. */
export type Done = { text: string; undo: (() => void) | null };
export const nothingDone: Done = { text: '', undo: null };

/** Takes what to report: a problem, until the next action, or what was done. */
export type Notices = {
  onProblem: (problem: string | null) => void;
  onDone: (done: string, undo?: (() => void) | null) => void;
};

const shownMs = 8_000;

/** Says what was done, for a few seconds, and offers to take it back. */
export function Notice({ done: { text, undo }, onEnd }: { done: Done; onEnd: () => void }) {
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
          {undo !== null && (
            <Button
              className="quiet-link"
              onPress={() => {
                onEnd();
                undo();
              }}
            >
              {say('grid.undo')}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
