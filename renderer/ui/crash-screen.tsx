import { Component, type ReactNode } from 'react';
import { Notice } from './notice.tsx';

type CrashScreenProps = { children: ReactNode };

/** A fault in a page leaves a message and a way on, never an empty window. */
export class CrashScreen extends Component<CrashScreenProps, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    return (
      <main className="crash">
        <Notice tone="error">
          <p>Something went wrong in this window. Oxygauge goes on watching in the tray.</p>
          <button type="button" className="button" onClick={() => window.location.reload()}>
            Show it again
          </button>
        </Notice>
      </main>
    );
  }
}
