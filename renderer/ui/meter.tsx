import { criticalShare, warningShare } from '../../electron/contract/used-share.ts';
import './meter.css';

type MeterProps = {
  /** The accessible name. */
  label: string;
  /** 0.5 for half; above 1 the bar goes beyond the mark of the limit. */
  share: number;
  /** The value in words, for screen readers. */
  text: string;
  /** Where an even pace would be, as a share; absent for none. */
  pace?: number | null;
  /** The account's own meter has one colour until it is full. */
  tone?: 'status' | 'plain';
};

/**
 * Shows a share as a bar, with a mark at 100 %: its end, or within the bar where more was used. The percentage stands
 * beside it, so that colour is never the only sign.
 */
export function Meter({ label, share, text, pace = null, tone = 'status' }: MeterProps) {
  const used = Math.max(share, 0);
  const whole = Math.max(used, 1);
  const percent = (part: number) => `${(100 * part) / whole}%`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the parts of a `meter` element cannot hold a mark, nor go beyond it.
    <div
      className={`meter ${toneOf(used, tone)}`}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.min(Math.round(used * 100), 100)}
      aria-valuetext={text}
    >
      <span className="meter-fill" style={{ width: percent(used) }} />
      {used > 1 && <span className="meter-over" style={{ insetInlineStart: percent(1) }} />}
      <span className="meter-cap" style={{ insetInlineStart: percent(1) }} />
      {pace !== null && (
        <span className="meter-pace" style={{ insetInlineStart: percent(Math.min(pace, 1)) }} />
      )}
    </div>
  );
}

function toneOf(share: number, tone: 'status' | 'plain'): string {
  if (share >= 1 || (tone === 'status' && share >= criticalShare)) return 'critical';
  return tone === 'status' && share >= warningShare ? 'warning' : 'good';
}
