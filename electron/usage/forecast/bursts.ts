import type { Piece } from './pieces.ts';

/** A burst lies above the median by this many deviations, and by this share of the median at least. */
const mostDeviations = 3;
const leastShare = 0.46;
/** The ratio of a normal law's standard deviation to its median absolute deviation. */
const ofNormal = 1.4826;
/** With fewer pieces, no day is out of the ordinary. */
const leastPieces = 4;

/** Bursts by number and size, in GB, with the sum of their squares. */
export type Bursts = { count: number; gb: number; squares: number };

/**
 * Divides pieces into ordinary ones and bursts: traffic far above the median, by the median absolute deviation
 * (Hampel's identifier). Pieces in a row are one burst, since one may last over midnight.
 */
export function withoutBursts(pieces: readonly Piece[]): { ordinary: readonly Piece[]; bursts: Bursts } {
  const bursts = { count: 0, gb: 0, squares: 0 };
  if (pieces.length < leastPieces) return { ordinary: pieces, bursts };
  const rates = pieces.map(({ gb, days }) => gb / days);
  const middle = median(rates);
  const deviation = ofNormal * median(rates.map((rate) => Math.abs(rate - middle)));
  const most = middle + Math.max(mostDeviations * deviation, leastShare * middle);
  const ordinary: Piece[] = [];
  let burstGb = 0;
  const end = () => {
    if (burstGb > 0) bursts.count += 1;
    bursts.gb += burstGb;
    bursts.squares += burstGb * burstGb;
    burstGb = 0;
  };
  for (const [index, piece] of pieces.entries()) {
    if ((rates[index] ?? 0) > most) {
      burstGb += piece.gb - middle * piece.days;
    } else {
      end();
      ordinary.push(piece);
    }
  }
  end();
  return { ordinary, bursts };
}

/** Returns the middle value, or the mean of the two in the middle; 0 for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
