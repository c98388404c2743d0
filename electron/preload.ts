import { contextBridge, ipcRenderer } from 'electron';
import { type Bridge, channels } from './contract/bridge.ts';

/**
 * The bridge into the sandboxed page: commands out, changes in. The event object stays here,
 * since it would hand the page `sender` and with it every channel. Main validates all of it again.
 */
const bridge: Bridge = {
  command: (name, input) => ipcRenderer.invoke(channels.command, name, input),
  onChange(listener) {
    const receive = (_event: unknown, change: Parameters<typeof listener>[0]) => listener(change);
    ipcRenderer.on(channels.change, receive);
    return () => ipcRenderer.off(channels.change, receive);
  },
};

contextBridge.exposeInMainWorld('oxygauge', bridge);
