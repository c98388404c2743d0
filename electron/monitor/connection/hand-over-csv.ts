import { toCsv } from '../../text/csv.ts';
import type { Login } from '../../text/hand-over.ts';
import { say } from '../../text/say.ts';

/** Returns the logins as CSV; an unknown password is an empty cell. */
export function handOverCsv(logins: readonly Login[]): string {
  const headings = [
    say('handOver.subUser'),
    say('handOver.host'),
    say('handOver.port'),
    say('handOver.login'),
    say('handOver.password'),
    say('handOver.url'),
    say('handOver.curl'),
  ];
  return toCsv(
    headings,
    logins.map(({ username, host, port, login, password, url, curl }) => [
      username,
      host,
      port,
      login,
      password,
      url,
      curl,
    ]),
  );
}
