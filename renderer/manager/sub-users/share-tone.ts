import { warningShare } from '../../../electron/contract/used-share.ts';

/** Returns how a used share is marked: over the limit, near it, or not at all. It names a class. */
export function shareTone(share: number | null): 'over' | 'near' | 'usual' {
  if (share === null || share < warningShare) return 'usual';
  return share >= 1 ? 'over' : 'near';
}
