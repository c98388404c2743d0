import { I18nProvider } from 'react-aria-components';
import { ChartParts } from './chart-parts.tsx';
import { ManagerParts, SampleDialog } from './manager-parts.tsx';
import { addressOf, type GalleryWindow } from './shown-window.ts';
import { managerStates, popoverStates, refusedState } from './states.ts';
import { UiParts } from './ui-parts.tsx';
import '../manager/manager.css';
import './gallery.css';

/** Shows every part, and both windows in their states. */
export function Index() {
  return (
    <I18nProvider locale="en-GB">
      <main className="gallery">
        <h1>Gallery</h1>
        <UiParts />
        <ManagerParts />
        <ChartParts />
        <h2>Dialogs</h2>
        <div className="gallery-windows">
          <Framed window="dialog" state="open" width={560} height={360} />
          <Framed window="wide-dialog" state="open" width={840} height={420} />
        </div>
        <h2>Popover</h2>
        <div className="gallery-windows">
          {[...Object.keys(popoverStates), refusedState].map((state) => (
            <Framed key={state} window="popover" state={state} width={380} height={600} />
          ))}
        </div>
        <h2>Manager</h2>
        <div className="gallery-windows">
          {[...Object.keys(managerStates), refusedState].map((state) => (
            <Framed key={state} window="manager" state={state} width={980} height={560} />
          ))}
        </div>
      </main>
    </I18nProvider>
  );
}

type FramedProps = { window: GalleryWindow; state: string; width: number; height: number };

function Framed({ window, state, width, height }: FramedProps) {
  return (
    <figure>
      <figcaption>
        <a href={addressOf(window, state)}>{state}</a>
      </figcaption>
      <iframe
        loading="lazy"
        title={`${window}, ${state}`}
        src={addressOf(window, state)}
        width={width}
        height={height}
      />
    </figure>
  );
}

/** Shows one open dialog on its own page, because it covers the whole page. */
export function OneDialog({ wide }: { wide: boolean }) {
  return (
    <I18nProvider locale="en-GB">
      <SampleDialog wide={wide} />
    </I18nProvider>
  );
}
