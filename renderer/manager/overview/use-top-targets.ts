import { type RefObject, useEffect, useRef, useState } from 'react';
import { dayOf } from '../../../electron/contract/day.ts';
import type { CommandFailure } from '../../../electron/contract/failure.ts';
import type { TargetTraffic } from '../../../electron/contract/usage.ts';
import { bridge } from '../../state/bridge.ts';

type Read = { values: TargetTraffic[]; failure: CommandFailure | null };

/** An answer is used again for this long, since each takes a request a sub-user. */
const keptMs = 15 * 60_000;
let last: { key: string; at: number; read: Read } | null = null;

/** Reads today's targets of a few sub-users once the card is in view. Null until then. */
export function useTopTargets(ids: readonly number[]): {
  card: RefObject<HTMLElement | null>;
  read: Read | null;
} {
  const card = useRef<HTMLElement>(null);
  const [read, setRead] = useState<Read | null>(null);
  // In the order of the ids, so that a change of rank alone reads nothing.
  const asked = [...ids].sort((one, other) => one - other).join(' ');
  useEffect(() => {
    const element = card.current;
    if (element === null || asked === '') return;
    let current = true;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      void readTargets(asked).then((value) => {
        if (current) setRead(value);
      });
    });
    observer.observe(element);
    return () => {
      current = false;
      observer.disconnect();
    };
  }, [asked]);
  return { card, read };
}

async function readTargets(asked: string): Promise<Read> {
  const date = dayOf(Date.now());
  const key = `${date} ${asked}`;
  if (last !== null && last.key === key && Date.now() - last.at < keptMs) return last.read;
  const ids = asked.split(' ').map(Number);
  const outcomes = await Promise.all(ids.map((id) => bridge.command('readTargets', { id, date })));
  const read: Read = { values: [], failure: null };
  for (const outcome of outcomes) {
    if (outcome.ok) read.values.push(outcome.value);
    else read.failure ??= outcome.failure;
  }
  if (read.failure === null) last = { key, at: Date.now(), read };
  return read;
}
