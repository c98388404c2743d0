import { Label, ProgressBar } from 'react-aria-components';
import './progress.css';

type ProgressProps = {
  label: string;
  value: number;
  total: number;
  /** The progress in words. */
  text: string;
  /** What is known beyond it, such as the time left. */
  rest?: string;
};

/** Shows how far something is that takes many requests. */
export function Progress({ label, value, total, text, rest = '' }: ProgressProps) {
  const most = Math.max(total, 1);
  return (
    <ProgressBar className="progress" value={value} maxValue={most} valueLabel={text}>
      <Label>{label}</Label>
      <span className="hint">
        {text}
        {rest}
      </span>
      <div className="bar" aria-hidden="true">
        <div className="bar-fill" style={{ width: `${(100 * value) / most}%` }} />
      </div>
    </ProgressBar>
  );
}
