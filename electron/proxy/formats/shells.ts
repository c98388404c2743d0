import { inPowerShell, inShell } from '../quoting.ts';
import { type Login, loginUrl, serverUrl, testPage } from './login.ts';

const notThroughProxy = 'localhost,127.0.0.1,::1';
/** Programs differ: curl reads only the lower-case `http_proxy`. */
const names = ['http_proxy', 'https_proxy', 'all_proxy'].flatMap((name) => [name, name.toUpperCase()]);
const exceptions = ['no_proxy', 'NO_PROXY'];

export function curl(login: Login): string {
  const { name, password } = login;
  return `curl -x ${inShell(serverUrl(login))} -U ${inShell(`${name}:${password}`)} ${testPage}`;
}

export function shellVariables(login: Login): string {
  const url = inShell(loginUrl(login));
  return [
    ...names.map((name) => `export ${name}=${url}`),
    ...exceptions.map((name) => `export ${name}=${inShell(notThroughProxy)}`),
  ].join('\n');
}

/** Variables of PowerShell are the same in both cases on Windows only, so both are set. */
export function powerShellVariables(login: Login): string {
  const url = inPowerShell(loginUrl(login));
  return [
    ...names.map((name) => `$env:${name} = ${url}`),
    ...exceptions.map((name) => `$env:${name} = ${inPowerShell(notThroughProxy)}`),
  ].join('\n');
}
