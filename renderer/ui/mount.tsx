import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CrashScreen } from './crash-screen.tsx';
import './theme.css';

/** Puts a window's content into its page. */
export function mount(content: ReactNode): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no root element.');
  createRoot(root).render(
    <StrictMode>
      <CrashScreen>{content}</CrashScreen>
    </StrictMode>,
  );
}
