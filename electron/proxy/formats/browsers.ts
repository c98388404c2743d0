import type { Protocol } from '../../contract/connection.ts';
import { inJavaScript, inUrl } from '../quoting.ts';
import { type Login, loginUrl } from './login.ts';

const inPac = { http: 'PROXY', https: 'HTTPS', socks5: 'SOCKS5' } as const satisfies Record<Protocol, string>;

/** Returns a line for FoxyProxy's import of a list, with the login's name as its title. */
export function foxyProxy(login: Login): string {
  return `${loginUrl(login).replace(/^socks5h:/, 'socks5:')}?title=${inUrl(login.name)}`;
}

/** Returns a proxy auto-configuration file. It holds no login: the browser asks for it. */
export function pac({ protocol, host, port }: Login): string {
  const through = inJavaScript(`${inPac[protocol]} ${host}:${port}`);
  return `function FindProxyForURL(url, host) {
  if (isPlainHostName(host) || host === "127.0.0.1") return "DIRECT";
  return ${through};
}`;
}
