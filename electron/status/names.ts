import type { Status, StatusAccount } from '../contract/status.ts';
import { say } from '../text/say.ts';

/** Returns the status without any name or id. Sub-users are left out: without their names they are no use. */
export function withoutNames(status: Status): Status {
  return {
    ...status,
    accounts: status.accounts.map((account) => ({
      ...account,
      id: null,
      name: null,
      alerts: account.alerts.map((alert) => ({ ...alert, sub_user: null })),
      sub_users: [],
    })),
  };
}

/**
 * Returns a name for a terminal or a bar, which is the API's word: one that moves the cursor or turns the direction of
 * writing is not carried out.
 */
export function plainName(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd');
}

/** Returns what an account is called beside others; null where there is one without a name. */
export function labelOf({ name }: StatusAccount, index: number, count: number): string | null {
  if (name !== null) return plainName(name);
  return count === 1 ? null : say('commandLine.account', { number: String(index + 1) });
}

/** Returns a text that names what it is about. */
export function named(name: string | null, text: string): string {
  return name === null ? text : say('commandLine.named', { name, text });
}
