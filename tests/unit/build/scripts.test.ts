import { resolve } from 'node:path';
import { build, type Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { asciiScripts } from '../../../build/ascii-scripts.ts';
import { parsedMessages } from '../../../build/parsed-messages.ts';
import { say } from '../../../electron/text/say.ts';

const source = resolve(import.meta.dirname, '../../../electron/text/say.ts');

test('a build says the same as the sources, without the parser of messages and without a character beyond ASCII', async () => {
  const [built] = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [parsedMessages(), asciiScripts()],
    build: { write: false, minify: false, lib: { entry: source, formats: ['es'] } },
  })) as Rolldown.RolldownOutput[];
  const code = built?.output[0].code ?? '';
  expect(code).not.toMatch(/[^\0-\x7f]/);
  expect(code).not.toContain('EXPECT_ARGUMENT_CLOSING_BRACE');
  const { say: sayBuilt } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  expect(sayBuilt('failure.signed-out')).toBe(say('failure.signed-out'));
  expect(sayBuilt('failure.rejected', { status: '418' })).toBe(say('failure.rejected', { status: '418' }));
  expect(sayBuilt('failure.rejected', { status: '418' })).toContain('(418)');
  expect(sayBuilt('tray.reading')).toBe(say('tray.reading'));
  expect(say('tray.reading')).toMatch(/[^\0-\x7f]/);
});
