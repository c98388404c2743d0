import { Component, type ReactNode } from 'react';
import { say } from '../../electron/text/say.ts';
import { Banner } from './banner.tsx';

type CrashScreenProps = { children: ReactNode };

/** Shows a message and a button when a component throws, instead of an empty window. */
export class CrashScreen extends Component<CrashScreenProps, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    return this.state.crashed ? <WindowFault message={say('page.crashed')} /> : this.props.children;
  }
}

/** Fills a window that cannot show its content, and offers to load it again. */
export function WindowFault({ message }: { message: string }) {
  return (
    <main className="crash">
      <Banner tone="error">
        <p>{message}</p>
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {say('page.reload')}
        </button>
      </Banner>
    </main>
  );
}
