import {
  type AccountEntry,
  type AccountKey,
  type AccountLabel,
  accountColors,
  firstAccount,
  mostAccounts,
} from '../../contract/accounts.ts';
import type { AccountListFile } from '../../storage/account-list-file.ts';

/** Keeps which accounts there are, how they are labelled, and which one the windows show. */
export type AccountBook = ReturnType<typeof openAccountBook>;

export function openAccountBook(file: AccountListFile) {
  let { entries, shown, nextKey } = file.read();
  const keep = () => file.write({ entries, shown: isListed(shown) ? shown : firstOf(entries), nextKey });
  const isListed = (key: AccountKey) => entries.some((each) => each.key === key);

  return {
    entries: (): readonly AccountEntry[] => entries,
    shown: () => shown,
    isListed,
    isFull: () => entries.length >= mostAccounts,
    show(key: AccountKey): void {
      shown = key;
      keep();
    },
    /** Returns the key for another account: the first account's files are those of the app, so it comes first. */
    newKey(): AccountKey {
      if (!isListed(firstAccount)) return firstAccount;
      nextKey += 1;
      return String(nextKey - 1);
    },
    list(key: AccountKey): void {
      if (isListed(key)) return;
      entries = [...entries, { key, ...firstLabel(entries) }];
      keep();
    },
    unlist(key: AccountKey): void {
      entries = entries.filter((each) => each.key !== key);
      if (shown === key) shown = firstOf(entries);
      keep();
    },
    label(key: AccountKey, label: AccountLabel): void {
      entries = entries.map((each) => (each.key === key ? { key, ...label } : each));
      keep();
    },
  };
}

function firstOf([first]: readonly AccountEntry[]): AccountKey {
  return first?.key ?? firstAccount;
}

/** Returns the label of a new account, with the colour that the fewest have. */
function firstLabel(entries: readonly AccountEntry[]): AccountLabel {
  const uses = (wanted: string) => entries.filter(({ color }) => color === wanted).length;
  const [color = accountColors[0]] = [...accountColors].sort((one, other) => uses(one) - uses(other));
  return { name: '', color, product: null };
}
