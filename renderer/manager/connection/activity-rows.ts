import type { ActivityEntry, ActivityNews } from '../../../electron/contract/activity.ts';
import { callText, outcomeText, statusText } from '../../../electron/text/activity.ts';

/** Returns the entries with those that changed, without those that are no longer kept; oldest first. */
export function withNews(known: readonly ActivityEntry[], news: ActivityNews): readonly ActivityEntry[] {
  const entries = new Map(known.map((entry) => [entry.number, entry]));
  for (const entry of news.entries) entries.set(entry.number, entry);
  return [...entries.values()]
    .filter(({ number }) => number >= news.oldest)
    .sort((one, other) => one.number - other.number);
}

/** Returns the entries that hold every word of the filter, newest first. */
export function shownEntries(
  entries: readonly ActivityEntry[],
  filter: string,
  nameOf: (id: number) => string | null,
): ActivityEntry[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return entries
    .filter((entry) => {
      const text = textOf(entry, nameOf).toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .reverse();
}

function textOf({ request, status, outcome }: ActivityEntry, nameOf: (id: number) => string | null): string {
  const { call, method, path, subUserId, username, body } = request;
  const name = subUserId === null ? null : nameOf(subUserId);
  const fields = Object.values(body?.fields ?? {});
  return [
    callText(call),
    method,
    path,
    name,
    username,
    ...fields,
    statusText(status),
    outcomeText(outcome),
  ].join(' ');
}
