import type { Protocol } from '../../contract/connection.ts';
import { inUrl } from '../quoting.ts';

/** Holds what every format is made of. The name has its parameters already. */
export type Login = { protocol: Protocol; host: string; port: number; name: string; password: string };

/** The vendor's page that answers with the address of the exit. */
export const testPage = 'https://ip.oxylabs.io/location';

/** `socks5h` leaves the names of targets to the proxy. */
const schemes = { http: 'http', https: 'https', socks5: 'socks5h' } as const satisfies Record<
  Protocol,
  string
>;

/** Returns `scheme://host:port`. */
export function serverUrl({ protocol, host, port }: Login): string {
  return `${schemes[protocol]}://${host}:${port}`;
}

/** Returns the whole URL, with name and password encoded: a raw `#` would end it. */
export function loginUrl(login: Login): string {
  const { protocol, host, port, name, password } = login;
  return `${schemes[protocol]}://${inUrl(name)}:${inUrl(password)}@${host}:${port}`;
}
