import { expect, test, vi } from 'vitest';
import { chooseRuntime, NoRuntimeError } from '../../../build/runtime/choice.ts';

const nothing = async () => null;

test('ELECTRON_OVERRIDE_DIST_PATH takes precedence', async () => {
  const installed = vi.fn(nothing);
  const ways = { override: '/mine', installed, download: nothing, registry: vi.fn() };
  expect(await chooseRuntime(ways, true)).toMatchObject({ distPath: '/mine', source: 'override' });
  expect(installed).not.toHaveBeenCalled();
});

test('then come the installed one, the download and the registry’s', async () => {
  const registry = vi.fn(async () => '/registry');
  const ways = { override: null, installed: async () => '/official', download: nothing, registry };
  expect(await chooseRuntime(ways, true)).toMatchObject({ source: 'installed' });
  expect(
    await chooseRuntime({ ...ways, installed: nothing, download: async () => '/got' }, true),
  ).toMatchObject({
    source: 'downloaded',
  });
  expect(registry).not.toHaveBeenCalled();
  expect(await chooseRuntime({ ...ways, installed: nothing }, true)).toMatchObject({
    distPath: '/registry',
    source: 'registry',
  });
});

test('checklist current-electron: neither start nor packages choose the tests’ older Electron', async () => {
  const registry = vi.fn(async () => '/registry');
  const choice = chooseRuntime({ override: null, installed: nothing, download: nothing, registry }, false);
  await expect(choice).rejects.toThrow(NoRuntimeError);
  await expect(choice).rejects.toThrow(/ELECTRON_OVERRIDE_DIST_PATH.*ELECTRON_MIRROR.*--use-test-runtime/);
  expect(registry).not.toHaveBeenCalled();
});
