import { windowTexts } from '../../electron/text/window.ts';

/** Fills a window that has nothing to show yet. */
export function Starting() {
  return <main className="starting">{windowTexts.starting}</main>;
}
