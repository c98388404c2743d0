import { type ConnectionOrder, firstChoice } from '../../../electron/contract/connection.ts';
import { current } from '../mirror.ts';

/** Returns the order for a sub-user's plain connection: through the own entry where there is one, with no parameter. */
export function plainOrder(username: string): ConnectionOrder {
  const { ownEntry } = current().settings;
  const entry = ownEntry === null ? 'standard' : 'own';
  return { username, choice: { ...firstChoice, entry }, sessionSeed: 'plain' };
}
