import { say } from '../../../electron/text/say.ts';

const most = 8;
const highest = 200;

/** Parses typed percentages (`80, 95, 100`), ascending and distinct, or returns what is wrong with them. Empty: none. */
export function readThresholds(text: string): { ok: true; value: number[] } | { ok: false; problem: string } {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const all = words.map((word) => (/^\d{1,3}%?$/.test(word) ? Number.parseInt(word, 10) : Number.NaN));
  const wrong = all.findIndex((percent) => Number.isNaN(percent) || percent < 1 || percent > highest);
  if (wrong !== -1)
    return {
      ok: false,
      problem: say('settings.notPercentage', { typed: words[wrong] ?? '', highest: `${highest}` }),
    };
  const value = [...new Set(all)].sort((one, other) => one - other);
  return value.length > most
    ? { ok: false, problem: say('settings.mostPercentages', { most: `${most}` }) }
    : { ok: true, value };
}

export function thresholdsText(thresholds: readonly number[]): string {
  return thresholds.join(', ');
}
