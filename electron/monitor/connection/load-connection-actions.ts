import type { CommandHandlers } from '../../contract/commands.ts';
import type { ConnectionActionParts, ConnectionPort } from './connection-actions.ts';

/** Opens what connection tests ask of the network. */
export type OpenConnectionPort = () => Promise<ConnectionPort>;

type Parts = Pick<ConnectionActionParts, 'store' | 'passwordOf'> & { open: OpenConnectionPort };

type Names = 'testConnection' | 'explainConnection' | 'checkEntry';

/** Creates the handlers of connection tests. They load sockets, TLS, DNS and HTTP at their first call, so that no start does. */
export function loadsConnectionActions({ open, ...parts }: Parts) {
  let loaded: ReturnType<typeof load> | null = null;
  async function load() {
    const [{ createConnectionActions }, port] = await Promise.all([
      import('./connection-actions.ts'),
      open(),
    ]);
    return createConnectionActions({ ...port, ...parts });
  }
  const actions = () => {
    loaded ??= load();
    return loaded;
  };
  return {
    testConnection: async (wanted) => (await actions()).testConnection(wanted),
    explainConnection: async (wanted) => (await actions()).explainConnection(wanted),
    checkEntry: async (wanted) => (await actions()).checkEntry(wanted),
  } satisfies CommandHandlers<unknown, Names>;
}
