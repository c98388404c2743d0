import type { Fault } from './faults.ts';

/** The faults that `--demo-fault=NAME` offers. */
export const namedFaults = {
  slow: { kind: 'latency', delayMs: 4_000 },
  drip: { kind: 'slow-body', byteEveryMs: 500 },
  refused: { kind: 'refuse', status: 400 },
  'signed-out': { kind: 'refuse', status: 401 },
  'too-many': { kind: 'refuse', status: 429, headers: { 'Retry-After': '60' } },
  down: { kind: 'refuse', status: 503 },
  portal: {
    kind: 'garble',
    body: '<!doctype html><title>Welcome to the guest network</title>',
    headers: { 'Content-Type': 'text/html' },
  },
  garbled: { kind: 'garble', body: '{"traffic": 1.2' },
  cut: { kind: 'cut', at: 'in-body' },
  lost: { kind: 'cut', at: 'before-headers' },
} satisfies Record<string, Fault>;

export type FaultName = keyof typeof namedFaults;

/** Returns whether a word is the name of a fault. */
export function isFaultName(word: string): word is FaultName {
  return Object.hasOwn(namedFaults, word);
}

/** Returns the names to choose from where the word after `--demo-fault=` is none of them; null where it is one, or empty. */
export function namesInstead(word: string): FaultName[] | null {
  return word === '' || isFaultName(word) ? null : (Object.keys(namedFaults) as FaultName[]);
}

/** Matches every request but the login, so that the demo still signs in. */
export const afterLogin = /^(?!POST \S*\/login$)/;
