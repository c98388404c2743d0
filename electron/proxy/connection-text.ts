import type { ConnectionFormat, ConnectionOrder } from '../contract/connection.ts';
import { addressOf } from './entries.ts';
import { foxyProxy, pac } from './formats/browsers.ts';
import { type Login, loginUrl } from './formats/login.ts';
import { axios, playwright, puppeteer, undici } from './formats/node.ts';
import { httpx, requests, scrapy } from './formats/python.ts';
import { curl, powerShellVariables, shellVariables } from './formats/shells.ts';
import { loginOf } from './parameters.ts';

/** Stands where no password is known. */
export const passwordPlaceholder = 'PASSWORD';

const formats = {
  url: loginUrl,
  // Taken raw by the programs that read them.
  'host-port-user-pass': ({ host, port, name, password }) => `${host}:${port}:${name}:${password}`,
  'user-pass-at-host-port': ({ host, port, name, password }) => `${name}:${password}@${host}:${port}`,
  'host-port-at-user-pass': ({ host, port, name, password }) => `${host}:${port}@${name}:${password}`,
  'user-pass-host-port': ({ host, port, name, password }) => `${name}:${password}:${host}:${port}`,
  curl,
  'env-sh': shellVariables,
  'env-powershell': powerShellVariables,
  'python-requests': requests,
  'python-httpx': httpx,
  scrapy,
  undici,
  axios,
  playwright,
  puppeteer,
  foxyproxy: foxyProxy,
  pac,
} as const satisfies Record<ConnectionFormat, (login: Login) => string>;

export type TextParts = { ownEntry: string | null; password: string };

/**
 * Returns the text of each session of an order without problems, from the first up to `most`. A choice that rotates is one
 * session.
 */
export function connectionTexts(
  order: ConnectionOrder,
  { ownEntry, password }: TextParts,
  most: number,
): string[] {
  const { choice } = order;
  const write = formats[choice.format];
  return Array.from({ length: Math.min(choice.count, most) }, (_, nth) =>
    write({
      protocol: choice.protocol,
      ...addressOf(choice, ownEntry, nth),
      name: loginOf(order, nth),
      password,
    }),
  );
}
