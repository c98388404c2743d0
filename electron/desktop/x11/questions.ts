import type { Point } from '../windows/popover-placement.ts';
import { askXServer, type XServer } from './x-server.ts';

/** Numbers of requests in the X protocol. */
const opcodes = { internAtom: 16, getSelectionOwner: 23, queryPointer: 38 };

/** Returns where the pointer is, in pixels of the screen; null without an X server. */
export function askPointer(environment?: NodeJS.ProcessEnv): Promise<Point | null> {
  return askXServer(async (server) => {
    const reply = await server.ask(opcodes.queryPointer, [server.root]);
    return { x: reply.readInt16LE(16), y: reply.readInt16LE(18) };
  }, environment);
}

/** Returns whether a tray of the older kind (XEmbed) is there, such as that of trayer, i3bar, polybar and tint2. */
export async function hasXembedTray(environment?: NodeJS.ProcessEnv): Promise<boolean> {
  return (await askXServer(isTrayOwned, environment)) ?? false;
}

async function isTrayOwned(server: XServer): Promise<boolean> {
  const name = Buffer.from('_NET_SYSTEM_TRAY_S0');
  const atom = (await server.ask(opcodes.internAtom, [name.length], name)).readUInt32LE(8);
  return (await server.ask(opcodes.getSelectionOwner, [atom])).readUInt32LE(8) !== 0;
}
