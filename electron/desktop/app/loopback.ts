/**
 * Ports of this computer that replace the vendor's proxy, the system's resolver and the server of the list of versions, for
 * tests; null for the real ones.
 */
export type Loopback = {
  proxy: number | null;
  dns: number | null;
  /** With the public key that the test signs by. */
  versionList: { port: number; key: string } | null;
};

/** Reads the ports from the environment. There is no way to name another host. */
export function loopbackFrom(environment: Record<string, string | undefined>): Loopback {
  const port = portIn(environment.OXYGAUGE_VERSION_LIST_PORT);
  const key = environment.OXYGAUGE_VERSION_LIST_KEY;
  return {
    versionList: port === null || key === undefined ? null : { port, key },
    proxy: portIn(environment.OXYGAUGE_PROXY_PORT),
    dns: portIn(environment.OXYGAUGE_DNS_PORT),
  };
}

function portIn(text: string | undefined): number | null {
  const port = Number(text);
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
}
