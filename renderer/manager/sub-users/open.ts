import type { SubUser } from '../../../electron/contract/sub-user.ts';
import type { BulkAction } from '../../../electron/text/bulk.ts';

/** Describes the dialog over the grid, one at a time. */
export type Open =
  | { kind: 'new' }
  /** `file`: one that was dropped on the window. */
  | { kind: 'import'; file: File | null }
  | { kind: 'delete'; subUser: SubUser }
  /** `raiseToGb`: a higher limit to fill in. */
  | { kind: 'edit'; subUser: SubUser; raiseToGb: number | null }
  /** One paid request with its login, and why it would fail. */
  | { kind: 'test'; subUser: SubUser }
  | { kind: 'hand-over'; subUsers: readonly SubUser[] }
  | { kind: 'bulk'; action: BulkAction; subUsers: readonly SubUser[] }
  | null;

/** Describes what can be opened: a dialog, or the details beside the grid. */
export type Ask = Open | { kind: 'details'; subUser: SubUser };
