import { say } from './say.ts';
import { formatDate } from './time.ts';

/** Holds what a program needs to use a sub-user. A null password is not kept on this computer. */
export type Login = {
  username: string;
  host: string;
  port: number;
  login: string;
  password: string | null;
  url: string;
  curl: string;
};

/** Returns the logins as text, a paragraph each, under a heading that says what it holds. */
export function handOverText(logins: readonly Login[], now: number, locale: string): string {
  const withPassword = logins.some(({ password }) => password !== null);
  const head = [
    say('handOver.title', { day: formatDate(now, locale) }),
    ...(withPassword ? [say('handOver.holdsPasswords')] : []),
  ];
  return `${[head.join('\n'), ...logins.map(paragraph)].join('\n\n')}\n`;
}

function paragraph({ username, host, port, login, password, url, curl }: Login): string {
  const lines = [
    [say('handOver.entry'), `${host}:${port}`],
    [say('handOver.login'), login],
    [say('handOver.password'), password ?? say('handOver.noPassword')],
    [say('handOver.url'), url],
    [say('handOver.curl'), curl],
  ];
  const width = Math.max(...lines.map(([name = '']) => name.length));
  return [username, ...lines.map(([name = '', value = '']) => `  ${name.padEnd(width)}  ${value}`)].join(
    '\n',
  );
}
