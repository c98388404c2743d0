import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { accountKeySchema } from '../contract/accounts.ts';
import { managerViewSchema } from '../contract/manager-view.ts';
import { replaceFile } from './private-files.ts';
import { readText } from './read-file.ts';

const mostPx = 100_000;
const place = z.number().int().min(-mostPx).max(mostPx);
const length = z.number().int().min(1).max(mostPx);

/**
 * Describes where the manager's window was, and what it showed. Bounds are in DIP, of the window before it was maximized;
 * the popover's height is that of its content in CSS pixels. A damaged part counts as none, without the others.
 */
const leftWindowSchema = z.object({
  bounds: z.object({ x: place, y: place, width: length, height: length }).nullable().catch(null),
  maximized: z.boolean().catch(false),
  /** Of the first account. */
  view: managerViewSchema.nullable().catch(null),
  /** Of each further account. */
  views: z.record(accountKeySchema, managerViewSchema).catch({}),
  popoverHeight: length.nullable().catch(null),
});
export type LeftWindow = z.infer<typeof leftWindowSchema>;

export type WindowFile = {
  read(): LeftWindow;
  /** Replaces what is given. Never throws. */
  keep(change: Partial<LeftWindow>): void;
};

/** The ids of 100,000 selected rows fit. */
const mostBytes = 2_000_000;

const never: LeftWindow = { bounds: null, maximized: false, view: null, views: {}, popoverHeight: null };

/**
 * Opens `window.json`, which only makes the next start more pleasant: a damaged file counts as none, and one that cannot be
 * written is not reported.
 */
export function openWindowFile(profile: string): WindowFile {
  const file = join(profile, 'window.json');
  let left = understood(file);
  return {
    read: () => left,
    keep(change) {
      left = { ...left, ...change };
      try {
        if (isEmpty(left)) rmSync(file, { force: true });
        else replaceFile(file, JSON.stringify(left));
      } catch {
        // A full disk leaves the earlier file. The next change is written again.
      }
    },
  };
}

/** Holds it in memory, for the demo. */
export function windowInMemory(): WindowFile {
  let left = never;
  return {
    read: () => left,
    keep(change) {
      left = { ...left, ...change };
    },
  };
}

function isEmpty({ bounds, view, views, popoverHeight }: LeftWindow): boolean {
  return bounds === null && view === null && popoverHeight === null && Object.keys(views).length === 0;
}

function understood(file: string): LeftWindow {
  try {
    const found = leftWindowSchema.safeParse(JSON.parse(readText(file, mostBytes)));
    return found.success ? found.data : never;
  } catch {
    return never;
  }
}
