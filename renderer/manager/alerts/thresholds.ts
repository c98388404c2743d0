const most = 8;
const highest = 200;

/** Percentages that a person typed (`80, 95, 100`), in their order, each once; or what is wrong with them. Empty: none. */
export function readThresholds(text: string): { ok: true; value: number[] } | { ok: false; problem: string } {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const all = words.map((word) => (/^\d{1,3}%?$/.test(word) ? Number.parseInt(word, 10) : Number.NaN));
  const wrong = all.findIndex((percent) => Number.isNaN(percent) || percent < 1 || percent > highest);
  if (wrong !== -1)
    return { ok: false, problem: `${words[wrong]} is not a whole percentage from 1 to ${highest}.` };
  const value = [...new Set(all)].sort((one, other) => one - other);
  return value.length > most ? { ok: false, problem: `At most ${most} percentages.` } : { ok: true, value };
}

export function thresholdsText(thresholds: readonly number[]): string {
  return thresholds.join(', ');
}
