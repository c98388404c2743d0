import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { CommandFailure } from '../../electron/contract/failure.ts';
import type { Texts } from '../../electron/contract/snapshot.ts';
import { describeFailure } from '../../electron/text/failure.ts';
import { chooseTexts } from '../../electron/text/pseudo.ts';
import { say } from '../../electron/text/say.ts';
import { CrashScreen, WindowFault } from './crash-screen.tsx';
import { Starting } from './starting.tsx';
import '../../electron/text/whole-catalogue.ts';
import './fonts.css';
import './theme.css';
import './base.css';

/** Shows a window's content once its mirror is open, or why it is not. */
export function mount(
  content: ReactNode,
  opened: Promise<CommandFailure | null>,
  texts: () => Texts = () => 'en',
): void {
  const element = document.getElementById('root');
  if (element === null) throw new Error('The page has no root element.');
  const root = createRoot(element);
  const show = (shown: ReactNode) =>
    root.render(
      <StrictMode>
        <CrashScreen>{shown}</CrashScreen>
      </StrictMode>,
    );
  show(<Starting />);
  void opened.then((failure) => {
    if (failure === null) chooseTextsOf(texts());
    show(contentOrFault(content, failure));
  });
}

function chooseTextsOf(texts: Texts): void {
  chooseTexts(texts);
  if (texts === 'pseudo-rtl') document.documentElement.dir = 'rtl';
}

/** Returns the content if the mirror is open, otherwise the message that explains why it is not. */
export function contentOrFault(content: ReactNode, failure: CommandFailure | null): ReactNode {
  return failure === null ? (
    content
  ) : (
    <WindowFault message={say('page.notOpened', { reason: describeFailure(failure) })} />
  );
}
