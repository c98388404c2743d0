import type { SubUserColumn } from '../../../../electron/contract/settings.ts';

export type ColumnId = SubUserColumn | 'select' | 'actions';
export type GridColumn = { id: ColumnId; name: string; sorts: boolean };

/** The grid's columns in order; their widths are in sub-users.css. */
export const gridColumns = [
  { id: 'select', name: '', sorts: false },
  { id: 'username', name: 'Username', sorts: true },
  { id: 'status', name: 'Status', sorts: true },
  { id: 'traffic', name: 'Traffic', sorts: true },
  { id: 'limit', name: 'Limit', sorts: true },
  { id: 'share', name: 'Used', sorts: true },
  { id: 'disablesAtLimit', name: 'Disables at limit', sorts: true },
  { id: 'lifetime', name: 'Lifetime', sorts: true },
  { id: 'created', name: 'Created', sorts: true },
  { id: 'actions', name: 'Actions', sorts: false },
] as const satisfies GridColumn[];

/** In CSS pixels; sub-users.css has the same. */
export const rowHeightPx = 42;
export const headingHeightPx = 36;
