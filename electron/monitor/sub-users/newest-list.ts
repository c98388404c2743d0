import type { AccountId } from '../../contract/account.ts';
import type { ApiFailure, Outcome } from '../../contract/failure.ts';
import type { SubUser } from '../../contract/sub-user.ts';

export type Listed = Outcome<readonly SubUser[], ApiFailure>;

const momentMs = 2_000;
/** A list of thousands takes a while, and is then good for this many times as long. */
const timesItsDuration = 4;

/** Shares one reading of the list among the rows of a job, for a moment. */
export function createNewestList(
  read: () => Promise<Listed>,
  now: () => number,
  accountId: () => AccountId | null,
) {
  let last: { reading: Promise<Listed>; of: AccountId | null; beganAt: number; goodMs: number } | null = null;

  function readAgain(): Promise<Listed> {
    const beganAt = now();
    const reading = read();
    const own = { reading, of: accountId(), beganAt, goodMs: momentMs };
    last = own;
    void reading.then((listed) => {
      own.goodMs = Math.max(momentMs, timesItsDuration * (now() - beganAt));
      if (!listed.ok && last === own) last = null;
    });
    return reading;
  }

  return {
    readAgain,
    get(): Promise<Listed> {
      if (last === null || last.of !== accountId()) return readAgain();
      const ageMs = now() - last.beganAt;
      // Negative, if the clock was set back.
      return ageMs >= 0 && ageMs <= last.goodMs ? last.reading : readAgain();
    },
  };
}
