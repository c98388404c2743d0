import { contextBridge, ipcRenderer } from 'electron';
import { type Bridge, channels } from './contract/bridge.ts';

/**
 * Bridges the sandboxed page: commands out, changes in, all validated again by main. The event object stays here, because it
 * would give the page `sender` and with it every channel.
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
