import {
  type Authorization,
  type ClientParts,
  createClient,
  type OxylabsClient,
} from '../../../electron/oxylabs/client.ts';
import { Secret } from '../../../electron/oxylabs/secret.ts';
import { demoCredentials } from '../../../electron/oxylabs/simulator/simulator.ts';

/** Creates a client as main does, over Node's fetch and without pauses between tries. */
export function clientFor(baseUrl: string, parts: Partial<ClientParts> = {}): OxylabsClient {
  return createClient({
    fetch: globalThis.fetch,
    baseUrl,
    userAgent: 'Oxygauge/test',
    now: () => Date.now(),
    random: () => 0,
    firstPauseMs: 1,
    ...parts,
  });
}

export async function loggedIn(client: OxylabsClient): Promise<Authorization> {
  const login = await client.login(demoCredentials.username, new Secret(demoCredentials.password));
  if (!login.ok) throw new Error(`The simulator refused the login: ${login.failure.kind}`);
  return login.value;
}
