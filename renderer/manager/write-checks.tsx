import { useSyncExternalStore } from 'react';
import { writeCheckText } from '../../electron/text/failure.ts';
import { say } from '../../electron/text/say.ts';
import { bridge } from '../state/bridge.ts';
import { Banner } from '../ui/banner.tsx';
import { useMirror } from './mirror.ts';
import { shownChecks } from './shown-checks.ts';

/** Shows the writes that are checked, with the last word about each until the user has read it, unless their form does. */
export function WriteChecks() {
  const checks = useMirror((mirror) => mirror.checks);
  const inForms = useSyncExternalStore(shownChecks.subscribe, shownChecks.current);
  const others = checks.filter(({ id }) => !inForms.includes(id));
  if (others.length === 0) return null;
  return (
    <aside className="surroundings write-checks" aria-label={say('failure.aboutWrites')}>
      {others.map((check) => (
        <Banner key={check.id} tone={toneOf[check.done]}>
          <p>{writeCheckText(check)}</p>
          {check.done !== 'checking' && (
            <button
              type="button"
              className="button"
              onClick={() => void bridge.command('dismissCheck', { check: check.id })}
            >
              {say('action.dismiss')}
            </button>
          )}
        </Banner>
      ))}
    </aside>
  );
}

const toneOf = {
  checking: 'plain',
  yes: 'plain',
  no: 'error',
  exists: 'warning',
  unknown: 'warning',
} as const;
