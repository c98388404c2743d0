import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from './private-files.ts';
import { readText } from './read-file.ts';

/** The figure that the tray showed last, as text: a start shows it before it can read or format another. */
export type LastFigure = {
  /** The month's total, such as `1.24 GB`. */
  total: string;
  /** The days that it covers. */
  days: string | null;
  /** How far the icon was filled. */
  step: number;
  readAt: number;
};

export type LastFigureFile = {
  read(now: number): LastFigure | null;
  /** Replaces the figure; null erases it. Never throws. */
  keep(figure: LastFigure | null): void;
};

/** A real file is smaller; what is larger is damaged. */
const mostBytes = 2_000;
const mostCharacters = 60;

/**
 * Opens `tray.json`, one line of what the tray shows, without a name or a secret; a damaged file counts as none. The entry
 * reads it, so it needs neither zod nor electron-store.
 */
export function openLastFigure(profile: string): LastFigureFile {
  const file = join(profile, 'tray.json');
  let kept = '';
  return {
    read(now) {
      const text = textOf(file);
      const figure = text === null ? null : understand(text, now);
      if (figure !== null) kept = JSON.stringify(figure);
      return figure;
    },
    keep(figure) {
      const text = figure === null ? '' : JSON.stringify(figure);
      if (text === kept) return;
      try {
        if (figure === null) rmSync(file, { force: true });
        else replaceFile(file, text);
        kept = text;
      } catch {
        // A full disk leaves the earlier figure, which is shown with its age. The next one is tried again.
      }
    },
  };
}

/** Keeps nothing, for the demo. */
export const noLastFigure: LastFigureFile = { read: () => null, keep() {} };

function textOf(file: string): string | null {
  try {
    return readText(file, mostBytes);
  } catch {
    return null;
  }
}

/** A figure from the future was read before the clock was set back: its age is unknown. */
function understand(text: string, now: number): LastFigure | null {
  const { total, days, step, readAt } = fieldsOf(text);
  if (!isShort(total) || (days !== null && !isShort(days))) return null;
  if (typeof step !== 'number' || !Number.isInteger(step) || step < 0) return null;
  if (typeof readAt !== 'number' || !(readAt >= 0 && readAt <= now)) return null;
  return { total, days, step, readAt };
}

function fieldsOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= mostCharacters;
}
