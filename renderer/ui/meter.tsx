import { criticalShare, warningShare } from '../../electron/contract/used-share.ts';
import './meter.css';

type MeterProps = {
  /** What is measured: its accessible name. */
  label: string;
  /** 0.5 for a half; above 1 the bar is full. */
  share: number;
  /** The same in words, for a screen reader. */
  text: string;
};

/** The percentage stands beside it: colour never says it alone. */
export function Meter({ label, share, text }: MeterProps) {
  return (
    <meter
      className="meter"
      aria-label={label}
      aria-valuetext={text}
      min={0}
      max={1}
      low={warningShare}
      high={criticalShare}
      optimum={0}
      value={Math.min(Math.max(share, 0), 1)}
    />
  );
}
