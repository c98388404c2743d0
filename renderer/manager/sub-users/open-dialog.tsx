import { HandOverDialog } from '../connection/hand-over-dialog.tsx';
import { plainOrder } from '../connection/plain-order.ts';
import { TestConnection, type TestStart } from '../connection/test-connection.tsx';
import { BulkDialog } from './bulk/bulk-dialog.tsx';
import { ImportDialog } from './bulk/import-dialog.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { NewDialog } from './new-dialog.tsx';
import type { Notices } from './notices.tsx';
import type { Open } from './open.ts';

type OpenDialogProps = { open: Open; notices: Notices; onClose: () => void };

/** Shows the dialog over the grid. */
export function OpenDialog({ open, notices, onClose }: OpenDialogProps) {
  switch (open?.kind) {
    case 'new':
      return <NewDialog onClose={onClose} />;
    case 'import':
      return <ImportDialog dropped={open.file} onClose={onClose} />;
    case 'edit':
      return <EditDialog {...open} notices={notices} onClose={onClose} />;
    case 'delete':
      return <DeleteDialog subUser={open.subUser} onClose={onClose} />;
    case 'test':
      return <TestConnection start={startFor(open.subUser.username)} onClose={onClose} />;
    case 'hand-over':
      return <HandOverDialog subUsers={open.subUsers} onClose={onClose} />;
    case 'bulk':
      return <BulkDialog action={open.action} subUsers={open.subUsers} onClose={onClose} />;
    default:
      return null;
  }
}

/** Returns what the test of a sub-user begins with: its plain connection, as Copy connection copies it. */
function startFor(username: string): TestStart {
  return { ...plainOrder(username).choice, login: `customer-${username}` };
}
