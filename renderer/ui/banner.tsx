import type { ReactNode } from 'react';
import './banner.css';

type BannerProps = { tone: 'plain' | 'warning' | 'error'; children: ReactNode };

/** Shows a short message with its action. Screen readers announce an error at once. */
export function Banner({ tone, children }: BannerProps) {
  return (
    <div className={`banner ${tone}`} role={tone === 'error' ? 'alert' : 'note'}>
      {children}
    </div>
  );
}
