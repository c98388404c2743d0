import type { ReactNode } from 'react';
import './notice.css';

type NoticeProps = { tone: 'plain' | 'warning' | 'error'; children: ReactNode };

/** A short message with its way out. An error is read out at once. */
export function Notice({ tone, children }: NoticeProps) {
  return (
    <div className={`notice ${tone}`} role={tone === 'error' ? 'alert' : 'note'}>
      {children}
    </div>
  );
}
