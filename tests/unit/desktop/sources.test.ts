import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** Reads every source file of the app, without its comments. */
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

test('checklist open-external: one file hands addresses to the system, all of them literals', () => {
  expect(filesWith(/openExternal|openPath|showItemInFolder|\bshell\b/)).toEqual([
    'electron/desktop/windows/links.ts',
  ]);
  const links = sources.find(({ name }) => name === 'electron/desktop/windows/links.ts')?.text ?? '';
  const addresses = [...links.matchAll(/: '([^']+)',$/gm)].map(([, address = '']) => new URL(address));
  expect(addresses.map(({ protocol, host }) => [protocol, host])).toEqual([
    ['https:', 'dashboard.oxylabs.io'],
    ['https:', 'github.com'],
  ]);
});

test('checklist certificates: only the system decides about a certificate', () => {
  expect(
    filesWith(/certificate-error|setCertificateVerifyProc|rejectUnauthorized|select-client-certificate/),
  ).toEqual([]);
});

test('checklist crash-reports: no crash reporter is started, and nothing updates itself', () => {
  expect(filesWith(/crashReporter|autoUpdater|electron-updater|contentTracing|netLog/)).toEqual([]);
});

test('checklist own-switches: the app itself sets no switch that weakens Chromium', () => {
  expect(filesWith(/appendArgument|removeSwitch/)).toEqual([]);
  // They are about drawing, and take a keyring where Chromium would take none; no guard depends on them.
  const set = sources.flatMap(({ name, text }) =>
    [...text.matchAll(/appendSwitch\((.*)\)/g)].map(([, words]) => `${name}: ${words}`),
  );
  expect(set).toEqual([
    "electron/desktop/keyring/store-choice.ts: 'password-store', 'gnome-libsecret'",
    "electron/desktop/recovery/gpu.ts: 'disable-gpu'",
    "electron/desktop/recovery/gpu.ts: 'disable-software-rasterizer'",
    "electron/desktop/recovery/gpu.ts: 'disable-gpu-process-crash-limit'",
  ]);
});

test('checklist electron-apis: only the bridge touches the channels to main', () => {
  expect(filesWith(/ipcRenderer/)).toEqual(['electron/preload.ts']);
  expect(filesWith(/ipcMain\??\.(on|once|handle)/)).toEqual(['electron/desktop/windows/ipc.ts']);
  expect(filesWith(/exposeInMainWorld/)).toEqual(['electron/preload.ts']);
});

test('checklist web-security: every window is opened in one place', () => {
  expect(filesWith(/new (BrowserWindow|BrowserView|WebContentsView)\b/)).toEqual([
    'electron/desktop/windows/open-window.ts',
  ]);
  expect(filesWith(/\.loadURL\(|\.loadFile\(/)).toEqual(['electron/desktop/windows/open-window.ts']);
});
