import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageFile } from '../../../electron/desktop/windows/page-file.ts';
import { proves } from '../../matrix/fault.ts';
import { platform } from '../../matrix/platform.ts';

const folder = '/app/renderer';

test('files below the folder are found', () => {
  expect(pageFile(new URL('app://oxygauge/popover.html'), folder)).toBe('/app/renderer/popover.html');
  expect(pageFile(new URL('app://oxygauge/assets/a%20b.js'), folder)).toBe('/app/renderer/assets/a b.js');
});

test.each([
  'app://oxygauge/..%2fmain.js',
  'app://oxygauge/..%2f..%2f..%2fetc/passwd',
  'app://oxygauge/assets/..%2f..%2fmain.js',
  'app://oxygauge/%2e%2e%2fmain.js',
  'app://oxygauge/..%2frenderer-other/x.js',
  'app://oxygauge/%00.html',
  'app://oxygauge/%E0%A4%A',
  'app://oxygauge/',
  'app://evil/popover.html',
  'app://oxygauge.evil/popover.html',
])(proves(platform, 'path-traversal', '%s'), (url) => expect(pageFile(new URL(url), folder)).toBeNull());

test('checklist no-file-protocol: no path leads out of the folder', () => {
  const part = fc.oneof(fc.string(), fc.constantFrom('..', '%2e%2e', '..%2f', '/', '%2F', '%5c', '\\'));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const url = `app://oxygauge/${parts.join('/')}`;
      if (!URL.canParse(url)) return;
      const file = pageFile(new URL(url), folder);
      expect(file === null || file.startsWith(`${folder}/`)).toBe(true);
    }),
  );
});
