import type { Exchange, TryView } from '../contract/activity.ts';
import { outcomeText, statusText } from './activity.ts';
import { bodyText } from './request-body.ts';
import { say } from './say.ts';

/** Returns what the vendor's support needs to find a request in its own records, without secrets. Times are UTC. */
export function supportText({ entry, tries, answer }: Exchange, apiUrl: string, version: string): string {
  const { request, at, durationMs, outcome } = entry;
  const { method, path, username, body } = request;
  return [
    say('activity.support.title'),
    say('activity.support.time', { time: new Date(at).toISOString() }),
    say('activity.support.client', { version }),
    say('activity.support.call', { method, url: `${apiUrl}${path}` }),
    ...(username === null ? [] : [say('activity.support.user', { username })]),
    ...(body === null
      ? []
      : [say('activity.support.body', { body: bodyText(body, say('activity.support.hidden')) })]),
    say('activity.support.result', { result: outcomeText(outcome) }),
    ...(durationMs === null
      ? []
      : [say('activity.support.took', { ms: `${Math.round(durationMs)}`, tries: `${tries.length}` })]),
    ...tries.map((view, index) => tryLine(view, index + 1)),
    ...(answer === null || answer.text === '' ? [] : ['', say('activity.support.answer'), answer.text]),
  ].join('\n');
}

function tryLine({ status, durationMs, bytes, failure }: TryView, number: number): string {
  return say('activity.support.try', {
    number: `${number}`,
    status: statusText(status),
    ms: `${Math.round(durationMs)}`,
    bytes: `${bytes}`,
    result: outcomeText(failure ?? 'done'),
  });
}
