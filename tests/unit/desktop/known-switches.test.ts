import { expect, test } from 'vitest';
import { unknownSwitches } from '../../../electron/desktop/app/known-switches.ts';

/**
 * Switches that would open a debugger, disable the sandbox, trust any certificate, redirect the traffic or load foreign
 * code.
 */
const dangerous = [
  '--remote-debugging-port=9222',
  '--remote-debugging-port',
  '-remote-debugging-port=9222',
  '--remote-debugging-pipe',
  '--remote-allow-origins=*',
  '--inspect',
  '--inspect-brk=0.0.0.0:9229',
  '--inspect_brk',
  '--inspect-port=1',
  '--js-flags=--allow-natives-syntax',
  '--no-sandbox',
  '--disable-setuid-sandbox',
  '--disable-gpu-sandbox',
  '--no-zygote',
  '--single-process',
  '--renderer-cmd-prefix=gdb',
  '--gpu-launcher=/tmp/x',
  '--browser-subprocess-path=/tmp/x',
  '--load-extension=/tmp/x',
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--disable-site-isolation-trials',
  '--ignore-certificate-errors',
  '--ignore-certificate-errors-spki-list=x',
  '--allow-insecure-localhost',
  '--host-rules=MAP * evil.example',
  '--host-resolver-rules=MAP * 10.0.0.1',
  '--proxy-server=http://name:secret@evil.example',
  '--proxy-pac-url=http://evil.example/x.pac',
  '--ssl-key-log-file=/tmp/keys',
  '--log-net-log=/tmp/log',
  '--enable-logging=file',
  '--enable-features=X',
  '--disable-features=X',
  '--enable-blink-features=X',
  '--enable-experimental-web-platform-features',
  '--unsafely-treat-insecure-origin-as-secure=http://evil.example',
  '--trace-startup',
  '--crash-dumps-dir=/tmp',
  '--require=/tmp/x.js',
  '--',
];

test('checklist switches: a packaged app accepts a few switches, and no spelling of one that weakens it', () => {
  for (const word of dangerous) {
    for (const platform of ['linux', 'darwin', 'win32'] as const)
      expect(unknownSwitches(['--demo', word], platform), word).toEqual([word.split('=')[0]]);
  }
});

test('on Windows a switch may begin with a slash and be in capitals', () => {
  const words = ['/remote-debugging-port=9222', '/INSPECT', '/Demo', '--USER-DATA-DIR=C:\\x', '-Embedding'];
  expect(unknownSwitches(words, 'win32')).toEqual(['/remote-debugging-port', '/INSPECT']);
});

test('known switches and other arguments pass', () => {
  const words = [
    '--demo',
    '--demo-sub-users=12',
    '--demo-fault=slow',
    '--show=Zoë',
    '--user-data-dir=/home/a b',
    '--password-store=basic',
    '/etc',
  ];
  expect(unknownSwitches([...words, 'https://example.com', ''], 'linux')).toEqual([]);
});
