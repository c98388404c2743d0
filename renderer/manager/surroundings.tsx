import type { EnvironmentView } from '../../electron/contract/snapshot.ts';
import { failingText, oddFileText } from '../../electron/contract/storage-text.ts';
import { Notice } from '../ui/notice.tsx';

/** What is out of the ordinary about this run: a demo, another host, a proxy that is passed by, no tray, files. */
export function Surroundings({ environment }: { environment: EnvironmentView }) {
  const { demo, otherHost, bypassesProxy, trayShown, storage } = environment;
  const lines = [
    ...(demo ? ['Demo: a simulated account. Nothing here is real and nothing is sent anywhere.'] : []),
    ...(otherHost === null ? [] : [`Connected to ${otherHost} instead of Oxylabs.`]),
    ...(bypassesProxy
      ? ['The proxy set on this computer is Oxylabs’ own, which bills traffic. Oxygauge goes past it.']
      : []),
    ...(trayShown
      ? []
      : [
          'No system tray was found on this desktop, so closing this window quits Oxygauge. On GNOME the AppIndicator extension adds one.',
        ]),
  ];
  const { odd, failing } = storage;
  if (lines.length + odd.length === 0 && failing === null) return null;
  return (
    <aside className="surroundings" aria-label="About this run">
      {lines.map((line) => (
        <Notice key={line} tone="plain">
          <p>{line}</p>
        </Notice>
      ))}
      {odd.map((file) => (
        <Notice key={file.what} tone="warning">
          <p>{oddFileText(file)}</p>
        </Notice>
      ))}
      {failing !== null && (
        <Notice tone="error">
          <p>{failingText(failing)}</p>
        </Notice>
      )}
    </aside>
  );
}
