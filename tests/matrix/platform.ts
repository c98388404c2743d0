import type { FaultArea } from './fault.ts';

/** Traps of Electron, Chromium, Node and the libraries. Each was measured before it was avoided. */
export const platform = {
  area: 'platform',
  faults: {
    'write-sent-again': {
      fault: 'Chromium sends a POST or a DELETE again when a used connection dies',
      expected: 'the server sees each write once',
    },
    'authorization-on-redirect': {
      fault: 'Electron’s fetch takes the authorization along to another origin',
      expected: 'no redirect is followed, by reads or by writes',
    },
    'net-errors': {
      fault: 'Electron’s network errors are not TypeErrors, so that a library does not retry',
      expected: 'a read that was cut is retried and succeeds',
    },
    'body-time-limit': {
      fault: 'A time limit that ends with the headers',
      expected: 'a body that drips ends by the limit, and is reported',
    },
    'body-cap': {
      fault: 'A body of 100 MB costs 320 MB of memory',
      expected: 'it is given up early, and the server is stopped',
    },
    cookies: { fault: 'Electron’s fetch keeps cookies', expected: 'no cookie is sent back' },
    'user-agent': {
      fault: 'Electron’s fetch calls itself a browser',
      expected: 'the app’s own name is sent',
    },
    'retry-after': {
      fault: 'ky waits as long as Retry-After says',
      expected: 'an hour at most is waited for',
    },
    'printed-token': {
      fault: 'An HTTP error that is printed shows the authorization',
      expected: 'no failure holds the token or the password, however it is printed',
    },
    infinity: { fault: '`1e999` parses to Infinity', expected: 'an unknown figure' },
    'long-timer': {
      fault: 'A timer above 24.8 days fires at once',
      expected: 'no timer is that long, whatever the API or the settings ask for',
    },
    'fallback-key': {
      fault: 'safeStorage encrypts with a publicly known key (basic_text, v10)',
      expected: 'it does not count as a keyring: nothing is written, and the window says so',
    },
    'locked-keyring': {
      fault: 'A locked keyring hangs the main process',
      expected: 'the app asks without blocking, and continues after 20 s',
    },
    'replaced-keyring': {
      fault: 'Where the keyring was replaced, decrypting throws, and in one case of 256 it returns some text',
      expected: 'the sign-in form with the username filled in, and the ciphertext kept',
    },
    'path-traversal': {
      fault: '`..%2f` reaches a scheme’s handler undecoded',
      expected: 'nothing outside the pages’ folder is served',
    },
    'no-sandbox': {
      fault: 'Preferences say "sandboxed" even where Chromium runs without a sandbox',
      expected: 'the kernel itself filters the pages’ system calls',
    },
    'corrupt-file': {
      fault: 'The settings library throws on a file that is not JSON',
      expected: 'it is set aside with its time, and the app starts',
    },
    'orphan-files': {
      fault: 'A kill in the middle of a write leaves a temporary file',
      expected: 'swept at the next start',
    },
    'thrown-in-handler': {
      fault: 'An error thrown in a handler reaches the page with its message',
      expected: 'hostile commands get a typed answer without the value',
    },
    'foreign-frame': {
      fault: 'A foreign frame calls the bridge',
      expected: 'it is refused',
    },
  },
} as const satisfies FaultArea;
