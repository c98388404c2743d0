import { type ConnectionOrder, plainOrderOf } from '../../../electron/contract/connection.ts';
import { current } from '../mirror.ts';

/** Returns the order for a sub-user's plain connection, with the own entry of now. */
export function plainOrder(username: string): ConnectionOrder {
  return plainOrderOf(username, current().settings.ownEntry);
}
