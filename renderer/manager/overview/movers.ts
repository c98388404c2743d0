import type { Mover, Movers } from '../../../electron/contract/usage.ts';

const mostRows = 5;

/** Returns the rows of the card: three that grew and two that shrank, more of one where the other has fewer. */
export function shownMovers({ up, down }: Pick<Movers, 'up' | 'down'>): Mover[] {
  const downs = Math.min(down.length, Math.max(2, mostRows - up.length));
  const ups = Math.min(up.length, mostRows - downs);
  return [...up.slice(0, ups), ...down.slice(0, downs)];
}
