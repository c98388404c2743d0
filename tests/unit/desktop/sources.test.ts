import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** Every source of the app, without its comments. */
const sources = ['electron', 'renderer'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({
      name: `${room}/${name}`,
      text: readFileSync(join(root, room, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''),
    })),
);

function filesWith(pattern: RegExp): string[] {
  return sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name);
}

test('checklist open-external: one file hands addresses to the system, and all it has are written in it', () => {
  expect(filesWith(/openExternal|openPath|showItemInFolder|\bshell\b/)).toEqual([
    'electron/desktop/links.ts',
  ]);
  const links = sources.find(({ name }) => name === 'electron/desktop/links.ts')?.text ?? '';
  const addresses = [...links.matchAll(/: '([^']+)',$/gm)].map(([, address = '']) => new URL(address));
  expect(addresses.map(({ protocol, host }) => [protocol, host])).toEqual([
    ['https:', 'dashboard.oxylabs.io'],
  ]);
});

test('checklist certificates: nobody decides about a certificate but the system', () => {
  expect(
    filesWith(/certificate-error|setCertificateVerifyProc|rejectUnauthorized|select-client-certificate/),
  ).toEqual([]);
});

test('checklist crash-reports: no reporter of crashes is started, and nothing updates itself', () => {
  expect(filesWith(/crashReporter|autoUpdater|electron-updater|contentTracing|netLog/)).toEqual([]);
});

test('checklist own-switches: the app weakens no switch of Chromium’s by itself', () => {
  expect(filesWith(/appendArgument|removeSwitch/)).toEqual([]);
  expect(filesWith(/appendSwitch/)).toEqual(['electron/desktop/drawing.ts']);
  const drawing = sources.find(({ name }) => name === 'electron/desktop/drawing.ts')?.text ?? '';
  // How windows are drawn, and nothing that a guard stands on.
  expect([...drawing.matchAll(/appendSwitch\((.*)\)/g)].map(([, words]) => words)).toEqual([
    "'disable-gpu'",
    "'disable-software-rasterizer'",
    "'disable-gpu-process-crash-limit'",
  ]);
});

test('checklist electron-apis: the bridge alone touches the channels to main', () => {
  expect(filesWith(/ipcRenderer/)).toEqual(['electron/preload.ts']);
  expect(filesWith(/ipcMain\??\.(on|once|handle)/)).toEqual(['electron/desktop/ipc.ts']);
  expect(filesWith(/exposeInMainWorld/)).toEqual(['electron/preload.ts']);
});

test('checklist web-security: every window is opened in one place', () => {
  expect(filesWith(/new (BrowserWindow|BrowserView|WebContentsView)\b/)).toEqual([
    'electron/desktop/pages.ts',
  ]);
  expect(filesWith(/\.loadURL\(|\.loadFile\(/)).toEqual(['electron/desktop/pages.ts']);
});
