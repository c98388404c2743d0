import type { AccountKey } from '../../contract/accounts.ts';
import type { Snapshot } from '../../contract/snapshot.ts';
import { type TrayTone, trayMeter } from './tray-meter.ts';

/** What needs the user most comes first. An account without a figure says least. */
const byUrgency: readonly TrayTone[] = [
  'critical',
  'refused',
  'warning',
  'stale',
  'offline',
  'normal',
  'signed-out',
  'starting',
];

export type TrayCandidate = { key: AccountKey; snapshot: Snapshot };

/** Returns the account of which the tray shows the meter: the chosen one or, of all, that which needs the user most. */
export function trayAccount<Candidate extends TrayCandidate>(
  candidates: readonly Candidate[],
  wanted: 'worst' | AccountKey,
): Candidate | null {
  const chosen = candidates.find(({ key }) => key === wanted);
  if (chosen !== undefined) return chosen;
  const ranked = candidates.map((each) => ({ each, meter: trayMeter(each.snapshot) }));
  ranked.sort(
    ({ meter: one }, { meter: other }) =>
      byUrgency.indexOf(one.tone) - byUrgency.indexOf(other.tone) || other.step - one.step,
  );
  return ranked[0]?.each ?? null;
}
