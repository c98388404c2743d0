import type { SubUser } from '../../../electron/contract/sub-user.ts';
import type { ManyAction } from './many/selection-bar.tsx';

/** What stands over or instead of the grid: one at a time. */
export type Open =
  | { kind: 'new' | 'import' }
  | { kind: 'delete' | 'usage'; subUser: SubUser }
  /** `raiseToGb`: a higher limit to begin with. */
  | { kind: 'edit'; subUser: SubUser; raiseToGb: number | null }
  | { kind: 'many'; action: ManyAction; subUsers: readonly SubUser[] }
  | null;
