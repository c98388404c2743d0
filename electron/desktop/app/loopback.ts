/** Ports of this computer that replace the vendor's proxy and the system's resolver, for tests; null for the real ones. */
export type Loopback = { proxy: number | null; dns: number | null };

/** Reads the ports from the environment. There is no way to name another host. */
export function loopbackFrom(environment: Record<string, string | undefined>): Loopback {
  return {
    proxy: portIn(environment.OXYGAUGE_PROXY_PORT),
    dns: portIn(environment.OXYGAUGE_DNS_PORT),
  };
}

function portIn(text: string | undefined): number | null {
  const port = Number(text);
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
}
