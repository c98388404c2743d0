import { runTexts } from '../../electron/text/run.ts';
import { say } from '../../electron/text/say.ts';
import { failingText, unreadableFileText } from '../../electron/text/storage.ts';
import { Banner } from '../ui/banner.tsx';
import { Message } from '../ui/message.tsx';
import { useMirror } from './mirror.ts';

/** Shows problems of this run and its files. */
export function Surroundings() {
  const environment = useMirror((mirror) => mirror.environment);
  const lines = runTexts(environment);
  const { unreadable, failing } = environment.storage;
  if (lines.length + unreadable.length === 0 && failing === null) return null;
  return (
    <aside className="surroundings" aria-label={say('frame.aboutRun')}>
      {lines.map((line) => (
        <Banner key={line} tone="plain">
          <p>{line}</p>
        </Banner>
      ))}
      {unreadable.map((file) => (
        <Banner key={file.what} tone="warning">
          <p>{unreadableFileText(file)}</p>
        </Banner>
      ))}
      {failing !== null && <Message tone="error" text={failingText(failing)} />}
    </aside>
  );
}
