import type { ActivityNews } from '../../contract/activity.ts';
import type { CommandHandlers } from '../../contract/commands.ts';
import { failed, succeeded } from '../../contract/failure.ts';
import type { Activity } from '../../oxylabs/activity.ts';
import { supportText } from '../../text/support.ts';
import type { Clock } from '../clock.ts';
import type { DesktopPort } from '../desktop-port.ts';
import { curlText } from './curl-text.ts';

export type ActivityActionParts = {
  activity: Pick<Activity, 'since' | 'find' | 'subscribe'>;
  /** The API's address, with its version path. */
  apiUrl: string;
  version: string;
  clock: Pick<Clock, 'after'>;
  copy: DesktopPort['copyText'];
};

type Names = 'readActivity' | 'readExchange' | 'copyExchange';

/** A task sends many requests a second: they arrive together. */
const gatherMs = 250;

/** Creates the handlers that show the record of requests. A window asks, so that one which does not look receives nothing. */
export function createActivityActions({ activity, apiUrl, version, clock, copy }: ActivityActionParts) {
  /** Resolves the question that waits, if there is one: the newest is of the page in view. */
  let answerLast = () => {};

  async function newsAfter(revision: number): Promise<ActivityNews> {
    const news = activity.since(revision);
    if (news.revision !== revision) return news;
    answerLast();
    return new Promise((resolve) => {
      let cancel = () => {};
      const answer = () => {
        cancel();
        stop();
        answerLast = () => {};
        resolve(activity.since(revision));
      };
      const stop = activity.subscribe(() => {
        stop();
        cancel = clock.after(gatherMs, answer);
      });
      answerLast = answer;
    });
  }

  return {
    readActivity: async ({ after }) => succeeded(await newsAfter(after)),
    async readExchange({ number }) {
      return succeeded(activity.find(number));
    },
    async copyExchange({ number, as }) {
      const exchange = activity.find(number);
      if (exchange === null) return failed({ kind: 'not-found' });
      copy(
        as === 'curl' ? curlText(exchange.entry.request, apiUrl) : supportText(exchange, apiUrl, version),
        false,
      );
      return succeeded(null);
    },
  } satisfies CommandHandlers<unknown, Names>;
}
