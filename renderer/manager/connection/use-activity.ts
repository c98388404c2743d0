import { useEffect, useState } from 'react';
import type { ActivityEntry } from '../../../electron/contract/activity.ts';
import type { CommandFailure } from '../../../electron/contract/failure.ts';
import { bridge } from '../../state/bridge.ts';
import { withNews } from './activity-rows.ts';

export type FollowedActivity = {
  /** Oldest first; null until they were read. */
  entries: readonly ActivityEntry[] | null;
  failure: CommandFailure | null;
};

/** Follows the recorded requests while it is mounted. Main answers each question once something changed. */
export function useActivity(): FollowedActivity {
  const [followed, setFollowed] = useState<FollowedActivity>({ entries: null, failure: null });
  useEffect(() => {
    let current = true;
    async function follow() {
      let after = 0;
      let entries: readonly ActivityEntry[] = [];
      while (current) {
        const outcome = await bridge.command('readActivity', { after });
        if (!current) return;
        if (!outcome.ok) {
          setFollowed({ entries, failure: outcome.failure });
          return;
        }
        // Another page asks in place of this one.
        if (outcome.value.revision === after) return;
        after = outcome.value.revision;
        entries = withNews(entries, outcome.value);
        setFollowed({ entries, failure: null });
      }
    }
    void follow();
    return () => {
      current = false;
    };
  }, []);
  return followed;
}
