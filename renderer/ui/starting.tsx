import { say } from '../../electron/text/say.ts';

/** Fills a window that has nothing to show yet. */
export function Starting() {
  return <main className="starting">{say('page.starting')}</main>;
}
