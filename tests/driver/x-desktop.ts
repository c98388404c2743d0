import type { Point } from '../../electron/desktop/windows/popover-placement.ts';
import { askXServer } from '../../electron/desktop/x11/x-server.ts';

/** Numbers of requests in the X protocol. */
const opcodes = { internAtom: 16, setSelectionOwner: 22, getInputFocus: 43, warpPointer: 41 };

/** Moves the pointer, as a hand would. Coordinates are pixels of the screen. */
export async function movePointer({ x, y }: Point, environment?: NodeJS.ProcessEnv): Promise<void> {
  await askXServer(async (server) => {
    server.send(opcodes.warpPointer, [0, server.root, 0, 0, y * 0x1_0000 + x]);
    // Its reply says that the move was done.
    await server.ask(opcodes.getInputFocus, []);
  }, environment);
}

/** Owns the selection of a tray of the older kind while `act` runs. */
export function ownXembedTray<Result>(
  act: () => Promise<Result>,
  environment?: NodeJS.ProcessEnv,
): Promise<Result | null> {
  return askXServer(async (server) => {
    const name = Buffer.from('_NET_SYSTEM_TRAY_S0');

    const atom = (await server.ask(opcodes.internAtom, [name.length], name)).readUInt32LE(8);
    server.send(opcodes.setSelectionOwner, [server.root, atom, 0]);
    await server.ask(opcodes.getInputFocus, []);
    return act();
  }, environment);
}
