import type { AccountColor } from '../../electron/contract/accounts.ts';
import './account-dot.css';

/** Shows an account's colour. Its name stands beside it. */
export function AccountDot({ color }: { color: AccountColor }) {
  return <span className="account-dot" style={{ color: `var(--account-${color})` }} aria-hidden="true" />;
}
